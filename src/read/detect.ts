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
  re: 'review',
  rst: 'rst',
  adoc: 'asciidoc',
  asciidoc: 'asciidoc',
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

/**
 * Formats told by their text, looked for in its first 20,000 characters. A text that *begins* as one is that whatever
 * it is called; a sign somewhere inside may be quoted, and is believed only where the name says nothing better.
 */
const signs: readonly { format: Format; begins?: true; is(text: string): boolean }[] = [
  {
    format: 'html',
    begins: true,
    is: (text) =>
      /^\s{0,200}(?:<!--[^>]{0,2000}-->\s{0,200})?(?:<!doctype html|<html[\s>]|<\?xml[^>]{0,200}\?>\s{0,20}(?:<!doctype html|<html[\s>]))/i.test(
        text,
      ),
  },
  {
    format: 'csl-json',
    begins: true,
    is: (text) =>
      /^\s{0,200}[[{]\s{0,200}[[{"]/.test(text) && /"(?:type|title|items|id|DOI|URL)"\s{0,4}:/.test(text),
  },
  { format: 'ris', begins: true, is: (text) => /^\s{0,200}TY {1,2}- {0,2}[A-Z]{2,6}\s/.test(text) },
  {
    format: 'bibtex',
    begins: true,
    is: (text) =>
      /^(?:\s{0,200}%[^\n]{0,400}\n){0,40}\s{0,200}@(?:string|preamble|comment|[a-z]{2,30})\s{0,9}\{[^\n]{0,300}[,=\n]/i.test(
        text,
      ) && !/^\s{0,200}@[a-z]{2,30}\s{0,9}\{\s{0,9}[\w-]{1,40}\s{0,4}:/i.test(text),
  },
  {
    format: 'latex',
    begins: true,
    is: (text) =>
      /^(?:\s{0,200}%[^\n]{0,400}\n){0,60}\s{0,200}\\(?:documentclass|begin\{|section|input|usepackage)/.test(
        text,
      ),
  },
  { format: 'url-list', begins: true, is: isUrlList },
  { format: 'ris', is: (text) => /^TY {2}- [A-Z]{2,6}/m.test(text) },
  {
    format: 'bibtex',
    is: (text) =>
      /^[ \t]{0,20}@(?:article|book|inbook|incollection|inproceedings|online|misc|phdthesis|techreport|report|thesis|string|collection)\s{0,9}\{/im.test(
        text,
      ) && !/\\begin\{document\}/.test(text),
  },
  {
    format: 'review',
    is: (text) => /^\/\/(?:footnote|endnote|bibpaper)\[/m.test(text) || /@<(?:fn|bib|href)>\{/.test(text),
  },
  { format: 'latex', is: (text) => /\\(?:documentclass|begin\{document\}|footnote\{|bibitem)/.test(text) },
  {
    format: 'wikitext',
    is: (text) => /<ref[\s>]/i.test(text) && /(?:\[\[|\{\{|==)/.test(text),
  },
  { format: 'rst', is: (text) => /^\.\. \[[#*]?[\w.-]{0,80}\] /m.test(text) && /\]_/.test(text) },
  {
    format: 'asciidoc',
    is: (text) => /\bfootnote:[\w-]{0,60}\[/.test(text) && /^(?:={1,5} \S|:[\w-]{1,40}:)/m.test(text),
  },
  {
    format: 'html',
    is: (text) =>
      (text.slice(0, 4000).match(/<(?:p|div|h[1-6]|ol|sup|body|section|li|table)[\s>]/gi)?.length ?? 0) >= 3,
  },
  {
    format: 'markdown',
    is: (text) =>
      /^ {0,3}\[\^[^\]\s]{1,80}\]:/m.test(text) ||
      /^#{1,6} \S/m.test(text) ||
      /\[[^\]\n]{1,200}\]\(https?:/.test(text),
  },
];

/** The format of a document by its content first, its name second. */
export function formatOfText(path: string, text: string): Format {
  const head = text.slice(0, 20_000);
  const named = endings[/\.([a-z]{2,10})$/i.exec(path)?.[1]?.toLowerCase() ?? ''];
  const ending = named === 'docx' || named === 'pdf' ? undefined : named;
  const begun = signs.find(({ begins, is }) => begins && is(head))?.format;
  if (begun && !(begun === 'url-list' && ending && ending !== 'text')) return begun;
  if (ending && ending !== 'text' && ending !== 'csl-json') return ending;
  return signs.find(({ is }) => is(head))?.format ?? 'text';
}
