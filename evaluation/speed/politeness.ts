import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure } from './measure.ts';
import type { Web } from './run.ts';
import { refvouchArguments } from './tools.ts';
import { articleOf, fineLinks } from './web/links.ts';

/** What the polite defaults promise, and what the web's own log says was done. */
export interface Politeness {
  hosts: number;
  requests: number;
  mostAtOnce: number;
  /** Between the starts of two requests to one host, ms. The clock of the web, so a little under the pace is jitter. */
  leastGapMs: number;
  promised: { atOnce: 2; paceMs: 1000 };
}

interface HostLog {
  most: number;
  requests: number;
  leastGapMs: number | null;
}

/** refvouch with its defaults (2 at once, 1 s apart) over 40 links of few hosts. */
export async function politenessOf(web: Web): Promise<Politeness> {
  const folder = mkdtempSync(join(tmpdir(), 'refvouch-bench-'));
  const document = join(folder, 'article.md');
  writeFileSync(document, articleOf(fineLinks(40, web)));
  await measure({ command: process.execPath, args: refvouchArguments(document, folder) });
  rmSync(folder, { recursive: true });
  web.process.kill('SIGUSR2');
  const { value } = await web.lines.next();
  const { hosts } = JSON.parse(String(value)) as { hosts: HostLog[] };
  return {
    hosts: hosts.length,
    requests: hosts.reduce((sum, { requests }) => sum + requests, 0),
    mostAtOnce: Math.max(...hosts.map(({ most }) => most)),
    leastGapMs: Math.min(...hosts.map(({ leastGapMs }) => leastGapMs ?? Number.POSITIVE_INFINITY)),
    promised: { atOnce: 2, paceMs: 1000 },
  };
}
