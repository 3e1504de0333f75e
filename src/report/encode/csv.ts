import { plainLine } from './plain.ts';

/** Signs a spreadsheet takes for the beginning of a formula, full-width ones too. */
const formula = /^[\s'"]{0,8}[=+\-@＝＋－＠\t\r]/;

/** Foreign text as one field of RFC 4180: quoted, quotes doubled, and never a formula. */
export function csvField(value: string): string {
  const text = plainLine(value).replace(/##(?=\[)/g, '# #');
  const harmless = formula.test(text) || formula.test(value) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
