import type { Citation } from '../../model/citation.ts';
import { isIsbn, isIssn, isNaid } from '../../text/check-digit.ts';
import { scanDois } from '../../text/doi.ts';

export const identifierKinds = [
  'DOI',
  'arXiv',
  'PMID',
  'ISBN',
  'CRID',
  'NAID',
  'Handle',
  'URN',
  'ISSN',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

export interface Identifier {
  kind: IdentifierKind;
  /** Bare, without `doi:` and hyphens. */
  value: string;
  /** False where the check digit does not fit: a misprint, not worth a question. */
  sound: boolean;
}

/** Addresses that are identifiers: the first group is the value. */
const addresses: readonly { kind: IdentifierKind; pattern: RegExp }[] = [
  {
    kind: 'arXiv',
    pattern:
      /^https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/((?:[a-z-]{2,20}(?:\.[A-Z]{2})?\/)?[\d.]{7,10}(?:v\d{1,3})?)/i,
  },
  {
    kind: 'PMID',
    pattern: /^https?:\/\/(?:www\.ncbi\.nlm\.nih\.gov\/pubmed|pubmed\.ncbi\.nlm\.nih\.gov)\/(\d{1,9})/i,
  },
  { kind: 'CRID', pattern: /^https?:\/\/cir\.nii\.ac\.jp\/(?:all\/)?crid\/(\d{19})/i },
  { kind: 'NAID', pattern: /^https?:\/\/ci\.nii\.ac\.jp\/naid\/(\d{6,12}[\dX]?)/i },
  { kind: 'Handle', pattern: /^https?:\/\/hdl\.handle\.net\/([\d.]{1,20}\/[^\s?#]{1,200})/i },
  {
    kind: 'URN',
    pattern:
      /^(?:https?:\/\/(?:www\.)?(?:nbn-resolving\.(?:org|de)|urn\.fi|urn\.kb\.se)\/(?:resolver\?urn=)?)?(urn:[a-z0-9][a-z0-9-]{1,30}:[^\s?#]{1,200})/i,
  },
];

const arxivDoi = /^10\.48550\/arxiv\.(.{5,30})$/i;

/** Every identifier a citation carries, in its fields or as its address, best first, each kind and value once. */
export function identifiersOf({ item, urls }: Pick<Citation, 'item' | 'urls'>): Identifier[] {
  const found: Identifier[] = [];
  const add = (kind: IdentifierKind, value: string | undefined, sound = true): void => {
    if (value && !found.some((one) => one.kind === kind && one.value === value))
      found.push({ kind, value, sound });
  };
  add('DOI', doiIn(item.DOI ?? ''));
  for (const url of urls) if (resolver.test(url)) add('DOI', doiIn(url.replace(resolver, '')));
  for (const one of found.filter(({ kind }) => kind === 'DOI'))
    add('arXiv', arxivDoi.exec(one.value)?.[1] ?? undefined);
  for (const url of urls)
    for (const { kind, pattern } of addresses) {
      const value = pattern.exec(url)?.[1];
      add(kind, value, kind === 'NAID' && value ? isNaid(value) : true);
    }
  add('arXiv', arxivIn(item.number) ?? arxivIn(item.note));
  add('PMID', /^\d{1,9}$/.test(item.PMID ?? '') ? item.PMID : undefined);
  for (const isbn of split(item.ISBN)) add('ISBN', isbn.replace(/[^\dX]/gi, '').toUpperCase(), isIsbn(isbn));
  for (const issn of split(item.ISSN)) add('ISSN', issn.toUpperCase(), isIssn(issn));
  return found.sort((a, b) => identifierKinds.indexOf(a.kind) - identifierKinds.indexOf(b.kind));
}

const resolver = /^https?:\/\/(?:(?:dx|www)\.)?doi\.org\//i;

/** The DOI in a field or behind a resolver's address, where even its slash may be percent-encoded. */
function doiIn(text: string): string | undefined {
  let plain = text;
  try {
    plain = decodeURIComponent(text);
  } catch {
    // A lone percent sign belongs to the DOI itself.
  }
  return scanDois(plain)[0]?.doi ?? /^\s*(10\.\S{1,200})/.exec(plain)?.[1];
}

const split = (value: string | undefined): string[] =>
  (value ?? '').split(/[\s,;]+(?=[\d])/).filter((part) => /\d/.test(part));

const arxivIn = (value: string | undefined): string | undefined =>
  /\barxiv:\s{0,2}((?:[a-z-]{2,20}(?:\.[A-Z]{2})?\/)?[\d.]{7,10}(?:v\d{1,3})?)/i.exec(value ?? '')?.[1];
