import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreDocument } from '../../evaluation/parse/score/documents.ts';
import { type Count, compare } from '../../evaluation/parse/score/fields.ts';
import { foldedField } from '../../evaluation/parse/score/folding.ts';
import { likeness } from '../../evaluation/parse/score/likeness.ts';
import { SplitTally } from '../../evaluation/parse/score/notes.ts';
import { sameName, sharedNames } from '../../evaluation/parse/score/people.ts';
import { Tally } from '../../evaluation/parse/score/tally.ts';

describe('folding', () => {
  it.each([
    ['title', 'Ｈegel’s  Élan: 2nd', 'hegelselan2nd'],
    ['title', 'がんと カルテ', 'がんとカルテ'],
    ['container-title', 'In: 《法学》', '法学'],
    ['container-title', 'The Lancet', 'lancet'],
    ['publisher', 'Springer Verlag GmbH', 'springer'],
    ['publisher', 'Verlag', 'verlag'],
    ['page', 'pp. 178–85', '178-185'],
    ['page', '第012页', '12'],
    ['page', 'e1205-e1211', 'e1205-1211'],
    ['volume', '第16卷', '16'],
    ['issue', 'No. 07', '7'],
    ['issue', '3/4', '3-4'],
    ['DOI', 'https://doi.org/10.1000/ABC.1.', '10.1000/abc.1'],
    ['URL', 'HTTPS://www.Example.org/a/', 'example.org/a'],
    ['issued-full', '2021年3月4日', '2021-03-04'],
    ['issued-year', '1998-05', '1998'],
    ['edition', '3rd rev.', '3'],
    ['type', 'paper-conference', 'inbook'],
    ['volume', '', undefined],
  ])('%s %s is %s', (field, value, folded) => expect(foldedField(field, value)).toBe(folded));

  it('reads CSL dates as printed ones', () => {
    expect(foldedField('accessed', { 'date-parts': [[2020, 1, 9]] })).toBe('2020-01-09');
    expect(foldedField('issued-year', { raw: 'spring 1987' })).toBe('1987');
  });
});

describe('names', () => {
  it.each([
    [{ family: 'van den Berg', given: 'P.' }, { family: 'Berg', given: 'Pieter' }, true],
    [{ family: 'Kim', given: 'Hyun-Wook' }, { literal: 'Hyun-Wook Kim' }, true],
    [{ literal: '［日］丸山眞男' }, { literal: '丸山眞男' }, true],
    [{ literal: 'The White House' }, { literal: 'White House' }, true],
    [{ family: 'Smith', given: 'A.' }, { family: 'Smyth', given: 'A.' }, false],
    [{ literal: '王力' }, { literal: '王力宏' }, false],
  ])('%j and %j: %s', (one, other, same) => expect(sameName(one, other)).toBe(same));

  it('counts the names two lists share in order', () => {
    expect(sharedNames(['甲', '乙', '丙'], ['甲', '丁', '丙'])).toBe(2);
    expect(sharedNames(['甲', '乙'], ['乙', '甲'])).toBe(1);
  });
});

describe('likeness', () => {
  it.each([
    ['abcd', 'bcde', 0.75],
    ['', '', 1],
    ['abc', 'xyz', 0],
    ['private thread', 'privatethread', 26 / 27],
  ])('of %s and %s is %f', (one, other, ratio) => expect(likeness(one, other)).toBeCloseTo(ratio, 10));
});

describe('a record', () => {
  const count = (right: number, wrong: number, missed: number, soft = right): Count => ({
    right,
    wrong,
    missed,
    soft,
  });
  const gold = {
    title: '论语译注',
    author: [{ literal: '杨伯峻' }],
    issued: '1980',
    page: '12',
    publisher: '中华书局',
  };
  it.each([
    ['right', 'title', {}, { title: '《论语译注》' }, count(1, 0, 0)],
    ['wrong', 'title', {}, { title: '论语' }, count(0, 1, 1)],
    ['missed', 'title', {}, {}, count(0, 0, 1)],
    ['invented', 'volume', {}, { volume: '3' }, count(0, 1, 0)],
    ['ignored', 'title', { ignore: ['title'] }, { title: '?' }, undefined],
    ['another order', 'author', {}, { author: [{ literal: '峻杨伯' }] }, count(0, 1, 1)],
    ['accepted year', 'issued-year', { alt: { issued: ['1981'] } }, { issued: '1981' }, count(1, 0, 0)],
    ['issue as volume', 'volume', { alt: { 'issue-as-volume': true } }, { volume: '3' }, undefined],
  ])('%s', (_, field, leniency, said, expected) =>
    expect(compare({ csl: gold, ...leniency }, said).get(field)).toEqual(expected),
  );

  it('takes a DOI said as its URL for the same', () => {
    const doi = { csl: { DOI: '10.1/x' } };
    expect(compare({ csl: { DOI: '10.1000/x' } }, { URL: 'https://doi.org/10.1000/X' }).get('DOI')).toEqual(
      count(1, 0, 0),
    );
    expect(compare(doi, { URL: 'https://example.org' }).get('DOI')).toEqual(count(0, 0, 1));
  });

  it('is added up to precision, recall and whole records', () => {
    const tally = new Tally();
    tally.add(compare({ csl: gold }, { ...gold }));
    tally.add(compare({ csl: gold }, { ...gold, title: '论', volume: '1' }));
    const { whole, core4, fields, microF1 } = tally.score();
    expect([whole, core4]).toEqual([0.5, 0.5]);
    expect(fields.title).toMatchObject({ precision: 0.5, recall: 0.5, f1: 0.5, printed: 2 });
    expect(fields.volume).toMatchObject({ precision: 0, printed: 0 });
    expect(microF1).toBeCloseTo(18 / (18 + 2 + 1), 10);
  });
});

describe('a note', () => {
  it('is split right where spans share four fifths', () => {
    const tally = new SplitTally();
    const gold = [
      { start: 0, end: 10, csl: { title: '甲' } },
      { start: 12, end: 20, csl: {}, full: false },
    ];
    tally.add(gold, [
      { start: 0, end: 9, csl: { title: '甲' } },
      { start: 15, end: 20, csl: {} },
    ]);
    tally.add([], []);
    tally.add([], [{ start: 0, end: 3, csl: {} }]);
    expect(tally.score()).toMatchObject({
      precision: 1 / 3,
      recall: 0.5,
      perNote: 2 / 3,
      whole: 1 / 3,
      leftEmpty: 0.5,
    });
    expect(tally.score().fields.whole).toBe(1);
  });

  it('never scores above one, whatever is said', () => {
    const span = fc
      .tuple(fc.nat(30), fc.nat(30))
      .map(([start, size]) => ({ start, end: start + size + 1, csl: {} }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), fc.array(span, { maxLength: 6 }), (gold, said) => {
        const tally = new SplitTally();
        tally.add(gold, said);
        const { precision, recall, f1 } = tally.score();
        for (const part of [precision, recall, f1]) expect(part >= 0 && part <= 1).toBe(true);
      }),
    );
  });
});

describe('a document', () => {
  const url = 'https://example.org/a(b)';
  const gold = {
    id: 'x',
    notes: [
      { label: '1', text: '甲', citations: [{ title: '甲', author: ['王力'], issued: '1999', urls: [url] }] },
      { label: '2', text: '乙', citations: [] },
    ],
  };
  it('is right against itself', () => {
    const said = [
      {
        label: '[1]',
        citations: [{ title: '甲', author: [{ literal: '王力' }], issued: '1999', urls: [url] }],
      },
      { label: '2', citations: [] },
    ];
    for (const [rate, [right, of]] of Object.entries(scoreDocument(said, gold).counts()))
      expect([rate, right]).toEqual([rate, of]);
  });
  it('counts a lost note, an altered URL and an invented citation', () => {
    const said = [
      { label: '1', citations: [{ title: '甲', URL: 'https://example.org/a(b' }] },
      { label: '2', citations: [{ title: '丙' }] },
      { label: '3', citations: [] },
    ];
    const counts = scoreDocument(said, gold).counts();
    expect(counts.url_recall).toEqual([0, 1]);
    expect(counts.url_precision).toEqual([0, 1]);
    expect(counts.notes_precision).toEqual([2, 3]);
    expect(counts.commentary_note_left_empty).toEqual([0, 1]);
    expect(counts.issued).toEqual([0, 1]);
  });
});
