import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { isTrained, optionalDocuments, optionalNotes, optionalReferences, optionalRoot } from './optional.ts';
import { loadReading } from './reading.ts';
import { Rates, scoreDocument } from './score/documents.ts';
import { compare } from './score/fields.ts';
import { SplitTally } from './score/notes.ts';
import { Tally } from './score/tally.ts';

/**
 * `tsx evaluation/parse/agreement.ts`: the optional data's own scorers and ours over the same predictions; prints the
 * largest difference of any figure, and ends with 1 where one reaches the third decimal.
 */
const folder = mkdtempSync(join(tmpdir(), 'refvouch-agreement-'));
const python = (script: string, ...args: string[]) =>
  execFileSync('python3', [join(optionalRoot, script), ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
const file = (name: string) => join(folder, name);
const jsonLines = (list: readonly object[]) => `${list.map((one) => JSON.stringify(one)).join('\n')}\n`;

let worst = 0;
const same = (name: string, ours: number | undefined, theirs: number | null | undefined): void => {
  const apart = Math.abs((ours ?? 0) - (theirs ?? 0));
  worst = Math.max(worst, apart);
  if (apart >= 0.0005) process.stdout.write(`${name}: ${ours} here, ${theirs} there\n`);
};

try {
  const reading = await loadReading();
  const references = optionalReferences().filter((record) => !isTrained(record.file));
  const tally = new Tally();
  for (const record of references) tally.add(compare(record, reading.reference(record.text).csl));
  writeFileSync(file('gold.jsonl'), jsonLines(references));
  writeFileSync(
    file('said.jsonl'),
    jsonLines(references.map(({ id, text }) => ({ id, csl: reading.reference(text).csl }))),
  );
  const args = ['--gold', file('gold.jsonl'), '--pred', file('said.jsonl'), '--json', file('scores.json')];
  python('data/parse/score.py', ...args);
  const { all } = JSON.parse(readFileSync(file('scores.json'), 'utf8'));
  const ours = tally.score();
  same('whole', ours.whole, all.exact_record);
  same('core4', ours.core4, all.core4_exact);
  same('micro-F1', ours.microF1, all.micro_f1);
  same('macro-F1', ours.macroF1, all.macro_f1);
  for (const [field, { p, r, f1, soft_f1: soft }] of Object.entries<Record<string, number>>(all.fields)) {
    const one = ours.fields[field];
    same(`${field} precision`, one?.precision, p);
    same(`${field} recall`, one?.recall, r);
    same(`${field} F1`, one?.f1, f1);
    same(`${field} soft F1`, one?.softF1, soft);
  }

  const notes = optionalNotes();
  const split = new SplitTally();
  const said = notes.map(({ id, text }) => ({ id, citations: reading.note(text) }));
  for (const [at, { citations }] of notes.entries()) split.add(citations, said[at]!.citations);
  writeFileSync(file('notes.jsonl'), jsonLines(notes));
  writeFileSync(file('notes-said.jsonl'), jsonLines(said));
  const printed = python(
    'data/parse/score.py',
    '--notes',
    file('notes.jsonl'),
    '--pred',
    file('notes-said.jsonl'),
  );
  const [, p, r, f1, whole] = /P=([\d.]+) R=([\d.]+) F1=([\d.]+) notes fully right=([\d.]+)/.exec(printed)!;
  const { precision, recall, f1: splitF1, whole: wholeNotes } = split.score();
  // Printed with one decimal of a percent there, so rounded so here.
  const rounded = (part: number) => Math.round(part * 1000) / 1000;
  same('split precision', rounded(precision), Number(p) / 100);
  same('split recall', rounded(recall), Number(r) / 100);
  same('split F1', rounded(splitF1), Number(f1) / 100);
  same('whole notes', rounded(wholeNotes), Number(whole) / 100);

  for (const { path, bytes, gold } of optionalDocuments()) {
    const answer = (await reading.document(path, bytes)) ?? [];
    writeFileSync(file('gold.json'), JSON.stringify(gold));
    writeFileSync(file('document.json'), JSON.stringify({ notes: answer }));
    const { counts } = JSON.parse(
      python('data/articles/score_articles.py', file('document.json'), file('gold.json'), '--json'),
    );
    const rates = new Rates();
    rates.join(scoreDocument(answer, gold));
    for (const [rate, [right, of]] of Object.entries(rates.counts())) {
      same(`${basename(path)} ${rate}`, right, counts[rate]?.[0]);
      same(`${basename(path)} ${rate}, of`, of, counts[rate]?.[1]);
    }
  }
  process.stdout.write(`largest difference of any figure: ${worst.toExponential(1)}\n`);
  process.exitCode = worst < 0.0005 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
