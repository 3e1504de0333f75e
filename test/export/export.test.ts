import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { type ExportFormat, exportItems } from '../../src/export/index.ts';
import type { Item } from '../../src/model/item.ts';

const require = createRequire(import.meta.url);
const { Cite } = require('@citation-js/core');
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-ris');

const items: Item[] = [
  {
    id: 'lopez-2023',
    type: 'webpage',
    author: [{ family: 'Lopez', given: 'C. Todd' }],
    title: 'R&D at 50% {more} #1 with C:\\input{x} ~ ^ $5_000 "quoted" -- it\'\'s',
    publisher: 'Simon and Schuster',
    URL: 'https://example.org/a_b?x=1&y=%E6%97%A5#frag~1',
    issued: { 'date-parts': [[2023, 3, 1]] },
    accessed: { 'date-parts': [[2024, 2, 27]] },
    language: 'en',
  },
  {
    id: 'wang-2024',
    type: 'article-journal',
    author: [
      { family: '王', given: '小明' },
      { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
    ],
    title: '日米同盟の「統合抑止」 😀',
    'container-title': '国际政治研究',
    volume: '46',
    issue: '1',
    page: '53-54',
    DOI: '10.1000/x_(y)<z>1',
    issued: { 'date-parts': [[2024]] },
    language: 'zh-Hans',
  },
];

const readBack = (text: string) =>
  new Cite(text).data.map((item: Record<string, unknown>) => {
    const { _graph, 'citation-key': _, ...rest } = item;
    return rest;
  });

describe('what is written reads back as it was', () => {
  it('BibLaTeX', async () => {
    expect(readBack(await exportItems(items, 'biblatex'))).toEqual(items);
  });
  it('CSL-JSON', async () => {
    expect(JSON.parse(await exportItems(items, 'csl-json'))).toEqual(items);
  });
  it.each(['biblatex', 'bibtex', 'ris', 'csl-json'] as ExportFormat[])(
    '%s has one entry an item',
    async (format) => {
      expect(readBack(await exportItems(items, format))).toHaveLength(items.length);
    },
  );
});
