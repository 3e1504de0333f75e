import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint/index.ts';
import { loadParser } from '../../src/parse/index.ts';
import { readDocument } from '../../src/read/index.ts';
import { floods } from './floods.ts';

/** Characters of each flood here; the slow suite takes them whole. */
const size = 8_000;

describe('a text made to take long', { timeout: 60_000 }, () => {
  it.each(floods.map(({ name, text }) => [name, text] as const))('%s ends', async (name, text) => {
    const parser = await loadParser();
    const source = await readDocument(name, new TextEncoder().encode(text.slice(0, size)), {
      maxBytes: 16 * 1024 * 1024,
    });
    if ('unreadable' in source) {
      expect(source.unreadable).toMatch(/\.$/);
      return;
    }
    const { notes } = parser.parse(source);
    expect(notes.length).toBeLessThanOrEqual(size);
    const perRule = new Map<string, number>();
    for (const { rule } of lint(source, notes, { today: '2026-01-01' }))
      perRule.set(rule, (perRule.get(rule) ?? 0) + 1);
    expect(Math.max(0, ...perRule.values())).toBeLessThanOrEqual(1000);
  });
  it('pollutes no prototype', () => {
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('a document of more notes than are read', { timeout: 60_000 }, () => {
  it('keeps the links of those that are not, and says so', async () => {
    const parser = await loadParser();
    const many = Array.from(
      { length: 60_000 },
      (_, index) => `[${index + 1}] ${'x'.repeat(20)} ${index} https://a.example/${index}`,
    );
    const source = await readDocument('a.txt', new TextEncoder().encode(`Notes\n\n${many.join('\n')}\n`), {
      maxBytes: 16 * 1024 * 1024,
    });
    if ('unreadable' in source) throw new Error(source.unreadable);
    const { notes, findings } = parser.parse(source);
    expect(notes.at(-1)?.citations[0]?.urls).toEqual(['https://a.example/59999']);
    expect(findings.map(({ rule }) => rule)).toContain('notes-unread');
  });
});
