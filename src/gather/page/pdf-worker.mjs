// @ts-check
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';

/**
 * Reads PDFs in a thread of its own, since a hostile one can hold a processor and memory for as long as it likes: the
 * thread that asked ends this one. Plain JavaScript, so that it starts the same from the sources and from the build.
 */
const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
/** @param {string} folder */
const asset = (folder) => `${join(root, folder)}/`;

/** Pieces of text taken from the first page. */
const mostItems = 2000;

/** @param {Uint8Array} data */
async function read(data) {
  const task = pdfjs.getDocument({
    data,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: 1_000_000,
    cMapUrl: asset('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: asset('standard_fonts'),
    verbosity: 0,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    const metadata = await document.getMetadata().catch(() => undefined);
    const info = /** @type {Record<string, unknown>} */ (metadata?.info ?? {});
    const xmp = metadata?.metadata?.get('dc:title');
    const page = await document.getPage(1);
    const content = await page.getTextContent();
    /** @param {unknown} value */
    const text = (value) => (typeof value === 'string' ? value.slice(0, 1000) : undefined);
    return {
      pages: document.numPages,
      title: text(info.Title),
      author: text(info.Author),
      created: text(info.CreationDate),
      xmp: text(Array.isArray(xmp) ? xmp[0] : xmp),
      items: content.items
        .slice(0, mostItems)
        .flatMap((item) =>
          'str' in item ? [{ str: item.str.slice(0, 2000), height: item.height, hasEOL: item.hasEOL }] : [],
        ),
    };
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

parentPort?.on('message', async (data) => {
  try {
    parentPort?.postMessage({ read: await read(data) });
  } catch {
    parentPort?.postMessage({ read: undefined });
  }
});
