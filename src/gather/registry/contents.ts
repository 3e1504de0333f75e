import type { RegistryAnswer } from '../../model/evidence.ts';
import { fold } from '../../text/fold.ts';
import { type AskOptions, addressOf, askJson } from './ask.ts';
import { crossrefItem } from './crossref.ts';
import { at, list } from './field.ts';
import type { Wanted } from './search.ts';
import { indexesFor } from './search.ts';

/** Works of one journal and year that are looked through. */
const rows = 200;

/**
 * What Crossref has of the cited journal in the cited year, asked only where every index that should hold the work
 * answered without it: the table of contents a missing work ought to stand in. `items` are the works of the cited issue
 * where it names one, else of the year; `not-found` says that the journal or the year itself is not there.
 */
export async function contentsOf(
  wanted: Wanted,
  searched: readonly RegistryAnswer[],
  nowIso: string,
  options: AskOptions,
): Promise<RegistryAnswer[]> {
  const { container, year, issn, issue, volume } = wanted;
  const asked = indexesFor(wanted).some(({ service }) => service === 'crossref');
  const trouble = searched.some(
    ({ service, outcome }) => service === 'crossref' && outcome === 'unavailable',
  );
  if (!asked || trouble || !container || year === undefined || wanted.type !== 'article-journal') return [];
  const filter = [
    `from-pub-date:${year}`,
    `until-pub-date:${year}`,
    'type:journal-article',
    ...(issn ? [`issn:${issn}`] : []),
  ].join(',');
  const parameters = { 'query.container-title': container, filter, rows: String(rows) };
  const said = await askJson(
    addressOf('crossref', ['works'], parameters, options),
    'application/json',
    options,
  );
  const base = {
    service: 'crossref',
    query: `table of contents of ${container}, ${year}`,
    items: [],
    updates: [],
    at: nowIso,
  };
  if (said.outcome === 'unavailable') return [{ ...base, outcome: 'unavailable', why: said.why }];
  const all = said.outcome === 'answered' ? list(at(said.value, 'message', 'items')).map(crossrefItem) : [];
  const inJournal = all.filter((item) => item && fold(String(item['container-title'])) === fold(container));
  if (inJournal.length === 0) return [{ ...base, outcome: 'not-found' }];
  const inIssue = inJournal.filter(
    (item) => (!issue || item?.issue === issue) && (!volume || item?.volume === volume),
  );
  const cited = inIssue.length > 0 ? inIssue : inJournal;
  const part =
    inIssue.length > 0 && (volume || issue)
      ? `, ${[volume, issue && `(${issue})`].filter(Boolean).join(' ')}`
      : '';
  return [
    {
      ...base,
      query: `${base.query}${part}`,
      outcome: 'found',
      items: cited.filter((item) => item !== undefined),
    },
  ];
}
