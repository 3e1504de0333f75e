import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Citation } from '../../src/model/citation.ts';
import { loadParser } from '../../src/parse/index.ts';
import { readDocument } from '../../src/read/index.ts';

/**
 * Pairs: a document of our own, and what its notes are: where citations begin and end, what leads to them, where they
 * point back to, their links and locators, and the findings. `UPDATE=1` rewrites the right side, to be read before it is kept.
 */
const folder = fileURLToPath(new URL('fixtures/', import.meta.url));

const faceOf = (text: string, { item, urls, mended, locator, prefix, backref, place }: Citation) => ({
  text: text.slice(place.offset, place.end),
  ...(urls.length ? { urls } : {}),
  ...(mended ? { mended } : {}),
  ...(item.DOI ? { DOI: item.DOI } : {}),
  ...(item.accessed ? { accessed: item.accessed['date-parts']?.[0]?.join('-') } : {}),
  ...(locator ? { locator: `${locator.label} ${locator.value}` } : {}),
  ...(prefix ? { prefix } : {}),
  ...(backref ? { backref } : {}),
});

describe('notes of documents, in pairs', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.md')))
    it(name, async () => {
      const source = await readDocument(name, readFileSync(folder + name));
      if ('unreadable' in source) throw new Error(source.unreadable);
      const { notes, findings } = (await loadParser()).parse(source);
      const read = {
        notes: notes.map((note) => ({
          label: note.label,
          marker: note.marker,
          references: note.references.length,
          citations: note.citations.map((citation) => faceOf(source.text, citation)),
          ...(note.commentary.length ? { commentary: note.commentary.map(({ text }) => text) } : {}),
          ...(note.findings.length ? { findings: note.findings.map(({ rule }) => rule) } : {}),
        })),
        findings: findings.map(({ rule, data, actual }) => [rule, data?.label ?? actual ?? '']),
      };
      const pair = folder + name.replace(/\.md$/, '.json');
      if (process.env.UPDATE || !existsSync(pair)) writeFileSync(pair, `${JSON.stringify(read, null, 2)}\n`);
      expect(read).toEqual(JSON.parse(readFileSync(pair, 'utf8')));
    });
});
