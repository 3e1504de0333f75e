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
  const byDoi = doiAnswer(registry);
  const unknown = unknownDoi(citation, registry);
  if (unknown.length > 0)
    return { status: 'gone', findings: [...unknown, ...nearMisses(citation, registry)] };
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
  const against = evidenceAgainst(citation, recordsOf(registry)) ?? absentFrom(citation, registry);
  if (against) return invented(citation, against, asked);
  return {
    status: 'unchecked',
    identity: unverifiable('not-found-in-indexes', `Not found in ${listed(asked)}.`),
    findings: [notFound(asked, 'warning'), ...nearMisses(citation, registry)],
  };
}

/** What speaks against a work: why, who says so, and the work that stands in its place where one does. */
interface Against {
  rule: string;
  why: string;
  service: string;
  instead?: string;
}

function invented({ item }: Citation, against: Against, asked: readonly string[]): Missing {
  const { rule, why, service, instead } = against;
  return {
    status: 'mismatched',
    identity: {
      is: 'mismatch',
      score: 0.85,
      rule,
      ...(instead ? { candidate: instead } : {}),
      origin: 'registry',
      why,
    },
    findings: [
      notFound(asked, 'warning'),
      {
        rule: 'likely-invented',
        severity: 'critical',
        message: `${why} Searched: ${listed(asked)}.`,
        ...(item.title ? { actual: item.title } : {}),
        ...(instead ? { expected: instead } : {}),
        data: { service, searched: listed(asked), ...(instead ? { found: instead } : {}) },
      },
    ],
  };
}

const doiAnswer = (registry: readonly RegistryAnswer[]): RegistryAnswer | undefined =>
  registry.find((answer) => answer.service === 'doi.org' && asksByIdentifier(answer));

/** A DOI the resolver itself does not know is wrong, whatever else is found of the work. */
export function unknownDoi(citation: Citation, registry: readonly RegistryAnswer[]): Finding[] {
  const answer = doiAnswer(registry);
  if (answer?.outcome !== 'not-found') return [];
  return [
    {
      rule: 'doi-not-found',
      severity: 'error',
      message: `doi.org does not know this DOI (${answer.query}).`,
      data: { doi: citation.item.DOI ?? answer.query, service: 'doi.org' },
    },
  ];
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
function evidenceAgainst({ item }: Citation, records: readonly WorkRecord[]): Against | undefined {
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
      rule: 'pages-of-another-work',
      service: record.service,
      instead: text(found.title) ?? '',
      why: `Nobody knows this title, and the pages cited (${item['container-title']}${item.volume ? ` ${item.volume}` : ''}${item.issue ? `(${item.issue})` : ''}, ${item.page}) belong to another work: “${text(found.title) ?? ''}”.`,
    };
  }
  return undefined;
}

/** An issue of which an index has fewer works than this may not be there whole. */
const leastContents = 3;

/** The very issue cited is known, with its works, and this one is not among them. */
function absentFrom({ item }: Citation, registry: readonly RegistryAnswer[]): Against | undefined {
  if (!item.volume && !item.issue) return undefined;
  const contents = registry.find(
    ({ query, outcome }) => outcome === 'found' && query.startsWith('table of contents of '),
  );
  const inIssue = (contents?.items ?? []).filter(
    (work) =>
      (!item.volume || fold(text(work.volume) ?? '') === fold(item.volume)) &&
      (!item.issue || fold(text(work.issue) ?? '') === fold(item.issue)),
  );
  if (!contents || inIssue.length < leastContents) return undefined;
  const where = contents.query.replace('table of contents of ', '');
  return {
    rule: 'absent-from-contents',
    service: contents.service,
    why: `Nobody knows this title, and ${contents.service} has ${inIssue.length} works of ${where}, among which it is not.`,
  };
}
