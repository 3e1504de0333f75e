import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/program.ts';
import { Report } from '../../src/model/report.ts';
import { manuscript, partsOf } from '../fix/word.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'refvouch-fix-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const call = async (...argv: string[]) => {
  const said = { out: '', error: '' };
  const stream = (key: 'out' | 'error') => ({
    write: (text: string) => {
      said[key] += text;
    },
    isTTY: false,
    columns: 80,
  });
  const code = await main(argv, {
    cwd: folder,
    environment: { SOURCE_DATE_EPOCH: '1790000000' },
    stdout: stream('out'),
    stderr: stream('error'),
    stdin: async () => new Uint8Array(),
    stop: new AbortController().signal,
  });
  return { code, ...said };
};
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
const got = (name: string) => readFileSync(join(folder, name), 'utf8');

const note = '参考文献\n\n[1] 某文，新华网，2024年2月25日https://a.example/b?utm_source=x\n';
const mended = '参考文献\n\n[1] 某文，新华网，2024年2月25日 https://a.example/b\n';

describe('refvouch lint', () => {
  it('prints a line a finding and leaves by the gate', async () => {
    put('a.txt', note);
    const { code, out } = await call('lint', 'a.txt');
    expect(code).toBe(0);
    expect(out).toContain('a.txt:3:22: warning: The URL https://a.example/b?utm_source=x stands directly');
    expect(out).toContain('(url-glued)');
    expect((await call('lint', 'a.txt', '--fail-on', 'warning')).code).toBe(1);
    expect((await call('lint', 'a.txt', '--fail-on', 'never')).code).toBe(0);
    expect((await call('lint', 'missing.txt')).code).toBe(2);
  });

  it('gives a report like any other as JSON', async () => {
    put('a.txt', note);
    const { out } = await call('lint', 'a.txt', '--format', 'json');
    const report = Report.parse(JSON.parse(out));
    expect(report.run.mode).toBe('lint');
    expect(report.documents[0]?.notes[0]?.citations[0]?.verdict.status).toBe('unchecked');
    expect(report.documents[0]?.notes[0]?.findings.map(({ rule }) => rule)).toContain('url-tracking');
  });

  it('holds to the configuration', async () => {
    put('a.txt', note);
    put(
      'refvouch.config.json',
      JSON.stringify({ rules: { 'url-glued': 'off', 'url-tracking': 'error', nosuch: 'off' } }),
    );
    const { code, out, error } = await call('lint', 'a.txt');
    expect(code).toBe(1);
    expect(out).not.toContain('url-glued');
    expect(error).toContain('no lint rule is called "nosuch"');
  });

  it('obeys no control characters of a document', async () => {
    put('a.txt', note.replace('某文', '\u001b[31m“某\u202e文'));
    expect((await call('lint', 'a.txt')).out).not.toMatch(/\u001b|\u202e/);
  });
});

describe('refvouch fix', () => {
  it('shows the diff first and writes nothing, then writes whole files and leaves nothing beside them', async () => {
    put('a.txt', note);
    const dry = await call('fix', 'a.txt', '--dry-run');
    expect(dry.out).toContain('+[1] 某文，新华网，2024年2月25日 https://a.example/b\n');
    expect(got('a.txt')).toBe(note);
    expect((await call('fix', 'a.txt')).code).toBe(0);
    expect(got('a.txt')).toBe(mended);
    expect(readdirSync(folder)).toEqual(['a.txt']);
    const again = await call('fix', 'a.txt');
    expect(again.error).toContain('0 fixes');
    expect(got('a.txt')).toBe(mended);
  });

  it('takes new addresses from a report, and only those that are sure', async () => {
    const urls = ['https://a.example/moved', 'https://a.example/other', 'https://a.example/gone'];
    const text = `参考文献\n\n${urls.map((url, at) => `[${at + 1}] 第${at}篇，新华网，2024年2月25日，${url}`).join('\n')}\n`;
    put('a.txt', text);
    const report = JSON.parse((await call('lint', 'a.txt', '--format', 'json')).out) as Report;
    const citations = report.documents[0]?.notes.flatMap((one) => one.citations) ?? [];
    const visit = (at: number, is: 'match' | 'mismatch', status: number, finalUrl: string) => {
      const citation = citations[at] as (typeof citations)[number];
      citation.verdict.status = 'moved';
      citation.verdict.reach = status === 301 ? 'moved' : 'redirected';
      citation.verdict.identity = { is, score: 1, rule: 'x', why: 'x' };
      citation.evidence = [
        {
          url: urls[at] as string,
          purpose: 'cited',
          at: '2026-01-01T00:00:00Z',
          from: 'live',
          hops: [
            { url: urls[at] as string, status, location: finalUrl, via: 'request' },
            { url: finalUrl, status: 200, via: 'redirect' },
          ],
          finalUrl,
          headers: {},
          titles: [],
          requests: 2,
        },
      ];
    };
    visit(0, 'match', 301, 'https://b.example/here');
    visit(1, 'match', 302, 'https://b.example/there');
    const gone = citations[2] as (typeof citations)[number];
    gone.verdict.status = 'gone';
    gone.snapshots = [
      {
        archive: 'Internet Archive',
        original: urls[2] as string,
        memento: 'https://web.archive.org/web/2024/https://a.example/gone',
        datetime: '2024-01-01T00:00:00Z',
        judged: { identity: 'match', why: 'x' },
      },
    ];
    put('report.json', JSON.stringify(report));
    await call('fix', 'a.txt', '--report', 'report.json');
    expect(got('a.txt')).toBe(text.replace('a.example/moved', 'b.example/here'));
    await call('fix', 'a.txt', '--report', 'report.json', '--use-archives');
    const after = got('a.txt');
    expect(after).toContain('，https://web.archive.org/web/2024/https://a.example/gone\n');
    await call('fix', 'a.txt', '--report', 'report.json', '--use-archives');
    expect(got('a.txt')).toBe(after);
    put('report.json', '{"version":1}');
    expect((await call('fix', 'a.txt', '--report', 'report.json')).code).toBe(2);
  });

  it('does not follow a link out of the folder', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'refvouch-elsewhere-'));
    try {
      writeFileSync(join(elsewhere, 'b.txt'), note);
      symlinkSync(join(elsewhere, 'b.txt'), join(folder, 'a.txt'));
      expect((await call('fix', 'a.txt')).code).toBe(2);
      expect(readFileSync(join(elsewhere, 'b.txt'), 'utf8')).toBe(note);
    } finally {
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });
});

describe('--comments', () => {
  it('gives the manuscript back with comments, and never in its own place', async () => {
    put('a.docx', manuscript());
    const before = readFileSync(join(folder, 'a.docx'));
    expect((await call('lint', 'a.docx', '--comments', 'out.docx', '--quiet')).code).toBe(0);
    expect(partsOf(readFileSync(join(folder, 'out.docx')))['word/comments.xml']).toContain(
      'stands directly against',
    );
    expect((await call('lint', 'a.docx', '--comments', './a.docx')).code).toBe(2);
    expect(readFileSync(join(folder, 'a.docx')).equals(before)).toBe(true);
  });
});
