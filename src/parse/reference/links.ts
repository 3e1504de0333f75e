import { scanDois } from '../../text/doi.ts';
import { scanUrls } from '../../text/url.ts';
import type { Whole } from './tokens.ts';

/** A URL or DOI in a reference; `value` is its cleaned form, `printed` what stands in the text. */
export interface Link extends Whole {
  tag: 'url' | 'doi';
  value: string;
  printed: string;
}

/** URLs and DOIs of `text`, in order and not overlapping: a DOI inside a URL belongs to the URL. */
export const linksIn = (text: string): Link[] => {
  const links: Link[] = scanUrls(text).map(({ start, end, printed, url }) => ({
    start,
    end,
    tag: 'url',
    value: url,
    printed,
  }));
  for (const { start, end, doi } of scanDois(text))
    if (!links.some((link) => link.start < end && start < link.end))
      links.push({ start, end, tag: 'doi', value: doi, printed: text.slice(start, end) });
  return links.sort((a, b) => a.start - b.start);
};
