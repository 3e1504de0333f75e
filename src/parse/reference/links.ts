import { scanDois } from '../../text/doi.ts';
import { scanUrls } from '../../text/url.ts';
import type { Whole } from './tokens.ts';

/** A URL or DOI in a reference; `value` is its cleaned form, `printed` what stands in the text. */
export interface Link extends Whole {
  tag: 'url' | 'doi';
  value: string;
  printed: string;
}

/** The rest of a URL after a blank: something only a path is made of. */
const rest = /^ (?=[\w%~.-]{1,200}(?:\/|\.(?:html?|pdf|php|aspx?)\b))([\w%~./?=&#-]{0,290}[\w/])(?![\w/])/;

const second = /[.,;]?doi[:：]\s?10\./i;

/** A link that ran on into `.DOI:10.…` ends before it. */
const cutSecond = (link: Link): void => {
  const at = link.value.search(second);
  const printed = link.printed.search(second);
  if (at < 4 || printed < 4) return;
  link.value = link.value.slice(0, at);
  link.printed = link.printed.slice(0, printed);
  link.end = link.start + printed;
};

/** URLs and DOIs of `text`, in order and not overlapping: a DOI inside a URL belongs to the URL. */
export const linksIn = (text: string): Link[] => {
  const links: Link[] = scanUrls(text).map(({ start, end, printed, url }) => {
    const more = /[/_=-]$/.test(url) ? (rest.exec(text.slice(end, end + 300))?.[1] ?? '') : '';
    const last = more ? text.indexOf(more, end) + more.length : end;
    return {
      start,
      end: last,
      tag: 'url',
      value: url + more,
      printed: more ? text.slice(start, last) : printed,
    };
  });
  for (const { start, end, doi } of scanDois(text))
    if (!links.some((link) => link.start < end && start < link.end))
      links.push({ start, end, tag: 'doi', value: doi, printed: text.slice(start, end) });
  for (const link of links) cutSecond(link);
  return links.sort((a, b) => a.start - b.start);
};
