/** What the reader does at a command. A command in no row is passed over and its arguments are read as text. */

/** Arguments that are not shown: how many in braces. */
export const hidden: Record<string, number> = {
  label: 1,
  ref: 1,
  pageref: 1,
  eqref: 1,
  autoref: 1,
  cref: 1,
  Cref: 1,
  nameref: 1,
  vspace: 1,
  hspace: 1,
  usepackage: 1,
  documentclass: 1,
  bibliographystyle: 1,
  addbibresource: 1,
  input: 1,
  include: 1,
  includegraphics: 1,
  pagestyle: 1,
  thispagestyle: 1,
  setcounter: 2,
  addtocounter: 2,
  setlength: 2,
  newcommand: 2,
  renewcommand: 2,
  providecommand: 2,
  newenvironment: 3,
  DeclareMathOperator: 2,
  index: 1,
  nocite: 1,
  hypersetup: 1,
  color: 1,
  textcolor: 1,
  fontsize: 2,
  selectlanguage: 1,
  foreignlanguage: 1,
  definecolor: 3,
  phantom: 1,
  newblockpunct: 1,
  providebibmacro: 1,
};

/** Commands that begin a line of their own. */
export const headings = new Set(
  'part chapter section subsection subsubsection paragraph subparagraph title author date caption item'.split(
    ' ',
  ),
);

/** Citations in the running text, and those that make a note of their own. */
export const cites = new Set(
  'cite citep citet citealp citealt citeauthor citeyear citeyearpar Cite parencite textcite autocite Parencite Textcite Autocite smartcite fullcite citetitle supercite upcite footnotecite onlinecite parencites textcites autocites cites'.split(
    ' ',
  ),
);
export const noteCites = new Set('footcite footcitetext footfullcite Footcite footcites'.split(' '));

/** Environments whose content is not prose. */
export const verbatimEnvironments = new Set(
  'verbatim Verbatim lstlisting minted comment filecontents tikzpicture equation align gather'.split(' '),
);
