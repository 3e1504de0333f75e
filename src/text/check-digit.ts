/** Digits of an identifier, the last of which may be X for ten. */
const digits = (text: string): number[] =>
  [...text.toUpperCase()].map((sign) => (sign === 'X' ? 10 : Number(sign)));

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\-‐-―]/g, '');

const weighted = (values: readonly number[], weight: (at: number) => number): number =>
  values.reduce((sum, value, at) => sum + value * weight(at), 0);

/** ISBN-10 (ISO 2108: weights 10…1, modulo 11) or ISBN-13 (weights 1 and 3, modulo 10, prefix 978 or 979). */
export function isIsbn(text: string): boolean {
  const isbn = bare(text);
  if (/^\d{9}[\dX]$/i.test(isbn)) return weighted(digits(isbn), (at) => 10 - at) % 11 === 0;
  return /^97[89]\d{10}$/.test(isbn) && weighted(digits(isbn), (at) => (at % 2 === 0 ? 1 : 3)) % 10 === 0;
}

/** ISSN (ISO 3297: weights 8…1, modulo 11). */
export function isIssn(text: string): boolean {
  const issn = bare(text);
  return /^\d{7}[\dX]$/i.test(issn) && weighted(digits(issn), (at) => 8 - at) % 11 === 0;
}

/** NAID of CiNii: ten to twelve signs, the last of which may be X. Its check rule is not published, so only the form is looked at. */
export const isNaid = (text: string): boolean => /^\d{9,11}[\dX]$/i.test(text);
