import { describe, expect, it } from 'vitest';
import { loadParser } from '../../../src/parse/index.ts';

describe('single lines', async () => {
  const parser = await loadParser();

  it('a note gives its citations with offsets into the line', () => {
    const line =
      'See John Orchard, Tolls of the Sea (London: Quay Press, 1985), 12; 李文川:《港口与市镇》,上海:海潮出版社2011年版。';
    const { citations } = parser.parseNote(line);
    expect(citations.map(({ start, end }) => line.slice(start, end))).toEqual([
      'John Orchard, Tolls of the Sea (London: Quay Press, 1985), 12',
      '李文川:《港口与市镇》,上海:海潮出版社2011年版。',
    ]);
    expect(citations.every(({ item }) => item.id && item.type)).toBe(true);
  });

  it('a reference gives one item', () => {
    const { item, urls, confidence } = parser.parseReference(
      '「港の統計」、外務省、2020年5月1日 https://www.example.jp/port/2020.html(最終閲覧日2021年3月2日)。',
    );
    expect(item).toMatchObject({
      title: '港の統計',
      publisher: '外務省',
      issued: { 'date-parts': [[2020, 5, 1]] },
      accessed: { 'date-parts': [[2021, 3, 2]] },
      language: 'ja',
    });
    expect(urls).toEqual(['https://www.example.jp/port/2020.html']);
    expect(confidence).toBeGreaterThan(0.5);
  });

  it.each([
    ['', []],
    ['   ', []],
    ['。', []],
    ['Emphasis added.', []],
  ])('%j cites nothing', (line, expected) => {
    expect(parser.parseNote(line).citations).toEqual(expected);
  });
});
