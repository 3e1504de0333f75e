import type { Finding } from '../../model/finding.ts';
import type { ReportDocument } from '../../model/report.ts';
import { putComments } from '../comments.ts';
import { exit } from '../exit.ts';
import { atOrAbove, findingsOf } from '../gate.ts';
import type { Invocation } from '../invocation.ts';
import { lintOptionsOf } from '../lint-options.ts';
import { lintedDocument, lintReport } from '../lint-report.ts';
import { printable } from '../printable.ts';
import { complaint, readAll } from '../reading.ts';
import { putReport, wantedFormats } from '../report-files.ts';
import type { Settings } from '../settings.ts';

/** `refvouch lint`: the mechanical faults of notes, without any network. */
export async function run(invocation: Invocation): Promise<number> {
  const { settings, world } = invocation;
  const options = lintOptionsOf(invocation);
  const asked = settings.list('format');
  const asText = asked.length === 0 || asked.includes('text');
  const others = asked.filter((format) => format !== 'text');
  const formats = others.length > 0 ? wantedFormats(withFormats(settings, others)) : [];
  const startedAt = new Date().toISOString();
  const documents: ReportDocument[] = [];
  for await (const reading of readAll(invocation)) {
    if ('unreadable' in reading) world.stderr.write(complaint(reading));
    documents.push(lintedDocument(reading, options));
  }
  const report = lintReport(documents, startedAt, new Date().toISOString());
  if (asText) world.stdout.write(documents.map(textOf).join('\n'));
  if (formats.length > 0) await putReport(report, formats, invocation);
  await putComments(report, invocation);
  if (documents.every(({ unreadable }) => unreadable)) return exit.usage;
  return atOrAbove(findingsOf(report), settings.text('failOn') ?? 'error') ? exit.findings : exit.clean;
}

const withFormats = (settings: Settings, formats: string[]): Settings => ({
  ...settings,
  list: (key) => (key === 'format' ? formats : settings.list(key)),
});

/** A line a finding, as compilers print them: file, line, column, severity, what, and which rule says so. */
function textOf(document: ReportDocument): string {
  const lines = [...document.findings, ...document.notes.flatMap(({ findings }) => findings)]
    .sort((a, b) => (a.place?.offset ?? 0) - (b.place?.offset ?? 0))
    .map((finding) => lineOf(document.path, finding));
  const fixable = document.notes.flatMap(({ findings }) => findings).filter(({ fix }) => fix?.safe).length;
  const count = `${lines.length} finding${lines.length === 1 ? '' : 's'}`;
  const hint = fixable > 0 ? `, ${fixable} of them mended by \`refvouch fix\`` : '';
  return `${[...lines, `${printable(document.path)}: ${count}${hint}`].join('\n')}\n`;
}

function lineOf(path: string, { place, severity, message, rule }: Finding): string {
  const at = place
    ? place.paragraph
      ? `:¶${place.paragraph}${place.note ? ` note ${printable(place.note)}` : ''}`
      : `:${place.line}:${place.column}`
    : '';
  return `${printable(path)}${at}: ${severity}: ${printable(message)} (${rule})`;
}
