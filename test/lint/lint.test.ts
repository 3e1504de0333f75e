import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LintOptions, lint, rules, settle, shareOut, styleNames } from '../../src/lint/index.ts';
import { loadParser } from '../../src/parse/index.ts';
import { readDocument } from '../../src/read/index.ts';
import { processorMs } from '../processor-time.ts';
import { linted } from './linted.ts';

const tracked = '参考文献\n\n[1] 某文，新华网，2024年2月25日。 https://a.example/b?utm_source=x&id=1';
const rulesOf = async (text: string, options: Partial<LintOptions> = {}, path = 'a.txt') =>
  (await linted(text, path, options)).findings.map(({ rule, severity }) => `${rule} ${severity}`);

describe('lint', () => {
  it('holds to the table of rules: off, a severity, all but one', async () => {
    expect(await rulesOf(tracked)).toContain('url-tracking info');
    expect(await rulesOf(tracked, { rules: { 'url-tracking': 'off' } })).not.toContain('url-tracking info');
    expect(await rulesOf(tracked, { rules: { 'url-tracking': 'error' } })).toContain('url-tracking error');
    expect(await rulesOf(tracked, { rules: { '*': 'off', 'url-tracking': 'on' } })).toEqual([
      'url-tracking info',
    ]);
    expect(await rulesOf(tracked, { rules: { '*': false } })).toEqual([]);
  });

  it('holds what reading found to the same table', () => {
    const found = [{ rule: 'marker-without-note', severity: 'error', message: 'x' } as const];
    expect(settle(found, { 'marker-without-note': 'off' })).toEqual([]);
    expect(settle(found, { 'marker-without-note': 'info' })[0]?.severity).toBe('info');
    expect(settle(found, JSON.parse('{"__proto__": "off"}'))).toEqual(found);
  });

  it('holds notes to a style that is set, whatever their own habit', async () => {
    const notes =
      '参考文献\n\n[1] 甲：《一文》，《当代世界》，2021年第2期，第28页。\n[2] 乙：《二文》，《当代世界》，2021年第3期，第30页。';
    const found = await linted(notes, 'a.txt', { style: 'gb7714-2015' });
    expect(
      found.findings.filter(({ rule }) => rule === 'closing-stop').map(({ expected }) => expected),
    ).toEqual(['“.”', '“.”']);
    expect(await rulesOf(notes, { style: 'ciss' })).toEqual([]);
    for (const style of styleNames) await linted(notes, 'a.txt', { style });
  });

  it('lints a bibliography in place, with line and column', async () => {
    const bib =
      '@article{a,\n  title = {One},\n  author = {Bee, Ann},\n  journal = {J},\n  volume = 1, pages = {1--2},\n  year = {20x0},\n  doi = {https://doi.org/10.1000/182},\n  url = {www.site.example/x?utm_source=y},\n}\n@book{A, title={Two}}\n';
    const { findings } = await linted(bib, 'refs.bib');
    const said = findings.map(({ rule, place }) => `${place?.line}:${place?.column} ${rule}`).sort();
    expect(said).toEqual(
      [
        '10:1 bib-duplicate-key',
        '10:1 missing-author',
        '10:1 missing-date',
        '10:1 missing-place',
        '10:1 missing-publisher',
        '6:11 bib-date',
        '7:10 bib-doi',
        '8:10 bib-url',
        '8:10 url-scheme',
        '8:10 url-tracking',
      ].sort(),
    );
  });

  it('gives a finding in a note to the note, and the rest to the document', async () => {
    const { notes, findings } = await linted(`甲“乙。[1]\n\n${tracked}`, 'a.txt');
    const { byNote, rest } = shareOut(notes, findings);
    expect([...byNote.values()].flat().map(({ rule }) => rule)).toContain('url-tracking');
    expect(rest.map(({ rule }) => rule)).toContain('unbalanced-quotes');
  });

  it('never throws, and points at what is there, whatever the text', async () => {
    const parser = await loadParser();
    const pieces = fc.constantFrom(
      '[1]',
      '「',
      '」',
      '“',
      '”',
      '(',
      '（',
      '2024年',
      '2月30日',
      'https://',
      'www.',
      'a.example/b',
      '?utm_source=',
      '。',
      '.',
      ',',
      '\n',
      '参考文献',
      ' ',
      '\u00a0',
      '参见',
      'Ann B. Bee',
      'pp. 1-9',
      '第3页',
      '10.1000/1',
      '@book{a,',
      '}',
      '$',
      '\ud800',
      '最終閲覧日',
      '「33」',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 60 }), fc.boolean(), async (parts, bib) => {
        const source = await readDocument(bib ? 'a.bib' : 'a.txt', new TextEncoder().encode(parts.join('')));
        if ('unreadable' in source) return;
        for (const style of [undefined, 'ciss'] as const)
          for (const { place, fix } of lint(source, parser.parse(source).notes, {
            today: '2026-01-01',
            ...(style ? { style } : {}),
          })) {
            expect(place?.end ?? 0).toBeLessThanOrEqual(source.text.length);
            for (const { start, end } of fix?.edits ?? [])
              expect(start <= end && end <= source.text.length).toBe(true);
          }
      }),
      { numRuns: 60 },
    );
  });

  it('stays linear: ten times the notes, not much more than ten times the work', async () => {
    const note = (at: number) =>
      `[${at}] 甲${at}：《第${at}篇文章》，《当代世界》，2021年第2期，第${at}页，https://a.example/${at}?utm_source=x.\n`;
    const parser = await loadParser();
    const time = async (count: number) => {
      const text = `参考文献\n\n${Array.from({ length: count }, (_, at) => note(at + 1)).join('')}`;
      const source = await readDocument('a.txt', new TextEncoder().encode(text));
      if ('unreadable' in source) throw new Error(source.unreadable);
      const { notes } = parser.parse(source);
      expect(notes.length).toBe(count);
      const start = processorMs();
      shareOut(notes, lint(source, notes, { today: '2026-01-01' }));
      return processorMs() - start;
    };
    const [few, many] = [await time(300), await time(3000)];
    expect(many).toBeLessThan(40 * Math.max(few, 20));
  }, 60_000);

  it('knows its rules by name', () => {
    expect(rules.length).toBeGreaterThan(55);
  });
});
