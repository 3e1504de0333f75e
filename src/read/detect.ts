import type { Format } from '../model/source.ts';
import { isUrlList } from './url-list.ts';

const endings: Record<string, Format> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'markdown',
  qmd: 'markdown',
  rmd: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  pdf: 'pdf',
  tex: 'latex',
  latex: 'latex',
  ltx: 'latex',
  wiki: 'wikitext',
  wikitext: 'wikitext',
  mediawiki: 'wikitext',
  bib: 'bibtex',
  bibtex: 'bibtex',
  ris: 'ris',
  json: 'csl-json',
};

/** Formats told by their first bytes, whatever the file is called. */
const magic: readonly { format: Format; bytes: readonly number[] }[] = [
  { format: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
  { format: 'docx', bytes: [0x50, 0x4b, 0x03, 0x04] },
];

export const formatOfBytes = (bytes: Uint8Array): Format | undefined =>
  magic.find((row) => row.bytes.every((byte, index) => bytes[index] === byte))?.format;

/** Formats told by their text; each sign is looked for in the first 20,000 characters. */
const signs: readonly { format: Format; is(text: string): boolean }[] = [
  {
    format: 'html',
    is: (text) =>
      /^\s{0,200}(?:<!doctype html|<html[\s>]|<\?xml[^>]{0,200}\?>\s{0,20}<!doctype html)/i.test(text),
  },
  {
    format: 'csl-json',
    is: (text) => /^\s{0,200}[[{]/.test(text) && /"(?:type|title|items|id)"\s{0,4}:/.test(text),
  },
  { format: 'ris', is: (text) => /^\s{0,200}TY {2}- [A-Z]{2,6}/m.test(text) },
  {
    format: 'bibtex',
    is: (text) =>
      /^[ \t]*@(?:article|book|inbook|incollection|inproceedings|online|misc|phdthesis|techreport|report|thesis|string|collection)\s{0,9}\{/im.test(
        text,
      ) && !/\\begin\{document\}/.test(text),
  },
  { format: 'latex', is: (text) => /\\(?:documentclass|begin\{document\}|footnote\{|bibitem)/.test(text) },
  { format: 'wikitext', is: (text) => /<ref[\s>]/i.test(text) && /(?:\[\[|\{\{|==)/.test(text) },
  { format: 'url-list', is: isUrlList },
  {
    format: 'html',
    is: (text) =>
      (text.slice(0, 4000).match(/<(?:p|div|h[1-6]|ol|sup|body|section)[\s>]/gi)?.length ?? 0) >= 3,
  },
  { format: 'markdown', is: (text) => /^ {0,3}\[\^[^\]\s]{1,80}\]:/m.test(text) || /^#{1,6} \S/m.test(text) },
];

/** The format of a document by its content first, its name second. */
export function formatOfText(path: string, text: string): Format {
  const head = text.slice(0, 20_000);
  const ending = endings[/\.([a-z]{2,10})$/i.exec(path)?.[1]?.toLowerCase() ?? ''];
  // Prose may quote any mark-up: a name that says text formats outright is believed over a weak sign.
  const found = signs.find(({ is }) => is(head))?.format;
  if (found === 'html' || found === 'markdown')
    return ending && ['markdown', 'html', 'latex', 'wikitext'].includes(ending) ? ending : found;
  if (found && (ending === undefined || ending === 'text' || ending === 'csl-json' || found === ending))
    return found;
  if (ending && ending !== 'docx' && ending !== 'pdf')
    return ending === 'csl-json' && !found ? 'text' : ending;
  return found ?? 'text';
}
