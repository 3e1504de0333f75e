import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/gather/page/index.ts';
import { readPdf } from '../../../src/gather/page/pdf.ts';
import { processorMs } from '../../processor-time.ts';
import { pdf } from '../../replica/pdf.ts';

const html = (head: string, body: string) =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
const read = (
  text: string | Uint8Array,
  given: { url?: string; contentType?: string; fragment?: string } = {},
) =>
  readPage({
    bytes: typeof text === 'string' ? Buffer.from(text) : text,
    url: 'https://www.example.com/articles/1',
    ...given,
  });

describe('the best title', () => {
  it.each([
    [
      'the h1 inside <title>',
      html('<title>A long story of gates | The Courier</title>', '<h1>A long story of gates</h1>'),
      'A long story of gates',
    ],
    [
      'citation_title',
      html(
        '<meta name="citation_title" content="On gates"><title>On gates and more | Press</title>',
        '<h1>Article</h1>',
      ),
      'On gates',
    ],
    [
      'the headline where the h1 leads home',
      html(
        '<title>The Courier - A long story of gates</title>',
        '<h1><a href="/">The Courier</a></h1><h2>A long story of gates</h2>',
      ),
      'A long story of gates',
    ],
    [
      'the headline before section and site',
      html('<title>闸门检查报告公布：铰链只刷漆未更换_社会频道_合成网</title>', '<p>正文</p>'),
      '闸门检查报告公布：铰链只刷漆未更换',
    ],
    [
      'the last piece where og:title bears it out',
      html(
        '<title>Tech Blog | Managing the gates</title><meta property="og:title" content="Managing the gates">',
        '',
      ),
      'Managing the gates',
    ],
    [
      'the h1 that <title> says in other words',
      html(
        '<title>Gates: what to know</title>',
        '<h1>Everything the town should know about its old gates</h1>',
      ),
      'Everything the town should know about its old gates',
    ],
  ])('%s', async (_, page, title) => {
    expect((await read(page)).title).toBe(title);
  });
});

describe('charsets', () => {
  const japanese = '港の記録を読む：渡し船と灯台の十年';
  const text = `${japanese}。${'記録によると、時刻表は十年のうちに二度改められている。'.repeat(8)}`;
  it.each([
    ['Shift_JIS, undeclared', 'shift_jis', ''],
    ['EUC-JP, undeclared', 'euc-jp', ''],
    ['EUC-JP, said to be Shift_JIS', 'euc-jp', 'shift_jis'],
    ['Shift_JIS, said to be UTF-8', 'shift_jis', 'utf-8'],
    ['UTF-8, said to be Shift_JIS', 'utf-8', 'shift_jis'],
  ])('%s', async (_, real, said) => {
    const page = html(
      `${said ? `<meta charset="${said}">` : ''}<title>${japanese}</title>`,
      `<p>${text}</p>`,
    );
    const seen = await read(iconv.encode(page, real));
    expect(seen.title).toBe(japanese);
    expect(seen.charset).toBe(real);
  });
});

describe('fragments', () => {
  const page = html(
    '<title>x</title>',
    '<h2 id="part-2">Two</h2><p>日米経済関係は、かつてなく深く統合されている。</p>',
  );
  it.each([
    [
      ':~:text=%E6%97%A5%E7%B1%B3%E7%B5%8C%E6%B8%88%E9%96%A2%E4%BF%82%E3%81%AF,%E7%B5%B1%E5%90%88%E3%81%95%E3%82%8C%E3%81%A6%E3%81%84%E3%82%8B',
      true,
    ],
    [':~:text=nowhere', false],
    ['part-2', true],
    ['part-3', false],
  ])('#%s', async (fragment, found) => {
    expect((await read(page, { fragment })).page.fragment?.found).toBe(found);
  });
});

describe('hostile pages', () => {
  const many = 200_000;
  it.each([
    ['nested tags', '<div>'.repeat(many)],
    ['nested tags, closed by others', '<div>'.repeat(many) + '</b>'.repeat(many)],
    ['attributes', `<p ${'a=b '.repeat(many)}>`],
    ['attributes with open quotes', `<p ${'a="b '.repeat(many)}>`],
    ['titles without an end', '<title>x'.repeat(many)],
    ['scripts in capitals', '<SCRIPT>x</SCRIPT>'.repeat(many)],
    ['comments without an end', '<!-- '.repeat(many)],
    ['headings without an end', '<h1>x'.repeat(many)],
    ['svg without an end', '<svg>'.repeat(many)],
    ['a title of 50 MB', `<title>${'x'.repeat(50_000_000)}`],
    ['separators in a title', `<title>${' | - _ : '.repeat(many)}</title>`],
    ['entities', `<p>${'&amp;&lt;&#x41;'.repeat(many)}</p>`],
    ['spaces', `<p>${' \n'.repeat(many)}</p>`],
  ])('%s are read in half a second', async (_, page) => {
    const bytes = Buffer.from(page);
    const began = processorMs();
    await read(bytes, { contentType: 'text/html; charset=utf-8' });
    // Five times the promise, for machines under load.
    expect(processorMs() - began).toBeLessThan(2500);
  });
});

describe('PDF', () => {
  it('gives its titles and its pages, and a thread that takes too long is ended and begun anew', async () => {
    const bytes = pdf({
      title: 'Tide tables and promises',
      date: '2020-01-01',
      language: 'en',
      pages: [['Tide tables and promises', 'Text'], ['More']],
    });
    expect(await readPdf(bytes, 0)).toBeUndefined();
    const seen = await readPage({ bytes, url: 'https://example.com/x.pdf', contentType: 'application/pdf' });
    expect(seen.title).toBe('Tide tables and promises');
    expect(seen.page.pages).toBe(2);
  }, 20_000);
});
