/** How two printed values are brought to one form before they are compared. A row of the table in README.md each. */

const kept = /[\p{L}\p{N}\u3099\u309a]/u;

/** Full case folding, as far as it differs from lower case. */
const lower = (text: string): string =>
  text.toLowerCase().replace(/ß/g, 'ss').replace(/ς/g, 'σ').replace(/ſ/g, 's');

/** Letters and digits only, without case, width or diacritics (the kana voicing marks stay). */
export const folded = (value: unknown): string => {
  const spread = lower(String(value).normalize('NFKC').normalize('NFKD'));
  const bare = [...spread].filter((sign) => !/\p{M}/u.test(sign) || /[\u3099\u309a]/.test(sign)).join('');
  return [...bare.normalize('NFC')].filter((sign) => kept.test(sign) && !/\p{M}/u.test(sign)).join('');
};

const article = /^(?:the|a|an|in|der|die|das|le|la|les)\s+/i;
const containerLead = /^\s*(?:in|In|IN|载于|载|見|见|收入|收于)\s*[:：]?\s*(?=[《〈「『“"A-Z\s])/;
const firm =
  /(?<![\p{L}\p{N}_])(?:Inc|Ltd|LLC|Co|GmbH|Corp|Publishers?|Publishing|Publ|Verlag)(?![\p{L}\p{N}_])\.?/giu;

/** A title, container, publisher or place: articles, `in:` and legal forms of publishers are let go. */
export const foldedText = (field: string, value: unknown): string => {
  let text = String(value);
  if (field === 'container-title') text = text.replace(containerLead, '');
  if (field === 'container-title' || field === 'publisher') text = text.trim().replace(article, '');
  if (field === 'publisher') text = text.replace(firm, '') || text;
  return folded(text);
};

/** `YYYY[-MM[-DD]]` of a CSL date or a printed one. */
export const foldedDate = (value: unknown): string | undefined => {
  if (value === undefined || value === null || value === '') return undefined;
  let raw = value;
  if (typeof value === 'object') {
    const date = value as { 'date-parts'?: unknown[][]; raw?: string; literal?: string };
    const parts = date['date-parts']?.[0]?.map((part) => Number(String(part).replace(/\D/g, '')) || 0);
    if (parts?.[0])
      return [
        String(parts[0]).padStart(4, '0'),
        ...parts
          .slice(1)
          .filter(Boolean)
          .map((part) => String(part).padStart(2, '0')),
      ].join('-');
    raw = date.raw || date.literal || '';
  }
  const match = /(\d{4})(?:\s*[-/.年]\s*(\d{1,2}))?(?:\s*[-/.月]\s*(\d{1,2}))?/.exec(
    String(raw).normalize('NFKC'),
  );
  if (!match) return undefined;
  const rest = match.slice(2).filter((part) => part !== undefined);
  return [match[1], ...rest.map((part) => part.padStart(2, '0'))].join('-');
};

const foldedRange = (part: string): string => {
  const range = /^([a-z]*)(\d+)-([a-z]*)(\d+)$/.exec(part);
  if (!range) return part.replace(/^([a-z]*)0+(?=\d)/, '$1');
  const [, before, from, between, to] = range as unknown as [string, string, string, string, string];
  const first = from.replace(/^0+/, '') || '0';
  let last = to.replace(/^0+/, '') || '0';
  if (last.length < first.length) last = first.slice(0, first.length - last.length) + last;
  const whole = first === last ? before + first : `${before}${first}-${between}${last}`;
  return between && between === before ? whole.replace(`-${between}`, '-') : whole;
};

/** Pages: one dash, no page words, shortened ends (`178-85`) written out. */
export const foldedPage = (value: unknown): string =>
  String(value)
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−~～]+/g, '-')
    .replace(/(?<![\p{L}\p{N}_])pp?\.?|(?<![\p{L}\p{N}_])S\.|页|頁|第|쪽|면/gu, '')
    .replace(/\s+/g, '')
    .replace(/^[.,;:()[\]]+|[.,;:()[\]]+$/g, '')
    .toLowerCase()
    .replace(/-{2,}/g, '-')
    .split(/[,;+]/)
    .map(foldedRange)
    .filter(Boolean)
    .join(',');

/** Volume, issue or number: no words around it, no leading zeros. */
export const foldedNumber = (value: unknown): string =>
  lower(String(value).normalize('NFKC'))
    .trim()
    .replace(
      /^(?:vol(?:ume)?|v(?=\.)|bd|band|jg|jahrgang|no|nr|issue|iss|heft|number|num|t|tome|第)(?![\p{L}\p{N}_])\.?\s*|第/gu,
      '',
    )
    .replace(/(?:期|卷|巻|号|號|권|호|집)$/, '')
    .replace(/[‐‑‒–—―−/&]/g, '-')
    .replace(/[^\p{L}\p{N}_-]/gu, '')
    .replace(/^[-_]+|[-_]+$/g, '')
    .replace(/(?<!\p{Nd})0+(?=\p{Nd})/gu, '');

export const foldedDoi = (value: unknown): string => {
  const text = lower(String(value).normalize('NFKC').replace(/\s/g, ''));
  const match = /10\.\d{2,9}\/.+/.exec(text);
  return match ? match[0].replace(/[.,;:)\]]+$/, '') : text;
};

export const foldedUrl = (value: unknown): string =>
  lower(
    String(value)
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/^(?:https?|ftp):\/\//i, '')
      .replace(/^www\./i, '')
      .replace(/[/.,;:>)]+$/, ''),
  );

const firstDigits = (value: unknown): string | undefined => /\d+/.exec(String(value))?.[0];

/** CSL types that are told apart by no reader of a reference are one group. */
const typeGroups: Record<string, string> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'news',
  article: 'article',
  chapter: 'inbook',
  'paper-conference': 'inbook',
  'entry-encyclopedia': 'inbook',
  'entry-dictionary': 'inbook',
  entry: 'inbook',
  webpage: 'web',
  'post-weblog': 'web',
  post: 'web',
  book: 'book',
  collection: 'book',
  thesis: 'thesis',
  report: 'report',
  legislation: 'law',
  legal_case: 'law',
  bill: 'law',
  patent: 'patent',
  standard: 'standard',
};

export const textual = ['title', 'container-title', 'publisher', 'publisher-place'] as const;

/** A field's value in the form it is compared in; undefined where there is nothing to compare. */
export const foldedField = (field: string, given: unknown): string | undefined => {
  const value = Array.isArray(given) ? (given[0] ?? '') : given;
  if (value === undefined || value === null || value === '') return undefined;
  if ((textual as readonly string[]).includes(field)) return foldedText(field, value) || undefined;
  switch (field) {
    case 'issued-year':
      return foldedDate(value)?.slice(0, 4);
    case 'issued-full':
    case 'accessed':
      return foldedDate(value);
    case 'page':
      return foldedPage(value) || undefined;
    case 'volume':
    case 'issue':
    case 'number':
      return foldedNumber(value) || undefined;
    case 'edition':
      return firstDigits(value);
    case 'DOI':
      return foldedDoi(value) || undefined;
    case 'URL':
      return foldedUrl(value) || undefined;
    case 'type':
      return typeGroups[String(value)] ?? String(value);
    default:
      return String(value);
  }
};
