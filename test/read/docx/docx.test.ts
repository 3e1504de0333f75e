import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../../src/model/source.ts';
import { docxRuns, readDocx } from '../../../src/read/docx/index.ts';
import { readDocument } from '../../../src/read/index.ts';
import { endnote, footnote, paragraph, run, sign, type WordParts, wordFile } from './word-file.ts';

const read = (parts: WordParts): Source => readDocx('a.docx', wordFile(parts));
const notesOf = (source: Source) =>
  source.notes.map(({ label, marker, start, end, references }) => ({
    label,
    marker,
    text: source.text.slice(start, end),
    at: references.map((span) => source.text.slice(span.start, span.end)),
  }));
const bodyOf = (source: Source) => source.text.split('\n\n\n\n')[0]?.trimEnd();
const section = (inner: string) => `<w:p><w:pPr><w:sectPr>${inner}</w:sectPr></w:pPr></w:p>`;

describe('notes of a Word document', () => {
  it('gives footnotes and endnotes their displayed numbers and their places', () => {
    const source = read({
      body:
        paragraph(run('First'), sign('footnote', 7), run(' and'), sign('endnote', 2)) +
        paragraph(run('Second'), sign('footnote', 3)),
      footnotes:
        footnote(3, run(' Later in order, earlier by id.')) +
        footnote(7, run(' See '), run('one &amp; two.')),
      endnotes: endnote(2, run(' An endnote.')),
    });
    expect(notesOf(source)).toEqual([
      { label: '1', marker: '1', text: 'See one & two.', at: ['¹'] },
      { label: 'i', marker: 'i', text: 'An endnote.', at: ['i'] },
      { label: '2', marker: '2', text: 'Later in order, earlier by id.', at: ['²'] },
    ]);
    expect(source.place(source.notes[2]?.start as number)).toMatchObject({ paragraph: 2, note: '2' });
    expect(source.place(0)).toMatchObject({ paragraph: 1, line: 1, column: 1 });
    expect(source.text).toContain('\n\n\n\n');
  });

  it.each([
    ['chinese circles', '<w:numFmt w:val="decimalEnclosedCircleChinese"/>', ['①', '②'], ['1', '2']],
    ['roman from four', '<w:numFmt w:val="upperRoman"/><w:numStart w:val="4"/>', ['IV', 'V'], ['IV', 'V']],
    ['signs', '<w:numFmt w:val="chicago"/>', ['*', '†'], ['*', '†']],
    ['kanji', '<w:numFmt w:val="japaneseCounting"/><w:numStart w:val="10"/>', ['十', '十一'], ['10', '11']],
    ['an unknown format', '<w:numFmt w:val="constructor"/>', ['1', '2'], ['1', '2']],
  ])('numbers in %s', (_, properties, markers, labels) => {
    const source = read({
      body: paragraph(run('a'), sign('footnote', 1), run('b'), sign('footnote', 2)),
      footnotes: footnote(1, run('x')) + footnote(2, run('y')),
      settings: `<w:footnotePr>${properties}</w:footnotePr>`,
    });
    expect(source.notes.map(({ marker }) => marker)).toEqual(markers);
    expect(source.notes.map(({ label }) => label)).toEqual(labels);
  });

  it.each([
    [
      'each section',
      'eachSect',
      section('<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'),
      ['1', '1'],
    ],
    ['each page', 'eachPage', paragraph('<w:r><w:br w:type="page"/></w:r>'), ['1', '1']],
    ['never', 'continuous', section(''), ['1', '2']],
  ])('restarts %s', (_, restart, between, labels) => {
    const source = read({
      body: paragraph(run('a'), sign('footnote', 1)) + between + paragraph(run('b'), sign('footnote', 2)),
      footnotes: footnote(1, run('x')) + footnote(2, run('y')),
      settings: `<w:footnotePr><w:numRestart w:val="${restart}"/></w:footnotePr>`,
    });
    expect(source.notes.map(({ label }) => label)).toEqual(labels);
  });

  it('takes a sign of the author’s own and does not count it', () => {
    const source = read({
      body: paragraph(
        run('a'),
        '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>※</w:t></w:r>',
        run('b'),
        sign('footnote', 2),
      ),
      footnotes: `<w:footnote w:id="1"><w:p>${run('※ By hand.')}</w:p></w:footnote>${footnote(2, run('Counted.'))}`,
    });
    expect(notesOf(source)).toEqual([
      { label: '※', marker: '※', text: 'By hand.', at: ['※'] },
      { label: '1', marker: '1', text: 'Counted.', at: ['¹'] },
    ]);
  });

  it('says which sign has no note', () => {
    const source = read({ body: paragraph(run('a'), sign('footnote', 9)), footnotes: '' });
    expect(source.findings).toMatchObject([{ rule: 'marker-without-note', place: { paragraph: 1 } }]);
  });
});

describe('the text of a Word document', () => {
  it('accepts tracked changes', () => {
    const source = read({
      body: paragraph(
        run('kept '),
        `<w:del>${'<w:r><w:delText>old</w:delText></w:r>'}</w:del><w:ins>${run('new')}</w:ins>`,
        `<w:moveFrom>${run('gone')}${sign('footnote', 1)}</w:moveFrom><w:moveTo>${run(' moved')}</w:moveTo>`,
        sign('footnote', 2),
      ),
      footnotes:
        footnote(1, run('of moved text')) + footnote(2, run('a'), `<w:del>${run('b')}</w:del>`, run('c')),
    });
    expect(bodyOf(source)).toBe('kept new moved¹');
    expect(notesOf(source)).toMatchObject([{ label: '1', text: 'ac' }]);
  });

  it('joins paragraphs whose mark was deleted', () => {
    const source = read({
      body: `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('one ')}</w:p>${paragraph(run('two'))}`,
    });
    expect(bodyOf(source)).toBe('one two');
  });

  it('finds links of relationships and of fields, and shows no field code', () => {
    const field = (code: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const source = read({
      body: paragraph(
        `<w:hyperlink r:id="rId9">${run('by ')}${run('relation')}</w:hyperlink>`,
        run(' '),
        field(
          'HYPERLINK &quot;https://b.example/?a=1&amp;b=2&quot; \\l &quot;part&quot; \\o &quot;tip&quot;',
          'by field',
        ),
        run(' '),
        `<w:fldSimple w:instr='HYPERLINK "https://c.example/"'>${run('simple')}</w:fldSimple>`,
        field('PAGE', '12'),
        sign('footnote', 1),
      ),
      links: { rId9: 'https://a.example/x?y=1&z=2' },
      footnotes: footnote(1, `<w:hyperlink r:id="rId1">${run('note link')}</w:hyperlink>`),
      footnoteLinks: { rId1: 'https://d.example/' },
    });
    expect(bodyOf(source)).toBe('by relation by field simple12¹');
    expect(source.links.map(({ start, end, url }) => [source.text.slice(start, end), url])).toEqual([
      ['by relation', 'https://a.example/x?y=1&z=2'],
      ['by field', 'https://b.example/?a=1&b=2#part'],
      ['simple', 'https://c.example/'],
      ['note link', 'https://d.example/'],
    ]);
  });

  it('prints list numbers, tabs, breaks, signs, tables and text boxes, and no hidden or fallback text', () => {
    const listed = (text: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>${run(text)}</w:p>`;
    const source = read({
      body:
        paragraph(run('参考文献')) +
        listed('甲。') +
        listed('乙。') +
        paragraph(
          '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:sym w:font="Symbol" w:char="F0B4"/><w:noBreakHyphen/></w:r>',
        ) +
        `<w:tbl><w:tr><w:tc>${paragraph(run('1'))}</w:tc><w:tc>${paragraph(run('2'))}</w:tc></w:tr></w:tbl>` +
        paragraph(
          '<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>',
          paragraph(run('boxed')),
          '</w:txbxContent></mc:Choice><mc:Fallback><w:t>twice</w:t></mc:Fallback></mc:AlternateContent></w:r>',
          run('around'),
        ) +
        paragraph('<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>', run('shown')),
      numbering:
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="[%1]"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>',
    });
    expect(bodyOf(source)).toBe(
      ['参考文献', '[1]\t甲。', '[2]\t乙。', 'a\tb', 'c×-', '1\t2', 'around', 'boxed', 'shown'].join('\n'),
    );
  });

  it('reads whatever prefix the writer chose for the namespace', () => {
    const source = read({
      body: '',
      files: {
        'word/document.xml': strToU8(
          '<ns0:document xmlns:ns0="http://purl.oclc.org/ooxml/wordprocessingml/main"><ns0:body><ns0:p><ns0:r><ns0:t>strict</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>',
        ),
      },
    });
    expect(bodyOf(source)).toBe('strict');
  });
});

describe('docxRuns', () => {
  it('leads every character of the text back to the XML it stands in', () => {
    const bytes = wordFile({
      body: paragraph(run('Body '), run('text'), sign('footnote', 1)),
      footnotes: footnote(1, run('A &lt;b&gt; '), run('c')),
    });
    const { runs, parts } = docxRuns(bytes);
    const { text } = readDocx('a.docx', bytes);
    const shown = runs.map(({ start, end, part, characters, run: whole }) => [
      text.slice(start, end),
      characters && parts.get(part)?.slice(characters.start, characters.end),
      parts.get(part)?.slice(whole.start, whole.start + 4),
      parts.get(part)?.slice(whole.end - 6, whole.end),
    ]);
    expect(shown).toEqual([
      ['Body ', 'Body ', '<w:r', '</w:r>'],
      ['text', 'text', '<w:r', '</w:r>'],
      ['¹', undefined, '<w:r', '</w:r>'],
      ['A <b> ', 'A &lt;b&gt; ', '<w:r', '</w:r>'],
      ['c', 'c', '<w:r', '</w:r>'],
    ]);
  });
});

describe('a hostile Word document', () => {
  const plain = { body: paragraph(run('text')) };
  const tampered = (change: (bytes: Uint8Array, at: number) => void): Uint8Array => {
    const bytes = wordFile(plain);
    for (let at = 0; at + 4 < bytes.length; at += 1)
      if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2)
        change(bytes, at);
    return bytes;
  };
  const bomb = strToU8(`<w:document>${' '.repeat(40 * 1024 * 1024)}</w:document>`);
  it.each<[string, () => Uint8Array, RegExp]>([
    ['a bomb', () => wordFile({ ...plain, files: { 'word/document.xml': bomb } }), /more than 32 MiB/],
    [
      'a bomb that declares no size',
      () => {
        const bytes = wordFile({ ...plain, files: { 'word/document.xml': bomb } });
        for (let at = 0; at + 4 < bytes.length; at += 1)
          if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2)
            bytes.fill(0, at + 24, at + 28);
        return bytes;
      },
      /more than 32 MiB/,
    ],
    ['overlapping parts', () => tampered((bytes, at) => bytes.fill(0, at + 42, at + 46)), /overlap/],
    ['an encrypted part', () => tampered((bytes, at) => bytes.fill(1, at + 8, at + 9)), /encrypted/],
    ['an unknown packing', () => tampered((bytes, at) => bytes.fill(99, at + 10, at + 11)), /unknown way/],
    ['a cut archive', () => wordFile(plain).subarray(0, 400), /directory is missing/],
    [
      'another archive',
      () =>
        wordFile({
          ...plain,
          files: {
            '_rels/.rels': strToU8(
              '<a><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.xml"/></a>',
            ),
          },
        }),
      /without a Word document/,
    ],
    [
      'entities',
      () =>
        wordFile({
          ...plain,
          files: {
            'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
          },
        }),
      /document type/,
    ],
    ['deep nesting', () => wordFile({ body: '<w:sdt>'.repeat(100_000) }), /too deep/],
    [
      'an old Word file',
      () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      /old Word/,
    ],
  ])('%s: one clear line', async (_, bytes, reason) => {
    expect(await readDocument('a.docx', bytes())).toEqual({
      path: 'a.docx',
      unreadable: expect.stringMatching(reason),
    });
  });

  it('reads one among 60,000 entries, whatever the others are called', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60_000 }, (_, index) => [`../../etc/${index}`, new Uint8Array()]),
    );
    const source = (await readDocument('a.docx', wordFile({ ...plain, files }))) as Source;
    expect(bodyOf(source)).toBe('text');
  });

  it('reads 300,000 empty paragraphs in linear time', () => {
    const source = read({ body: paragraph(run('text')) + '<w:p/>'.repeat(300_000) });
    expect(source.text.length).toBeGreaterThan(300_000);
  });
});
