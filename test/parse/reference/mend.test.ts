import { describe, expect, it } from 'vitest';
import type { Field } from '../../../src/parse/reference/labels.ts';
import { mend } from '../../../src/parse/reference/mend.ts';

/** `text` with the stretch of each field named by its words. */
const mended = (text: string, parts: [field: Field, words: string][]): [string, string][] => {
  const segments = parts.map(([field, words]) => {
    const start = text.indexOf(words);
    return { field, start, end: start + words.length, chance: 0.9 };
  });
  return mend(text, segments).map(({ field, start, end }) => [field, text.slice(start, end)]);
};

type Row = [what: string, text: string, parts: [Field, string][], expected: [string, string][]];
const table: Row[] = [
  [
    'a title ends with its quote, and what follows `in` is the container',
    'P. Burke, ‘Short Ways’ in Pressing Problems in the Law (1994) 10–24.',
    [['title', 'Short Ways’ in Pressing Problems in the Law']],
    [
      ['title', 'Short Ways'],
      ['container-title', 'Pressing Problems in the Law'],
    ],
  ],
  [
    'edition words behind a quoted title are no part of it',
    '郭明，1992，《十批书》修订本，北京：商务印书馆。',
    [['title', '十批书》修订本']],
    [['title', '十批书']],
  ],
  [
    'quoted words that only open a title stay in it',
    'Bogen, R. (2000): „Soziale“ Ungleichheit. Bonn.',
    [['title', '„Soziale“ Ungleichheit']],
    [['title', '„Soziale“ Ungleichheit']],
  ],
  [
    'names before the quote are the author’s',
    '作者甲、作者乙：《标题》，2018年。',
    [['title', '作者甲、作者乙：《标题']],
    [
      ['author', '作者甲、作者乙：'],
      ['title', '标题'],
    ],
  ],
  [
    'a bare number behind a Western journal is its volume',
    'Doe, J. (1955). Fathers. Journal of Families 7, 188-201.',
    [
      ['title', 'Fathers'],
      ['container-title', 'Journal of Families'],
      ['issue', '7'],
      ['page', '188-201'],
    ],
    [
      ['title', 'Fathers'],
      ['container-title', 'Journal of Families'],
      ['volume', '7'],
      ['page', '188-201'],
    ],
  ],
  [
    'but not behind the word of an issue',
    'Doe, J. (1955). Fathers. Family Letters, Heft 7.',
    [
      ['title', 'Fathers'],
      ['container-title', 'Family Letters'],
      ['issue', '7'],
    ],
    [
      ['title', 'Fathers'],
      ['container-title', 'Family Letters'],
      ['issue', '7'],
    ],
  ],
  [
    'a book read as a container alone is the title',
    '牛明编：《湿地管理研讨会论文集》，北京：海洋出版社，2012年。',
    [
      ['editor', '牛明'],
      ['container-title', '湿地管理研讨会论文集'],
      ['publisher', '海洋出版社'],
    ],
    [
      ['editor', '牛明'],
      ['title', '湿地管理研讨会论文集'],
      ['publisher', '海洋出版社'],
    ],
  ],
  [
    'an abbreviated journal without a title stays a journal',
    'A. Batter. Tetrahedron Lett. 3169 (1978)',
    [
      ['author', 'A. Batter'],
      ['container-title', 'Tetrahedron Lett'],
      ['page', '3169'],
    ],
    [
      ['author', 'A. Batter'],
      ['container-title', 'Tetrahedron Lett'],
      ['page', '3169'],
    ],
  ],
];

describe('what is put right after the model', () => {
  it.each(table)('%s', (_what, text, parts, expected) => {
    expect(mended(text, parts)).toEqual(expected);
  });
});
