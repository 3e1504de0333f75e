import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { featuresOf, lexiconSize } from '../src/parse/reference/features.ts';
import { linksIn } from '../src/parse/reference/links.ts';
import { markerLength } from '../src/parse/reference/marker.ts';
import { unpack } from '../src/parse/reference/model.ts';
import { tokenize } from '../src/parse/reference/tokens.ts';
import { fromRecord, type Labelled, statesFor } from './align.ts';
import { calibrate, type Judged } from './calibrate.ts';
import { compose } from './compose/index.ts';
import type { Harvest } from './compose/western.ts';
import { type Example, train } from './crf.ts';
import { pack } from './pack.ts';
import { heldOut, trainedSources } from './sources.ts';

const { values: options } = parseArgs({
  options: {
    data: {
      type: 'string',
      default: process.env.REFVOUCH_EVAL_DATA ?? new URL('../../shared/', import.meta.url).pathname,
    },
    epochs: { type: 'string', default: '4' },
    generated: { type: 'string', default: '22000' },
    prune: { type: 'string', default: '0.02' },
    least: { type: 'string', default: '3' },
    out: {
      type: 'string',
      default: new URL('../src/parse/reference/model.weights.ts', import.meta.url).pathname,
    },
  },
});
const log = (line: string) => process.stderr.write(`${line}\n`);

const heldOutRecords: Judged[] = [];
interface Harvestable {
  lang: string;
  csl: { author?: { family?: string; given?: string }[] } & Partial<
    Record<'title' | 'container-title' | 'publisher' | 'publisher-place', string>
  >;
}
const harvestable: Harvestable[] = [];
const records = (source: string): Labelled[] => {
  const path = `${options.data}/data/parse/refs/${source}.jsonl`;
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter((record) => {
      if (heldOut(record.id)) heldOutRecords.push(record);
      return !heldOut(record.id);
    })
    .map((record) => {
      if (source !== 'linkedbooks' && source !== 'chinaxiv') harvestable.push(record);
      return fromRecord(record);
    })
    .filter((labelled) => labelled !== undefined);
};

const exampleOf = ({ text, spans }: Pick<Labelled, 'text' | 'spans'>): Example => {
  const skip = markerLength(text);
  const tokens = tokenize(text, linksIn(text)).filter((token) => token.start >= skip);
  return { rows: featuresOf(tokens, text), states: statesFor(tokens, spans) };
};

const real = trainedSources.flatMap(records);
const harvest: Harvest = { people: [], titles: [], journals: [], publishers: [], places: [], bodies: [] };
for (const record of harvestable)
  if (record.lang === 'en') {
    for (const { family, given } of record.csl.author ?? [])
      if (family && given && family.length < 30) harvest.people.push({ family, given });
    if (record.csl.title && record.csl.title.length < 200) harvest.titles.push(record.csl.title);
    if (record.csl['container-title'] && record.csl['container-title'].length < 90)
      harvest.journals.push(record.csl['container-title']);
    if (record.csl.publisher) harvest.publishers.push(record.csl.publisher);
    if (record.csl['publisher-place']) harvest.places.push(record.csl['publisher-place']);
  }
const composed = compose(20261124, Number(options.generated), harvest);
log(`${real.length} records, ${composed.length} composed`);
// Real records are seen twice an epoch: they are fewer, and no template knows their ways.
const examples = [...real, ...real, ...composed]
  .map(exampleOf)
  .filter(({ states }) => states.length > 2 && states.length < 400);
const trained = train(examples, {
  epochs: Number(options.epochs),
  rate: 0.12,
  least: Number(options.least),
  dropOut: 0.1,
  shrink: 1e-6,
  log,
});
const bare = unpack(pack(trained, Number(options.prune), lexiconSize, {}));
const bytes = pack(trained, Number(options.prune), lexiconSize, calibrate(bare, heldOutRecords));
writeFileSync(
  options.out,
  `/** Made by \`npm run train\`; see PROVENANCE.md. */\nexport const packed =\n  '${bytes.toString('base64')}';\n`,
);
log(`${(bytes.length * 4) / 3 / 1e6} MB`);
