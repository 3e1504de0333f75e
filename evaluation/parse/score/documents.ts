import type { Csl } from './fields.ts';
import {
  type DocumentCitation,
  type DocumentGold,
  type DocumentNote,
  labelSight,
  pairNotes,
  pairUp,
  type SaidNote,
  titlesOf,
  urlsOfGold,
} from './pairing.ts';
import {
  bare,
  dateParts,
  doiOf,
  exactUrl,
  nameSight,
  nameTexts,
  pageForms,
  sameSight,
  urlsOf,
  withoutMarkup,
} from './sight.ts';

/** Rates of a document, each as what was right of how many. */
export class Rates {
  #rates = new Map<string, [right: number, of: number]>();
  /** What went wrong, a line each. */
  readonly log: string[] = [];

  add(rate: string, right: number | boolean, of = 1): void {
    const sum = this.#rates.get(rate) ?? [0, 0];
    this.#rates.set(rate, [sum[0] + Number(right), sum[1] + of]);
  }

  join(other: Rates): void {
    for (const [rate, [right, of]] of other.#rates) this.add(rate, right, of);
  }

  counts(): Record<string, [right: number, of: number]> {
    return Object.fromEntries(this.#rates);
  }
}

/** A document's notes against gold. */
export function scoreDocument(said: readonly SaidNote[], gold: DocumentGold): Rates {
  const rates = new Rates();
  if (gold.alignBy === 'content') return scoreByContent(said, gold, rates);
  const pairs = pairNotes(said, gold.notes);
  const covered = new Set(gold.notes.map(({ label }) => labelSight(label)));
  rates.add('notes_recall', pairs.length, gold.notes.length);
  rates.add(
    'notes_precision',
    pairs.length,
    gold.partial ? said.filter(({ label }) => covered.has(labelSight(label))).length : said.length,
  );
  const matched = new Set(pairs.map(([, j]) => j));
  gold.notes.forEach((note, j) => {
    if (!matched.has(j) && note.citations) countLost(note.citations, rates);
  });
  for (const [i, j] of pairs)
    scoreNote(said[i] as SaidNote, gold.notes[j] as DocumentNote, rates, gold.dateLenient ?? false);
  return rates;
}

function scoreByContent(said: readonly SaidNote[], gold: DocumentGold, rates: Rates): Rates {
  const given = said.flatMap(({ citations }) => citations);
  const printed = gold.notes.flatMap(({ citations }) => citations ?? []);
  const pairs = pairUp(given, printed, 1);
  rates.add('citation_recall', pairs.length, printed.length);
  rates.add('citation_precision', pairs.length, given.length);
  for (const [i, j] of pairs)
    scoreFields(given[i] as Csl, printed[j] as DocumentCitation, rates, '', gold.dateLenient ?? false);
  return rates;
}

function countLost(citations: readonly DocumentCitation[], rates: Rates): void {
  for (const citation of citations) {
    if (citation.optional) continue;
    rates.add('citation_recall', 0);
    rates.add('url_recall', 0, citation.urls?.length ?? 0);
    if (citation.DOI) rates.add('doi_recall', 0);
  }
  if (citations.length > 0) rates.add('citations_per_note_exact', 0);
}

function scoreNote(said: SaidNote, gold: DocumentNote, rates: Rates, lenient: boolean): void {
  if (!gold.citations) return;
  const [given, printed] = [said.citations, gold.citations];
  const least = printed.filter(({ short, optional }) => !short && !optional).length;
  const exact = least <= given.length && given.length <= printed.length;
  rates.add('citations_per_note_exact', exact);
  if (!exact) rates.log.push(`note ${gold.label}: ${given.length} citations, printed ${printed.length}`);
  if (printed.length === 0) rates.add('commentary_note_left_empty', given.length === 0);
  const pairs = pairUp(given, printed);
  rates.add('citation_precision', new Set(pairs.map(([i]) => i)).size, given.length);
  const found = new Set(pairs.map(([, j]) => j));
  printed.forEach((citation, j) => {
    if (found.has(j)) rates.add('citation_recall', 1);
    else if (!citation.optional && !citation.short) rates.add('citation_recall', 0);
  });
  scoreUrls(given, printed, gold, rates);
  scoreDois(given, printed, gold, rates);
  for (const [i, j] of pairs)
    scoreFields(given[i] as Csl, printed[j] as DocumentCitation, rates, gold.label, lenient);
}

/** URLs as the note's multiset; archived copies and URLs only mentioned are neither missed nor too many. */
function scoreUrls(
  given: readonly Csl[],
  printed: readonly DocumentCitation[],
  gold: DocumentNote,
  rates: Rates,
): void {
  const said = given.flatMap(urlsOf).map(exactUrl);
  const left = [...said];
  for (const citation of printed)
    for (const url of citation.urls ?? []) {
      const accepted = [url, ...(citation.urlsAlt?.[url] ?? [])].map(exactUrl);
      const at = left.findIndex((one) => accepted.includes(one));
      if (at >= 0) left.splice(at, 1);
      if (at >= 0 || !citation.optional) rates.add('url_recall', at >= 0);
      if (at < 0 && !citation.optional)
        rates.log.push(`note ${gold.label}: URL ${url} is missed; said: ${said.join(' ')}`);
    }
  const spare = new Set([...printed.flatMap(urlsOfGold), ...(gold.mentionedUrls ?? [])].map(exactUrl));
  const dois = new Set(printed.map(({ DOI }) => doiOf({ DOI })).filter(Boolean));
  const extra = left.filter(
    (url) => !spare.has(url) && !dois.has(url.toLowerCase().replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '')),
  );
  rates.add('url_precision', said.length - extra.length, said.length);
  for (const url of extra) rates.log.push(`note ${gold.label}: URL ${url} is not printed so`);
}

function scoreDois(
  given: readonly Csl[],
  printed: readonly DocumentCitation[],
  gold: DocumentNote,
  rates: Rates,
): void {
  const said = given.map(doiOf).filter(Boolean);
  const wanted = printed.map(({ DOI }) => doiOf({ DOI })).filter(Boolean);
  for (const doi of wanted) rates.add('doi_recall', said.includes(doi));
  const text = bare(gold.text ?? '');
  rates.add(
    'doi_precision',
    said.filter((doi) => wanted.includes(doi) || text.includes(bare(doi))).length,
    said.length,
  );
}

const containersOf = (said: Csl): string[] =>
  ['container-title', 'container', 'publisher', 'collection-title'].flatMap((field) =>
    said[field] ? [bare(withoutMarkup(said[field]))] : [],
  );

function scoreFields(said: Csl, gold: DocumentCitation, rates: Rates, label: string, lenient: boolean): void {
  const judged = (field: string) => !gold.skip?.includes(field);
  const titles = titlesOf(gold);
  if (titles.length > 0 && judged('title') && !gold.short) {
    const ok = titles.includes(bare(withoutMarkup(said.title)));
    rates.add('title', ok);
    if (!ok) rates.log.push(`note ${label}: title “${String(said.title ?? '')}” for “${gold.title}”`);
  }
  const authors = nameTexts(said.author).map(bare);
  const homes = [...containersOf(said), ...authors];
  const printed = [gold.container, ...(gold.containerAlt ?? []), gold.publisher].filter(Boolean);
  const wanted = printed.map((home) => bare(withoutMarkup(home)));
  if (gold.container || gold.containerAlt) {
    if (judged('container'))
      rates.add(
        'container',
        homes.some((home) => wanted.includes(home)),
      );
  } else if (gold.publisher && judged('publisher'))
    rates.add(
      'publisher',
      homes.some((home) => wanted.includes(home)),
    );
  for (const field of ['issued', 'accessed'] as const)
    if (judged(field)) scoreDate(field, said, gold, rates, label, lenient);
  if (gold.page && judged('page')) scorePage(said, gold, rates);
  for (const field of ['volume', 'issue'] as const)
    if (gold[field] && judged(field))
      rates.add(
        field,
        bare(said[field] || (field === 'issue' ? said.number : undefined)) === bare(gold[field]),
      );
  if (judged('author')) scoreAuthors(said, gold, rates, label);
  if (said.type && judged('type') && !gold.short)
    rates.add('type', said.type === gold.type || (gold.typeAlt ?? []).includes(String(said.type)));
}

function scoreDate(
  field: 'issued' | 'accessed',
  said: Csl,
  gold: DocumentCitation,
  rates: Rates,
  label: string,
  lenient: boolean,
): void {
  const [printed, given] = [dateParts(gold[field]), dateParts(said[field])];
  if (!printed) {
    if (given && !gold.short) rates.add(`${field}_invented`, 1, 0);
    return;
  }
  const same = (other: number[] | undefined) => given?.join() === other?.join();
  const ok =
    same(printed) ||
    (lenient && given?.slice(0, printed.length).join() === printed.join()) ||
    (gold[`${field}Alt`] ?? []).some((other) => given && same(dateParts(other)));
  rates.add(field, ok);
  rates.add(`${field}_year`, given?.[0] === printed[0]);
  if (!ok) rates.log.push(`note ${label}: ${field} ${given?.join('-') ?? 'none'} for ${gold[field]}`);
}

function scorePage(said: Csl, gold: DocumentCitation, rates: Rates): void {
  const wanted = [gold.page, ...(gold.pageAlt ?? [])].flatMap(pageForms);
  const { page, locator } = said;
  const given = [page, locator, said['page-first'], page && locator ? `${page}, ${locator}` : undefined];
  rates.add(
    'page',
    given.some((one) => one && pageForms(one).some((form) => wanted.includes(form))),
  );
}

function scoreAuthors(said: Csl, gold: DocumentCitation, rates: Rates, label: string): void {
  const given = nameTexts(said.author);
  if (!gold.author?.length) {
    if (gold.short || gold.editor?.length) return;
    const bodies = [gold.publisher, gold.container].filter(Boolean).map(bare);
    rates.add(
      'no_author_invented',
      given.every((name) => bodies.includes(bare(name))),
    );
    return;
  }
  const left = given.map(nameSight);
  let found = 0;
  for (const name of gold.author.map(nameSight)) {
    const at = left.findIndex((other) => sameSight(name, other));
    if (at < 0) continue;
    left.splice(at, 1);
    found++;
  }
  // A corporate author may be given as the publisher.
  const asBody = given.length === 0 && containersOf(said).includes(bare(gold.author[0]));
  const ok = found === gold.author.length && left.length === 0 ? true : asBody && gold.author.length === 1;
  rates.add('author_all', ok);
  rates.add('author_names_recall', found, gold.author.length);
  rates.add('author_names_precision', given.length - left.length, given.length);
  if (!ok)
    rates.log.push(`note ${label}: author ${given.join(' · ') || 'none'} for ${gold.author.join(' · ')}`);
}
