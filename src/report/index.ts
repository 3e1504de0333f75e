import type { Reporter } from './options.ts';

export { type Language, languages } from './messages/index.ts';
export type { Render, RenderOptions, Reporter, RuleHelp } from './options.ts';

/** One row a format; its code is loaded when it is asked for. */
export const reporters: readonly Reporter[] = [
  { name: 'terminal', ending: 'txt', load: async () => (await import('./terminal.ts')).terminal },
  { name: 'markdown', ending: 'md', load: async () => (await import('./markdown.ts')).markdown },
  { name: 'sarif', ending: 'sarif', load: async () => (await import('./sarif.ts')).sarif },
  { name: 'junit', ending: 'junit.xml', load: async () => (await import('./junit.ts')).junit },
  { name: 'github', ending: 'github.txt', load: async () => (await import('./github.ts')).github },
  {
    name: 'step-summary',
    ending: 'summary.md',
    load: async () => (await import('./step-summary.ts')).stepSummary,
  },
  { name: 'csv', ending: 'csv', load: async () => (await import('./csv.ts')).csv },
  { name: 'gitlab', ending: 'gitlab.json', load: async () => (await import('./gitlab.ts')).gitlab },
  { name: 'html', ending: 'html', load: async () => (await import('./html.ts')).html },
  {
    name: 'json',
    ending: 'json',
    load: async () => (await import('./json.ts')).json,
    parts: async () => (await import('./json.ts')).jsonParts,
  },
];
