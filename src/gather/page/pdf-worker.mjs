// @ts-check
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { MessageChannel, parentPort, Worker } from 'node:worker_threads';

/**
 * Reads PDFs in a thread of its own, since a hostile one can hold a processor and memory for as long as it likes: the
 * thread that asked ends this one. Plain JavaScript, so that it starts the same from the sources and from the build.
 */
const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
/** @param {string} folder */
const asset = (folder) => `${join(root, folder)}/`;

/** A hostile file can take gigabytes in buffers no heap limit counts: more than this beyond the start, and it is over, MiB. */
const mostMemoryMib = 320;
const watch = `
  const { parentPort, workerData } = require('node:worker_threads');
  const most = process.memoryUsage.rss() + workerData.mostMemoryMib * 1048576;
  parentPort.once('message', (port) =>
    setInterval(() => process.memoryUsage.rss() > most && port.postMessage('too much'), 20),
  );
`;
// The watcher tells whoever asked, not this thread, which is the one that hears nothing any more.
const { port1, port2 } = new MessageChannel();
const watcher = new Worker(watch, { eval: true, workerData: { mostMemoryMib } });
watcher.unref();
watcher.postMessage(port1, [port1]);
parentPort?.postMessage({ watch: port2 }, [port2]);

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
