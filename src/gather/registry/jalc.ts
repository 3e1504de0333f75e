import { at, compact, dateParts, list, record, text } from './field.ts';

/** Japanese first where a field is given in several languages: the printed note is far likelier to be in it. */
function inJapanese(rows: unknown, key: string): string | undefined {
  const all = list(rows);
  const row = all.find((entry) => at(entry, 'lang') === 'ja') ?? all[0];
  return text(at(row, key));
}

/** A JaLC `data` record (https://api.japanlinkcenter.org) as a CSL item. */
export function jalcItem(work: unknown): Record<string, unknown> | undefined {
  if (!record(work)) return undefined;
  const [first, last] = [text(at(work, 'first_page')), text(at(work, 'last_page'))];
  const date = record(at(work, 'publication_date'));
  const parts = [
    at(date, 'publication_year'),
    at(date, 'publication_month'),
    at(date, 'publication_day'),
  ].filter((part) => part !== undefined && part !== '');
  return compact({
    type: at(work, 'content_type') === 'BK' ? 'book' : 'article-journal',
    title: inJapanese(at(work, 'title_list'), 'title'),
    author: list(at(work, 'creator_list')).flatMap((creator) => {
      const names = list(at(creator, 'names'));
      const row = names.find((entry) => at(entry, 'lang') === 'ja') ?? names[0];
      const literal = [text(at(row, 'last_name')), text(at(row, 'first_name'))].filter(Boolean).join('');
      return literal ? [{ literal }] : [];
    }),
    'container-title': inJapanese(at(work, 'journal_title_name_list'), 'journal_title_name'),
    publisher: inJapanese(at(work, 'publisher_list'), 'publisher_name'),
    issued: dateParts({ 'date-parts': [parts] }),
    volume: text(at(work, 'volume')),
    issue: text(at(work, 'issue')),
    page: first ? (last && last !== first ? `${first}-${last}` : first) : undefined,
    DOI: text(at(work, 'doi')),
    URL: text(at(work, 'url')),
    language: text(list(at(work, 'content_language'))[0] ?? at(work, 'content_language')),
  });
}
