import type { Citation } from '../model/citation.ts';
import type { RegistryAnswer } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import { CslDate, type Item, Name } from '../model/item.ts';
import type { Identity } from '../model/verdict.ts';
import { fold } from '../text/fold.ts';
import { languageOf, primary } from '../text/language.ts';
import { dice } from '../text/similarity.ts';
import { isGeneric } from './generic.ts';
import { alike, matchTitle, same, type TitleMatch } from './title-match.ts';
import { familyOf } from './witnesses.ts';

type Foreign = Record<string, unknown>;

/** A work as a registry has it, and how it was come by. */
export interface WorkRecord {
  service: string;
  item: Foreign;
  /** Asked for by an identifier the citation prints, not found by a search. */
  byIdentifier: boolean;
}

/** Answers to a question for one identifier name its kind first. */
const identifier = /^(?:DOI|ISBN|ISSN|arXiv|PMID|PMCID|CRID|NAID|URN|Handle)\b/i;

export const asksByIdentifier = ({ query }: RegistryAnswer): boolean => identifier.test(query);

/** Every record the answers hold, those asked for by an identifier first. */
export const recordsOf = (registry: readonly RegistryAnswer[]): WorkRecord[] =>
  registry
    .filter(({ outcome }) => outcome === 'found')
    .flatMap((answer) =>
      answer.items.map((item) => ({ service: answer.service, item, byIdentifier: asksByIdentifier(answer) })),
    )
    .toSorted((a, b) => Number(b.byIdentifier) - Number(a.byIdentifier));

/** The record the citation is to be compared with: the identifier's own, else a search hit that is surely the work. */
export function bestRecord(citation: Citation, registry: readonly RegistryAnswer[]): WorkRecord | undefined {
  const records = recordsOf(registry);
  const own = records.filter(({ byIdentifier, item }) => byIdentifier && text(item.title));
  if (own[0]) return own.find(({ item }) => isSameWork(citation.item, item)) ?? own[0];
  return records.find(({ item }) => isSameWork(citation.item, item));
}

/** Whether an index's record is surely the cited work: its title, and a name or the year with it. */
export function isSameWork(cited: Item, found: Foreign): boolean {
  const match = titleOf(cited, found);
  if (!match || match.score < same) return false;
  const [author, year] = [authorsAgree(cited, found), yearsAgree(cited, found)];
  if (author === false && year === false) return false;
  const container = agree(
    cited['container-title'] ?? cited.publisher,
    found['container-title'] ?? found.publisher,
  );
  const voices = [author, year, container].filter((one) => one === true).length;
  return isGeneric(cited.title ?? '') ? voices >= 2 : voices >= 1 || match.score >= 0.97;
}

export const text = (value: unknown): string | undefined => {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first.trim()
    ? first.trim()
    : typeof first === 'number'
      ? String(first)
      : undefined;
};

const titleOf = (cited: Item, found: Foreign): TitleMatch | undefined =>
  cited.title
    ? matchTitle(
        cited.title,
        [found.title, found['original-title'], found['title-short']].flatMap((one) => {
          const title = text(one)?.replace(/^(?:retracted|withdrawn|retraction)(?: article)?\s*:\s*/i, '');
          return title ? [{ text: title, origin: 'registry' as const }] : [];
        }),
      )
    : undefined;

const namesIn = (value: unknown): Name[] =>
  (Array.isArray(value) ? value : []).flatMap((one) => {
    const name = Name.safeParse(one);
    return name.success ? [name.data] : [];
  });

const yearsIn = (found: Foreign): number[] =>
  ['issued', 'available-date', 'event-date', 'original-date'].flatMap((field) => {
    const date = CslDate.safeParse(found[field]);
    const year = date.success ? date.data['date-parts']?.[0]?.[0] : undefined;
    return year === undefined ? [] : [year];
  });

const isLatin = (folded: string): boolean => /^[\p{Script=Latin}\p{M}0-9]+$/u.test(folded);

/** Undefined where one side says nothing, or the two are written in scripts that cannot be compared. */
function authorsAgree(cited: Item, found: Foreign): boolean | undefined {
  const { missing, known } = authorsMissing(cited, found);
  return known === 0 ? undefined : missing.length === 0;
}

function authorsMissing(cited: Item, found: Foreign): { missing: string[]; known: number; order: boolean } {
  const wanted = (cited.author ?? [])
    .map((name) => ({ printed: printed(name), folded: fold(familyOf(name)) }))
    .filter(({ folded }) => folded.length > 0);
  const have = [...namesIn(found.author), ...namesIn(found.editor), ...namesIn(found.translator)].map(
    (name) => fold(printed(name)),
  );
  const comparable = wanted.filter(({ folded }) => have.some((name) => isLatin(name) === isLatin(folded)));
  const place = ({ folded }: { folded: string }) =>
    have.findIndex((name) => name.includes(folded) || (folded.length > 2 && folded.includes(name)));
  const places = comparable.map(place);
  return {
    missing: comparable.filter((_, index) => places[index] === -1).map(({ printed: name }) => name),
    known: comparable.length,
    order: places.every((at, index) => at === -1 || index === 0 || at > (places[index - 1] as number)),
  };
}

const printed = (name: Name): string =>
  name.literal ??
  [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family]
    .filter(Boolean)
    .join(' ');

function yearsAgree(cited: Item, found: Foreign): boolean | undefined {
  const year = cited.issued?.['date-parts']?.[0]?.[0];
  const years = yearsIn(found);
  return year === undefined || years.length === 0 ? undefined : years.includes(year);
}

/** Whether two names of a journal or publisher are one, abbreviations included; undefined where they cannot be compared. */
function agree(cited: unknown, found: unknown): boolean | undefined {
  const [a, b] = [fold(text(cited) ?? ''), fold(text(found) ?? '')];
  if (a === '' || b === '' || isLatin(a) !== isLatin(b)) return undefined;
  if (a.includes(b) || b.includes(a) || dice(a, b) > 0.8) return true;
  return (
    abbreviates(text(cited) as string, text(found) as string) ||
    abbreviates(text(found) as string, text(cited) as string)
  );
}

/** `J. Port Stud.` for `Journal of Port Studies`, `APSR` for `American Political Science Review`. */
function abbreviates(short: string, long: string): boolean {
  const small = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'de', 'der', 'die', 'und', 'für', 'a', '&']);
  const words = long
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word && !small.has(word));
  if (/^[A-Z]{2,8}$/.test(short)) return words.map((word) => word[0]).join('') === short.toLowerCase();
  const parts = short
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word && !small.has(word));
  return parts.length === words.length && parts.every((part, index) => words[index]?.startsWith(part));
}

/** The record against the citation: who it is, and a finding with both values for each field that differs. */
export function compareWork(
  citation: Citation,
  record: WorkRecord,
): { identity: Identity; fields: Finding[] } {
  const { item: cited } = citation;
  const match = titleOf(cited, record.item);
  const said = text(record.item.title) ?? '';
  const fields = differing(cited, record);
  const shared = { candidate: said, origin: 'registry' };
  const how = record.byIdentifier
    ? `The record of its identifier at ${record.service}`
    : `A record at ${record.service}`;
  if (!cited.title || !match)
    return {
      identity: {
        is: 'no-cited-title',
        score: 0.5,
        rule: 'registry',
        ...shared,
        why: `${how} stands, but there is no title to compare.`,
      },
      fields,
    };
  if (match.score >= same) {
    const whole =
      fields.length === 0
        ? ', and nothing else differs'
        : `; ${fields.length} other ${fields.length === 1 ? 'field differs' : 'fields differ'}`;
    return {
      identity: {
        is: fields.some(({ rule }) => rule === 'author-differs') && fields.length > 1 ? 'probable' : 'match',
        score: Math.min(1, match.score),
        rule: `registry-${match.rule}`,
        ...shared,
        why: `${how} has the cited title${whole}.`,
      },
      fields,
    };
  }
  const [a, b] = [primary(languageOf(cited.title)), primary(languageOf(said))];
  if (a !== b && isLatin(fold(cited.title)) !== isLatin(fold(said)))
    return {
      identity: {
        is: 'unverifiable',
        score: 0.9,
        rule: 'registry-other-language',
        ...shared,
        why: `${how} gives the title in ${b}, the citation in ${a}.`,
      },
      fields,
    };
  if (
    match.score >= alike &&
    match.rule !== 'other-number' &&
    authorsAgree(cited, record.item) === true &&
    yearsAgree(cited, record.item) !== false
  )
    return {
      identity: {
        is: 'probable',
        score: match.score,
        rule: 'registry-alike',
        ...shared,
        why: `${how} has a title like the cited one, and the author agrees.`,
      },
      fields: [titleDiffers(cited.title, said, record.service, 'warning'), ...fields],
    };
  return {
    identity: {
      is: 'mismatch',
      score: 0.95,
      rule: 'registry-title',
      ...shared,
      why: `${how} is of another work: “${said}”.`,
    },
    fields: [titleDiffers(cited.title, said, record.service, 'error'), ...fields],
  };
}

const titleDiffers = (
  cited: string,
  found: string,
  service: string,
  severity: Finding['severity'],
): Finding => difference('title', severity, cited, found, service);

const difference = (
  field: string,
  severity: Finding['severity'],
  cited: string,
  found: string,
  service: string,
): Finding => ({
  rule: `${field}-differs`,
  severity,
  message: `The citation says ${field} “${cited}”; ${service} says “${found}”.`,
  expected: found,
  actual: cited,
  data: { field, cited, found, service },
});

const plainFields = [
  ['volume', 'volume', 'warning'],
  ['issue', 'issue', 'warning'],
] as const;

function differing(cited: Item, { item: found, service }: WorkRecord): Finding[] {
  const findings: Finding[] = [];
  const add = (field: string, severity: Finding['severity'], a: string, b: string) =>
    findings.push(difference(field, severity, a, b, service));
  const authors = authorsMissing(cited, found);
  const all = namesIn(found.author).map(printed).join('; ');
  if (authors.missing.length > 0) add('author', 'error', authors.missing.join('; '), all);
  else if (!authors.order) add('author-order', 'warning', (cited.author ?? []).map(printed).join('; '), all);
  if (yearsAgree(cited, found) === false)
    add(
      'year',
      'error',
      String(cited.issued?.['date-parts']?.[0]?.[0]),
      [...new Set(yearsIn(found))].join(' or '),
    );
  const containers = [found['container-title'], found['container-title-short']];
  if (containers.map((one) => agree(cited['container-title'], one)).every((one) => one === false))
    add('container', 'warning', cited['container-title'] as string, text(containers[0]) as string);
  for (const [field, name, severity] of plainFields) {
    const [a, b] = [cited[field], text(found[field])];
    if (a && b && bare(a) !== bare(b)) add(name, severity, a, b);
  }
  const [a, b] = [cited.page, text(found.page)];
  if (a && b && firstPage(a) !== undefined && firstPage(b) !== undefined && !pagesAgree(a, b))
    add('page', 'warning', a, b);
  return findings;
}

const bare = (value: string): string =>
  fold(value)
    .replace(/^(?:vol|no|第)/, '')
    .replace(/[卷号号巻期]$/u, '')
    .replace(/^0+(?=\d)/, '');

const firstPage = (pages: string): string | undefined =>
  /[a-z]?\d{1,7}/i.exec(pages.normalize('NFKC'))?.[0].toLowerCase();

/** The first page is the same, or the cited pages lie within the work's. */
export function pagesAgree(cited: string, found: string): boolean {
  if (firstPage(cited) === firstPage(found)) return true;
  const [from, to] = range(found);
  const [first] = range(cited);
  return from !== undefined && to !== undefined && first !== undefined && first >= from && first <= to;
}

/** `101-26` and `101–126` alike. */
export function range(pages: string): [number | undefined, number | undefined] {
  const [a, b] = (pages.normalize('NFKC').match(/\d{1,7}/g) ?? []) as (string | undefined)[];
  if (a === undefined) return [undefined, undefined];
  const end = b !== undefined && b.length < a.length ? a.slice(0, a.length - b.length) + b : b;
  return [Number(a), end === undefined ? Number(a) : Number(end)];
}
