import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/read/index.ts';
import { linksOf, notesOf, readText } from '../shape.ts';
import { column, pdfFile, type SetPage } from './pdf-file.ts';

const read = (pages: SetPage[]) => readText('a.pdf', pdfFile(pages));
const filler = (from: string, count: number) =>
  Array.from(
    { length: count },
    (_, at) => `${from} line ${at} of the text that is set to the full width of its column`,
  );

describe('PDF', () => {
  it('takes notes off the feet of pages, with signs, pages and overruns, and drops what repeats', async () => {
    const page = (number: number, body: SetPage['texts'], feet: SetPage['texts']): SetPage => ({
      texts: [
        { text: 'Journal of Things 12 (2020)', x: 60, y: 800 },
        { text: String(number), x: 290, y: 40 },
        ...column(filler(`P${number}`, 20), 60, 760),
        ...body,
        ...feet,
      ],
    });
    const source = await read([
      page(
        1,
        [
          { text: 'A claim', x: 60, y: 480 },
          { text: '1', x: 96, y: 484, size: 6 },
          { text: ' and more.', x: 100, y: 480 },
        ],
        [
          { text: '1', x: 60, y: 103, size: 5 },
          { text: 'See Doe, A Book, p. 12, https://example.org/a-long-', x: 64, y: 100, size: 8 },
          { text: 'path/page.html (accessed 1 May 2020), which is a compre-', x: 60, y: 90, size: 8 },
        ],
      ),
      page(
        2,
        [
          { text: 'Another', x: 60, y: 480 },
          { text: '2', x: 98, y: 484, size: 6 },
        ],
        [
          { text: 'hensive work.', x: 60, y: 110, size: 8 },
          { text: '2', x: 60, y: 103, size: 5 },
          { text: 'Roe, Another Book.', x: 64, y: 100, size: 8 },
        ],
      ),
      page(3, [], []),
    ]);
    expect(source.format).toBe('pdf');
    expect(notesOf(source)).toEqual([
      {
        label: '1',
        text: 'See Doe, A Book, p. 12, https://example.org/a-long-path/page.html (accessed 1 May 2020), which is a comprehensive work.',
        at: ['¹'],
      },
      { label: '2', text: 'Roe, Another Book.', at: ['²'] },
    ]);
    expect(source.place(source.notes[1]?.start as number)).toMatchObject({ page: 2 });
    expect(source.text).not.toMatch(/Journal of Things|^\d+$/m);
  });

  it('reads two columns one after the other and rejoins hanging references', async () => {
    const left = [...filler('L', 30)].map((line) => line.slice(0, 44));
    const source = await read([
      {
        texts: [
          { text: 'A heading over both columns of the page, set wide', x: 60, y: 780, size: 18 },
          ...column(left, 60, 740, 10),
          { text: 'References', x: 310, y: 740, size: 12 },
          ...[
            'Doe, A. (2001). A first title that is long enough',
            '  to run over. Journal, 1(2), 1-20.',
            'Roe, B. (2002). Another. https://example.org/very/',
            '  long/path?query=1',
            'Poe, C. (2003). A title with a hyphen-',
            '  ated word. Press.',
          ].map((text, index) => ({
            text: text.trim(),
            x: text.startsWith(' ') ? 325 : 310,
            y: 720 - index * 12,
          })),
        ],
      },
    ]);
    const references = source.text.slice(source.text.indexOf('References')).trim().split('\n');
    expect(references).toEqual([
      'References',
      'Doe, A. (2001). A first title that is long enough to run over. Journal, 1(2), 1-20.',
      'Roe, B. (2002). Another. https://example.org/very/long/path?query=1',
      'Poe, C. (2003). A title with a hyphenated word. Press.',
    ]);
    expect(source.text.indexOf('L line 29')).toBeLessThan(source.text.indexOf('References'));
    expect(source.text.startsWith('A heading over both')).toBe(true);
  });

  it('gives the targets of link annotations, joined over lines', async () => {
    const source = await read([
      {
        texts: [
          { text: 'Read this page', x: 60, y: 700 },
          { text: 'https://example.org/whole', x: 60, y: 688 },
          { text: 'address/1 here', x: 60, y: 676 },
        ],
        links: [
          { url: 'https://hidden.example/x', rect: [58, 698, 140, 712] },
          { url: 'https://example.org/wholeaddress/1', rect: [58, 686, 190, 697] },
          { url: 'javascript:alert(1)', rect: [58, 600, 190, 640] },
        ],
      },
    ]);
    expect(linksOf(source)).toEqual([
      ['Read this page', 'https://hidden.example/x'],
      ['https://example.org/whole', 'https://example.org/wholeaddress/1'],
    ]);
    expect(source.text).toContain('https://example.org/wholeaddress/1 here');
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['a cut file', pdfFile([{ texts: [{ text: 'x', x: 1, y: 1 }] }]).subarray(0, 60), /damaged PDF/],
    ['no text', pdfFile([{ texts: [] }]), /without text/],
    ['garbage', new TextEncoder().encode(`%PDF-1.7\n${'<<'.repeat(50_000)}`), /damaged PDF/],
  ])('%s: one clear line', async (_, bytes, reason) => {
    expect(await readDocument('a.pdf', bytes)).toEqual({
      path: 'a.pdf',
      unreadable: expect.stringMatching(reason),
    });
  });
});
