import { systemClock } from '../../gather/clock.ts';
import { collect } from '../../scale/collect.ts';
import { exit, UsageError } from '../exit.ts';
import { atOrAbove, findingsOf } from '../gate.ts';
import type { Invocation } from '../invocation.ts';
import { putReport, wantedFormats } from '../report-files.ts';
import { openLedger } from '../sharing.ts';
import { about } from '../version.ts';

/** `refvouch collect`: a report from the shared ledger. */
export async function run(invocation: Invocation): Promise<number> {
  const { settings, world, configuration, files } = invocation;
  const formats = wantedFormats(settings);
  const store = await openLedger(settings);
  try {
    const wanted = new Set(files);
    const report = await collect({
      store,
      clock: systemClock,
      tool: about(),
      waivers: configuration?.values.waivers ?? [],
      signal: world.stop,
      ...(wanted.size > 0 ? { wants: (path: string) => wanted.has(path) } : {}),
    });
    if (report.documents.length === 0)
      throw new UsageError('The ledger holds no such document; `refvouch enqueue` puts documents there.');
    await putReport(report, formats, invocation);
    if (!report.run.complete) return exit.inconclusive;
    return atOrAbove(findingsOf(report), settings.text('failOn') ?? 'error') ? exit.findings : exit.clean;
  } finally {
    await store.close();
  }
}
