import type { Reporter } from './options.ts';

export { type Language, languages } from './messages/index.ts';
export type { Render, RenderOptions, Reporter, RuleHelp } from './options.ts';

/** One row a format; its code is loaded when it is asked for. */
export const reporters: readonly Reporter[] = [
  { name: 'terminal', ending: 'txt', load: async () => (await import('./terminal.ts')).terminal },
  { name: 'markdown', ending: 'md', load: async () => (await import('./markdown.ts')).markdown },
  { name: 'json', ending: 'json', load: async () => (await import('./json.ts')).json },
];
