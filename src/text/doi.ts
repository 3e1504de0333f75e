import type { Span } from '../model/place.ts';

export interface FoundDoi extends Span {
  doi: string;
}

/** ISO 26324 syntax: `10.` registrant `/` suffix of any printable characters; here ended by white space, CJK and full-width signs. */
const pattern =
  /(?<![\w.])10\.\d{4,9}(?:\.\d{1,6}){0,3}\/[^\s"“”‘’\u3000-\u9fff\uac00-\ud7af\uff00-\uffef{}|\\^`]{1,200}/gu;

/** DOIs in running text, bare, after `doi:` or in a link, without the punctuation that only touches them. */
export function scanDois(text: string): FoundDoi[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const doi = cleanDoi(match[0]);
    return doi.indexOf('/') < doi.length - 1
      ? [{ start: match.index, end: match.index + doi.length, doi: decodeDoi(doi) }]
      : [];
  });
}

function cleanDoi(raw: string): string {
  // In a link, the query and the fragment are no part of the DOI.
  let doi = raw
    .replace(/[?#].*$/, '')
    .replace(/[;,](?=10\.\d{4}|https?:|doi:).*$/i, '')
    .replace(/\.(?=[A-Z][a-z]+$).*$/, '');
  for (;;) {
    const last = doi.at(-1) ?? '';
    const unpaired =
      (last === ')' && count(doi, ')') > count(doi, '(')) ||
      (last === ']' && count(doi, ']') > count(doi, '[')) ||
      (last === '>' && count(doi, '>') > count(doi, '<'));
    if (!/[.,;:'"]/.test(last) && !unpaired) return doi;
    doi = doi.slice(0, -1);
  }
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/** Percent-encoded in links: `10.1002%2F…` and `%28`; a broken sequence is left as it is. */
function decodeDoi(doi: string): string {
  if (!doi.includes('%')) return doi;
  try {
    return decodeURIComponent(doi);
  } catch {
    return doi;
  }
}

/** The DOI a URL of a resolver leads to. */
export function doiOfUrl(url: string): string | undefined {
  const match = /^https?:\/\/(?:(?:dx|www)\.)?doi\.org\/(10\.\d{4,9}.+)$/i.exec(url);
  return match ? scanDois(match[1] as string)[0]?.doi : undefined;
}
