import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/lint/index.ts';
import { jaRules } from '../../src/report/messages/ja-rules.ts';
import { zhRules } from '../../src/report/messages/zh-rules.ts';
import { describedRules } from '../../src/report/rules.ts';

/** Ids that are put together or chosen while judging. */
const made = [
  ...['title', 'author', 'year', 'volume', 'issue', 'page', 'container'].map((field) => `${field}-differs`),
  ...['retracted', 'corrected', 'expression-of-concern', 'new-version'],
  ...['text-fragment-missing', 'anchor-missing', 'work-not-found'],
];

/** Ids as they stand in the code of a room: in a finding (a rule beside a severity) or in a row of a table of them. */
function idsIn(room: string): string[] {
  const folder = fileURLToPath(new URL(`../../src/${room}/`, import.meta.url));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.weights.ts'))
    .flatMap((file) => {
      const text = readFileSync(`${folder}${file}`, 'utf8');
      const found = text.matchAll(
        /(?:rule: '([a-z0-9-]+)',\s{1,40}severity\b|\[\s{0,20}'([a-z0-9-]+)',\s{1,20}'(?:info|warning|error|critical)')/g,
      );
      return [...found].map((match) => match[1] ?? (match[2] as string));
    });
}

const judged = [...new Set([...idsIn('judge'), ...made])].sort();
const linted = [
  ...new Set([...rules.map(({ id }) => id), ...idsIn('read'), ...idsIn('parse'), ...idsIn('lint')]),
].sort();

describe('every rule', () => {
  it('is found in the code', () => {
    expect(judged.length).toBeGreaterThan(40);
    expect(linted.length).toBeGreaterThan(60);
  });

  it.each([
    ['Chinese', zhRules],
    ['Japanese', jaRules],
  ])('has its sentence in %s', (_, table) => {
    expect([...judged, ...linted].filter((id) => table[id] === undefined)).toEqual([]);
  });

  it('of the verdict is described in one place or the other', () => {
    const described = new Set([...describedRules, ...rules.map(({ id }) => id)]);
    expect([...judged, ...linted].filter((id) => !described.has(id))).toEqual([]);
  });
});
