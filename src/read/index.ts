import type { Format, Source } from '../model/source.ts';
import { decodeText } from './decode.ts';
import { formatOfBytes, formatOfText } from './detect.ts';

export interface Unreadable {
  path: string;
  /** One sentence: why, and what to do. */
  unreadable: string;
}

export interface ReadOptions {
  /** What the document is, where the caller knows; told from its content otherwise. */
  format?: Format;
  /** Larger documents are not read. */
  maxBytes?: number;
  /** Files the document refers to, by name: the `.bib` and `.bbl` of a LaTeX document. */
  companions?: Map<string, Uint8Array>;
}

type TextReader = (
  path: string,
  text: string,
  options: ReadOptions,
) => Source | Unreadable | Promise<Source | Unreadable>;

/** A reader a format, loaded when a document of that kind is met. */
const readers: Partial<Record<Format, () => Promise<TextReader>>> = {
  text: async () => (await import('./text.ts')).readText,
  markdown: async () => (await import('./markdown.ts')).readMarkdown,
  html: async () => (await import('./html.ts')).readHtml,
  bibtex: async () => (await import('./bibtex.ts')).readBibtex,
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
    const binary = options.format ? undefined : formatOfBytes(bytes);
    if (binary)
      return {
        path,
        unreadable: `is a ${binary.toUpperCase()} file, which this version does not read yet; give its text.`,
      };
    const text = await decodeText(bytes);
    if (looksBinary(text))
      return {
        path,
        unreadable:
          'is not a text document refvouch knows; give text, Markdown, HTML, BibTeX, CSL-JSON or RIS.',
      };
    const format = options.format ?? formatOfText(path, text);
    const load = readers[format] ?? readers.text;
    const read = await (load as () => Promise<TextReader>)();
    return await read(path, text, options);
  } catch (cause) {
    return {
      path,
      unreadable: `cannot be read (${(cause as Error).message.split('\n')[0]?.slice(0, 200)}).`,
    };
  }
}

const looksBinary = (text: string): boolean =>
  (text.slice(0, 4000).match(/[\u0000-\u0008\u000e-\u001a\ufffd]/g)?.length ?? 0) > 40;
