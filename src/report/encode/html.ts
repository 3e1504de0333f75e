import { liveLink } from './link.ts';
import { plainLine } from './plain.ts';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => entities[sign] as string).replace(/##(?=\[)/g, '#&#35;');

/** Foreign text as HTML text or a quoted attribute value: on one line, nothing hidden in it, no tag, no command of a runner. */
export const htmlText = (text: string): string => escaped(plainLine(text));

/** A stretch of a longer text: as `htmlText`, with the one space it begins or ends with kept. */
export function htmlStretch(text: string): string {
  const inner = htmlText(text);
  if (inner === '') return /\s/.test(text) ? ' ' : '';
  return `${/^\s/.test(text) ? ' ' : ''}${inner}${/\s$/.test(text) ? ' ' : ''}`;
}

/** A BCP 47 tag as a `lang` attribute with a space in front; nothing where the tag is none. */
export const langAttribute = (tag: string | undefined): string =>
  tag !== undefined && /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/.test(tag) ? ` lang="${tag}"` : '';

/** Attributes of a link as HTML, foreign values encoded. */
const attributes = (more: Readonly<Record<string, string>>): string =>
  Object.entries(more)
    .map(([name, value]) => ` ${name}="${htmlText(value)}"`)
    .join('');

/**
 * A link where the scheme is http or https; else its text alone, so that nothing unsafe is ever live. `inner` is HTML
 * already; `more` are further attributes (class, Robust Links' `data-…`).
 */
export function htmlLink(inner: string, url: string, more: Readonly<Record<string, string>> = {}): string {
  const href = liveLink(url);
  return href
    ? `<a href="${escaped(href)}" rel="noreferrer noopener" target="_blank"${attributes(more)}>${inner}</a>`
    : `<span${attributes(more)}>${inner}</span>`;
}

/** A value as the content of a `<script type="application/json">`: no tag or comment can begin in it. */
export const scriptData = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (typeof part === 'string' ? part.toWellFormed() : part))
    .replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/##(?=\[)/g, '#\\u0023');
