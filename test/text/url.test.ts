import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mend, scanUrls, snapshotOf } from '../../src/text/url.ts';
import { processorMs } from '../processor-time.ts';

const urlsIn = (text: string) => scanUrls(text).map(({ url }) => url);

describe('where a URL ends', () => {
  it.each([
    // Stops and brackets of the sentence.
    ['see https://www.example.org/a/b.html.', 'https://www.example.org/a/b.html'],
    ['see https://www.example.org/a/, and', 'https://www.example.org/a/'],
    ['(https://www.example.org/a)', 'https://www.example.org/a'],
    ['<https://www.example.org/a>', 'https://www.example.org/a'],
    ['[https://www.example.org/a]', 'https://www.example.org/a'],
    ['{http://www.example.org}', 'http://www.example.org'],
    ['“https://www.example.org/a”', 'https://www.example.org/a'],
    ['https://www.example.org/a。', 'https://www.example.org/a'],
    ['https://www.example.org/a,后', 'https://www.example.org/a'],
    ['https://www.example.org/a(最終閲覧日2024年2月27日)。', 'https://www.example.org/a'],
    ['https://www.example.org/a（2020年閲覧）', 'https://www.example.org/a'],
    ['https://www.example.org/a(accessed 3 May 2020)', 'https://www.example.org/a'],
    ['https://www.example.org/a[2022-06-20].', 'https://www.example.org/a'],
    ['https://www.example.org/a검색일', 'https://www.example.org/a'],
    // Brackets of its own.
    ['https://en.example.org/wiki/Port_(sea).', 'https://en.example.org/wiki/Port_(sea)'],
    ['(https://en.example.org/wiki/Port_(sea))', 'https://en.example.org/wiki/Port_(sea)'],
    // What runs on into the next citation.
    ['https://a.example.org/x/12-35.html.Rosa P. Ferry, The Ledger', 'https://a.example.org/x/12-35.html'],
    ['https://a.example.org/x/07.pdfFerry R., « The', 'https://a.example.org/x/07.pdf'],
    ['https://a.example.org/detail?id=55158.M. Orchard, Tolls', 'https://a.example.org/detail?id=55158'],
    ['www.example.org.uk.D. Orchard and others', 'http://www.example.org.uk'],
    ['https://a.example.org/x/07.pdf潘知常．新', 'https://a.example.org/x/07.pdf'],
    ['https://a.example.org/post/ourworldJohn H Orchard, Tolls', 'https://a.example.org/post/ourworld'],
    ['https://doi.org/10.1234/j.2023.02.004.关于', 'https://doi.org/10.1234/j.2023.02.004'],
    ['http://a.example.org/1;http://b.example.org/2', 'http://a.example.org/1'],
    // What belongs to it.
    ['http://www.example.org/CoasesPenguin.PDF.', 'http://www.example.org/CoasesPenguin.PDF'],
    [
      'https://a.example.org/i.html#:~:text=%E6%97%A5,%E6%B7%B1(最終',
      'https://a.example.org/i.html#:~:text=%E6%97%A5,%E6%B7%B1',
    ],
    ['https://a.example.org/wiki/東京都 を', 'https://a.example.org/wiki/東京都'],
    ['https://a.example.org/报告/2018.html。', 'https://a.example.org/报告/2018.html'],
    ['https://a.example.org/a%20b%E3%81%82/', 'https://a.example.org/a%20b%E3%81%82/'],
    ['https://a.example.org/?a=1&b=2#c', 'https://a.example.org/?a=1&b=2#c'],
  ])('%s', (text, url) => expect(urlsIn(text)[0]).toBe(url));

  it.each([
    ['htp://www.example.org/a', 'http://www.example.org/a'],
    ['http:/www.example.org/a', 'http://www.example.org/a'],
    ['https:///www.example.org/a', 'https://www.example.org/a'],
    ['http：／／www.example.org／a', 'http://www.example.org/a'],
    ['http:// www.example.org/a', 'http://www.example.org/a'],
    ['https://www.example.org/path/\nfog-and-haze.pdf', 'https://www.example.org/path/fog-and-haze.pdf'],
    ['https://www.example.org/path/ fog-and-haze.pdf', 'https://www.example.org/path/fog-and-haze.pdf'],
    ['https://www.example.org/a?id=\n77&x=1/', 'https://www.example.org/a?id=77&x=1/'],
  ])('%j is mended', (text, url) => {
    const [found] = scanUrls(text);
    expect(found).toMatchObject({ url, mended: true });
    expect(text.slice(found?.start, found?.end)).toBe(found?.printed);
  });

  it.each(['https://www.example.org/ and/or', 'https://www.example.org/\nThe next line.'])(
    'prose behind %j is none of it',
    (text) => expect(urlsIn(text)).toEqual(['https://www.example.org/']),
  );

  it('finds a URL whatever stands around it', () => {
    const neighbours = fc.constantFrom('', ' ', '。', '，', '(', '（', '「', '“', '\n', '；', '见', '참조 ');
    const after = fc.constantFrom(
      '',
      ' ',
      '。',
      '，',
      ')',
      '）',
      '」',
      '”',
      '\n',
      '；',
      '. ',
      ', ',
      '(最終閲覧日2024年)',
    );
    const path = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,12}(?:\/[a-z0-9]{1,8}){0,3}$/);
    fc.assert(
      fc.property(neighbours, path, after, (before, tail, behind) => {
        const url = `https://www.example.org/${tail}`;
        expect(urlsIn(`${before}${url}${behind}`)).toEqual([url]);
      }),
    );
  });

  it('looks at each character a bounded number of times', () => {
    const size = 200_000;
    const hostile = ['http://a/', '(', '()', 'http://a/あ/', 'http:/', 'www.a.', '.A'].map((part) =>
      `http://a/${part.repeat(size)}`.slice(0, size),
    );
    const started = processorMs();
    for (const text of hostile) scanUrls(text);
    expect(processorMs() - started).toBeLessThan(5000);
  });
});

describe('snapshots', () => {
  it.each([
    ['https://web.archive.org/web/20120304050607/http://www.example.org/a', 'http://www.example.org/a'],
    ['https://web.archive.org/web/20120304050607id_/https://www.example.org/', 'https://www.example.org/'],
    ['https://archive.ph/20200101000000/https://www.example.org/', 'https://www.example.org/'],
    ['https://warp.da.ndl.go.jp/info:ndljp/pid/11502825/www.example.go.jp/a', 'http://www.example.go.jp/a'],
  ])('%s', (url, original) => expect(snapshotOf(url)?.original).toBe(original));

  it('a page like any other is none', () =>
    expect(snapshotOf('https://www.example.org/web/2012/')).toBeUndefined());
});

describe('mending', () => {
  it('leaves what is well', () => {
    fc.assert(
      fc.property(fc.webUrl({ size: 'small' }), (url) => mend(url) === url),
      { numRuns: 30 },
    );
  });
});
