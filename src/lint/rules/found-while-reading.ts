import { type Example, list, type Rule } from '../rule.ts';

interface Row {
  id: string;
  severity: Rule['severity'];
  summary: string;
  why: string;
  examples: readonly Example[];
}

const notes =
  '[1] 某文，新华网，2024年2月25日。\n[2] 他文，新华网，2024年2月26日。\n[3] 又文，新华网，2024年2月27日。';

/** What reading and parsing find on their way; the rows document it and let it be set like any other rule. */
const rows: readonly Row[] = [
  {
    id: 'marker-without-note',
    severity: 'error',
    summary: 'A marker in the text has no note.',
    why: 'The reader looks for a source and finds none: a note was dropped, or the number is wrong.',
    examples: [
      { text: `甲。[1]乙。[2]丙。[3]丁。[7]\n\n参考文献\n\n${notes}`, finds: ['[7]'] },
      { text: `甲。[1]乙。[2]丙。[3]\n\n参考文献\n\n${notes}`, finds: [] },
    ],
  },
  {
    id: 'note-without-marker',
    severity: 'warning',
    summary: 'Nothing in the text refers to a note.',
    why: 'Its marker was deleted with a sentence, or never set.',
    examples: [
      {
        text: `甲。[1]乙。[2]丙。\n\n参考文献\n\n${notes}`,
        finds: ['又文，新华网，2024年2月27日。'],
      },
      { text: `甲。[1]乙。[2]丙。[3]\n\n参考文献\n\n${notes}`, finds: [] },
    ],
  },
  {
    id: 'note-order',
    severity: 'info',
    summary: 'A note stands after one with a higher number.',
    why: 'The list was put together from parts; number it anew.',
    examples: [
      list(
        '[1] 某文，新华网，2024年2月25日。\n[3] 又文，新华网，2024年2月27日。\n[2] 他文，新华网，2024年2月26日。',
        ['他文，新华网，2024年2月26日。'],
      ),
      list(notes),
    ],
  },
  {
    id: 'duplicate-label',
    severity: 'warning',
    summary: 'Two notes bear one label.',
    why: 'The reader cannot tell which of them the marker means.',
    examples: [
      list(
        '[1] 某文，新华网，2024年2月25日。\n[2] 他文，新华网，2024年2月26日。\n[2] 又文，新华网，2024年2月27日。',
        ['又文，新华网，2024年2月27日。'],
      ),
      list(notes),
    ],
  },
  {
    id: 'backref-unresolved',
    severity: 'warning',
    summary: 'An ibid., 同上 or 前掲 points at no earlier citation.',
    why: 'The note it leaned on was moved or deleted. Give the work in full.',
    examples: [
      {
        text: 'Notes\n\n[1] Ibid., p. 5.\n[2] Ann Bee, “One,” The Daily, May 3, 2020.',
        finds: ['Ibid., p. 5.'],
      },
      { text: 'Notes\n\n[1] Ann Bee, “One,” The Daily, May 3, 2020.\n[2] Ibid., p. 5.', finds: [] },
    ],
  },
  {
    id: 'notes-unread',
    severity: 'warning',
    summary: 'The document has more notes than are read in full.',
    why: 'Of the last ones only the links were taken. Split the document.',
    examples: [{ text: 'Notes\n\n[1] Ann Bee, “One,” The Daily, May 3, 2020.', finds: [] }],
  },
  {
    id: 'unreadable-entry',
    severity: 'error',
    summary: 'An entry of a bibliography cannot be read.',
    why: 'A brace or a comma is missing; the entries after it may be lost as well.',
    examples: [
      {
        text: '@book{a, author={Bee, Ann}, title={T}, publisher={P}, address={Q}, year={2020}}',
        finds: [],
        format: 'bibtex',
      },
    ],
  },
];

export const foundWhileReading: readonly Rule[] = rows.map((row) => ({
  ...row,
  reads: 'both',
  check: () => [],
}));
