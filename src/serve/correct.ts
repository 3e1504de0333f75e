import type { Citation } from '../model/citation.ts';
import type { CslDate, Item, Name } from '../model/item.ts';
import { parseUrl } from '../text/parse-url.ts';

/** Fields that can be corrected by hand, with how each is written in one line. */
export const editable = {
  title: 'text',
  author: 'names',
  'container-title': 'text',
  publisher: 'text',
  volume: 'text',
  issue: 'text',
  page: 'text',
  issued: 'date',
  accessed: 'date',
  URL: 'url',
  DOI: 'text',
} as const satisfies Partial<Record<keyof Item, 'text' | 'names' | 'date' | 'url'>>;
export type EditableField = keyof typeof editable;
export const editableFields = Object.keys(editable) as EditableField[];

export type Correction =
  /** `gather`: the citation points elsewhere now, so that what was seen says nothing of it. */
  | { citation: Citation; gather: boolean }
  /** The field that cannot be written so. */
  | { refused: EditableField };

/** A citation with fields as a person wrote them; an empty line takes a field away. */
export function correct(citation: Citation, lines: Partial<Record<EditableField, string>>): Correction {
  const item: Item = { ...citation.item };
  const fields = { ...citation.fields };
  for (const field of editableFields) {
    const line = lines[field]?.trim();
    if (line === undefined) continue;
    const value = line === '' ? undefined : readLine(field, line);
    if (line !== '' && value === undefined) return { refused: field };
    if (value === undefined) delete item[field];
    else Object.assign(item, { [field]: value });
    fields[field] = 1;
  }
  const next: Citation = { ...citation, item, fields };
  const before = citation.item.URL ?? citation.urls[0];
  if (lines.URL !== undefined && item.URL !== before) {
    next.urls = [...(item.URL ? [item.URL] : []), ...citation.urls.filter((url) => url !== before)];
    next.mended = citation.mended?.filter(({ url }) => url !== before);
  }
  return { citation: next, gather: next.urls !== citation.urls || item.DOI !== citation.item.DOI };
}

function readLine(field: EditableField, line: string): string | Name[] | CslDate | undefined {
  switch (editable[field]) {
    case 'names':
      return namesIn(line);
    case 'date':
      return dateIn(line);
    case 'url':
      return /^https?:$/.test(parseUrl(line)?.protocol ?? '') ? line : undefined;
    default:
      return line;
  }
}

/** `Family, Given; Family, Given; Body`. A name without a comma stays whole. */
function namesIn(line: string): Name[] {
  return line
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const comma = part.search(/[,，]/);
      if (comma < 0) return { literal: part };
      return { family: part.slice(0, comma).trim(), given: part.slice(comma + 1).trim() };
    });
}

/** `2021`, `2021-03`, `2021-03-16`; a day that no calendar has is none. */
function dateIn(line: string): CslDate | undefined {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(line);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  const date = new Date(Date.UTC(year as number, (month ?? 1) - 1, day ?? 1));
  if (date.getUTCMonth() !== (month ?? 1) - 1 || date.getUTCDate() !== (day ?? 1)) return undefined;
  return {
    'date-parts': [
      [year as number, ...(month === undefined ? [] : [month]), ...(day === undefined ? [] : [day])],
    ],
  };
}
