import { liveLink } from './link.ts';
import { plainLine } from './plain.ts';

/** Signs GitHub's Markdown obeys anywhere in a line. */
const signs = /[\\`*_{}[\]<>|~$&]/g;
/** What makes a block only where a line begins. */
const atStart = /^(?:[#+\-=:]|\d{1,9}(?=[.)]))/;

/**
 * Foreign text inside a line of GitHub Markdown: shown as it is, with no mark-up, HTML, mention, issue reference,
 * self-made link (which would swallow Chinese and Japanese text after a URL) or command of a runner left in it.
 */
export function markdownText(text: string): string {
  return plainLine(text)
    .replace(signs, (sign) =>
      sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : sign === '&' ? '&amp;' : `\\${sign}`,
    )
    .replace(atStart, (sign) => (/\d/.test(sign) ? `${sign}&#8203;` : `\\${sign}`))
    .replace(/(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}])/gu, '@&#8203;')
    .replace(/(?<!&)#(?=\d)/g, '#&#8203;')
    .replace(/##(?=\\?\[)/g, '#&#8203;#')
    .replace(/:(?=\/\/)/g, ':\\')
    .replace(/www(?=\.)/gi, (www) => `${www}\\`);
}

/** A link where the scheme is http or https; else its text, so that nothing unsafe is ever live. */
export function markdownLink(text: string, url: string): string {
  const href = liveLink(url);
  const shown = markdownText(text);
  return href ? `[${shown}](${href})` : shown;
}

/** Text in which the given URLs, which we chose ourselves, are links. */
export function markdownLinked(text: string, urls: readonly (string | undefined)[]): string {
  const url = urls.find((one) => one !== undefined && text.includes(one));
  if (url === undefined) return markdownText(text);
  const at = text.indexOf(url);
  const [before, after] = [text.slice(0, at), text.slice(at + url.length)];
  const lead = /\s$/.test(before) ? ' ' : '';
  const tail = /^\s/.test(after) ? ' ' : '';
  return `${markdownText(before)}${lead}${markdownLink(url, url)}${tail}${markdownText(after)}`;
}
