import { describe, expect, it } from 'vitest';
import { generated } from '../../evaluation/parse/generate/index.ts';
import { ownDocuments, ownNotes, ownReferences } from '../../evaluation/parse/own.ts';
import { compare } from '../../evaluation/parse/score/fields.ts';
import { foldedDate } from '../../evaluation/parse/score/folding.ts';
import { Item } from '../../src/model/item.ts';
import { readDocument } from '../../src/read/index.ts';
import { compose } from '../../training/compose/index.ts';

const references = ownReferences();
const notes = ownNotes();
const documents = ownDocuments();
const made = generated(1, 3);

const asItem = (id: string, csl: Record<string, unknown>) => {
  const date = (value: unknown) =>
    value === undefined ? undefined : { 'date-parts': [String(value).split('-').map(Number)] };
  return { type: 'document', ...csl, id, issued: date(csl.issued), accessed: date(csl.accessed) };
};

describe('the marked data', () => {
  it('is as large and as wide as it is meant to be', () => {
    expect(references.length).toBeGreaterThanOrEqual(300);
    expect(notes.length).toBeGreaterThanOrEqual(60);
    expect(documents.length).toBeGreaterThanOrEqual(10);
    const langs = new Set(references.map(({ lang }) => lang));
    for (const lang of ['zh', 'zh-Hant', 'ja', 'ko', 'en', 'de', 'fr', 'es', 'it'])
      expect(langs).toContain(lang);
    expect(new Set(references.map(({ style }) => style)).size).toBeGreaterThanOrEqual(35);
  });

  it('has an id and a text of its own for every record', () => {
    const all = [...references, ...notes];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  });

  it.each(references.map((record) => [record.id, record] as const))(
    '%s gives a valid item',
    (id, { csl, text }) => {
      expect(Item.safeParse(asItem(id, csl)).error?.issues).toBeUndefined();
      expect(Object.keys(csl).length).toBeGreaterThan(1);
      expect(text).not.toMatch(/[⟦⟧⟪⟫⦃⦄]/);
      expect(text).toBe(text.trim());
      for (const field of ['issued', 'accessed'])
        if (csl[field]) expect(foldedDate(csl[field])).toBe(csl[field]);
    },
  );

  it('keeps every citation of a note inside it, in order and apart', () => {
    for (const { text, citations } of notes) {
      let before = 0;
      for (const { start, end } of citations) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        before = end;
      }
    }
    expect(notes.some(({ citations }) => citations.length === 0)).toBe(true);
    expect(notes.some(({ citations }) => citations.length > 2)).toBe(true);
  });

  it('has documents of every kind of text, each with its notes inside it', async () => {
    const endings = new Set(documents.map(({ name }) => name.replace(/^.*\./, '')));
    expect([...endings].sort()).toEqual(['html', 'md', 'tex', 'txt', 'wikitext']);
    for (const { name, text, gold } of documents) {
      expect(new Set(gold.notes.map(({ label }) => label)).size).toBe(gold.notes.length);
      for (const note of gold.notes) expect(text).toContain(note.text);
      expect(await readDocument(name, new TextEncoder().encode(text))).not.toHaveProperty('unreadable');
    }
  });
});

describe('generated references', () => {
  it('are the same for a seed, and valid', () => {
    expect(generated(1, 3)).toEqual(made);
    expect(generated(2, 3)).not.toEqual(made);
    for (const { id, csl } of made) expect(Item.safeParse(asItem(id, csl)).success).toBe(true);
    expect(generated(1, 9).length).toBeGreaterThanOrEqual(300);
  });

  it('share no title with what is composed for training', () => {
    const harvest = { people: [], titles: [], journals: [], publishers: [], places: [], bodies: [] };
    const trained = compose(7, 600, harvest)
      .map(({ text }) => text)
      .join('\n');
    for (const { csl } of made) expect(trained).not.toContain(csl.title);
  });
});

describe('gold against itself', () => {
  it('is whole', () => {
    for (const record of [...references, ...made])
      for (const [field, { wrong, missed }] of compare(record, record.csl))
        expect([record.id, field, wrong, missed]).toEqual([record.id, field, 0, 0]);
  });
});
