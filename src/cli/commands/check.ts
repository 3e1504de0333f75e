import { resolve } from 'node:path';
import { lint, settle } from '../../lint/index.ts';
import type { Report, ReportCitation } from '../../model/report.ts';
import { newFindings } from '../../report/diff.ts';
import { type Subject, verify } from '../../verify.ts';
import { unchangedSince } from '../changed.ts';
import { putComments } from '../comments.ts';
import { listDocuments } from '../documents.ts';
import { exit } from '../exit.ts';
import { atOrAbove, findingsOf } from '../gate.ts';
import { openGathering } from '../gathering.ts';
import type { Invocation } from '../invocation.ts';
import { Ledgers } from '../ledgers.ts';
import { lintOptionsOf } from '../lint-options.ts';
import { progressLine } from '../progress.ts';
import { complaint, readAll } from '../reading.ts';
import { putReport, wantedFormats } from '../report-files.ts';
import { readReport } from '../report-in.ts';
import { speaking } from '../verbose.ts';
import { about } from '../version.ts';

type Skip = Awaited<ReturnType<typeof unchangedSince>>;

/** `refvouch check`: visit what the documents cite, judge, report. */
export async function run(invocation: Invocation): Promise<number> {
  const { settings, world, files } = invocation;
  const formats = wantedFormats(settings);
  const baseline = settings.text('baseline');
  const earlier =
    baseline === undefined ? undefined : await readReport(resolve(world.cwd, baseline), baseline);
  const paths = await listDocuments(files, world);
  const revision = settings.text('changed');
  const skip = revision === undefined ? undefined : await unchangedSince(revision, paths, world);
  const checked = { ...invocation, files: paths };
  let report = await checkOnce(checked, settings.text('replay'), skip);
  const fallback = settings.text('fallback');
  if (report.run.offline && fallback !== undefined && !world.stop.aborted) {
    if (!settings.bool('quiet'))
      world.stderr.write(`refvouch: no network here; judging from the recording ${fallback}.\n`);
    report = await checkOnce(checked, fallback, skip);
  }
  await putReport(report, formats, invocation);
  await putComments(report, invocation);
  return codeOf(report, earlier, settings.text('failOn') ?? 'error');
}

async function checkOnce(
  invocation: Invocation,
  replay: string | undefined,
  skip: Skip | undefined,
): Promise<Report> {
  const { settings, world, configuration } = invocation;
  const opened = await openGathering(invocation, replay);
  const gathering = settings.bool('verbose') ? speaking(opened, world) : opened;
  // A recording is evidence of its own day; what it says is not written down as a visit of today's.
  const ledgers = replay === undefined ? new Ledgers(world, settings.text('state')) : undefined;
  const progress = progressLine(world, settings.bool('quiet') || settings.bool('verbose'), () =>
    gathering.clock.monotonic(),
  );
  const lintOptions = lintOptionsOf(invocation, gathering.clock.now());
  let report: Report | undefined;
  try {
    const events = verify(
      subjects(invocation),
      {
        ...gathering,
        ...(ledgers ? { log: (path: string) => ledgers.of(path) } : {}),
        lint: (source, notes) => lint(source, notes, lintOptions),
        ...(skip ? { select: (citation, note, path) => !skip(citation, note, path) } : {}),
      },
      {
        tool: about(),
        mode: replay === undefined ? 'live' : 'replay',
        waivers: configuration?.values.waivers ?? [],
        facts: () => [...gathering.facts(), ...(ledgers?.facts ?? [])],
        signal: world.stop,
      },
    );
    for await (const event of events) {
      if (event.kind === 'document') progress.expect(event.citations);
      else if (event.kind === 'citation') progress.step(wantsAHand(event.citation));
      else if (event.kind === 'unreadable') world.stderr.write(complaint(event));
      else report = event.report;
    }
  } finally {
    progress.end();
    await gathering.close(report && notesByUrl(report));
    await ledgers?.close(report?.run.complete === true && !report.run.offline);
  }
  return report as Report;
}

/** Which notes cite an address, for the index of the run's evidence. */
function notesByUrl(report: Report): Map<string, string[]> {
  const notes = new Map<string, string[]>();
  for (const document of report.documents)
    for (const note of document.notes)
      for (const url of note.citations.flatMap(({ urls }) => urls))
        notes.set(url, [...(notes.get(url) ?? []), note.label]);
  return notes;
}

async function* subjects(invocation: Invocation): AsyncGenerator<Subject> {
  const rules = invocation.configuration?.values.rules;
  for await (const reading of readAll(invocation)) {
    if (invocation.world.stop.aborted) return;
    if ('unreadable' in reading) yield reading;
    else
      yield {
        ...reading,
        notes: reading.notes.map((note) => ({ ...note, findings: settle(note.findings, rules) })),
        findings: settle(reading.findings, rules),
      };
  }
}

const wantsAHand = ({ verdict }: ReportCitation): boolean =>
  verdict.status === 'gone' || verdict.status === 'mismatched';

function codeOf(report: Report, earlier: Report | undefined, level: string): number {
  if (report.run.offline || !report.run.complete) return exit.inconclusive;
  const read = report.documents.filter((document) => document.unreadable === undefined);
  if (read.length === 0) return exit.usage;
  const counted = earlier ? newFindings(earlier, report) : findingsOf(report);
  return atOrAbove(counted, level) ? exit.findings : exit.clean;
}
