import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/model/report.ts';
import type { Cost } from './measure.ts';
import type { CitedLink } from './web/links.ts';

/** What a tool said of a link, in the words all tools share. */
export type Said = 'alive' | 'dead' | 'failing' | 'open';

export interface Wrong {
  aliveCalledDead: string[];
  deadPassed: string[];
  wrongTitlePassed: string[];
  /** Uncertain links called dead for certain; counted apart. */
  uncertainCalledDead: string[];
  /** Links the tool said nothing of. */
  unsaid: number;
}

type Reader = (cost: Cost, folder: string) => Map<string, Said>;

const fromReport: Reader = (_, folder) => {
  const report = JSON.parse(readFileSync(join(folder, 'out', 'report.json'), 'utf8')) as Report;
  // `unreachable` is no word for dead: it is what is said of a server that fails or cannot be reached today.
  const said = {
    verified: 'alive',
    moved: 'alive',
    gone: 'dead',
    mismatched: 'dead',
    unreachable: 'failing',
  } as const;
  return new Map(
    report.documents.flatMap(({ notes }) =>
      notes.flatMap(({ citations }) =>
        citations.flatMap(({ urls, verdict }) =>
          urls.map((url): [string, Said] => [url, said[verdict.status as keyof typeof said] ?? 'open']),
        ),
      ),
    ),
  );
};

const fromRows =
  (sayOf: (fields: string[]) => [string, Said] | undefined): Reader =>
  ({ stdout }) =>
    new Map(
      stdout.split('\n').flatMap((line) => {
        const said = sayOf(line.split('\t'));
        return said ? [said] : [];
      }),
    );

const byStatus = (status: string): Said => (/^[23]\d\d$/.test(status) ? 'alive' : 'dead');

export const readers: Record<string, Reader> = {
  refvouch: fromReport,
  'bare undici with title': fromRows(([status = '', , , url]) => (url ? [url, byStatus(status)] : undefined)),
  'curl --parallel': fromRows(([status = '', exit = '', url]) =>
    url ? [url, exit === '0' ? byStatus(status) : 'dead'] : undefined,
  ),
  linkinator: ({ stdout }) => {
    const { links } = JSON.parse(stdout) as { links: { url: string; state: string }[] };
    return new Map(links.map(({ url, state }) => [url, state === 'OK' ? 'alive' : 'dead']));
  },
  linkchecker: ({ stdout }) =>
    new Map(
      stdout
        .split('\n')
        .map((line) => line.split(';'))
        .filter((fields) => fields[6] === 'True' || fields[6] === 'False')
        .map((fields): [string, Said] => [fields[0] ?? '', fields[6] === 'True' ? 'alive' : 'dead']),
    ),
};

/** Holds what was said against what is true. */
export function wrongOf(links: readonly CitedLink[], said: ReadonlyMap<string, Said>): Wrong {
  const named = (truth: CitedLink['truth'], ...words: Said[]): string[] =>
    links
      .filter((link) => link.truth === truth && words.includes(said.get(link.url) ?? 'open'))
      .map(({ name }) => name);
  return {
    aliveCalledDead: named('alive', 'dead', 'failing'),
    deadPassed: named('dead', 'alive'),
    wrongTitlePassed: named('wrong-title', 'alive'),
    uncertainCalledDead: named('uncertain', 'dead'),
    unsaid: links.filter(({ url }) => !said.has(url)).length,
  };
}
