import type { Note } from '../../model/note.ts';
import { loadParser } from '../../parse/index.ts';
import { jsonLine, jsonText } from '../../report/encode/json.ts';
import { readInput } from '../documents.ts';
import { exit, UsageError } from '../exit.ts';
import type { Invocation } from '../invocation.ts';
import { chosen, putOut } from '../output.ts';
import { printable } from '../printable.ts';
import { complaint, type Reading, readAll } from '../reading.ts';

/** `refvouch parse`: notes and citations as JSON, a line each as NDJSON, or for people. */
export async function run(invocation: Invocation): Promise<number> {
  const as = invocation.settings.text('as');
  return as === 'document' ? parseDocuments(invocation) : parseLines(invocation, as === 'notes');
}

async function parseDocuments(invocation: Invocation): Promise<number> {
  const { settings, world } = invocation;
  const formats = chosen(
    settings.list('format'),
    ['text', 'json', 'ndjson'],
    world.stdout.isTTY ? 'text' : 'json',
  );
  const readings: Reading[] = [];
  let passedOver = 0;
  for await (const reading of readAll(invocation)) {
    readings.push(reading);
    if (!('unreadable' in reading)) continue;
    passedOver += 1;
    world.stderr.write(complaint(reading));
  }
  await putOut(
    formats.map((format) => ({
      name: `parse.${format === 'text' ? 'txt' : format}`,
      render: () => render[format]!(readings, settings),
    })),
    settings.text('out'),
    world,
  );
  return passedOver === readings.length ? exit.usage : exit.clean;
}

type Settings = Invocation['settings'];

const render: Record<string, (readings: Reading[], settings: Settings) => string> = {
  json: (readings) => jsonText({ documents: readings.map(documentFace) }),
  ndjson: (readings) =>
    readings
      .flatMap((reading) =>
        'unreadable' in reading
          ? [jsonLine(documentFace(reading))]
          : reading.notes.map((note) => jsonLine({ path: reading.path, ...noteFace(note) })),
      )
      .map((line) => `${line}\n`)
      .join(''),
  text: (readings, settings) =>
    readings.map((reading) => textOf(reading, Number(settings.text('threshold')))).join('\n'),
};

const documentFace = (reading: Reading) =>
  'unreadable' in reading
    ? { path: reading.path, notes: [], unreadable: reading.unreadable }
    : {
        path: reading.path,
        format: reading.source.format,
        notes: reading.notes.map(noteFace),
        findings: reading.findings,
      };

/** The face scripts hold: see "Faces that stay" in the README. */
const noteFace = (note: Note) => ({
  label: note.label,
  text: note.text,
  place: note.place,
  citations: note.citations,
  marker: note.marker,
  references: note.references,
  commentary: note.commentary,
  findings: note.findings,
});

function textOf(reading: Reading, threshold: number): string {
  if ('unreadable' in reading) return '';
  const lines = [
    `${printable(reading.path)}: ${reading.notes.length} notes, ${reading.notes.flatMap((note) => note.citations).length} citations`,
  ];
  for (const note of reading.notes) {
    for (const citation of note.citations) {
      const { item } = citation;
      const who = (item.author ?? [])
        .map((name) => name.literal ?? [name.given, name.family].filter(Boolean).join(' '))
        .join(', ');
      const where = item['container-title'] ?? item.publisher ?? '';
      const when = item.issued?.['date-parts']?.[0]?.join('-') ?? '';
      const doubt = citation.confidence < threshold ? '  (unsure: please look)' : '';
      const parts = [who, item.title ?? '(no title)', where, when].filter(Boolean).map(printable).join(' · ');
      lines.push(
        `  [${printable(note.label)}] ${parts}${doubt}`,
        ...citation.urls.map((url) => `      ${printable(url)}`),
      );
    }
    if (note.citations.length === 0) lines.push(`  [${printable(note.label)}] (commentary)`);
  }
  for (const finding of reading.findings)
    lines.push(
      `  ${finding.severity}: ${printable(finding.message)}${finding.place ? ` (line ${finding.place.line})` : ''}`,
    );
  return `${lines.join('\n')}\n`;
}

async function parseLines({ files, settings, world }: Invocation, asNotes: boolean): Promise<number> {
  const format = chosen(settings.list('format'), ['ndjson', 'json'], 'ndjson')[0];
  const parser = await loadParser();
  const maxBytes = settings.int('maxInputMib') * 1024 * 1024;
  const answers: string[] = [];
  for (const path of files) {
    const input = await readInput(path, world, { maxBytes });
    if ('unreadable' in input) throw new UsageError(`${path}: ${input.unreadable}`);
    const text = new TextDecoder().decode(input.bytes);
    const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
    for (const line of lines)
      answers.push(JSON.stringify(asNotes ? parser.parseNote(line) : parser.parseReference(line)));
  }
  const whole =
    format === 'json' ? `[\n${answers.join(',\n')}\n]\n` : answers.map((answer) => `${answer}\n`).join('');
  await putOut([{ name: `parse.${format}`, render: () => whole }], settings.text('out'), world);
  return exit.clean;
}
