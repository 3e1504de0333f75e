import { describe, expect, it } from 'vitest';
import { linksIn } from '../../../src/parse/reference/links.ts';
import { markerLength } from '../../../src/parse/reference/marker.ts';
import { namesOf } from '../../../src/parse/reference/names.ts';
import { tokenize } from '../../../src/parse/reference/tokens.ts';
import {
  dateOf,
  editionOf,
  numberOfPart,
  pagesOf,
  partOf,
  plainText,
} from '../../../src/parse/reference/values.ts';

describe('tokens', () => {
  it('cuts a CJK character, a word, a run of digits and a URL into a token each', () => {
    const text = '第3卷 カタカナ O’Neill https://a.example/x。';
    expect(tokenize(text, linksIn(text)).map((token) => token.text)).toEqual([
      '第',
      '3',
      '卷',
      'カタカナ',
      'O’Neill',
      'https://a.example/x',
      '。',
    ]);
  });

  it('keeps the place of every token', () => {
    const text = ' 王　小明, 2001 ';
    for (const token of tokenize(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
  });
});

it.each([
  ['[6] 王明', 4],
  ['［12］王明', 4],
  ['(1) Smith', 4],
  ['12. Smith', 4],
  ['3 Burin D', 2],
  ['[DAM77] Dam', 8],
  ['(2004) Smith', 0],
  ['1984. A novel', 0],
  ['Smith, J.', 0],
])('the marker of %s', (text, length) => {
  expect(markerLength(text)).toBe(length);
});

it.each([
  ['Smith, J. A., & Doe, R.', ['Smith|J. A.', 'Doe|R.']],
  ['Meirelles MN, De Souza W', ['Meirelles|MN', 'De Souza|W']],
  ['M. Chiani, A. Conti, and V. Tralli', ['Chiani|M.', 'Conti|A.', 'Tralli|V.']],
  ['Kohli, Martin/Dierkes, Meinold (Hg.)', ['Kohli|Martin', 'Dierkes|Meinold']],
  [
    'Bagatto, Giuseppe, Louise C. Paquette, and Joseph D. Shorthouse',
    ['Bagatto|Giuseppe', 'Paquette|Louise C.', 'Shorthouse|Joseph D.'],
  ],
  ['Giuseppe Andolfo and others', ['Andolfo|Giuseppe']],
  ['World Health Organization', ['World Health Organization']],
  ['王文,陶蕾,赵强,等', ['王文', '陶蕾', '赵强']],
  ['[美]理查德·J. 皮尔斯', ['理查德·J. 皮尔斯']],
  ['レイ・ボーリック著', ['レイ・ボーリック']],
  ['有村俊秀・杉野誠ほか', ['有村俊秀', '杉野誠']],
  ['박재훈.허철무', ['박재훈', '허철무']],
  ['国家发展和改革委员会', ['国家发展和改革委员会']],
  ['佚名', []],
])('the names in %s', (text, expected) => {
  expect(
    namesOf(text).map((name) => name.literal ?? [name.family, name.given].filter(Boolean).join('|')),
  ).toEqual(expected);
});

it.each([
  ['第12—15页', '12-15'],
  ['pp. 228–9', '228-9'],
  ['S. 44 ff.', '44'],
  ['５７ページ', '57'],
  ['e1234', 'e1234'],
  ['L', undefined],
])('the pages of %s', (text, expected) => {
  expect(pagesOf(text)).toBe(expected);
});

it('reads numbers, editions, dates, parts and plain text', () => {
  expect(numberOfPart('第３巻')).toBe('3');
  expect(numberOfPart('Bd. 2')).toBe('2');
  expect(numberOfPart('第十二期')).toBe('12');
  expect(editionOf('第二版')).toBe('2');
  expect(editionOf('3. Aufl.')).toBe('3');
  expect(dateOf('令和6年5月1日')).toEqual({ 'date-parts': [[2024, 5, 1]] });
  expect(dateOf('1998b')).toEqual({ 'date-parts': [[1998]] });
  expect(partOf('日常生活批判: 卷 1')).toEqual({ title: '日常生活批判', volume: '1' });
  expect(partOf('行政法: 上')).toEqual({ title: '行政法' });
  expect(plainText('《近代史》，')).toBe('近代史');
});
