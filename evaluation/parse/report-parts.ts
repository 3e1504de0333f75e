import type { Reliability } from './calibration.ts';
import type { Evaluation } from './evaluate.ts';
import { subsets } from './subsets.ts';
import { percent, quoted, table } from './table.ts';

/** Our figures beside what others reached and what is aimed at. */
export function targetsPart({ optional }: Evaluation): string {
  if (!optional) return '*The optional evaluation data is not present: only data of our own is measured.*';
  const rows = optional.subsets.map(({ name, score }) => {
    const { anystyle, retrained, perceptron, aim } = subsets.find((one) => one.name === name)!;
    const ours = `**${percent(score.whole)} / ${percent(score.microF1)}**`;
    return [name, String(score.records), ours, aim, perceptron, retrained, anystyle];
  });
  const splits = Object.entries(optional.notes).map(([name, { all }]) => [
    name === 'notes-bibtei' ? 'splitting real notes (F1)' : 'splitting composed notes (F1)',
    String(all.notes),
    `**${percent(all.f1)}**`,
    name === 'notes-bibtei' ? '85' : '97',
    '–',
    '–',
    name === 'notes-bibtei' ? 'naive 49.7' : 'naive 84.2',
  ]);
  return [
    '## Beside others',
    'Whole records / micro-F1. The last three columns were **measured on another half of the same collection** than ours, so they stand beside, not against; **AnyStyle does not claim Chinese, Japanese or Korean**. Retrained: AnyStyle trained on the visible half. Perceptron: 150 lines, one token a CJK character.',
    table(
      ['subset', 'records', 'refvouch', 'aim', 'perceptron', 'AnyStyle retrained', 'AnyStyle 1.6'],
      [...rows, ...splits],
    ),
    subsets.map(({ name, here }) => `- *${name}* is here ${here}.`).join('\n'),
  ].join('\n\n');
}

const meaning = ({ nine, nineCount }: Reliability): string =>
  nine === undefined ? 'nothing is said at 0.9' : `${percent(nine)} % of ${nineCount}`;

export function calibrationPart({ own, generated, optional }: Evaluation): string {
  const sets: [string, Record<string, Reliability>][] = [
    ['own', own.references.calibration],
    ['generated', generated.calibration],
    ...(optional
      ? ([
          ['optional, never trained on', optional.untrained.calibration],
          ['optional, held out', optional.heldOut.calibration],
        ] as [string, Record<string, Reliability>][])
      : []),
  ];
  const summary = sets.flatMap(([name, fields]) =>
    ['record', 'any field'].flatMap((field) => {
      const one = fields[field];
      return one ? [[`${name}: ${field}`, meaning(one), one.error.toFixed(3)]] : [];
    }),
  );
  const [name, fields] = sets[2] ?? sets[0]!;
  const bins = (field: string) =>
    (fields[field]?.bins ?? []).map(({ from, to, said, count, right }) => [
      `${from.toFixed(2)}–${to.toFixed(2)}`,
      String(count),
      percent(said),
      percent(right),
    ]);
  const perField = Object.entries(fields)
    .filter(([field]) => field !== 'record' && field !== 'any field')
    .map(([field, one]) => [field, meaning(one), one.error.toFixed(3)]);
  return [
    '## What a confidence means',
    'Of what is said with 0.85 to 0.95, how much is right; and the mean distance between said and right. The confidences were fitted on the records held out of training, so the other sets are the test.',
    table(['set', 'right at “0.9”', 'calibration error'], summary),
    `### Whole records (${name})`,
    table(['said', 'records', 'mean said', 'right'], bins('record')),
    `### Fields (${name})`,
    table(['said', 'fields', 'mean said', 'right'], bins('any field')),
    table(['field', 'right at “0.9”', 'calibration error'], perField),
  ].join('\n\n');
}

export function errorsPart({ own, generated, optional }: Evaluation): string {
  const shown = own.references.errors.map(({ field, kind, count, example }) => [
    `${field}: ${kind}`,
    String(count),
    example ? `${quoted(example.text)}: ${quoted(example.printed)}, said ${quoted(example.said)}` : '',
  ]);
  const counted = (errors: typeof own.references.errors) =>
    errors
      .slice(0, 10)
      .map(({ field, kind, count }) => `${field} ${kind} (${count})`)
      .join(', ');
  return [
    '## The commonest errors',
    table(['own data', 'records', 'one of them'], shown).replace('---: | ---: |\n', '---: | --- |\n'),
    `Generated: ${counted(generated.errors)}.`,
    ...(optional ? [`Optional, never trained on: ${counted(optional.untrained.errors)}.`] : []),
  ].join('\n\n');
}

export function speedPart({ speed }: Evaluation): string {
  if (!speed) return '';
  const { document } = speed;
  const rows = [
    ['citations a minute, one core', Math.round(speed.perMinute).toLocaleString('en'), 'at least 20,000'],
    ['loading the weights, ms', speed.loadMs.toFixed(0), 'under 60'],
    ['first reference after loading, ms', speed.firstMs.toFixed(0), '–'],
    ['weights as they ship, MB', (speed.weightsBytes / 1e6).toFixed(2), 'under 3'],
    [
      `${(document.bytes / 1e6).toFixed(1)} MB of Markdown, ${document.notes.toLocaleString('en')} notes found, s`,
      (document.ms / 1000).toFixed(1),
      'under 15',
    ],
    ['memory at its highest then, MB', document.maxRssMb.toFixed(0), 'under 600'],
  ];
  return [
    '## Speed and size',
    'Compiled as it ships, in a process of its own. Times are processor time of that process, its garbage collector included, on whatever machine made this report, and say as much of the machine as of the parser; sizes and counts do not.',
    table(['', 'measured', 'aim'], rows),
  ].join('\n\n');
}
