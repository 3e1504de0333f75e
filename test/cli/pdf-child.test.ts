import { describe, expect, it } from 'vitest';
import { pdfPagesApart } from '../../src/cli/pdf-child.ts';
import { pdfFile } from '../read/pdf/pdf-file.ts';

const file = pdfFile([{ texts: [{ text: 'apart', x: 60, y: 700 }] }]);

describe('a PDF read in a process of its own', { timeout: 120_000 }, () => {
  it('comes back as pages', async () => {
    const pages = await pdfPagesApart(file);
    expect(pages.map(({ items }) => items.map(({ text }) => text))).toEqual([['apart']]);
  });
  it('is passed over where it takes more memory than it may', async () => {
    await expect(pdfPagesApart(file, { memoryMib: 60, timeMs: 30_000 })).rejects.toThrow('more than 60 MiB');
  });
  it('is passed over where it takes longer than it may', async () => {
    await expect(pdfPagesApart(file, { memoryMib: 480, timeMs: 50 })).rejects.toThrow('to be read');
  });
});
