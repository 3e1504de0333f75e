import type { HistoryReporter } from './options.ts';

export { lifeOf } from './life.ts';
export { historyOf, type Sighting } from './survival.ts';

/** One row a format; its code is loaded when it is asked for. */
export const historyReporters: readonly HistoryReporter[] = [
  { name: 'markdown', ending: 'md', load: async () => (await import('./markdown.ts')).historyMarkdown },
  { name: 'json', ending: 'json', load: async () => (await import('./json.ts')).historyJson },
  { name: 'html', ending: 'html', load: async () => (await import('./page.ts')).historyPage },
  { name: 'badge', ending: 'badge.svg', load: async () => (await import('./badge.ts')).badgeSvg },
  { name: 'shields', ending: 'badge.json', load: async () => (await import('./badge.ts')).badgeEndpoint },
];
