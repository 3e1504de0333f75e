import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage } from '../../src/gather/page/index.ts';
import type { Citation } from '../../src/model/citation.ts';
import type { Evidence } from '../../src/model/evidence.ts';

/** A saved page, and what a person says it is. */
export interface Labelled {
  id: string;
  /** Path of its bytes. */
  path: string;
  url: string;
  status: number;
  headers: Record<string, string>;
  contentType?: string;
  lang?: string;
  /** `ordinary` pages are what they say they are; the other words are the sets' own labels. */
  label: string;
  subtype?: string;
  title?: string;
  titles: string[];
  author?: string;
  date?: string;
  charset?: string;
  legacy: boolean;
  mislabelled: boolean;
  /** Whether a person would see an error word on it; undefined where nobody looked. */
  worded?: boolean;
  redirects: string[];
  citedTitle?: string;
}

export interface Pair {
  page: string;
  cited: string;
  label: 'match' | 'mismatch' | 'unknown';
  variant: string;
}

export const rows = (path: string): Record<string, unknown>[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** A row of an index, in the field names the optional data has and ours share. */
export function labelledOf(folder: string, row: Record<string, unknown>, kind: string): Labelled {
  const contentType =
    text(row.http_content_type) ?? text((row.headers as Record<string, string>)?.['content-type']);
  const lang = text(row.lang);
  const one = (key: keyof Labelled, value: unknown) => (value === undefined ? {} : { [key]: value });
  return {
    id: String(row.id ?? row.file),
    path: join(folder, String(row.file)),
    url:
      text(row.url) ??
      `https://site-${String(row.family ?? row.id)
        .replace(/[^a-z0-9]+/gi, '-')
        .toLowerCase()}.example/a/page.html`,
    status: typeof row.http_status === 'number' ? row.http_status : 200,
    headers: (row.headers as Record<string, string> | undefined) ?? {},
    label: text(row.label) ?? kind,
    titles: [text(row.title_gold), ...((row.title_alts as string[] | undefined) ?? [])].filter(
      (title) => title !== undefined,
    ),
    legacy: row.legacy === true,
    mislabelled: row.charset_mislabelled === true,
    redirects: (row.redirects as string[] | undefined) ?? [],
    ...one('contentType', contentType),
    ...one('lang', lang),
    ...one('subtype', text(row.subtype)),
    ...one('title', text(row.title_gold)),
    ...one('author', text(row.author_gold)),
    ...one('date', text(row.date_gold)),
    ...one('charset', text(row.charset_true)),
    ...one('worded', row.textual_evidence),
    ...one('citedTitle', text(row.cited_title)),
  } as Labelled;
}

/** What a visit would have seen; `status` stands for the one the page was served with. */
export async function evidenceOf(page: Labelled, status = page.status): Promise<Evidence> {
  const bytes = readFileSync(page.path);
  const chain = [page.url, ...page.redirects.map((to) => new URL(to, page.url).href)];
  const finalUrl = chain.at(-1) as string;
  const reading = await readPage({
    bytes,
    url: finalUrl,
    contentType: page.contentType,
    headers: page.headers,
  });
  return {
    url: page.url,
    purpose: 'cited',
    at: '2026-01-01T00:00:00.000Z',
    from: 'recording',
    hops: chain.map((url, index) => ({
      url,
      via: index === 0 ? 'request' : 'redirect',
      status: index === chain.length - 1 ? status : 301,
    })),
    finalUrl,
    status,
    headers: page.headers,
    bytes: bytes.length,
    complete: true,
    titles: reading.titles,
    ...(reading.title ? { title: reading.title } : {}),
    ...(reading.charset ? { charset: reading.charset } : {}),
    page: reading.page,
    requests: 1,
  };
}

export const citing = (title: string | undefined, url: string, language?: string): Citation => ({
  item: {
    id: 'cited',
    type: 'webpage',
    ...(title ? { title } : {}),
    ...(language ? { language } : {}),
    URL: url,
  },
  urls: [url],
  place: { offset: 0, end: 1, line: 1, column: 1 },
  confidence: 1,
});
