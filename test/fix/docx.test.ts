import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fixDocx } from '../../src/fix/fix-docx.ts';
import { docxRuns, readDocx } from '../../src/read/docx/index.ts';
import { paragraph, run, wordFile } from '../read/docx/word-file.ts';
import { fixed } from './fixed.ts';
import { manuscript, partsOf } from './word.ts';

const editing = (bytes: Uint8Array, find: string, text: string) => {
  const source = readDocx('a.docx', bytes);
  const start = source.text.indexOf(find);
  if (start < 0) throw new Error(`no ${find} in ${source.text}`);
  const edit = { start, end: start + find.length, text };
  return fixDocx(bytes, docxRuns(bytes), source.links, [edit]);
};

describe('fix of a Word document', () => {
  it('mends runs of the body and of the notes, and copies every other part as it stands', async () => {
    const before = manuscript({ 'word/media/a.bin': new Uint8Array([0, 1, 2, 255]) });
    const { bytes, made } = await fixed('a.docx', before);
    const [old, now] = [partsOf(before), partsOf(bytes)];
    expect(made).toBeGreaterThan(2);
    expect(now['word/document.xml']).toBe(
      old['word/document.xml']?.replace('日https', '日 https').replace('46:1,2020', '46:1, 2020'),
    );
    expect(now['word/footnotes.xml']).toBe(old['word/footnotes.xml']?.replace('46:1,2020', '46:1, 2020'));
    const changed = Object.keys(old).filter((name) => old[name] !== now[name]);
    expect(changed).toEqual(['word/document.xml', 'word/footnotes.xml']);
    expect(Object.keys(now)).toEqual(Object.keys(old));
  });

  it('does nothing the second time', async () => {
    const once = await fixed('a.docx', manuscript());
    const twice = await fixed('a.docx', once.bytes);
    expect(twice.bytes).toBe(once.bytes);
    expect(twice.made).toBe(0);
  });

  it('escapes what it puts in, and touches no entity beside it', () => {
    const bytes = wordFile({ body: paragraph(run('a &amp; b &#x4E2D; c X d &lt;')) });
    const answer = editing(bytes, 'X', '<w:p>&]]>');
    expect(partsOf(answer?.bytes as Uint8Array)['word/document.xml']).toContain(
      'a &amp; b &#x4E2D; c &lt;w:p&gt;&amp;]]&gt; d &lt;',
    );
  });

  it('keeps a blank it puts at the end of an element', () => {
    const bytes = wordFile({ body: paragraph('<w:r><w:t>abc</w:t></w:r>') });
    expect(partsOf(editing(bytes, 'c', 'c ')?.bytes as Uint8Array)['word/document.xml']).toContain(
      '<w:t xml:space="preserve">abc </w:t>',
    );
  });

  it.each([
    ['over two runs', paragraph(run('abXY'), run('Zcd')), 'XYZ'],
    ['in the text of a link', paragraph(`<w:hyperlink r:id="l1">${run('aXYZb')}</w:hyperlink>`), 'XYZ'],
  ])('leaves an edit %s', (_, body, find) => {
    const bytes = wordFile({ body, links: { l1: 'https://a.example/' } });
    const answer = editing(bytes, find, 'Q');
    expect(answer?.made).toEqual([]);
    expect(answer?.left).toBe(1);
    expect(answer?.bytes).toBe(bytes);
  });

  it('leaves a document alone whose part is not UTF-8, rather than recode it', () => {
    const xml = partsOf(wordFile({ body: paragraph(run('aXYZb')) }))['word/document.xml'] as string;
    const wide = Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    const bytes = wordFile({ body: '', files: { 'word/document.xml': new Uint8Array(wide) } });
    expect(editing(bytes, 'XYZ', 'Q')?.bytes).toBe(bytes);
  });

  it.each([
    ['no archive', strToU8('PK, or so it says')],
    ['an archive cut short', manuscript().subarray(0, 400)],
  ])('answers instead of throwing: %s', (_, bytes) => {
    expect(fixDocx(bytes, { runs: [], parts: new Map() }, [], [])).toBeUndefined();
  });
});
