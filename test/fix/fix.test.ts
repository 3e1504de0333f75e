import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/lint/index.ts';
import { bytesOf, fixed, textOf } from './fixed.ts';

const cases: [string, string, string, string][] = [
  [
    'text, with its line ends',
    'a.txt',
    '参考文献\r\n\r\n[1] 某文，新华网，2024年2月25日https://a.example/b?utm_source=1&id=2\r\n[2] 他文，新华网，2024年2月26日。\r\n',
    '参考文献\r\n\r\n[1] 某文，新华网，2024年2月25日 https://a.example/b?id=2\r\n[2] 他文，新华网，2024年2月26日。\r\n',
  ],
  [
    'Markdown, mark-up around the edits kept',
    'a.md',
    'A.[^1]\n\n[^1]: *Ann* Bee, “`A` Title,” **The Daily**, 46:1,2020, <https://site.example/b_c?utm_source=x>.\n',
    'A.[^1]\n\n[^1]: *Ann* Bee, “`A` Title,” **The Daily**, 46:1, 2020, <https://site.example/b_c>.\n',
  ],
  [
    'HTML, in the link and in print',
    'a.html',
    '<p>A.</p><h2>References</h2><ol><li>Ann &amp; Bee, “A Title,” <i>The Daily</i>, 46:1,2020, <a class=x href="https://site.example/b?id=1&amp;utm_source=x">https://site.example/b?id=1&amp;utm_source=x</a></li></ol>',
    '<p>A.</p><h2>References</h2><ol><li>Ann &amp; Bee, “A Title,” <i>The Daily</i>, 46:1, 2020, <a class=x href="https://site.example/b?id=1">https://site.example/b?id=1</a></li></ol>',
  ],
  [
    'BibTeX, one value at a time',
    'a.bib',
    '@article{a,\n  title = {{One} \\& Two},\n  author = {Bee, Ann}, journal={J}, volume=1, pages={1--2}, year=2020,\n  doi = "https://doi.org/10.1000/182",\n  url = {https://site.example/x?utm_source=y&b=1},\n}\n',
    '@article{a,\n  title = {{One} \\& Two},\n  author = {Bee, Ann}, journal={J}, volume=1, pages={1--2}, year=2020,\n  doi = "10.1000/182",\n  url = {https://site.example/x?b=1},\n}\n',
  ],
];

describe('fix', () => {
  it.each(cases)('mends %s', async (_, path, before, after) => {
    const { bytes } = await fixed(path, bytesOf(before));
    expect(textOf(bytes)).toBe(after);
  });

  it.each(cases)('does nothing the second time: %s', async (_, path, before) => {
    const once = await fixed(path, bytesOf(before));
    const twice = await fixed(path, once.bytes);
    expect(twice.bytes).toEqual(once.bytes);
    expect(twice.diff).toBe('');
  });

  const note =
    '参考文献\n\n[1] 某文，新华网，2024年2月25日https://a.example/b 中文的内容需要足够长才能认出编码。我们在这里多写一些字，让它可以被认出来。\n';
  it.each([
    ['utf-8', false],
    ['utf-8', true],
    ['utf-16le', true],
    ['utf-16be', true],
    ['gb18030', false],
  ] as const)('keeps %s and its mark (%s)', async (encoding, mark) => {
    const { bytes, made } = await fixed('a.txt', iconv.encode(note, encoding, { addBOM: mark }));
    expect(made).toBe(1);
    const wanted = note.replace('日https', '日 https');
    expect(Buffer.compare(bytes, iconv.encode(wanted, encoding, { addBOM: mark }))).toBe(0);
  });

  it('leaves a document alone that needs nothing, to the byte', async () => {
    const bytes = bytesOf('参考文献\n\n[1] 某文，新华网，2024年2月25日。\n');
    expect((await fixed('a.txt', bytes)).bytes).toBe(bytes);
  });

  it('shows the change as a unified diff', async () => {
    const lines = Array.from({ length: 12 }, (_, at) => `第${at}行文字`).join('\n');
    const { diff } = await fixed(
      'a.txt',
      bytesOf(`${lines}\n\n参考文献\n\n[1] 某文，新华网，2024年2月25日https://a.example/b`),
    );
    expect(diff).toBe(
      '--- a/a.txt\n+++ b/a.txt\n@@ -13,4 +13,4 @@\n \n 参考文献\n \n-[1] 某文，新华网，2024年2月25日https://a.example/b\n\\ No newline at end of file\n+[1] 某文，新华网，2024年2月25日 https://a.example/b\n\\ No newline at end of file\n',
    );
  });

  it('comes to rest over the examples of every rule', async () => {
    for (const { id, examples } of rules)
      for (const { text, format } of examples) {
        const path = format === 'bibtex' ? 'a.bib' : format === 'markdown' ? 'a.md' : 'a.txt';
        const once = await fixed(path, bytesOf(text));
        expect(textOf((await fixed(path, once.bytes)).bytes), id).toBe(textOf(once.bytes));
      }
  });
});
