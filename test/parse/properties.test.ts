import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadParser } from '../../src/parse/index.ts';
import { plainSource } from '../../src/read/source.ts';

/** Bits notes are made of, good and broken, thrown together at random. */
const bits = [
  '参考文献\n',
  'References\n',
  '[1] ',
  '「2」',
  '③',
  '\n',
  '\n\n',
  ' ',
  '。',
  '; ',
  '；',
  '(',
  '）',
  '「',
  '」',
  '《',
  '“',
  '”',
  '李文川:《港口与市镇》,上海:海潮出版社2011年版,第23页',
  '「港の統計」、海辺県、2020年5月1日',
  'Anna Brandt, “Reading in the Harbour,” Journal of Urban Letters 12, no. 3 (2009): 201–219',
  'Linden, op. cit., n. 1',
  '同上',
  '위의 책, 41쪽',
  'See ',
  '参见',
  'https://www.example.org/a(b)/c.html',
  'htp://x.org/',
  '(最終閲覧日2024年4月2日)',
  'doi:10.1234/abc.1',
  '2020-13-45',
  '令和99年',
  '\u0000',
  '\ud800',
  '𠮷野家',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...bits), fc.string({ maxLength: 12, unit: 'grapheme' })), {
    maxLength: 24,
  })
  .map((parts) => parts.join(''));

describe('whatever the text', async () => {
  const parser = await loadParser();

  it('every note is the slice at its place, and its citations lie in it, in order, apart', () => {
    fc.assert(
      fc.property(text, (body) => {
        const source = plainSource('x.txt', 'text', body);
        const { notes } = parser.parse(source);
        for (const note of notes) {
          expect(note.text).toBe(source.text.slice(note.place.offset, note.place.end));
          let from = note.place.offset;
          for (const { place, confidence, item } of note.citations) {
            expect(place.offset).toBeGreaterThanOrEqual(from);
            expect(place.end).toBeGreaterThan(place.offset);
            expect(place.end).toBeLessThanOrEqual(note.place.end);
            expect(confidence).toBeGreaterThanOrEqual(0);
            expect(confidence).toBeLessThanOrEqual(1);
            expect(item.id).not.toBe('');
            from = place.end;
          }
          for (const { text: said, place } of note.commentary)
            expect(said).toBe(source.text.slice(place.offset, place.end));
        }
        const ids = notes.flatMap((note) => note.citations.map(({ item }) => item.id));
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 250 },
    );
  });

  it('a line is read as a note or as a reference without a throw, in offsets of the line', () => {
    fc.assert(
      fc.property(text, (line) => {
        let from = 0;
        for (const { start, end } of parser.parseNote(line).citations) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(line.length);
          from = end;
        }
        expect(parser.parseReference(line).confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });

  it('every link printed in a note is a link of one of its citations', () => {
    const links = fc.array(
      fc.constantFrom(
        'Harbour Office, "Tides", 2019. https://www.example.org/tides/2019.html.',
        '「港の統計」、海辺県、2020年5月1日。https://www.example.jp/port/2020.html(最終閲覧日2021年3月2日)。',
        '港务局:《风》,2017年3月1日,https://www.example.org/2017/c_118.htm。',
        'This is said at https://www.example.com/said and elsewhere.',
      ),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(links, (parts) => {
        const line = parts.join(' ');
        const urls = parser.parseNote(line).citations.flatMap((citation) => citation.urls);
        expect(urls).toHaveLength(parts.length);
      }),
      { numRuns: 60 },
    );
  });
});
