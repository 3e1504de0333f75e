import type { Format, Source } from '../model/source.ts';
import { decodeText } from './decode.ts';
import { formatOfBytes, formatOfText } from './detect.ts';
import type { ReadOptions, Unreadable } from './options.ts';
import { UnreadableError } from './unreadable.ts';

export type { ReadOptions, Unreadable };

type TextReader = (
  path: string,
  text: string,
  options: ReadOptions,
) => Source | Unreadable | Promise<Source | Unreadable>;

/** A reader a format, loaded when a document of that kind is met. */
const readers: Partial<Record<Format, () => Promise<TextReader>>> = {
  text: async () => (await import('./text.ts')).readText,
  markdown: async () => (await import('./markdown.ts')).readMarkdown,
  html: async () => (await import('./html/index.ts')).readHtml,
  latex: async () => (await import('./latex/index.ts')).readLatex,
  wikitext: async () => (await import('./wikitext/index.ts')).readWikitext,
  review: async () => (await import('./review.ts')).readReview,
  rst: async () => (await import('./rst.ts')).readRst,
  asciidoc: async () => (await import('./asciidoc.ts')).readAsciidoc,
  bibtex: async () => (await import('./bibtex/index.ts')).readBibtex,
  'csl-json': async () => (await import('./csl-json.ts')).readCslJson,
  ris: async () => (await import('./ris.ts')).readRis,
  'url-list': async () => (await import('./url-list.ts')).readUrlList,
};

/** Reads a document's bytes into text with the way back; never throws. */
export async function readDocument(
  path: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Source | Unreadable> {
  const maxBytes = options.maxBytes ?? 16 * 1024 * 1024;
  if (bytes.length > maxBytes)
    return { path, unreadable: `is larger than ${Math.floor(maxBytes / 1024 / 1024)} MiB and is not read.` };
  try {
    const binary = formatOfBytes(bytes);
    if (binary === 'pdf') {
      const pages = await (options.pdfPages ?? (await import('./pdf/pages.ts')).pdfPages)(bytes);
      return (await import('./pdf/index.ts')).readPdf(path, pages);
    }
    if (binary === 'docx') return (await import('./docx/index.ts')).readDocx(path, bytes);
    if (isCompoundFile(bytes))
      return {
        path,
        unreadable: 'is an old Word file (.doc) or one with a password; save it as .docx without one.',
      };
    const text = await decodeText(bytes);
    if (looksBinary(text))
      return {
        path,
        unreadable:
          'is not a text document refvouch knows; give text, Markdown, HTML, DOCX, PDF, LaTeX, wikitext, BibTeX, CSL-JSON or RIS.',
      };
    const format = options.format ?? formatOfText(path, text);
    const load = readers[format] ?? readers.text;
    const read = await (load as () => Promise<TextReader>)();
    return await read(path, text, options);
  } catch (cause) {
    if (cause instanceof UnreadableError) return { path, unreadable: cause.message };
    return {
      path,
      unreadable: `cannot be read (${(cause as Error).message.split('\n')[0]?.slice(0, 200)}).`,
    };
  }
}

/** The container of Word before 2007, and of today's Word where a password is set. */
const isCompoundFile = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1].every((byte, index) => bytes[index] === byte);

const looksBinary = (text: string): boolean =>
  (text.slice(0, 4000).match(/[\u0000-\u0008\u000e-\u001a\ufffd]/g)?.length ?? 0) > 40;
