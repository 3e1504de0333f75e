import { describe, expect, it } from 'vitest';
import { readReview } from '../../src/read/review.ts';

const text = `= 港の本

港は門である@<fn>{gate}。本もある@<bib>{tolls}@<bib>{missing}。

//footnote[gate][青木遥『港の@<b>{門}』（潮文堂、2008年）。]

//bibpaper[tolls][海の通行料]{
  岸辺望 著『海の通行料』@<br>{}
  @<href>{https://www.example.jp/tolls, 紹介}@<br>{}
//}
`;

describe('Re:VIEW', () => {
  const source = readReview('x.re', text);

  it('gives its notes and entries with what refers to them', () => {
    expect(
      source.notes.map((note) => [
        note.label,
        source.text.slice(note.start, note.end),
        note.references.length,
      ]),
    ).toEqual([
      ['gate', '青木遥『港の門』（潮文堂、2008年）。', 1],
      ['tolls', '岸辺望 著『海の通行料』 紹介', 1],
    ]);
    expect(source.links).toMatchObject([{ url: 'https://www.example.jp/tolls' }]);
    expect(source.findings.map(({ rule, data }) => [rule, data?.label])).toEqual([
      ['marker-without-note', 'missing'],
    ]);
  });

  it('keeps the way back to the lines', () => {
    const [note] = source.notes;
    expect(source.place(note?.start ?? 0)).toMatchObject({ line: 5, column: 18 });
  });
});
