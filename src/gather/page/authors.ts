import type { Collected } from './html.ts';
import type { LinkedData } from './json-ld.ts';

const metas = [
  'citation_author',
  'dc.creator',
  'dcterms.creator',
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'byl',
  'twitter:data1',
  'og:article:author',
  'book:author',
];

/** Who wrote it, as the page says, best source first. */
export function authorsOf(found: Collected, data: LinkedData): string[] {
  for (const name of metas.slice(0, 3)) if (found.meta.has(name)) return clean(found.meta.get(name) ?? []);
  const linked = clean(data.authors);
  if (linked.length > 0) return linked;
  for (const name of metas.slice(3)) {
    const said = clean(found.meta.get(name) ?? []);
    if (
      said.length > 0 &&
      !(name === 'twitter:data1' && !/author|written/i.test((found.meta.get('twitter:label1') ?? []).join()))
    )
      return said;
  }
  return clean(found.bylines.slice(0, 3).map((line) => line.split(/\s[|•·]\s|\n/)[0] ?? line)).slice(0, 3);
}

const clean = (names: readonly string[]): string[] =>
  [
    ...new Set(
      names.map((name) =>
        name
          .replace(/^\s*(?:by|von|par|por|di|文|作者|記者|记者|執筆|著者|글)[\s:：/]+/i, '')
          .replace(/\s+/g, ' ')
          .trim(),
      ),
    ),
  ]
    .filter(
      (name) =>
        name.length > 1 &&
        name.length < 100 &&
        !/^https?:|^@|^(?:admin|editor|staff|null|undefined)$/i.test(name),
    )
    .slice(0, 20);
