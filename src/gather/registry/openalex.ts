import { at, compact, dateParts, list, record, text } from './field.ts';

const types: Record<string, string> = {
  article: 'article-journal',
  review: 'article-journal',
  book: 'book',
  'book-chapter': 'chapter',
  dissertation: 'thesis',
  report: 'report',
  dataset: 'dataset',
  preprint: 'article',
};

const bareDoi = (value: unknown): string | undefined =>
  text(value)?.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '');

/** An OpenAlex work (https://docs.openalex.org/api-entities/works/work-object) as a CSL item. */
export function openalexItem(work: unknown): Record<string, unknown> | undefined {
  if (!record(work)) return undefined;
  const [first, last] = [text(at(work, 'biblio', 'first_page')), text(at(work, 'biblio', 'last_page'))];
  return compact({
    type: types[text(at(work, 'type')) ?? ''] ?? 'document',
    title: text(at(work, 'title')) ?? text(at(work, 'display_name')),
    author: list(at(work, 'authorships')).flatMap((row) => {
      const literal = text(at(row, 'raw_author_name')) ?? text(at(row, 'author', 'display_name'));
      return literal ? [{ literal }] : [];
    }),
    'container-title': text(at(work, 'primary_location', 'source', 'display_name')),
    publisher: text(at(work, 'primary_location', 'source', 'host_organization_name')),
    issued: dateParts(at(work, 'publication_date')) ?? dateParts(at(work, 'publication_year')),
    volume: text(at(work, 'biblio', 'volume')),
    issue: text(at(work, 'biblio', 'issue')),
    page: first ? (last && last !== first ? `${first}-${last}` : first) : undefined,
    DOI: bareDoi(at(work, 'doi')),
    URL: text(at(work, 'primary_location', 'landing_page_url')),
    language: text(at(work, 'language')),
    status: at(work, 'is_retracted') === true ? 'retracted' : undefined,
  });
}
