import type { Citation } from '../model/citation.ts';
import type { RegistryAnswer } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import type { Identity, Status } from '../model/verdict.ts';
import { fold } from '../text/fold.ts';
import { languageOf, primary } from '../text/language.ts';
import { matchTitle } from './title-match.ts';
import { asksByIdentifier, range, recordsOf, text, type WorkRecord } from './work-fields.ts';

interface Missing {
  status: Status;
  identity?: Identity;
  findings: Finding[];
}

/** A work none of the answers holds. What is not covered, or was down, speaks against nobody. */
export function missingWork(citation: Citation, registry: readonly RegistryAnswer[]): Missing {
  const byDoi = registry.find((answer) => answer.service === 'doi.org' && asksByIdentifier(answer));
  if (byDoi?.outcome === 'not-found')
    return {
      status: 'gone',
      findings: [
        {
          rule: 'doi-not-found',
          severity: 'error',
          message: `doi.org does not know this DOI (${byDoi.query}).`,
          data: { doi: citation.item.DOI ?? byDoi.query, service: 'doi.org' },
        },
        ...nearMisses(citation, registry),
      ],
    };
  if (byDoi?.outcome === 'found')
    return {
      status: 'unchecked',
      identity: unverifiable(
        'doi-without-metadata',
        `The DOI resolves${byDoi.agency ? ` (registered with ${byDoi.agency})` : ''}, but no open service describes the work.`,
      ),
      findings: [],
    };
  const searched = registry.filter((answer) => !asksByIdentifier(answer));
  const asked = searched
    .filter(({ outcome }) => outcome === 'not-found' || outcome === 'found')
    .map(({ service }) => service);
  const down = registry
    .filter(({ outcome }) => outcome === 'unavailable' || outcome === 'unparsable')
    .map(({ service }) => service);
  if (asked.length === 0)
    return {
      status: 'unchecked',
      identity: unverifiable(
        'no-index',
        down.length > 0
          ? `The services that could know the work were in trouble: ${listed(down)}.`
          : 'No open index covers such a work.',
      ),
      findings: [],
    };
  if (isChinese(citation))
    return {
      status: 'unchecked',
      identity: unverifiable(
        'not-covered',
        `No open index covers Chinese works well enough for silence to mean anything; searched: ${listed(asked)}.`,
      ),
      findings: [notFound(asked, 'info')],
    };
  const against = evidenceAgainst(citation, recordsOf(registry));
  if (against)
    return {
      status: 'mismatched',
      identity: {
        is: 'mismatch',
        score: 0.85,
        rule: 'pages-of-another-work',
        candidate: text(against.item.title) ?? '',
        origin: 'registry',
        why: against.why,
      },
      findings: [
        notFound(asked, 'warning'),
        {
          rule: 'likely-invented',
          severity: 'critical',
          message: `${against.why} Searched: ${listed(asked)}.`,
          ...(citation.item.title ? { actual: citation.item.title } : {}),
          expected: text(against.item.title) ?? '',
          data: { service: against.service, searched: listed(asked), found: text(against.item.title) ?? '' },
        },
      ],
    };
  return {
    status: 'unchecked',
    identity: unverifiable('not-found-in-indexes', `Not found in ${listed(asked)}.`),
    findings: [notFound(asked, 'warning'), ...nearMisses(citation, registry)],
  };
}

const unverifiable = (rule: string, why: string): Identity => ({ is: 'unverifiable', score: 0.9, rule, why });

const listed = (names: readonly string[]): string => [...new Set(names)].join(', ');

const isChinese = ({ item }: Citation): boolean =>
  primary(item.language) === 'zh' ||
  (item.language === undefined && primary(languageOf(item.title ?? '')) === 'zh');

const notFound = (asked: readonly string[], severity: Finding['severity']): Finding => ({
  rule: 'work-not-found',
  severity,
  message: `Not found in ${listed(asked)}.`,
  data: { searched: listed(asked) },
});

/** The likest titles the indexes have, shown to the reader; none of them is the work. */
function nearMisses({ item }: Citation, registry: readonly RegistryAnswer[]): Finding[] {
  if (!item.title) return [];
  const near = recordsOf(registry)
    .map((record) => ({ record, title: text(record.item.title) ?? '' }))
    .map((one) => ({
      ...one,
      score: matchTitle(item.title as string, [{ text: one.title, origin: 'registry' }])?.score ?? 0,
    }))
    .filter(({ score }) => score >= 0.45)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 3);
  return near.map(({ record, title, score }) => {
    const doi = text(record.item.DOI);
    return {
      rule: 'near-miss',
      severity: 'info' as const,
      message: `${record.service} has a work with a title like it: “${title}”${doi ? ` (https://doi.org/${doi})` : ''}.`,
      expected: item.title as string,
      actual: title,
      data: { service: record.service, title, score: Math.round(score * 100) / 100, ...(doi ? { doi } : {}) },
    };
  });
}

/**
 * What speaks for an invention: the container is known, its volume or year too, and the very pages cited there belong
 * to another work. That nobody knows the title is never enough.
 */
function evidenceAgainst(
  { item }: Citation,
  records: readonly WorkRecord[],
): (WorkRecord & { why: string }) | undefined {
  const container = fold(item['container-title'] ?? '');
  const year = item.issued?.['date-parts']?.[0]?.[0];
  const [from, to] = range(item.page ?? '');
  if (container === '' || from === undefined || to === undefined) return undefined;
  for (const record of records) {
    const found = record.item;
    const place = fold(text(found['container-title']) ?? '');
    if (place === '' || (place !== container && !place.includes(container) && !container.includes(place)))
      continue;
    const issued = found.issued as { 'date-parts'?: number[][] } | undefined;
    const sameVolume = item.volume !== undefined && fold(item.volume) === fold(text(found.volume) ?? '');
    const sameIssue =
      item.issue === undefined ||
      text(found.issue) === undefined ||
      fold(item.issue) === fold(text(found.issue) as string);
    const sameYear = year !== undefined && issued?.['date-parts']?.[0]?.[0] === year;
    if (!(sameVolume && sameIssue) && !(sameYear && sameIssue && item.volume === undefined)) continue;
    const [start, end] = range(text(found.page) ?? '');
    if (start === undefined || end === undefined || to < start || from > end) continue;
    return {
      ...record,
      why: `Nobody knows this title, and the pages cited (${item['container-title']}${item.volume ? ` ${item.volume}` : ''}${item.issue ? `(${item.issue})` : ''}, ${item.page}) belong to another work: “${text(found.title) ?? ''}”.`,
    };
  }
  return undefined;
}
