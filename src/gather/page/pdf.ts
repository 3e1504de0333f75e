import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PageFacts, TitleCandidate } from '../../model/evidence.ts';
import { languageOf } from '../../text/language.ts';

/** Titles that writing programs leave in a PDF's metadata and that name nothing. */
const junk =
  /^(?:microsoft word\s?-|untitled|無題|document\d*$|slide \d|powerpoint|title$|print$|\(anonymous\)|layout \d)|\.(?:docx?|indd|qxd|pptx?|xlsx?|tex|dvi|pdf|jtd|ai)$/i;
/** Characters of text taken from the first page. */
const firstPage = 4000;

/** Title from metadata, XMP and the first page's largest lines, and the number of pages. Nothing in the file is evaluated. */
export async function readPdf(
  bytes: Uint8Array,
): Promise<{ page: PageFacts; titles: TitleCandidate[] } | undefined> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const asset = (folder: string): string => `${join(root, folder)}/`;
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    cMapUrl: asset('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: asset('standard_fonts'),
    verbosity: 0,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    const metadata = await document.getMetadata().catch(() => undefined);
    const info = metadata?.info as { Title?: unknown; Author?: unknown; CreationDate?: unknown } | undefined;
    const xmp = metadata?.metadata?.get('dc:title');
    const titles: TitleCandidate[] = [];
    const add = (value: unknown, origin: TitleCandidate['origin']): void => {
      const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, 500) : '';
      if (text.length > 1 && !junk.test(text)) titles.push({ text, origin });
    };
    add(info?.Title, 'pdf-info');
    add(Array.isArray(xmp) ? xmp[0] : xmp, 'pdf-xmp');
    const { text, lines } = await firstLines(document);
    for (const line of lines) add(line, 'pdf-first-page');
    const language = languageOf(`${titles[0]?.text ?? ''} ${text.slice(0, 1000)}`);
    const author =
      typeof info?.Author === 'string' && info.Author.trim() ? [info.Author.trim().slice(0, 200)] : [];
    const stamp = /^D:(\d{4})(\d{2})(\d{2})/.exec(String(info?.CreationDate ?? ''));
    return {
      titles,
      page: {
        kind: 'pdf',
        ...(language ? { language, languageFrom: 'detected' as const } : {}),
        authors: author,
        dates: stamp
          ? [{ date: `${stamp[1]}-${stamp[2]}-${stamp[3]}`, origin: 'pdf-info', role: 'unknown' }]
          : [],
        alternates: [],
        followUps: [],
        headings: [],
        excerpt: text,
        textLength: text.length,
        counts: {},
        signs: [],
        pages: document.numPages,
      },
    };
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

interface TextItem {
  str: string;
  height: number;
  hasEOL: boolean;
}

type Document = Awaited<
  ReturnType<typeof import('pdfjs-dist/legacy/build/pdf.mjs')['getDocument']>['promise']
>;

/** The first page's text, and its lines in the largest sizes, joined where a title runs over several. */
async function firstLines(document: Document): Promise<{ text: string; lines: string[] }> {
  const page = await document.getPage(1);
  const content = await page.getTextContent();
  const items = (content.items as unknown as TextItem[])
    .filter((item) => typeof item.str === 'string')
    .slice(0, 2000);
  const text = items
    .map((item) => `${item.str}${item.hasEOL ? '\n' : ''}`)
    .join('')
    .slice(0, firstPage);
  const sizes = [
    ...new Set(items.filter((item) => item.str.trim()).map((item) => Math.round(item.height))),
  ].sort((a, b) => b - a);
  const joint = (size: number, glue: string) =>
    items
      .filter((item) => Math.round(item.height) === size && item.str.trim())
      .slice(0, 12)
      .map((item) => item.str.trim())
      .join(glue)
      .slice(0, 300);
  const lines = sizes.slice(0, 3).flatMap((size) => {
    const line = joint(size, /[\u3040-\u9fff]/.test(joint(size, '')) ? '' : ' ');
    return line.length > 3 ? [line] : [];
  });
  return {
    text,
    lines: [
      ...lines,
      ...text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line.length > 5)
        .slice(0, 3),
    ],
  };
}
