import shinjitai from 'opencc-js/dict/JPShinjitaiCharacters';
import simplifying from 'opencc-js/dict/TSCharacters';

/** Rows of an OpenCC dictionary: `from to1 to2|…`. */
const rows = (dictionary: string): [string, string][] =>
  dictionary.split('|').flatMap((row) => {
    const [from, to] = row.split(' ');
    return from && to ? [[from, to] as [string, string]] : [];
  });

let variants: Map<string, string> | undefined;

/** Japanese and traditional forms to one simplified form, character by character; built when first needed. */
function variantMap(): Map<string, string> {
  if (variants) return variants;
  const map = new Map(rows(simplifying));
  for (const [modern, old] of rows(shinjitai)) map.set(modern, map.get(old) ?? old);
  variants = map;
  return map;
}

const letter = /[\p{L}\p{N}\p{M}ー]/u;
const plain = /^[\u0000-\u007f]*$/;

/** NFKC, lower case, one form for variant Han characters and for look-alike marks; punctuation and space taken out. */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  const map = variantMap();
  let folded = '';
  for (const sign of text.normalize('NFKC').toLowerCase()) {
    const code = sign.charCodeAt(0);
    if (code < 128) {
      if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) folded += sign;
    } else if (code >= 0x4e00 && code <= 0x9fff) folded += map.get(sign) ?? sign;
    else if (letter.test(sign)) folded += map.get(sign) ?? sign;
  }
  return folded;
}

/** The same, with runs of punctuation and space kept as one space, for comparing words. */
export function foldWords(text: string): string {
  if (plain.test(text))
    return text
      .toLowerCase()
      .replace(/(?<=[a-z])'(?=[a-z])/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  const map = variantMap();
  let folded = '';
  for (const sign of text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')) {
    if (letter.test(sign)) folded += map.get(sign) ?? sign;
    else if (!folded.endsWith(' ')) folded += ' ';
  }
  return folded.trim();
}
