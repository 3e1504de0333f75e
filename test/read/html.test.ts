import { describe, expect, it } from 'vitest';
import { processorMs } from '../processor-time.ts';
import { linksOf, notesOf, readText } from './shape.ts';

/** Two notes as each generator sets them; all must come out alike. */
const generators: Record<string, string> = {
  Pandoc:
    '<p>A<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> b<a href="#fn2" class="footnote-ref" id="fnref2" role="doc-noteref"><sup>2</sup></a></p><section id="footnotes" class="footnotes" role="doc-endnotes"><hr/><ol><li id="fn1"><p>See <em>this</em>, 2020.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li><li id="fn2"><p>Other 12.<a href="#fnref2" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
  Hugo: '<p>A<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup> b<sup id="fnref:2"><a href="#fn:2" class="footnote-ref">2</a></sup></p><div class="footnotes" role="doc-endnotes"><ol><li id="fn:1"><p>See <em>this</em>, 2020.&#160;<a href="#fnref:1" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a></p></li><li id="fn:2"><p>Other 12.&#160;<a href="#fnref:2">&#x21a9;&#xfe0e;</a></p></li></ol></div>',
  kramdown:
    '<p>A<sup id="fnref:a" role="doc-noteref"><a href="#fn:a" class="footnote" rel="footnote">1</a></sup> b<sup id="fnref:b"><a href="#fn:b" class="footnote">2</a></sup></p><div class="footnotes"><ol><li id="fn:a" role="doc-endnote"><p>See <em>this</em>, 2020. <a href="#fnref:a" class="reversefootnote">&#8617;</a></p></li><li id="fn:b" role="doc-endnote"><p>Other 12. <a href="#fnref:b">&#8617;</a></p></li></ol></div>',
  WordPress:
    '<p>A<sup data-fn="6f3a" class="fn"><a href="#6f3a" id="6f3a-link">1</a></sup> b<sup data-fn="77b1" class="fn"><a id="77b1-link" href="#77b1">2</a></sup></p><ol class="wp-block-footnotes"><li id="6f3a">See <em>this</em>, 2020. <a href="#6f3a-link" aria-label="Jump to footnote reference 1">↩︎</a></li><li id="77b1">Other 12. <a href="#77b1-link">↩︎</a></li></ol>',
  Word: '<p>A<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1" title=""><span>[1]</span></a> b<a href="#_ftn2" name="_ftnref2">[2]</a></p><div><hr><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> See <i>this</i>, 2020.</p></div><div id=ftn2><p><a href="#_ftnref2" name="_ftn2">[2]</a> Other 12.</p></div></div>',
  LibreOffice:
    '<p>A<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> b<a class="sdfootnoteanc" name="sdfootnote2anc" href="#sdfootnote2sym"><sup>2</sup></a></p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>See <i>this</i>, 2020.</p></div><div id="sdfootnote2"><p><a name="sdfootnote2sym" href="#sdfootnote2anc">2</a>Other 12.</p></div>',
  MediaWiki:
    '<p>A<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup> b<sup id="cite_ref-2" class="reference"><a href="#cite_note-2">[2]</a></sup></p><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span class="reference-text">See <i>this</i>, 2020.</span></li><li id="cite_note-2"><span><a href="#cite_ref-2">↑</a></span> <span>Other 12.</span></li></ol>',
  EPUB: '<p>A<a epub:type="noteref" href="#n1">1</a> b<a epub:type="noteref" href="#n2">2</a></p><aside epub:type="footnote" id="n1"><p>See <i>this</i>, 2020.</p></aside><aside epub:type="footnote" id="n2"><p>Other 12.</p></aside>',
  'bare anchors':
    '<p>A<a href="#x1" name="y1"><sup>1</sup></a> b<a href="#x2" name="y2"><sup>2</sup></a></p><hr><p><a name="x1" href="#y1">1.</a> See <i>this</i>, 2020.</p><p><a name="x2" href="#y2">2.</a> Other 12.</p>',
};

describe('notes in HTML', () => {
  it.each(Object.entries(generators))('%s', async (_, body) => {
    const source = await readText(
      'a.html',
      `<!doctype html><html lang="en"><title>T</title><body>${body}</body></html>`,
    );
    expect(notesOf(source).map(({ label, text, at }) => [label, text, at.length])).toEqual([
      ['1', 'See this, 2020.', 1],
      ['2', 'Other 12.', 1],
    ]);
    expect(source.language).toBe('en');
  });

  it('takes the entries of a rendered bibliography, cited or not', async () => {
    const source = await readText(
      'a.html',
      '<!doctype html><p>As <span class="citation"><a href="#ref-doe" role="doc-biblioref">Doe and the others (2020)</a></span>.</p><h2>References</h2><div id="refs" role="list"><div id="ref-doe" class="csl-entry" role="listitem">Doe, J. 2020. <em>Title</em>. <a href="https://a.example/x">https://a.example/x</a>.</div><div id="ref-roe" class="csl-entry">Roe, R. 2021.</div></div>',
    );
    expect(notesOf(source).map(({ text, at }) => [text, at.length])).toEqual([
      ['Doe, J. 2020. Title. https://a.example/x.', 1],
      ['Roe, R. 2021.', 0],
    ]);
    expect(linksOf(source)).toEqual([['https://a.example/x', 'https://a.example/x']]);
  });

  it('leaves out code, navigation and furigana, and takes no menu for notes', async () => {
    const source = await readText(
      'a.html',
      '<!doctype html><title>T</title><nav><a href="#s">Section</a></nav><script>x="<p>"</script><p>See <a href="#s">Section one</a> &amp; <ruby>漢<rt>かん</rt></ruby>字<br>x<sup>2</sup></p><h2 id="s">Section one</h2>',
    );
    expect(source.text.trim()).toBe('See Section one & 漢字\nx²\n\nSection one');
    expect(source.notes).toEqual([]);
  });

  it('leads a note back to its own characters', async () => {
    const html = `<!doctype html>\n${generators.Hugo}`;
    const source = await readText('a.html', html);
    const note = source.notes[1];
    const origin = source.origin(note?.start ?? 0, note?.end ?? 0);
    expect(html.slice(origin?.start, origin?.end)).toBe('Other 12.');
    expect(source.place(note?.start ?? 0)).toMatchObject({ line: 2 });
  });

  const pairs = Array.from({ length: 10_000 }, (_, at) => at);
  it.each([
    ['nested tags', '<div>'.repeat(200_000)],
    ['attributes', `<p ${Array.from({ length: 150_000 }, (_, at) => `a${at}=1`).join(' ')}>x</p>`],
    ['entities', '&amp;&#x41;'.repeat(100_000)],
    ['links that never close', '<a href="#fn1">'.repeat(60_000)],
    ['ids', pairs.map((at) => `<p id="fn${at}">x</p>`).join('')],
    [
      '10,000 notes',
      `${pairs.map((at) => `<sup><a href="#fn${at}" id="r${at}">${at}</a></sup>`).join('')}${pairs.map((at) => `<li id="fn${at}">Note <a href="#r${at}">↩</a></li>`).join('')}`,
    ],
    ['comments', '<!--'.repeat(200_000)],
    ['signs', '<'.repeat(1_000_000)],
  ])('is not held up by %s', async (_, body) => {
    const begun = processorMs();
    await readText('a.html', `<!doctype html>${body}`);
    expect(processorMs() - begun).toBeLessThan(4000);
  });
});
