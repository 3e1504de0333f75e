import { resolve } from 'node:path';
import { replacementsFor } from '../../fix/replacements.ts';
import type { Report } from '../../model/report.ts';
import type { Format } from '../../model/source.ts';
import { loadParser } from '../../parse/index.ts';
import { companionsOf } from '../companions.ts';
import { listDocuments, readInput } from '../documents.ts';
import { exit } from '../exit.ts';
import { type Fixing, fixDocument } from '../fix-document.ts';
import type { Invocation } from '../invocation.ts';
import { lintOptionsOf } from '../lint-options.ts';
import { visible } from '../printable.ts';
import { complaint } from '../reading.ts';
import { readReport } from '../report-in.ts';
import { writeWhole } from '../write.ts';

/** `refvouch fix`: makes the safe fixes in place, whole files at a time; `--dry-run` shows them and writes nothing. */
export async function run(invocation: Invocation): Promise<number> {
  const { files, settings, world } = invocation;
  const dry = settings.bool('dryRun');
  const given = settings.text('report');
  const report = given === undefined ? undefined : await readReport(resolve(world.cwd, given), given);
  let [seen, failed] = [0, 0];
  for (const path of await listDocuments(files, world)) {
    seen += 1;
    const fixing = await fixOne(invocation, path, report);
    if ('unreadable' in fixing) {
      failed += 1;
      world.stderr.write(complaint(fixing));
      continue;
    }
    // Standard input is answered on standard output: there is no file to write back to.
    if (path === '-' && !dry)
      world.stdout.write(new TextDecoder('utf-8', { ignoreBOM: true }).decode(fixing.bytes));
    else if (dry) world.stdout.write(world.stdout.isTTY ? shown(fixing.diff) : fixing.diff);
    else if (fixing.made > 0) await writeWhole(resolve(world.cwd, path), fixing.bytes);
    if (!settings.bool('quiet'))
      world.stderr.write(
        `refvouch: ${visible(path)}: ${fixing.made} fix${fixing.made === 1 ? '' : 'es'}${dry ? ' to be made' : ''}\n`,
      );
  }
  return failed === seen ? exit.usage : exit.clean;
}

async function fixOne(invocation: Invocation, path: string, report: Report | undefined): Promise<Fixing> {
  const { settings, world } = invocation;
  const maxBytes = settings.int('maxInputMib') * 1024 * 1024;
  const input = await readInput(path, world, { maxBytes });
  if ('unreadable' in input) return input;
  const named = settings.text('inputFormat');
  return fixDocument({
    path,
    bytes: input.bytes,
    parser: await loadParser(),
    lint: lintOptionsOf(invocation),
    read: {
      maxBytes,
      companions: await companionsOf(path, input.bytes, world, { maxBytes }),
      ...(named && named !== 'auto' ? { format: named as Format } : {}),
    },
    replacements: report ? replacementsFor(report, path, { archives: settings.bool('useArchives') }) : [],
  });
}

/** A diff on a terminal: what would move the cursor or turn the direction of text is shown, not obeyed. */
const shown = (diff: string): string => diff.split('\n').map(visible).join('\n');
