import type { Finding } from '../../model/finding.ts';
import type { Report, ReportDocument } from '../../model/report.ts';
import { exit } from '../exit.ts';
import { atOrAbove, findingsOf } from '../gate.ts';
import type { Invocation } from '../invocation.ts';
import { lintOptionsOf } from '../lint-options.ts';
import { lintedDocument, lintReport } from '../lint-report.ts';
import { chosen, putOut } from '../output.ts';
import { printable } from '../printable.ts';
import { complaint, readAll } from '../reading.ts';

/** `refvouch lint`: the mechanical faults of notes, without any network. */
export async function run(invocation: Invocation): Promise<number> {
  const { settings, world } = invocation;
  const options = lintOptionsOf(invocation);
  const formats = chosen(settings.list('format'), Object.keys(render), world.stdout.isTTY ? 'text' : 'json');
  const startedAt = new Date().toISOString();
  const documents: ReportDocument[] = [];
  for await (const reading of readAll(invocation)) {
    if ('unreadable' in reading) world.stderr.write(complaint(reading));
    documents.push(lintedDocument(reading, options));
  }
  const report = lintReport(documents, startedAt, new Date().toISOString());
  await putOut(
    formats.map((format) => ({
      name: `lint.${format === 'text' ? 'txt' : format}`,
      render: () => (render[format] as (given: Report) => string)(report),
    })),
    settings.text('out'),
    world,
  );
  if (documents.every(({ unreadable }) => unreadable)) return exit.usage;
  return atOrAbove(findingsOf(report), settings.text('failOn') ?? 'error') ? exit.findings : exit.clean;
}

const render: Record<string, (report: Report) => string> = {
  text: (report) => report.documents.map(textOf).join('\n'),
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
};

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
