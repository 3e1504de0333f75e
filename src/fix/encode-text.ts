import type { Format } from '../model/source.ts';
import { hasControls } from '../text/controls.ts';

const isUrl = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);

/** A URL with the signs percent-encoded that end it or begin mark-up in the formats it is put into. */
const inert = (url: string): string =>
  url.replace(
    /[<>"'`\s\\^{|}[\]]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('&#38;', '&amp;');

/** Bare signs and spaces that mean nothing in TeX, BibTeX and wikitext. */
const harmless = /^[^\\{}$&#^_~%@"[\]|<>=*']*$/;

/**
 * How a replacement is written in each format that is edited as text, so that it stays text there. Undefined where it
 * could not be written without changing what surrounds it: the edit is then left to a person.
 */
const encoders: Partial<Record<Format, (text: string) => string | undefined>> = {
  text: (text) => text,
  'url-list': (text) => text,
  markdown: (text) => (isUrl(text) ? inert(text) : text.replace(/[\\`*_[\]<>#|~]/g, '\\$&')),
  html: escapeHtml,
  // The signs of a URL have no meaning in a url field; braces and backslashes would unbalance the entry.
  bibtex: (text) => (isUrl(text) ? inert(text) : harmless.test(text) ? text : undefined),
  latex: (text) => (harmless.test(text) ? text : undefined),
  wikitext: (text) => (isUrl(text) ? inert(text) : harmless.test(text) ? text : undefined),
};

export const canFix = (format: Format): boolean => format === 'docx' || encoders[format] !== undefined;

export function encodeText(format: Format, text: string): string | undefined {
  if (hasControls(text) || !text.isWellFormed()) return undefined;
  return encoders[format]?.(text);
}
