import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluationData } from '../evaluation-data.ts';
import { syntheticHeader } from './answer.ts';
import type { Does } from './behaviours.ts';
import { manifest, printedDois } from './manifest.ts';
import { type Replica, startReplica } from './server.ts';
import { sites } from './sites/all.ts';

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica({ slowMs: 60 });
});
afterAll(() => replica.stop());

/** Follows by hand, as a checker does, and keeps every hop. */
async function visit(address: string) {
  const statuses: number[] = [];
  let url = address;
  for (let hop = 0; hop < 10; hop += 1) {
    const response = await replica.fetch(url);
    const body = Buffer.from(await response.arrayBuffer());
    statuses.push(response.status);
    const to = response.headers.get('location');
    if (!to) return { statuses, url, headers: response.headers, body };
    url = new URL(to, url).href;
  }
  throw new Error('a loop');
}

const statuses: Record<Does['kind'], number[]> = {
  serves: [200],
  moved: [301, 200],
  found: [302, 200],
  'not-found': [404],
  gone: [410],
  'soft-404': [200],
  'to-root': [302, 200],
  drifted: [200],
  translated: [200],
  challenge: [403],
  login: [302, 200],
  limited: [429],
  parked: [200],
  shell: [200],
};

const rows = [...manifest, ...printedDois];
const charsetOf = (url: string) => sites.find((site) => site.host === new URL(url).hostname)?.look.charset;

describe('the manifest', () => {
  it('has the 32 distinct addresses of the article, and its other DOI', () => {
    expect(new Set(manifest.map((row) => row.url)).size).toBe(32);
    expect(printedDois.length).toBe(1);
  });

  const gold = evaluationData('seed', 'gold.json');
  it.skipIf(!gold)('has the very addresses that were read in the article by hand', () => {
    const { notes } = JSON.parse(readFileSync(gold!, 'utf8'));
    const cited = notes.flatMap((note: { label: string; citations: { urls?: string[] }[] }) =>
      note.citations.flatMap((citation) => (citation.urls ?? []).map((url) => `${note.label} ${url}`)),
    );
    const listed = manifest.flatMap((row) => row.notes.map((label) => `${label} ${row.url}`));
    expect(listed.sort()).toEqual(cited.sort());
  });

  it.each(rows)('$url: $does.kind', async (row) => {
    const seen = await visit(row.url);
    const wanted = statuses[row.does.kind];
    expect([...new Set(seen.statuses)]).toEqual(wanted);
    if (row.does.kind === 'moved') expect(seen.statuses.length).toBe(row.does.through.length + 1);
    expect(seen.headers.get(syntheticHeader)).toMatch(/stand-in/);
  });

  it('expects a page where one is read, and none where none is', () => {
    for (const row of rows)
      expect(row.expected.identity.length > 0, row.url).toBe(
        !['not-found', 'gone', 'blocked', 'auth-required'].includes(row.expected.reach),
      );
  });
});

describe('the pages', () => {
  const served = rows.filter((row) =>
    ['serves', 'moved', 'found', 'drifted', 'to-root', 'soft-404', 'login'].includes(row.does.kind),
  );
  it.each(served)('$url is well formed in its charset and says that it is synthetic', async (row) => {
    const { body, headers, url } = await visit(row.url);
    if (headers.get('content-type') === 'application/pdf') return;
    const text = iconv.decode(body, charsetOf(url) ?? 'UTF-8');
    expect(text).not.toMatch(/\uFFFD/);
    expect(text).toContain('content="refvouch replica (synthetic)"');
    expect(Buffer.compare(iconv.encode(text, charsetOf(url) ?? 'UTF-8'), body)).toBe(0);
    const site = sites.find((one) => one.host === new URL(url).hostname)!;
    const page = site.pages[new URL(url).pathname + new URL(url).search];
    if (page && !['drifted', 'soft-404'].includes(row.does.kind))
      expect(text).toContain(page.title.replaceAll('"', '&quot;'));
  });

  it('declares a charset in the header, in the page, or in both, as the site does', async () => {
    const types = async (url: string) => (await visit(url)).headers.get('content-type');
    expect(await types('https://www.asahi.com/articles/ASR5F5R2HR5DTPOB004.html')).toBe('text/html');
    expect(await types('https://news.tv-asahi.co.jp/news_politics/articles/000350177.html')).toBe(
      'text/html; charset=Shift_JIS',
    );
  });

  it('has the words of the text fragment', async () => {
    const row = manifest.find((one) => one.url.includes(':~:text='))!;
    const [start, end] = row.url.split(':~:text=')[1]!.split(',').map(decodeURIComponent);
    const text = (await visit(row.url)).body.toString('utf8');
    expect(text.indexOf(start!)).toBeGreaterThan(0);
    expect(text.indexOf(end!)).toBeGreaterThan(text.indexOf(start!));
  });

  it('recovers from 429 once it was asked again', async () => {
    const row = manifest.find((one) => one.does.kind === 'limited')!;
    const own = await startReplica();
    const [first, second] = [await own.fetch(row.url), await own.fetch(row.url)];
    expect([first.status, first.headers.get('retry-after'), second.status]).toEqual([429, '1', 200]);
    await Promise.all([first.arrayBuffer(), second.arrayBuffer()]);
    await own.stop();
  });

  it('is slow where it says so', async () => {
    const row = manifest.find((one) => one.does.kind === 'serves' && one.does.slow)!;
    const before = performance.now();
    await visit(row.url);
    expect(performance.now() - before).toBeGreaterThan(50);
  });

  it('leads from the translation to the cited text by hreflang', async () => {
    const row = manifest.find((one) => one.does.kind === 'translated')!;
    const english = (await visit(row.url)).body.toString('utf8');
    const alternate = /hreflang="ja" href="([^"]+)"/.exec(english)![1]!;
    expect(english).not.toContain('米国大統領選挙');
    expect((await visit(alternate)).body.toString('utf8')).toContain('米国大統領選挙等についての会見');
  });
});

describe('the PDF files', () => {
  const files = rows.filter((row) => row.url.endsWith('.pdf'));
  it.each(files)('$url opens, with its title and text', async (row) => {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const maps = new URL('../../node_modules/pdfjs-dist/cmaps/', import.meta.url).pathname;
    const { body } = await visit(row.url);
    const task = getDocument({ data: new Uint8Array(body), cMapUrl: maps, cMapPacked: true, verbosity: 0 });
    const document = await task.promise;
    const { info } = (await document.getMetadata()) as unknown as { info: Record<string, unknown> };
    const page = await document.getPage(1);
    const lines = (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : ''));
    const file = sites
      .flatMap((site) => Object.entries(site.files ?? {}))
      .find(([path]) => row.url.endsWith(path))![1];
    expect(document.numPages).toBe(file.pages.length);
    expect(info.Title).toBe(file.title);
    expect(info.Producer).toMatch(/synthetic/);
    expect(lines.filter(Boolean)).toEqual(file.pages[0]);
    await task.destroy();
  });
});

describe('the world', () => {
  it('has a DNS of its own', async () => {
    await expect(replica.fetch('https://no-such-host.example/')).rejects.toMatchObject({
      cause: { code: 'ENOTFOUND' },
    });
    expect(replica.resolve('www.mofa.go.jp').address).toBe('127.0.0.1');
    expect(() => replica.resolve('no-such-host.example')).toThrow(/ENOTFOUND/);
  });

  it('serves a host below /@host/ too, and keeps redirects within', async () => {
    const response = await replica.fetch(`${replica.base}/@doi.org/10.13654/j.cnki.naf.2023.02.004`);
    await response.arrayBuffer();
    expect(response.headers.get('location')).toBe('/@naf.journal.example/CN/10.13654/j.cnki.naf.2023.02.004');
  });

  it('keeps a log of who asked for what', async () => {
    const before = replica.log.length;
    await visit('https://www.cas.go.jp/jp/siryou/221216anzenhoshou/nss-j.pdf');
    expect(replica.log.slice(before)).toMatchObject([
      {
        scheme: 'https',
        host: 'www.cas.go.jp',
        path: '/jp/siryou/221216anzenhoshou/nss-j.pdf',
        method: 'GET',
        status: 200,
      },
    ]);
  });

  it('has no page for what nobody cited', async () => {
    expect((await visit('https://www.jiji.com/jc/article?k=0')).statuses).toEqual([404]);
    expect((await visit('https://www.jiji.com/')).statuses).toEqual([200]);
  });
});
