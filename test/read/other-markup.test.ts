import { describe, expect, it } from 'vitest';
import { linksOf, notesOf, readText } from './shape.ts';

describe('Re:VIEW', () => {
  const text = `= 題名

本文@<fn>{one}と@<bib>{book}、@<href>{https://a.example/x, ここ}。@<fn>{none}
//footnote[one][注@<b>{太字}、https://b.example/y\\]z 令和３年@<tcy>{24}日]
#@# 隠し @<fn>{no}
//emlist[code]{
@<fn>{no}
//}
//bibpaper[book][見出し]{
  山川賢一 著『題名』@<br>{}
  東京・出版社、２０１２年@<br>{}
//}
//bibpaper[short][Author, Title]
`;
  it('reads notes, works and links by id', async () => {
    const source = await readText('a.re', text);
    expect(source.format).toBe('review');
    expect(notesOf(source)).toEqual([
      { label: 'one', text: '注太字、https://b.example/y]z 令和３年24日', at: ['[one]'] },
      { label: 'book', text: '山川賢一 著『題名』 東京・出版社、２０１２年', at: ['[book]'] },
      { label: 'short', text: 'Author, Title', at: [] },
    ]);
    expect(linksOf(source)).toEqual([['ここ', 'https://a.example/x']]);
    expect(source.findings).toMatchObject([{ rule: 'marker-without-note', data: { label: 'none' } }]);
  });
});

describe('reStructuredText', () => {
  const text = `Title
=====

Body [1]_ and [#name]_, [CIT2002]_ with \`a link <https://a.example/x>\`_ and \`another\`_. \`\`[9]_\`\`

.. code-block:: python

   no = [8]_

.. [1] First note,
   going on https://b.example/y.
.. [#name] *Named* note.
.. [CIT2002] A. Author. Title. 2002.
.. _another: https://c.example/
`;
  it('reads footnotes, citations and links', async () => {
    const source = await readText('a.txt', text);
    expect(source.format).toBe('rst');
    expect(notesOf(source)).toEqual([
      { label: '1', text: 'First note,\ngoing on https://b.example/y.', at: ['[1]'] },
      { label: 'name', text: 'Named note.', at: ['[name]'] },
      { label: 'CIT2002', text: 'A. Author. Title. 2002.', at: ['[CIT2002]'] },
    ]);
    expect(linksOf(source)).toEqual([
      ['a link', 'https://a.example/x'],
      ['another', 'https://c.example/'],
    ]);
    expect(source.findings).toEqual([]);
  });
});

describe('AsciiDoc', () => {
  const text = `= Title
:toc:

Body footnote:[See https://a.example/x[the *page*], 2020.] and footnote:id[Named.], again footnote:id[], <<ref>>.

----
footnote:[no]
----

[bibliography]
== References
* [[[ref]]] A. Author. _Title_. 2002.
`;
  it('reads footnote macros and bibliography entries', async () => {
    const source = await readText('a.adoc', text);
    expect(notesOf(source)).toEqual([
      { label: 'ref', text: 'A. Author. Title. 2002.', at: ['[ref]'] },
      { label: '1', text: 'See the *page*, 2020.', at: ['¹'] },
      { label: '2', text: 'Named.', at: ['²', '²'] },
    ]);
    expect(linksOf(source)).toEqual([['the *page*', 'https://a.example/x']]);
  });
});

describe('the format of a text', () => {
  it.each([
    ['a.md', '<!DOCTYPE html><p>x', 'html'],
    ['a.txt', '<p>a</p><p>b</p><p>c</p>', 'html'],
    ['a.md', '<p>a</p><p>b</p><p>c</p>', 'markdown'],
    ['a', '% c\n@article{k, title={T}}', 'bibtex'],
    ['a.txt', '@media screen { color: red }', 'text'],
    ['-', '[{"id":"a","type":"book","title":"T"}]', 'csl-json'],
    ['a.txt', 'TY  - JOUR\nTI  - T\nER  - ', 'ris'],
    ['a.md', '\\documentclass{article}\\begin{document}x', 'latex'],
    ['a.md', '# How to write \\documentclass{article}\n@article{k,', 'markdown'],
    ['a.txt', 'https://a.example/\n# remark\nhttps://b.example/', 'url-list'],
    ['a.txt', 'Text<ref>note</ref> [[link]]', 'wikitext'],
    ['a.json', 'no json', 'text'],
    ['a.txt', 'Just text.', 'text'],
    ['-', 'text[^1]\n\n[^1]: note', 'markdown'],
  ])('%s %s: %s', async (path, text, format) => {
    expect((await readText(path, text)).format).toBe(format);
  });
});
