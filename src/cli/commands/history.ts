import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { getDomain } from 'tldts';
import { readVisits } from '../../gather/ledger.ts';
import { reachOf } from '../../judge/reach.ts';
import type { Evidence } from '../../model/evidence.ts';
import { historyOf, historyReporters, lifeOf, type Sighting } from '../../report/history/index.ts';
import { exit, UsageError } from '../exit.ts';
import type { Invocation, World } from '../invocation.ts';
import { chosen, putOut } from '../output.ts';
import { visible } from '../printable.ts';
import { ledgerPath } from '../slug.ts';

/** `refvouch history`: what the ledgers tell of the life of links. */
export async function run({ files, settings, world }: Invocation): Promise<number> {
  const names = historyReporters.map(({ name }) => name);
  const formats = chosen(settings.list('format'), names, 'markdown');
  const state = settings.text('state');
  const ledgers =
    files.length > 0
      ? files.map((file) => ledgerOf(file, world, state))
      : await ledgersUnder(resolve(world.cwd, state ?? 'refs'));
  if (ledgers.length === 0)
    throw new UsageError(
      `No ledger under ${state ?? 'refs'}; name a document or ledger, or give --state the folder that \`refvouch check\` was given.`,
    );
  const visits: Evidence[] = [];
  for (const path of new Set(ledgers)) visits.push(...(await visitsIn(path, world)));
  const real = visits.filter(({ synthetic }) => synthetic === undefined);
  const synthetic = real.length === 0 && visits.length > 0;
  const leftOut = visits.length - real.length;
  if (leftOut > 0 && !synthetic && !settings.bool('quiet'))
    world.stderr.write(`refvouch: ${leftOut} visits to synthetic pages are left out.\n`);
  const report = { history: historyOf((synthetic ? visits : real).flatMap(sightingOf)), synthetic };
  const options = { language: settings.text('lang') as 'en' | 'zh' | 'ja' };
  const outputs = formats.map((format) => {
    const reporter = historyReporters.find(({ name }) => name === format)!;
    return {
      name: `history.${reporter.ending}`,
      render: async () => (await reporter.load())(report, options),
    };
  });
  await putOut(outputs, settings.text('out'), world);
  return exit.clean;
}

const isLedger = (name: string): boolean => /(?:^|[./\\])ledger\.ndjson$/.test(name);

/** A ledger named outright, or that of a document. */
const ledgerOf = (file: string, world: World, state: string | undefined): string =>
  isLedger(file) ? resolve(world.cwd, file) : ledgerPath(file, world.cwd, state);

/** The ledgers in a folder and in the folders within it, links not followed. */
async function ledgersUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && isLedger(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function visitsIn(path: string, world: World): Promise<Evidence[]> {
  try {
    const { visits, damaged } = await readVisits(path);
    if (damaged > 0)
      world.stderr.write(
        `refvouch: ${visible(path)}: ${damaged} ${damaged === 1 ? 'line is' : 'lines are'} not refvouch’s or damaged; passed over.\n`,
      );
    return visits;
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new UsageError(`${visible(path)}: cannot be read (${code ?? message}).`);
  }
}

/** A visit that was never made, or that bears no date, says nothing. */
function sightingOf(evidence: Evidence): Sighting[] {
  const { reach } = reachOf(evidence);
  if (reach === 'not-attempted' || reach === 'excluded' || Number.isNaN(Date.parse(evidence.at))) return [];
  const { url } = evidence;
  const host = getDomain(url) ?? (URL.canParse(url) ? new URL(url).hostname : url);
  return [{ url, host, at: new Date(evidence.at).toISOString(), life: lifeOf(reach) }];
}
