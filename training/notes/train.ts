import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Span } from '../../src/model/place.ts';
import { traces } from '../../src/parse/note/evidence.ts';
import { cuesOf } from '../../src/parse/note/split/cues.ts';
import { tokensOf } from '../../src/parse/note/split/model.ts';
import { begins, inside, outside } from '../../src/parse/note/split/states.ts';
import { compose } from '../compose/index.ts';
import { dice } from '../compose/random.ts';
import type { Harvest } from '../compose/western.ts';
import { seeded } from '../crf.ts';
import { composeNotes, type Pool } from './compose.ts';
import { type Example, pack, train } from './crf.ts';

/** The sources of whole references, and of notes, whose licence allows weights that ship (see PROVENANCE.md). */
const sources = [
  'anystyle-core',
  'anystyle-gold',
  'extra-anystyle-good',
  'grobid-citations',
  'grobid-misc',
  'linkedbooks',
  'chinaxiv',
];

const { values: options } = parseArgs({
  options: {
    data: {
      type: 'string',
      default: process.env.REFVOUCH_EVAL_DATA ?? new URL('../../../shared/', import.meta.url).pathname,
    },
    notes: { type: 'string', default: '14000' },
    epochs: { type: 'string', default: '2' },
    prune: { type: 'string', default: '0.3' },
    dropOut: { type: 'string', default: '0.3' },
    least: { type: 'string', default: '5' },
    /** Leaves out no real notes: for figures by cross-validation use the default. */
    fold: { type: 'string', default: '0' },
    out: {
      type: 'string',
      default: new URL('../../src/parse/note/split/model.weights.ts', import.meta.url).pathname,
    },
  },
});

interface Row {
  id: string;
  lang: string;
  text: string;
  csl: {
    author?: { family?: string; given?: string }[];
    title?: string;
    'container-title'?: string;
    publisher?: string;
    'publisher-place'?: string;
  };
  citations: Span[];
}

/** Three real notes in ten, by the hash of the id, are never trained on. */
export const heldOut = (id: string): boolean =>
  (createHash('sha256').update(`note ${id}`).digest()[0]! + Number(options.fold) * 77) % 10 < 3;

const rowsOf = (path: string): Row[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];

const exampleOf = (text: string, citations: readonly Span[], times: number): Example => {
  const found = traces(text);
  const tokens = tokensOf(text, found);
  const states = new Uint8Array(tokens.length);
  let next = 0;
  let open = -1;
  for (const [at, token] of tokens.entries()) {
    while (next < citations.length && citations[next]!.end <= token.start) next++;
    const holder = citations[next];
    if (!holder || token.end <= holder.start) states[at] = outside;
    else if (open !== next) {
      states[at] = begins;
      open = next;
    } else states[at] = inside;
  }
  return { cues: cuesOf(text, tokens, found), states, times };
};

const folder = `${options.data}/data/parse`;
const records = sources.flatMap((source) => rowsOf(`${folder}/refs/${source}.jsonl`));
const harvest: Harvest = { people: [], titles: [], journals: [], publishers: [], places: [], bodies: [] };
for (const { lang, csl } of records) {
  if (lang !== 'en') continue;
  for (const { family, given } of csl.author ?? [])
    if (family && given && family.length < 30) harvest.people.push({ family, given });
  if (csl.title && csl.title.length < 160) harvest.titles.push(csl.title);
  if (csl['container-title'] && csl['container-title'].length < 80)
    harvest.journals.push(csl['container-title']);
  if (csl.publisher) harvest.publishers.push(csl.publisher);
  if (csl['publisher-place']) harvest.places.push(csl['publisher-place']);
}
const pool: Pool = {};
for (const { lang, text } of [...records, ...compose(20261125, 12000, harvest)])
  if (text.length > 25 && text.length < 400 && !text.includes('\n')) {
    pool[lang] ??= [];
    pool[lang]!.push(text);
  }
const composed = composeNotes(Number(options.notes), pool, harvest, dice(seeded(20261125)));
const real = rowsOf(`${folder}/notes/notes-bibtei.jsonl`).filter(({ id }) => !heldOut(id));
process.stderr.write(`${real.length} real notes, ${composed.length} composed\n`);
const examples = [
  ...composed.map(({ text, citations }) => exampleOf(text, citations, 1)),
  ...real.map(({ text, citations }) =>
    exampleOf(
      text,
      citations.filter(({ start }) => start >= 0),
      6,
    ),
  ),
].filter(({ states }) => states.length > 0 && states.length < 900);
const trained = train(examples, {
  epochs: Number(options.epochs),
  rate: 0.15,
  least: Number(options.least),
  dropOut: Number(options.dropOut),
});
const bytes = pack(trained, Number(options.prune));
writeFileSync(
  options.out,
  `/** Made by \`npx tsx training/notes/train.ts\`; see PROVENANCE.md. */\nexport const packed =\n  '${bytes.toString('base64')}';\n`,
);
process.stderr.write(`${Math.round((bytes.length * 4) / 3 / 1000)} kB\n`);
