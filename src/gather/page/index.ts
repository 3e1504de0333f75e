import type { PageFacts, TitleCandidate } from '../../model/evidence.ts';
import { languageOf } from '../../text/language.ts';
import { authorsOf } from './authors.ts';
import { type CharsetFrom, decodePage } from './charset.ts';
import { datesOf } from './dates.ts';
import { simhash } from './fingerprint.ts';
import { checkFragment } from './fragment.ts';
import { collect } from './html.ts';
import { readJsonLd } from './json-ld.ts';
import { signsOf } from './signs.ts';
import { bestTitle, titleCandidates } from './title.ts';

export interface PageInput {
  bytes: Uint8Array;
  /** Where it was found in the end. */
  url: string;
  contentType?: string | undefined;
  headers?: Record<string, string>;
  /** The fragment of the cited URL, as printed, without its `#`. */
  fragment?: string | undefined;
  /** False where reading stopped before the end. */
  complete?: boolean;
}

export interface PageReading {
  page: PageFacts;
  titles: TitleCandidate[];
  title?: string;
  charset?: string;
  charsetFrom?: CharsetFrom;
}

export type ReadPage = (input: PageInput) => Promise<PageReading>;

/** Bytes of mark-up read; a page of more has said what it is by then. */
const longest = 4_000_000;
/** Characters of visible text kept as evidence. */
const excerpt = 4000;

const empty = (kind: PageFacts['kind']): PageFacts => ({
  kind,
  authors: [],
  dates: [],
  alternates: [],
  followUps: [],
  headings: [],
  excerpt: '',
  textLength: 0,
  counts: {},
  signs: [],
});

/** What the bytes of an answer say of themselves. Facts only; never throws. */
export const readPage: ReadPage = async (input) => {
  try {
    const kind = kindOf(input.bytes, input.contentType ?? '');
    if (kind === 'pdf') return await pdf(input);
    if (kind !== 'html') return kind === 'text' ? await plain(input) : { page: empty(kind), titles: [] };
    return await html(input);
  } catch {
    return { page: empty('binary'), titles: [] };
  }
};

/** By the first bytes where they tell, else by the declared type. */
function kindOf(bytes: Uint8Array, contentType: string): PageFacts['kind'] {
  if (bytes.length === 0) return 'empty';
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (/^(?:\x89PNG|GIF8|\xff\xd8\xff|RIFF)/.test(head)) return 'image';
  if (/^(?:PK\x03\x04|\x1f\x8b|\xd0\xcf\x11\xe0)/.test(head)) return 'binary';
  if (
    /<(?:!doctype|html|head|title|body|meta|script|div|p|h1)[\s>]/i.test(head) ||
    /html|xml/i.test(contentType)
  )
    return 'html';
  if (/json/i.test(contentType)) return 'json';
  if (/^(?:image|audio|video|font)\//i.test(contentType)) return 'image';
  if (/octet-stream|zip|msword|officedocument|excel/i.test(contentType)) return 'binary';
  return /[\x00-\x08]/.test(head) ? 'binary' : /text|^$/i.test(contentType) ? 'html' : 'text';
}

async function html(input: PageInput): Promise<PageReading> {
  const {
    text: markup,
    charset,
    charsetFrom,
  } = await decodePage(
    input.bytes.subarray(0, longest),
    input.contentType,
    input.complete !== false && input.bytes.length <= longest,
  );
  const found = collect(markup, Boolean(input.fragment));
  const data = readJsonLd(found.jsonLd);
  const siteName =
    found.meta.get('og:site_name')?.[0] ?? found.meta.get('application-name')?.[0] ?? data.siteName;
  const titles = titleCandidates(found, data);
  const title = bestTitle(titles, siteName, found.homes, hostOf(input.url));
  const declared =
    found.lang ?? found.meta.get('content-language')?.[0] ?? input.headers?.['content-language'];
  const sample = `${title ?? ''} ${found.text.slice(0, 600)}`;
  const detected = declared && !mayClash(declared, sample) ? undefined : languageOf(sample);
  // Text in another script than the declared language has says more than the declaration.
  const trusted = declared && detected && clashes(declared, detected) ? undefined : declared;
  const fragment = input.fragment ? checkFragment(input.fragment, found.text, found.ids) : undefined;
  const language = trusted ?? detected;
  const page: PageFacts = {
    kind: 'html',
    ...(language ? { language, languageFrom: trusted ? ('declared' as const) : ('detected' as const) } : {}),
    ...(siteName ? { siteName: siteName.slice(0, 200) } : {}),
    authors: authorsOf(found, data, siteName),
    dates: datesOf(found, data, input.url),
    ...(found.meta.get('og:description')?.[0] || found.meta.get('description')?.[0]
      ? {
          description: (
            found.meta.get('og:description')?.[0] ??
            found.meta.get('description')?.[0] ??
            ''
          ).slice(0, 500),
        }
      : {}),
    ...(absolute(found.canonical, input.url)
      ? { canonical: absolute(found.canonical, input.url) as string }
      : {}),
    alternates: found.alternates
      .flatMap(({ language: of, url }) =>
        absolute(url, input.url) ? [{ language: of, url: absolute(url, input.url) as string }] : [],
      )
      .slice(0, 40),
    followUps: [
      ...found.followUps,
      ...(found.meta.get('citation_pdf_url') ?? [])
        .slice(0, 1)
        .map((url) => ({ rel: 'citation_pdf_url', url })),
    ].flatMap(({ rel, url }) =>
      absolute(url, input.url) ? [{ rel, url: absolute(url, input.url) as string }] : [],
    ),
    headings: found.headings.slice(0, 12),
    excerpt: found.text.slice(0, excerpt),
    textLength: found.textLength,
    mainTextLength: found.mainLength,
    counts: found.counts,
    signs: signsOf(found, data, titles.find(({ origin }) => origin === 'title')?.text ?? ''),
    ...(fragment ? { fragment } : {}),
    fingerprint: simhash(found.text),
  };
  return { page, titles, ...(title ? { title } : {}), charset, charsetFrom };
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');

const scriptOf: Record<string, string> = { ja: 'cjk', zh: 'cjk', ko: 'cjk' };
/** Whether it is worth finding out: a language of Chinese characters is declared, or some are there. */
const mayClash = (declared: string, text: string): boolean =>
  scriptOf[declared.slice(0, 2).toLowerCase()] !== undefined ||
  /[\u3041-\u30fa\uac00-\ud7af\p{Script=Han}]/u.test(text);
function clashes(declared: string, detected: string): boolean {
  const [a, b] = [declared.slice(0, 2).toLowerCase(), detected.slice(0, 2)];
  return a !== b && (scriptOf[a] ?? 'other') !== (scriptOf[b] ?? 'other');
}

function absolute(url: string | undefined, base: string): string | undefined {
  if (!url || !URL.canParse(url, base)) return undefined;
  const full = new URL(url, base);
  return full.protocol === 'http:' || full.protocol === 'https:' ? full.href : undefined;
}

async function plain(input: PageInput): Promise<PageReading> {
  const { text, charset, charsetFrom } = await decodePage(
    input.bytes,
    input.contentType,
    input.complete !== false,
  );
  const first = text
    .split('\n')
    .map((line) => line.trim())
    .find(Boolean)
    ?.slice(0, 300);
  const language = languageOf(text.slice(0, 1000));
  return {
    page: {
      ...empty('text'),
      excerpt: text.slice(0, excerpt),
      textLength: text.length,
      ...(language ? { language, languageFrom: 'detected' as const } : {}),
    },
    titles: first ? [{ text: first, origin: 'heading' }] : [],
    ...(first ? { title: first } : {}),
    charset,
    charsetFrom,
  };
}

async function pdf(input: PageInput): Promise<PageReading> {
  const name = decodeURIComponent(/\/([^/?#]+)\.pdf(?:[?#]|$)/i.exec(input.url)?.[1] ?? '')
    .replace(/[-_+]+/g, ' ')
    .trim();
  const named: TitleCandidate[] = name.length > 8 ? [{ text: name.slice(0, 300), origin: 'file-name' }] : [];
  const read = input.complete === false ? undefined : await readPdfSafely(input.bytes);
  if (!read) return { page: empty('pdf'), titles: named };
  const titles = [...read.titles, ...named];
  return { page: read.page, titles, ...(titles[0] ? { title: titles[0].text } : {}) };
}

/** pdfjs is optional and heavy: it is loaded when a PDF is met, and its failure is no failure of the visit. */
async function readPdfSafely(
  bytes: Uint8Array,
): Promise<Awaited<ReturnType<typeof import('./pdf.ts')['readPdf']>>> {
  try {
    const { readPdf } = await import('./pdf.ts');
    return await readPdf(bytes);
  } catch {
    return undefined;
  }
}
