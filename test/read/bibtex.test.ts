import { describe, expect, it } from 'vitest';
import { processorMs } from '../processor-time.ts';
import { readText } from './shape.ts';

const read = (text: string) => readText('a.bib', text);

describe('BibTeX', () => {
  it('reads fields, macros, names, dates and crossrefs, and keeps keys', async () => {
    const source = await read(String.raw`% me@example.org
@string{jos = "Journal of " # {Stuff}}
@article{müller_2020, author = {M{\"u}ller, Hans and van der Berg, Jan and {World Health Organization} and Ludwig van Beethoven and 王小明 and others},
  title = {The {DNA} of \'Etudes --- a {\o}re}, journal = jos # { X}, year = 2020, month = mar, pages = {12--34}, url = {https://example.org/a_b\%20c~d}, doi={https://doi.org/10.1000/xyz}}
@misc{web, howpublished = "\url{https://e.org/x}", title = "A {"}title{"}", date={2020-01/2020-03}, urldate={2021-05-06}}
@inproceedings{part, title={P}, crossref={conf}}
@proceedings{conf, title={Proc}, editor={A. B}, year={1999}}`);
    expect(source.findings).toEqual([]);
    expect(source.entries.map(({ item }) => item)).toEqual([
      {
        id: 'müller_2020',
        type: 'article-journal',
        title: 'The DNA of Études — a øre',
        'container-title': 'Journal of Stuff X',
        page: '12-34',
        DOI: '10.1000/xyz',
        URL: 'https://example.org/a_b%20c~d',
        author: [
          { family: 'Müller', given: 'Hans' },
          { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
          { literal: 'World Health Organization' },
          { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
          { literal: '王小明' },
        ],
        issued: { 'date-parts': [[2020, 3]] },
      },
      {
        id: 'web',
        type: 'document',
        title: 'A "title"',
        URL: 'https://e.org/x',
        issued: {
          'date-parts': [
            [2020, 1],
            [2020, 3],
          ],
        },
        accessed: { 'date-parts': [[2021, 5, 6]] },
      },
      {
        id: 'part',
        type: 'paper-conference',
        title: 'P',
        'container-title': 'Proc',
        editor: [{ family: 'B', given: 'A.' }],
        issued: { 'date-parts': [[1999]] },
      },
      {
        id: 'conf',
        type: 'book',
        title: 'Proc',
        editor: [{ family: 'B', given: 'A.' }],
        issued: { 'date-parts': [[1999]] },
      },
    ]);
  });

  it('tells a bad entry and reads the others', async () => {
    const source = await read(
      '@book{open, title = {No close\n@misc{ok, title={Fine}}\n@misc{odd, title}\n@book{last, title="z"}',
    );
    expect(source.entries.map(({ key }) => key)).toEqual(['ok', 'last']);
    expect(source.findings.map(({ place }) => place?.line)).toEqual([1, 3]);
  });

  it('holds keys and types of any name to be just names', async () => {
    const source = await read(
      '@constructor{__proto__, toString={x}, title={T}}\n@misc{constructor, title={U}}',
    );
    expect(source.entries.map(({ key, item }) => [key, item.type, item.title])).toEqual([
      ['__proto__', 'document', 'T'],
      ['constructor', 'document', 'U'],
    ]);
    expect(({} as Record<string, unknown>).title).toBeUndefined();
  });

  it('stops macros that double', async () => {
    const doubling = Array.from({ length: 60 }, (_, at) => `@string{s${at + 1} = s${at} # s${at}}`).join(
      '\n',
    );
    const source = await read(
      `@string{s0 = "ha ha ha "}\n${doubling}\n@misc{x, title = s60}\n@misc{y, title={fine}}`,
    );
    expect(source.entries.at(-1)?.key).toBe('y');
    expect(source.findings.length).toBeGreaterThan(0);
  });

  it.each([
    ['entries that never close', '@misc{a, title={'.repeat(60_000)],
    ['lines that begin entries', '@misc{a,\n'.repeat(100_000)],
    ['one long name', `@misc{a, author={${'a and '.repeat(150_000)}}}`],
    ['braces', `@misc{a, title=${'{'.repeat(500_000)}`],
    ['blanks', `@misc{a, author={x${' '.repeat(90_000)}y}}\n`.repeat(10)],
  ])('is not held up by %s', async (_, text) => {
    const begun = processorMs();
    await readText('a.bib', `@misc{first, title={x}}\n${text}`);
    expect(processorMs() - begun).toBeLessThan(2000);
  });
});
