import type { RegistryAnswer } from '../../model/evidence.ts';
import { at, compact, dateParts, list, record, text } from './field.ts';

/** Crossref's work types (https://api.crossref.org/types) as CSL types; what has no row is a `document`. */
const types: Record<string, string> = {
  'journal-article': 'article-journal',
  'proceedings-article': 'paper-conference',
  'posted-content': 'article',
  'book-chapter': 'chapter',
  'book-section': 'chapter',
  'reference-entry': 'entry',
  book: 'book',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  report: 'report',
  dissertation: 'thesis',
  dataset: 'dataset',
  standard: 'standard',
  'peer-review': 'review',
};

const name = (value: unknown): Record<string, unknown> | undefined => {
  const [family, given, literal] = [
    text(at(value, 'family')),
    text(at(value, 'given')),
    text(at(value, 'name')),
  ];
  return family || literal ? compact(family ? { family, given } : { literal }) : undefined;
};

const names = (value: unknown) =>
  list(value)
    .map(name)
    .filter((one) => one !== undefined);

/** A Crossref work as a CSL item. `title: []` happens, and dates with null parts; both are left out. */
export function crossrefItem(work: unknown): Record<string, unknown> | undefined {
  if (!record(work)) return undefined;
  const title = text(at(work, 'title'));
  const subtitle = text(at(work, 'subtitle'));
  return compact({
    type: types[text(at(work, 'type')) ?? ''] ?? 'document',
    title: title && subtitle && !title.includes(subtitle) ? `${title}: ${subtitle}` : title,
    'original-title': text(at(work, 'original-title')),
    author: names(at(work, 'author')),
    editor: names(at(work, 'editor')),
    'container-title': text(at(work, 'container-title')),
    'container-title-short': text(at(work, 'short-container-title')),
    publisher: text(at(work, 'publisher')),
    issued: dateParts(at(work, 'issued')),
    'available-date': dateParts(at(work, 'published-online')),
    'event-date': dateParts(at(work, 'published-print')),
    volume: text(at(work, 'volume')),
    issue: text(at(work, 'issue')),
    page: text(at(work, 'page')) ?? text(at(work, 'article-number')),
    DOI: text(at(work, 'DOI')),
    ISSN: text(at(work, 'ISSN')),
    ISBN: text(at(work, 'ISBN')),
    language: text(at(work, 'language')),
    URL: text(at(work, 'URL')),
  });
}

/** Retractions, corrections and expressions of concern: `updated-by` on the work, `update-to` on the notice itself. */
export function crossrefUpdates(work: unknown): RegistryAnswer['updates'] {
  return [
    ...list(at(work, 'updated-by')),
    ...list(at(work, 'update-to')).map((row) => ({ ...record(row), notice: true })),
  ].flatMap((row) => {
    const type = text(at(row, 'type'));
    if (!type) return [];
    const parts = dateParts(at(row, 'updated'))?.['date-parts'][0];
    const notice = at(row, 'notice') === true;
    return [
      compact({
        type: notice ? `notice-of-${type}` : type,
        doi: text(at(row, 'DOI')),
        label: text(at(row, 'label')),
        date: parts?.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-'),
      }) as RegistryAnswer['updates'][number],
    ];
  });
}
