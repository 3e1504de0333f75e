import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessPhrase, scanDates } from '../../src/text/date.ts';

const partsIn = (text: string) => scanDates(text).map(({ date }) => date['date-parts']?.[0]);

describe('dates in print', () => {
  it.each([
    ['2024年2月27日', [2024, 2, 27]],
    ['２０２４年２月２７日', [2024, 2, 27]],
    ['二〇二四年二月二十七日', [2024, 2, 27]],
    ['令和6年3月15日', [2024, 3, 15]],
    ['令和元年5月', [2019, 5]],
    ['平成23年', [2011]],
    ['民國110年5月', [2021, 5]],
    ['中華民國一百一十年', [2021]],
    ['2020년 3월 2일', [2020, 3, 2]],
    ['2020. 3. 2.', [2020, 3, 2]],
    ['2020-03-02', [2020, 3, 2]],
    ['2020/3/2', [2020, 3, 2]],
    ['March 2, 2020', [2020, 3, 2]],
    ['2 Mar. 2020', [2020, 3, 2]],
    ['2nd March 2020', [2020, 3, 2]],
    ['May 23,2022', [2022, 5, 23]],
    ['2. März 2020', [2020, 3, 2]],
    ['2.3.2020', [2020, 3, 2]],
    ['le 2 mars 2020', [2020, 3, 2]],
    ['2 de marzo de 2020', [2020, 3, 2]],
    ['(2020)', [2020]],
  ])('%s', (text, parts) => expect(partsIn(text)).toEqual([parts]));

  it.each(['第2020页', '2020-45-99', '12:2020', 'A/2020/12', '19999', '二〇'])(
    '%s is no whole date',
    (text) => {
      expect(partsIn(text).filter((parts) => (parts?.length ?? 0) > 1)).toEqual([]);
    },
  );

  it.each([
    ['(最終閲覧日2024年2月27日)', true],
    ['最終アクセス：2024年2月27日', true],
    ['2024年2月27日閲覧', true],
    ['访问日期：2020年5月1日', true],
    ['2020年5月1日访问', true],
    ['(검색일: 2021. 5. 6.)', true],
    ['last visited Apr. 4, 2020', true],
    ['accessed 3 May 2020', true],
    ['abgerufen am 3. Mai 2020', true],
    ['consulté le 3 mai 2020', true],
    ['発行 2020年5月1日', false],
    ['March 2, 2020', false],
  ])('%s says when it was read: %s', (text, expected) => {
    const [date] = scanDates(text);
    expect(date && accessPhrase(text, date) !== undefined).toBe(expected);
  });

  it('reads back any day written in any of the forms, apart from others', () => {
    const day = fc.record({
      y: fc.integer({ min: 1900, max: 2039 }),
      m: fc.integer({ min: 1, max: 12 }),
      d: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(day, day, ({ y, m, d }, other) => {
        for (const text of [`${y}年${m}月${d}日`, `${y}-${m}-${d}`, `${y}년 ${m}월 ${d}일`])
          expect(partsIn(`${text}、${other.y}年${other.m}月`)).toEqual([
            [y, m, d],
            [other.y, other.m],
          ]);
      }),
    );
  });
});
