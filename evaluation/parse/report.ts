import { trainedSources } from '../../training/sources.ts';
import type { DocumentsResult, Evaluation, NotesResult } from './evaluate.ts';
import type { ReferenceResult } from './measure.ts';
import { calibrationPart, errorsPart, speedPart, targetsPart } from './report-parts.ts';
import { extraFields, recordFields } from './score/fields.ts';
import type { SplitScore } from './score/notes.ts';
import type { Score } from './score/tally.ts';
import { percent, share, table } from './table.ts';

const numbers = (score: Score): string[] => [
  String(score.records),
  percent(score.whole),
  percent(score.core4),
  percent(score.microF1),
];
const scoreHead = ['records', 'whole', 'core 4', 'micro-F1'];

/** The report as Markdown. */
export const reportOf = (evaluation: Evaluation): string =>
  [
    opening,
    targetsPart(evaluation),
    referencesPart(evaluation),
    fieldsPart(evaluation),
    notesPart(evaluation),
    documentsPart(evaluation),
    stylesPart(evaluation),
    calibrationPart(evaluation),
    errorsPart(evaluation),
    speedPart(evaluation),
    closing,
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');

const opening = `# How well notes are parsed

Made by \`npm run eval:parse\`; the same figures, and more of them, are in \`parse.json\`. All figures are percent unless
they say otherwise.

Measured is the parser as it ships, by exact comparison of CSL fields, on

- **own**: references, notes and documents marked by hand (\`evaluation/parse/data/\`), never trained on;
- **generated**: works that do not exist, rendered in styles that are not those of the training data (synthetic);
- **optional**: the evaluation data of others, where it is present. Of the sources the weights were trained on, only the
  fifth of records that training never sees is scored, and they are kept apart. Trained on are
  ${trainedSources.join(', ')} (see \`src/parse/reference/PROVENANCE.md\`).

The parser's tables and rules were written with the optional data at hand, so what it reaches there is somewhat more than
it would reach on data never looked at; data of our own was marked without looking at what the parser makes of it, and is
meant to be harder than usual: odd styles, slips and legal and archival sources are over-represented.

*Whole*: every field that is printed is right and none is invented. *Core 4*: title, authors, container and year.
*Micro-F1*: over all fields of all records.`;

const closing = `## How it is scored

Fields are compared after the normalisations of \`evaluation/parse/README.md\`; dates by year in *issued-year*, whole in
*issued-full*; names by family name and order. URLs in the columns *URL exact* are compared sign for sign. The scorer is
written anew in TypeScript and agrees with the optional data's own scorers (\`parse/score.py\`, \`articles/score_articles.py\`)
in every figure to the third decimal: \`npx tsx evaluation/parse/agreement.ts\` runs both over the same predictions.`;

const referenceRow = (name: string, { score, urls, issued, accessed }: ReferenceResult): string[] => [
  name,
  ...numbers(score),
  share(urls),
  share(issued),
  share(accessed),
];

function referencesPart({ own, generated, optional }: Evaluation): string {
  const rows = [
    referenceRow('own', own.references),
    referenceRow('generated (synthetic)', generated),
    ...(optional
      ? [
          referenceRow('optional, never trained on', optional.untrained),
          referenceRow('optional, held out of training', optional.heldOut),
        ]
      : []),
  ];
  const langs = (result: ReferenceResult) =>
    Object.entries(result.byLang)
      .sort((a, b) => b[1].records - a[1].records)
      .map(([lang, score]) => [lang, ...numbers(score)]);
  const sources = optional
    ? Object.entries(optional.sources).map(([name, { trained, score }]) => [
        `${name}${trained ? ' (held out)' : ''}`,
        ...numbers(score),
      ])
    : [];
  return [
    '## References',
    table(['', ...scoreHead, 'URL exact', 'issued exact', 'accessed exact'], rows),
    '### By language: own',
    table(['language', ...scoreHead], langs(own.references)),
    '### By language: generated',
    table(['language', ...scoreHead], langs(generated)),
    ...(optional
      ? [
          '### By language: optional, never trained on',
          table(['language', ...scoreHead], langs(optional.untrained)),
          '### By source: optional',
          table(['source', ...scoreHead], sources),
        ]
      : []),
  ].join('\n\n');
}

function fieldsPart({ own, generated, optional }: Evaluation): string {
  const sets: [string, Score][] = [
    ['own', own.references.score],
    ['generated', generated.score],
    ...(optional
      ? ([
          ['never trained on', optional.untrained.score],
          ['held out', optional.heldOut.score],
        ] as [string, Score][])
      : []),
  ];
  const rows = [...recordFields, ...extraFields].map((field) => [
    field,
    ...sets.flatMap(([, { fields }]) => {
      const one = fields[field];
      return [percent(one?.precision), percent(one?.recall), percent(one?.f1)];
    }),
  ]);
  const head = ['field', ...sets.flatMap(([name]) => [`${name}: P`, 'R', 'F1'])];
  return ['## By field', 'Precision, recall and F1.', table(head, rows)].join('\n\n');
}

const splitRow = (name: string, split: SplitScore): string[] => [
  name,
  String(split.notes),
  String(split.citations),
  percent(split.precision),
  percent(split.recall),
  percent(split.f1),
  percent(split.perNote),
  percent(split.whole),
  percent(split.leftEmpty),
  percent(split.fields.microF1),
];

function notesPart({ own, optional }: Evaluation): string {
  const head =
    'notes|citations|split P|R|F1|count exact|all spans|commentary left empty|fields micro-F1'.split('|');
  const byLang = (name: string, { byLang: langs }: NotesResult) =>
    Object.entries(langs).map(([lang, split]) => splitRow(`${name}, ${lang}`, split));
  const rows = [
    splitRow('own', own.notes.all),
    ...byLang('own', own.notes),
    ...Object.entries(optional?.notes ?? {}).map(([name, { all }]) => splitRow(name, all)),
  ];
  return [
    '## Notes into citations',
    'A citation is found where its span and the marked one share 80 % of their union. *Count exact*: as many citations as are printed.',
    table(['', ...head], rows),
  ].join('\n\n');
}

const documentColumns: [head: string, rate: string][] = [
  ['notes found', 'notes_recall'],
  ['of those said', 'notes_precision'],
  ['citations per note', 'citations_per_note_exact'],
  ['commentary left empty', 'commentary_note_left_empty'],
  ['URL recall', 'url_recall'],
  ['URL precision', 'url_precision'],
  ['title', 'title'],
  ['container', 'container'],
  ['issued', 'issued'],
  ['accessed', 'accessed'],
  ['authors', 'author_all'],
  ['page', 'page'],
];

function documentsPart({ own, optional }: Evaluation): string {
  const row = (name: string, counts: Record<string, [number, number]>) => [
    name,
    ...documentColumns.map(([, rate]) => share(counts[rate])),
  ];
  const rows = (name: string, { all, each }: DocumentsResult) => [
    row(`**${name}**`, all),
    ...Object.entries(each).map(([id, { unreadable, counts }]) =>
      row(`${id}${unreadable ? ' (not read)' : ''}`, counts),
    ),
  ];
  return [
    '## Whole documents',
    'URLs are compared sign for sign; titles, containers and names as `articles/score_articles.py` does.',
    table(
      ['document', ...documentColumns.map(([head]) => head)],
      [...rows('own', own.documents), ...(optional ? rows('optional', optional.documents) : [])],
    ),
  ].join('\n\n');
}

function stylesPart({ own, generated }: Evaluation): string {
  const rows = (result: ReferenceResult) =>
    Object.entries(result.byStyle).map(([style, score]) => [style, ...numbers(score)]);
  return [
    '## By style',
    '### Own',
    table(['style', ...scoreHead], rows(own.references)),
    '### Generated',
    table(['style', ...scoreHead], rows(generated)),
  ].join('\n\n');
}
