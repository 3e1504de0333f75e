import { describe, expect, it } from 'vitest';
import { rules } from '../../src/lint/index.ts';
import { linted, mended } from './linted.ts';

const paths = { bibtex: 'refs.bib', markdown: 'article.md' };

describe('the rules', () => {
  it('have ids of their own, a reason and examples', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, summary, why, examples } of rules) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
      expect(summary, id).toMatch(/[.’]$/);
      expect(why.length, id).toBeGreaterThan(30);
      expect(examples.length, id).toBeGreaterThan(0);
    }
  });

  for (const rule of rules)
    for (const [index, example] of rule.examples.entries())
      it(`${rule.id}: example ${index + 1} ${example.finds.length ? 'is found' : 'is left alone'}`, async () => {
        const path = example.format ? paths[example.format] : 'article.txt';
        const { source, findings } = await linted(example.text, path);
        const own = findings.filter((finding) => finding.rule === rule.id);
        expect(
          own
            .map(({ place }) => place && source.text.slice(place.offset, place.end))
            .map((found, at) => {
              const wanted = example.finds[at];
              // An entry is named by its beginning where the example does so.
              return wanted && found?.startsWith(wanted) ? wanted : found;
            }),
        ).toEqual(example.finds);
        if (example.fixed !== undefined) expect(mended(source.text, own)).toBe(example.fixed);
      });

  it('each rule has an example that is found and, but for what cannot be left alone, one that is not', () => {
    const never = rules.filter(({ examples }) => !examples.some(({ finds }) => finds.length > 0));
    expect(never.map(({ id }) => id)).toEqual(['notes-unread', 'unreadable-entry']);
    const always = rules.filter(({ examples }) => examples.every(({ finds }) => finds.length > 0));
    expect(always.map(({ id }) => id)).toEqual(['access-date-after-document', 'access-date-in-future']);
  });
});
