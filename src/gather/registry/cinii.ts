import { at, compact, dateParts, list, record, text } from './field.ts';

/** Values come as a text, as `{"@value": …}`, or as a list of either. */
function value(raw: unknown): string | undefined {
  for (const one of Array.isArray(raw) ? raw : [raw]) {
    const found = text(one) ?? text(at(one, '@value'));
    if (found) return found;
  }
  return undefined;
}

/** One item of CiNii Research's OpenSearch JSON (https://support.nii.ac.jp/ja/cir/r_opensearch) as a CSL item. */
export function ciniiItem(work: unknown): Record<string, unknown> | undefined {
  if (!record(work)) return undefined;
  const [first, last] = [value(at(work, 'prism:startingPage')), value(at(work, 'prism:endingPage'))];
  const identifiers = list(at(work, 'dc:identifier'));
  const doi = identifiers.find((row) => /DOI/i.test(text(at(row, '@type')) ?? ''));
  return compact({
    type: /book/i.test(text(at(work, 'dc:type')) ?? '') ? 'book' : 'article-journal',
    title: value(at(work, 'title')) ?? value(at(work, 'dc:title')),
    author: list(at(work, 'dc:creator')).flatMap((creator) => {
      const literal = value(creator);
      return literal ? [{ literal }] : [];
    }),
    'container-title': value(at(work, 'prism:publicationName')),
    publisher: value(at(work, 'dc:publisher')),
    issued: dateParts(value(at(work, 'prism:publicationDate'))),
    volume: value(at(work, 'prism:volume')),
    issue: value(at(work, 'prism:number')),
    page: first ? (last && last !== first ? `${first}-${last}` : first) : undefined,
    DOI: value(at(doi, '@value')),
    ISBN: value(at(work, 'prism:isbn')),
    URL: value(at(work, 'link', '@id')) ?? value(at(work, '@id')),
  });
}
