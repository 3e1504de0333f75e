import { at, compact, dateParts, list, record, text } from './field.ts';

const types: Record<string, string> = {
  Dataset: 'dataset',
  Software: 'software',
  JournalArticle: 'article-journal',
  ConferencePaper: 'paper-conference',
  Book: 'book',
  BookChapter: 'chapter',
  Dissertation: 'thesis',
  Preprint: 'article',
  Report: 'report',
};

/** DataCite `attributes` (REST API, schema 4) as a CSL item. */
export function dataciteItem(work: unknown): Record<string, unknown> | undefined {
  if (!record(work)) return undefined;
  return compact({
    type: types[text(at(work, 'types', 'resourceTypeGeneral')) ?? ''] ?? 'document',
    title: text(at(work, 'titles', 0, 'title')),
    author: list(at(work, 'creators')).flatMap((row) => {
      const [family, given, literal] = [
        text(at(row, 'familyName')),
        text(at(row, 'givenName')),
        text(at(row, 'name')),
      ];
      if (family) return [compact({ family, given })];
      return literal ? [{ literal }] : [];
    }),
    'container-title': text(at(work, 'container', 'title')),
    volume: text(at(work, 'container', 'volume')),
    issue: text(at(work, 'container', 'issue')),
    publisher: text(at(work, 'publisher', 'name')) ?? text(at(work, 'publisher')),
    issued: dateParts(at(work, 'publicationYear')),
    language: text(at(work, 'language')),
    DOI: text(at(work, 'doi')),
    URL: text(at(work, 'url')),
  });
}
