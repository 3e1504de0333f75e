import { describe, expect, it } from 'vitest';
import { processorMs } from '../processor-time.ts';
import { linksOf, notesOf, readText } from './shape.ts';

const page = `{{Infobox person|name=X|birth=1970<ref name="birth">{{cite news|last=Doe|first=Jane|last2=Roe|first2=R.|title=Born [[today]]|newspaper=The Times|date=3 May 2001|url=https://times.example/a?b=c|access-date=2020-01-02|archive-url=https://web.archive.org/web/2020/https://times.example/a?b=c}}</ref>|img=f.jpg}}
'''Foo''' is a [[bar|baz]]<ref>{{Cite web|和書|author=山田太郎|title=題名|url=https://ja.example/|date=2020年3月4日|publisher=出版社|accessdate=2021-02-03}} 参照。</ref> and more.<ref name=birth /> {{sfn|Smith|2001|p=12}} {{lang|fr|texte}}.<ref group="注">See [https://x.example/y a ''page''] &amp; https://z.example/.</ref>
<!-- <ref>no</ref> --><nowiki><ref>no</ref></nowiki>
Listed<ref name="l1"/>, none<ref name="nope"/>. {{efn|A note.}}
== References ==
{{reflist|refs=
<ref name="l1">{{웹 인용|url=https://ko.example|제목=제목|저자=김|날짜=2020-01-01}}</ref>
}}
== Literatur ==
* {{Literatur |Autor=Hans Müller |Titel=Das Buch |Verlag=V |Ort=Berlin |Jahr=1999 |Seiten=1–20}}
[[Category:X]]
`;

describe('wikitext', () => {
  it('reads references by name, group and list, and where they are used', async () => {
    const source = await readText('a.wiki', page);
    expect(notesOf(source)).toEqual([
      {
        label: '1',
        text: 'Jane Doe, R. Roe. Born today. The Times. 2001. https://times.example/a?b=c.',
        at: ['¹', '¹'],
      },
      { label: '2', text: '山田太郎. 題名. 出版社. 2020. https://ja.example/. 参照。', at: ['²'] },
      { label: '3', text: 'Smith 2001, p. 12', at: ['³'] },
      { label: '注 1', text: 'See a page & https://z.example/.', at: ['[注 1]'] },
      { label: '4', text: '김. 제목. 2020. https://ko.example.', at: ['⁴'] },
      { label: 'note 1', text: 'A note.', at: ['[note 1]'] },
    ]);
    expect(source.findings).toMatchObject([{ rule: 'marker-without-note', data: { label: 'nope' } }]);
    expect(linksOf(source)).toEqual([['a page', 'https://x.example/y']]);
    expect(source.text).toMatch(
      /^¹\nFoo is a baz² and more\.¹ ³ texte\.\[注 1\]\n\nListed⁴, none⁵\. \[note 1\]\nReferences\n/,
    );
    expect(source.text).not.toMatch(/Category|no<|\{\{|\}\}/);
  });

  it('maps the citation templates of several wikis to CSL', async () => {
    const { entries } = await readText('a.wiki', page);
    expect(
      Object.fromEntries(
        entries.map(({ item: { id: _, ...item }, urls }) => [item.title, { ...item, urls }]),
      ),
    ).toEqual({
      'Born today': {
        type: 'article-newspaper',
        title: 'Born today',
        'container-title': 'The Times',
        author: [
          { family: 'Doe', given: 'Jane' },
          { family: 'Roe', given: 'R.' },
        ],
        issued: { 'date-parts': [[2001, 5, 3]] },
        accessed: { 'date-parts': [[2020, 1, 2]] },
        URL: 'https://times.example/a?b=c',
        urls: ['https://times.example/a?b=c', 'https://web.archive.org/web/2020/https://times.example/a?b=c'],
      },
      題名: {
        type: 'webpage',
        title: '題名',
        publisher: '出版社',
        author: [{ literal: '山田太郎' }],
        issued: { 'date-parts': [[2020, 3, 4]] },
        accessed: { 'date-parts': [[2021, 2, 3]] },
        URL: 'https://ja.example/',
        urls: undefined,
      },
      제목: {
        type: 'webpage',
        title: '제목',
        author: [{ literal: '김' }],
        issued: { 'date-parts': [[2020, 1, 1]] },
        URL: 'https://ko.example',
        urls: undefined,
      },
      'Das Buch': {
        type: 'book',
        title: 'Das Buch',
        author: [{ literal: 'Hans Müller' }],
        publisher: 'V',
        'publisher-place': 'Berlin',
        page: '1-20',
        issued: { 'date-parts': [[1999]] },
        urls: undefined,
      },
    });
  });

  it('leads a reference back to its own characters', async () => {
    const source = await readText('a.wiki', page);
    const at = source.text.indexOf('https://z.example/');
    const origin = source.origin(at, at + 18);
    expect(page.slice(origin?.start, origin?.end)).toBe('https://z.example/');
  });

  it.each([
    ['templates', '{{'.repeat(500_000)],
    ['nested templates', `${'{{efn|'.repeat(80_000)}x${'}}'.repeat(80_000)}`],
    ['references', '<ref>'.repeat(200_000)],
    ['quiet tags', '<nowiki>'.repeat(120_000)],
    ['links', '[[a|'.repeat(250_000)],
    ['lists of references', '<references>'.repeat(80_000)],
    ['headings', '='.repeat(1_000_000)],
    ['short references', '<ref name=a/>'.repeat(70_000)],
  ])('is not held up by %s', async (_, text) => {
    const begun = processorMs();
    await readText('a.wiki', `[[a]]<ref>b</ref>\n${text}`);
    expect(processorMs() - begun).toBeLessThan(2000);
  });
});
