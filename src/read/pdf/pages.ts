import { type PdfDocument, withPdf } from '../../text/pdf.ts';
import { UnreadableError } from '../unreadable.ts';

/** A run of characters as set on a page. Points from the lower left corner. */
export interface PdfItem {
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  width: number;
  size: number;
  /** Target of the link annotation it lies in. */
  url?: string;
}
export interface PdfPage {
  number: number;
  width: number;
  height: number;
  items: PdfItem[];
}

/** Caps that no article meets. */
const limits = { pages: 1500, itemsPerPage: 30_000, characters: 8_000_000 };

interface RawItem {
  str?: string;
  width: number;
  transform: number[];
}
interface Annotation {
  subtype?: string;
  url?: string;
  unsafeUrl?: string;
  rect?: number[];
}

/** The text of a PDF as set, page by page, with its links. Throws UnreadableError. */
export async function pdfPages(bytes: Uint8Array): Promise<PdfPage[]> {
  try {
    return await withPdf(bytes, readPages);
  } catch (cause) {
    if (cause instanceof UnreadableError) throw cause;
    const { name, code } = cause as { name?: string; code?: unknown };
    if (name === 'PasswordException') throw new UnreadableError('is encrypted; save it without a password.');
    if (code === 'ERR_MODULE_NOT_FOUND')
      throw new UnreadableError('is a PDF; install pdfjs-dist to have PDFs read, or give its text.');
    throw new UnreadableError('is a damaged PDF; save it anew or give its text.');
  }
}

async function readPages(document: PdfDocument): Promise<PdfPage[]> {
  if (document.numPages > limits.pages)
    throw new UnreadableError(
      `has more than ${limits.pages} pages and is not read; give the part with the notes.`,
    );
  const pages: PdfPage[] = [];
  let characters = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const read = await readPage(document, number).catch(() => undefined);
    if (!read) continue;
    characters += read.items.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > limits.characters)
      throw new UnreadableError('holds more text than any article and is not read.');
    pages.push(read);
  }
  if (document.numPages > 0 && characters === 0)
    throw new UnreadableError('is a PDF without text (a scan?); have its text recognised first.');
  return pages;
}

async function readPage(document: PdfDocument, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const [content, annotations] = await Promise.all([
    page.getTextContent(),
    page.getAnnotations().catch(() => []),
  ]);
  const [left = 0, bottom = 0] = page.view;
  const links = (annotations as Annotation[]).slice(0, 5000).flatMap(({ subtype, url, unsafeUrl, rect }) => {
    const target = url ?? unsafeUrl;
    return subtype === 'Link' && rect?.length === 4 && target && /^(?:https?|ftp):/i.test(target)
      ? [{ url: target, rect: rect as [number, number, number, number] }]
      : [];
  });
  const items = (content.items as unknown as RawItem[])
    .slice(0, limits.itemsPerPage)
    .flatMap((item) => itemOf(item, left, bottom));
  for (const item of items) {
    const [x, y] = [item.x + left + item.width / 2, item.y + bottom + item.size * 0.3];
    const link = links.find(
      ({ rect: [x1, y1, x2, y2] }) =>
        x >= Math.min(x1, x2) && x <= Math.max(x1, x2) && y >= Math.min(y1, y2) && y <= Math.max(y1, y2),
    );
    if (link) item.url = link.url;
  }
  page.cleanup();
  return { number, width, height, items };
}

/** Text that runs upright; a watermark or a label on its side is no part of the article. */
function itemOf(raw: RawItem, left: number, bottom: number): PdfItem[] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = raw.transform ?? [];
  const size = Math.hypot(c, d);
  if (
    !raw.str ||
    size === 0 ||
    Math.abs(b) > Math.abs(a) * 0.1 ||
    ![x, y, size, raw.width].every(Number.isFinite)
  )
    return [];
  return [{ text: raw.str.toWellFormed(), x: x - left, y: y - bottom, width: raw.width, size }];
}
