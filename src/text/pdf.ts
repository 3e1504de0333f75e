import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export type PdfDocument = Awaited<
  ReturnType<typeof import('pdfjs-dist/legacy/build/pdf.mjs')['getDocument']>['promise']
>;

/**
 * Opens a PDF so that nothing in it is evaluated, fetched or drawn, hands it to `use`, and closes it whatever happens.
 * Throws where the file is no PDF, is encrypted, or pdfjs-dist is not installed. The library is loaded when first asked
 * for. A hostile file can take gigabytes: run this in a process of its own that can be ended.
 */
export async function withPdf<T>(bytes: Uint8Array, use: (document: PdfDocument) => Promise<T>): Promise<T> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  // A path, not a URL: pdfjs reads its tables from files here, and is given no way to fetch.
  const folder = (name: string): string => `${join(root, name)}/`;
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
    maxImageSize: 0,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    verbosity: 0,
    stopAtErrors: false,
  });
  try {
    return await use(await task.promise);
  } finally {
    await task.destroy().catch(() => undefined);
  }
}
