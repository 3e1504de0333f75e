import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Citation } from '../../src/model/citation.ts';
import type { Name } from '../../src/model/item.ts';
import { Item } from '../../src/model/item.ts';
import { loadParser } from '../../src/parse/index.ts';
import { readDocument } from '../../src/read/index.ts';
import { evaluationData } from '../evaluation-data.ts';

const article = evaluationData('seed', 'article.txt');
const gold = evaluationData('seed', 'gold.json');

/** One citation as a person read it: only what is printed. */
interface Expected {
  type: string;
  typeAlt?: string[];
  lang: string;
  title: string;
  author?: string[];
  container?: string;
  publisher?: string;
  issued?: string;
  accessed?: string;
  volume?: string;
  issue?: string;
  page?: string;
  DOI?: string;
  urls?: string[];
}

const folded = (text: string | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
const nameOf = (name: Name): string =>
  /\p{Script=Han}/u.test(name.literal ?? '')
    ? folded(name.literal)
    : (name.literal ?? `${name.given ?? ''} ${name.family ?? ''}`)
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean)
        .sort()
        .join(' ');
const dateOf = (date: Citation['item']['issued']): string =>
  (date?.['date-parts']?.[0] ?? []).map((part) => String(part).padStart(2, '0')).join('-');
const pagesOf = (text: string | undefined): string => (text ?? '').replace(/[–—]/g, '-');

/** Each field with what was read and what should have been. */
const fields: Record<string, (read: Citation, want: Expected) => [unknown, unknown]> = {
  type: ({ item }, want) => [[want.type, ...(want.typeAlt ?? [])].includes(item.type) || item.type, true],
  language: ({ item }, want) => [item.language?.slice(0, 2), want.lang.slice(0, 2)],
  title: ({ item }, want) => [folded(item.title), folded(want.title)],
  author: ({ item }, want) => [
    (item.author ?? []).map(nameOf),
    (want.author ?? []).map((literal) => nameOf({ literal })),
  ],
  container: ({ item }, want) => [item['container-title'], want.container],
  publisher: ({ item }, want) => [item.publisher, want.publisher],
  issued: ({ item }, want) => [dateOf(item.issued), want.issued ?? ''],
  accessed: ({ item }, want) => [dateOf(item.accessed), want.accessed ?? ''],
  volume: ({ item }, want) => [item.volume, want.volume],
  issue: ({ item }, want) => [item.issue, want.issue],
  page: ({ item, locator }, want) => [pagesOf(item.page ?? locator?.value), pagesOf(want.page)],
  DOI: ({ item }, want) => [item.DOI, want.DOI],
  urls: ({ urls }, want) => [urls, want.urls ?? []],
};

describe.skipIf(!article || !gold)('the article, note by note against a reading by hand', () => {
  it('gives every note, citation, link and field', async () => {
    const wanted = JSON.parse(readFileSync(gold as string, 'utf8')).notes as {
      label: string;
      citations: Expected[];
    }[];
    const source = await readDocument('article.txt', readFileSync(article as string));
    if ('unreadable' in source) throw new Error(source.unreadable);
    const { notes, findings } = (await loadParser()).parse(source);
    const citations = notes.flatMap((note) => note.citations);
    expect({
      notes: notes.length,
      citations: citations.length,
      urls: citations.flatMap(({ urls }) => urls).length,
      distinctUrls: new Set(citations.flatMap(({ urls }) => urls)).size,
      dois: citations.filter(({ item }) => item.DOI).length,
      accessed: citations.filter(({ item }) => item.accessed).length,
    }).toEqual({ notes: 34, citations: 46, urls: 34, distinctUrls: 32, dois: 2, accessed: 24 });
    expect(notes.map(({ label, citations: own }) => [label, own.length])).toEqual(
      wanted.map(({ label, citations: own }) => [label, own.length]),
    );
    const tally: Record<string, string> = {};
    const wrong: string[] = [];
    const pairs = citations.map((read, at) => [read, wanted.flatMap((note) => note.citations)[at]!] as const);
    for (const [field, compare] of Object.entries(fields)) {
      const judged = pairs.map(([read, want]) => compare(read, want));
      const right = judged.filter(([read, want]) => JSON.stringify(read) === JSON.stringify(want));
      tally[field] = `${right.length} of ${judged.length}`;
      for (const [read, want] of judged)
        if (JSON.stringify(read) !== JSON.stringify(want))
          wrong.push(`${field}: ${JSON.stringify(read)} for ${JSON.stringify(want)}`);
    }
    console.info(`The article, field by field: ${JSON.stringify(tally, null, 2)}`);
    expect(wrong).toEqual([]);
    for (const { item, place } of citations) {
      expect(Item.safeParse(item).success).toBe(true);
      expect(source.text.slice(place.offset, place.end).trim()).not.toBe('');
    }
    expect(notes.map(({ text, place }) => text === source.text.slice(place.offset, place.end))).not.toContain(
      false,
    );
    expect(findings.filter(({ rule }) => rule === 'malformed-marker')).toMatchObject([{ actual: '「33」' }]);
    expect(notes.filter(({ references }) => references.length === 0)).toEqual([]);
    expect(notes.flatMap(({ commentary }) => commentary).map(({ text }) => text)).toHaveLength(3);
  });
});
