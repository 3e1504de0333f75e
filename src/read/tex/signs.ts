/** TeX's ways of writing characters that are on no keyboard. */

/** Combining characters by accent command. */
const accents: Record<string, string> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '"': '\u0308',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  r: '\u030a',
  c: '\u0327',
  k: '\u0328',
  d: '\u0323',
  b: '\u0331',
  t: '\u0361',
};

const symbols: Record<string, string> = {
  ss: 'ß',
  SS: 'ẞ',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  dj: 'đ',
  DJ: 'Đ',
  th: 'þ',
  TH: 'Þ',
  ng: 'ŋ',
  NG: 'Ŋ',
  S: '§',
  P: '¶',
  dag: '†',
  ddag: '‡',
  copyright: '©',
  pounds: '£',
  euro: '€',
  texteuro: '€',
  textregistered: '®',
  texttrademark: '™',
  textdegree: '°',
  textendash: '–',
  textemdash: '—',
  textellipsis: '…',
  dots: '…',
  ldots: '…',
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
  textunderscore: '_',
  textbar: '|',
  textless: '<',
  textgreater: '>',
  textquotedblleft: '“',
  textquotedblright: '”',
  textquoteleft: '‘',
  textquoteright: '’',
  quotedblbase: '„',
  quotesinglbase: '‚',
  glqq: '„',
  grqq: '“',
  guillemotleft: '«',
  guillemotright: '»',
  flqq: '«',
  frqq: '»',
  textbullet: '•',
  cdot: '·',
  textperiodcentered: '·',
  times: '×',
  ordfeminine: 'ª',
  ordmasculine: 'º',
  textordmasculine: 'º',
  TeX: 'TeX',
  LaTeX: 'LaTeX',
  BibTeX: 'BibTeX',
  slash: '/',
  textvisiblespace: ' ',
  quad: ' ',
  qquad: ' ',
  space: ' ',
  newblock: ' ',
};

const escaped = /[&%#_${}]/;
/** A name of letters, with the blanks TeX eats behind it; or one sign. */
const command = /\\(?:([a-zA-Z]{1,40})\*?|([^a-zA-Z]))/y;

export interface Command {
  name: string;
  /** Behind the name (and star), before any blanks. */
  end: number;
}

/** The command at a backslash. */
export function commandAt(text: string, at: number): Command | undefined {
  command.lastIndex = at;
  const match = command.exec(text);
  return match ? { name: (match[1] ?? match[2]) as string, end: at + match[0].length } : undefined;
}

/** The character that the command at a backslash stands for, and where it ends; undefined for any other command. */
export function signAt(text: string, at: number): { sign: string; end: number } | undefined {
  const found = commandAt(text, at);
  if (!found) return undefined;
  const { name, end } = found;
  if (Object.hasOwn(accents, name)) {
    const letter = letterAt(text, name, end);
    if (letter) return { sign: (letter.base + accents[name]).normalize('NFC'), end: letter.end };
    return name.length === 1 && /[a-z]/i.test(name) ? undefined : { sign: '', end };
  }
  if (Object.hasOwn(symbols, name)) return { sign: symbols[name] as string, end: eatBlanks(text, end) };
  if (escaped.test(name)) return { sign: name, end };
  if (name === ' ' || name === '\n' || name === ',' || name === ';') return { sign: ' ', end };
  if (name === '-' || name === '/' || name === '!' || name === '@') return { sign: '', end };
  return undefined;
}

/** The letter under an accent: `e`, `{e}`, `\i`, `{\i}`. */
function letterAt(text: string, name: string, from: number): { base: string; end: number } | undefined {
  const alphabetic = /[a-z]/i.test(name);
  const at = alphabetic ? eatSpaces(text, from) : from;
  const shape =
    /(?:\{\s{0,3}\\([ij])\s{0,3}\}|\\([ij])(?![a-zA-Z])\s?|\{\s{0,3}([^\\{}\s]{0,2})\s{0,3}\}|([^\\{}\s\d]))/y;
  shape.lastIndex = at;
  const match = shape.exec(text);
  if (!match || (alphabetic && match[4] !== undefined && at === from)) return undefined;
  return { base: match[1] ?? match[2] ?? match[3] ?? (match[4] as string), end: at + match[0].length };
}

const eatSpaces = (text: string, from: number): number => {
  let at = from;
  while (text.charAt(at) === ' ' && at - from < 20) at += 1;
  return at;
};

/** Behind a command of letters TeX eats blanks, and `{}` ends its name. */
function eatBlanks(text: string, from: number): number {
  if (text.startsWith('{}', from)) return from + 2;
  return eatSpaces(text, from);
}

/** Ligatures of TeX's own, longest first. */
const ligatures: readonly (readonly [string, string])[] = [
  ['---', '—'],
  ['--', '–'],
  ['``', '“'],
  ["''", '”'],
  [',,', '„'],
  ['<<', '«'],
  ['>>', '»'],
  ['?`', '¿'],
  ['!`', '¡'],
  ['`', '‘'],
  ["'", '’'],
  ['~', ' '],
];
const ligatureStart = /[-`',<>?!~]/;

export function ligatureAt(text: string, at: number): { sign: string; end: number } | undefined {
  if (!ligatureStart.test(text.charAt(at))) return undefined;
  for (const [written, sign] of ligatures)
    if (text.startsWith(written, at)) return { sign, end: at + written.length };
  return undefined;
}

/** In an address `%` begins no comment. */
const address = /\\(?:url|href|nolinkurl|path)\s{0,3}(?:\[[^\]\n]{0,200}\]\s{0,3})?(?=\{)/y;

/** Where each `{` of a text is closed, found in one pass; -1 where it never is. Escaped braces and comments do not count. */
export function bracePairs(text: string): Int32Array {
  const pairs = new Int32Array(text.length).fill(-1);
  const open: number[] = [];
  /** How many braces are open around the address we are in. */
  let addressDepth = -1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92) {
      address.lastIndex = at;
      const match = addressDepth === -1 ? address.exec(text) : null;
      if (match) addressDepth = open.length;
      at += match ? match[0].length - 1 : 1;
    } else if (code === 123) open.push(at);
    else if (code === 125) {
      const start = open.pop();
      if (start !== undefined) pairs[start] = at;
      if (open.length <= addressDepth) addressDepth = -1;
    } else if (code === 37 && addressDepth === -1) {
      const end = text.indexOf('\n', at);
      at = end === -1 ? text.length : end;
    }
  }
  return pairs;
}

/** A field's text: braces and commands gone, accents and ligatures as the characters they stand for. */
export function texToText(text: string): string {
  if (!/[\\{}$~`'-]/.test(text)) return text;
  let out = '';
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '\\') {
      const sign = signAt(text, at);
      const skipped = sign ? sign.end : eatBlanks(text, commandAt(text, at)?.end ?? at + 1);
      if (sign) out += sign.sign;
      at = Math.max(at + 1, skipped);
      continue;
    }
    const lone = char === "'" && text.charAt(at + 1) !== "'";
    const ligature = lone || char === '<' || char === '>' ? undefined : ligatureAt(text, at);
    if (ligature) {
      out += ligature.sign;
      at = ligature.end;
      continue;
    }
    if (char !== '{' && char !== '}' && char !== '$') out += char;
    at += 1;
  }
  return out;
}
