import { fixtureWorks } from './fixture-works.ts';
import type { Index, Work } from './works.ts';
import { citedWorks } from './works.ts';

export const works: Work[] = [...citedWorks, ...fixtureWorks];

const byDoi = new Map(works.flatMap((work) => (work.doi ? [[work.doi.toLowerCase(), work] as const] : [])));

/** A work by its DOI, which knows no case. */
export const workOf = (doi: string): Work | undefined => byDoi.get(doi.toLowerCase());

export const holding = (index: Index): Work[] => works.filter((work) => work.held.includes(index));

/** Where a DOI leads: its landing page, or a page of this world made for it. */
export const landingOf = (work: Work): string =>
  work.landing ?? `https://works.replica.example/${encodeURIComponent(work.doi ?? work.title)}`;

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Words, and pairs of characters for scripts without spaces. */
function tokens(text: string): string[] {
  return folded(text)
    .split(' ')
    .flatMap((word) =>
      cjk.test(word) && word.length > 2
        ? Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))
        : [word],
    )
    .filter(Boolean);
}

export interface Hit {
  work: Work;
  /** Share of the query's tokens that the work has, 0–1. */
  share: number;
}

/** Works by how much of the query they have, best first. What a relevance search does, and no more. */
export function search(index: Index, query: string): Hit[] {
  const wanted = [...new Set(tokens(query))];
  return holding(index)
    .map((work) => {
      const has = new Set(
        tokens(
          [
            work.title,
            work.subtitle,
            work.titleEn,
            ...work.authors,
            work.container,
            work.publisher,
            ...work.issued.map(String),
          ].join(' '),
        ),
      );
      const found = wanted.filter((token) => has.has(token)).length;
      return { work, share: wanted.length ? found / wanted.length : 0 };
    })
    .filter((hit) => hit.share > 0)
    .sort((one, other) => other.share - one.share);
}

/** Works with every token of every field asked for, as catalogues that join by AND answer. */
export function strictly(
  index: Index,
  fields: { title?: string; author?: string; any?: string; year?: string },
) {
  const every = (wanted: string | undefined, text: string) => {
    const has = new Set(tokens(text));
    return tokens(wanted ?? '').every((token) => has.has(token));
  };
  return holding(index).filter((work) => {
    const title = [work.title, work.subtitle, work.titleEn].join(' ');
    const names = work.authors.join(' ');
    return (
      every(fields.title, title) &&
      every(fields.author, names) &&
      every(fields.any, [title, names, work.container, work.publisher, work.isbn].join(' ')) &&
      (!fields.year || String(work.issued[0]) === fields.year)
    );
  });
}

/** A name in its parts; one without a comma is whole. */
export function nameParts(name: string): { family: string; given?: string } {
  const [family, given] = name.split(', ');
  return given ? { family: family!, given } : { family: name };
}

export const pagesOf = (work: Work): [string | undefined, string | undefined] => {
  const [first, last] = (work.page ?? '').split('-');
  return [first || undefined, last];
};

/** `2023-07-27`, `2023-07` or `2023`, as much as is known. */
export const isoDate = (work: Work): string =>
  work.issued.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-');
