/**
 * Signs TeX or BibTeX would obey, as commands that print them. Braces are written by name, because BibTeX and biber
 * count them even behind a backslash.
 */
const commands: Record<string, string> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  $: '\\$',
  '<': '{\\textless}',
  '>': '{\\textgreater}',
  '|': '{\\textbar}',
  '"': '{\\textquotedbl}',
  '\u00a0': '~',
};

/** Runs that fonts and readers join into another sign: `--`, `---`, two apostrophes, two backquotes, `` ?` ``, `` !` ``. */
const joined = /-(?=-)|'(?=')|`(?=`)|[?!](?=`)/g;

/** Characters no TeX engine and no XML-based bibliography tool takes: controls, and marks that only reorder text. */
const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** Foreign text as the inside of a `{…}` field: one line, nothing a command, braces balanced. */
export function latexText(text: string): string {
  return oneLine(text)
    .replace(joined, (sign) => `${sign}\u0000`)
    .replace(/[\\{}~^&%#_$<>|"\u00a0]/g, (sign) => commands[sign] as string)
    .replaceAll('\u0000', '{}');
}

/** A URL or DOI as a verbatim field: every sign stands for itself, so what could close the field is percent-encoded. */
export function verbatim(text: string): string {
  return oneLine(text).replace(/[\s{}\\]/g, (sign) => encodeURIComponent(sign));
}

/** One line of well-formed text without control characters; runs of space become one space. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\n\r\u2028\u2029\u0085]/g, ' ')
    .replace(unprintable, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}
