import { describe, expect, it } from 'vitest';
import { texToText } from '../../src/read/tex/signs.ts';
import { processorMs } from '../processor-time.ts';
import { linksOf, notesOf, readText } from './shape.ts';

const article = String.raw`\documentclass{article}
\newcommand{\x}{\footnote{never expanded}}
\begin{document}
\section{Intro} Text\footnote{See \href{https://a.example/x\_y}{\emph{Na\"ive} title}, 2020,
  \url{https://b.example/a%20b_c}. \textbf{M\"uller \& S\o{}n}, ${'``'}quoted'' --- p.~12.} more
% a comment \footnote{not}
text \verb|\footnote{v}| and\footnotemark{} end\footnote[7]{By hand.}.\footnotetext{Set apart, 2001.}
\begin{verbatim}
\footnote{x}
\end{verbatim}
\end{document}
\footnote{after the end}
`;

describe('LaTeX', () => {
  it('reads footnotes, their marks and their links, and nothing out of comments, verbatim and macros', async () => {
    const source = await readText('a.tex', article);
    expect(source.format).toBe('latex');
    expect(notesOf(source)).toEqual([
      {
        label: '1',
        text: 'See Naïve title, 2020, https://b.example/a%20b_c. Müller & Søn, “quoted” — p. 12.',
        at: ['¹'],
      },
      { label: '7', text: 'By hand.', at: ['⁷'] },
      { label: '2', text: 'Set apart, 2001.', at: ['²'] },
    ]);
    expect(linksOf(source)).toEqual([
      ['Naïve title', 'https://a.example/x_y'],
      ['https://b.example/a%20b_c', 'https://b.example/a%20b_c'],
    ]);
    const at = source.text.indexOf('https://b.example');
    const origin = source.origin(at, at + 17);
    expect(article.slice(origin?.start, origin?.end)).toBe('https://b.example');
    expect(source.place(at)).toMatchObject({ line: 5 });
  });

  it('reads a bibliography set by hand and who cites it', async () => {
    const source = await readText(
      'a.tex',
      String.raw`Text \cite{lamport,none}. \begin{thebibliography}{9}
\bibitem{lamport} Leslie Lamport. \newblock \emph{\LaTeX}. 1994.
\bibitem[Knu84]{knuth} D. Knuth. The {\TeX}book.
\end{thebibliography}`,
    );
    expect(notesOf(source)).toEqual([
      { label: '1', text: 'Leslie Lamport.  LaTeX. 1994.', at: ['[lamport]'] },
      { label: 'Knu84', text: 'D. Knuth. The TeXbook.', at: [] },
    ]);
    expect(source.findings).toMatchObject([{ rule: 'marker-without-note', data: { label: 'none' } }]);
  });

  it('takes cited works from the .bib beside it, with locators, in text and in notes', async () => {
    const bib =
      '@book{knuth, author={Knuth, Donald}, title={The {\\TeX}book}, year=1984}\n@misc{u, title={Unused}}';
    const source = await readText(
      'a.tex',
      String.raw`\documentclass{article} Cited \autocite{knuth}.\footcite[see][12--15]{knuth} \footnote{Cf. \cite[p.~3]{knuth}.}`,
      { companions: new Map([['a.bib', new TextEncoder().encode(bib)]]) },
    );
    expect(notesOf(source).map(({ label, text }) => [label, text])).toEqual([
      ['1', 'Donald Knuth. The TeXbook. 1984.'],
      ['2', 'Cf. Donald Knuth. The TeXbook. 1984..'],
      ['knuth', 'Donald Knuth. The TeXbook. 1984.'],
    ]);
    expect(source.entries.map(({ key, locator }) => [key, locator?.value])).toEqual([
      ['knuth', '12-15'],
      ['knuth', '3'],
      ['knuth', undefined],
    ]);
  });

  it('takes them from a .bbl where there is no .bib', async () => {
    const bbl = String.raw`\begin{thebibliography}{1}\bibitem{k} Knuth, \emph{Works}, 1984.\end{thebibliography}`;
    const source = await readText('a.tex', String.raw`\documentclass{article} A \cite{k}. \bibliography{x}`, {
      companions: new Map([['a.bbl', new TextEncoder().encode(bbl)]]),
    });
    expect(notesOf(source)).toEqual([{ label: '1', text: 'Knuth, Works, 1984.', at: ['[k]'] }]);
  });

  it.each([
    ['braces', '{'.repeat(500_000)],
    ['footnotes in footnotes', '\\footnote{'.repeat(50_000)],
    ['closed footnotes in footnotes', `${'\\footnote{'.repeat(2_000)}x${'}'.repeat(2_000)}`],
    ['backslashes', '\\'.repeat(1_000_000)],
    ['accents', "\\'".repeat(300_000)],
    ['links', '\\href{'.repeat(100_000)],
    ['brackets', '\\cite['.repeat(100_000)],
    ['comments', '%'.repeat(500_000)],
  ])('is not held up by %s', async (_, text) => {
    const begun = processorMs();
    await readText('a.tex', `\\documentclass{a}${text}`);
    expect(processorMs() - begun).toBeLessThan(2000);
  });
});

describe('texToText', () => {
  it.each([
    [
      String.raw`{\'E}tudes \v{S}koda \c{c}a \c c \"{\i} \H{o} \aa ngstr{\"o}m`,
      'Études Škoda ça ç ï ő ångström',
    ],
    [String.raw`A {DNA} \& B--C ${'``'}x''`, 'A DNA & B–C “x”'],
    [String.raw`\textit{it} \unknown{kept}`, 'it kept'],
    ['中文 {標題}', '中文 標題'],
  ])('%s', (tex, text) => expect(texToText(tex)).toBe(text));
});
