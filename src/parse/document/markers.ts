import { numberOf } from '../../text/numerals.ts';

/** One way of printing a note's number in front of it. */
export interface MarkerStyle {
  /** Its name: the marker with `n` for the number. */
  shape: string;
  /** The marker at the start of a line; its first group is the number. */
  pattern: RegExp;
  /** How markers of this style stand in the body, several numbers in one too; none where they cannot be told from other text. */
  inBody?: RegExp;
  /** Whether nothing but a marker looks like that, so that one without its note is an error. */
  certain?: true;
  /** How a note run on into the line of the one before begins. */
  within?: RegExp;
  /** What closes the note's frame at its end. */
  closes?: string;
  /** Whether the number must be the one due, or nearly: the style looks like much else. */
  counted?: true;
  /** Whether a list of this style is believed under a heading only. */
  weak?: true;
}

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿';
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const stars = ['*', '**', '***', '†', '‡', '§', '¶', '※'];
const blank = '[ \\t\\u00a0\\u3000]*';
const n = '[0-9０-９]{1,5}';
const kanji = '[0-9０-９一二三四五六七八九十]{1,5}';
/** One number or several: `3`, `3,5`, `3-6`. */
const several = (one: string): string => `\\s?((?:${one})(?:\\s?[,，、;\\-–—~～]\\s?(?:${one})){0,8})\\s?`;
const own = (source: string): RegExp => new RegExp(`^\\s{0,8}${source}${blank}`, 'u');
const body = (source: string): RegExp => new RegExp(source, 'gu');

/** Tried in this order at the start of a line. */
export const styles: readonly MarkerStyle[] = [
  { shape: '| n. |', pattern: own(`\\|\\s?(${n})[.)]?\\s?\\|`), closes: '|' },
  {
    shape: '[n]',
    pattern: own('[\\[［]\\s?([0-9]{1,5}|[a-z])\\s?[\\]］]:?'),
    inBody: body(`\\[${several('[0-9]{1,5}|[a-z](?=\\])')}\\]`),
    certain: true,
    within: /(?<=[。．.;；）)\]］\s])[[［]\s?(\d{1,5})\s?[\]］](?=\s?[\p{L}《“「『"])/gu,
  },
  {
    shape: '［n］',
    pattern: own(`［\\s?(${n})\\s?］`),
    inBody: body(`[［\\[]${several(n)}[］\\]]`),
    certain: true,
  },
  {
    shape: '〔n〕',
    pattern: own(`〔\\s?(${kanji})\\s?〕`),
    inBody: body(`〔${several(kanji)}〕`),
    certain: true,
  },
  { shape: '【n】', pattern: own(`【\\s?(${n})\\s?】`), inBody: body(`【${several(n)}】`), certain: true },
  {
    shape: '①',
    pattern: own(`([${circled}])`),
    inBody: body(`([${circled}])`),
    within: new RegExp(`(?<=[。．.;；）)\\s])([${circled}])`, 'gu'),
  },
  {
    shape: '注n',
    pattern: own(
      `[（(〔［[]?(?:注释|註釋|脚注|腳註|尾注|注|註|각주|주)\\s?[（(]?(${kanji})[）)〕\\]］]?[:：.、）)]?`,
    ),
    inBody: body(`[（(〔［[]?(?:注|註|주)\\s?${several(kanji)}[）)〕\\]］]`),
  },
  { shape: '(n)', pattern: own(`[（(]\\s?(${n})\\s?[）)]`), inBody: body(`[（(]${several(n)}[）)]`) },
  { shape: 'n.', pattern: own(`(${n})[.．、](?!\\d)`), counted: true },
  { shape: 'n)', pattern: own(`(${n})[)）]`), inBody: body(`(?<![\\d(（])${several(n)}[)）]`) },
  {
    shape: 'ⁿ',
    pattern: own(`([${raised}]{1,5})`),
    inBody: body(`(?<![${raised}])([${raised}]{1,5}(?:[,，][${raised}]{1,5}){0,5})(?![${raised}])`),
  },
  { shape: '^n', pattern: own('\\^\\[?([0-9]{1,5})\\]?'), inBody: body('\\^\\[?([0-9]{1,5})\\]?') },
  {
    shape: '*',
    pattern: own('(\\*{1,3}|[†‡§¶※])(?![*\\s]{0,3}$)'),
    inBody: body('(?<=[\\p{L}\\p{N}\\p{P}])(\\*{1,3}|[†‡§¶※])(?=\\s|$)'),
    weak: true,
  },
  { shape: '「n」', pattern: own(`[「『《〈“"]\\s?(${n})\\s?[」』》〉”"]`), weak: true },
  {
    shape: 'n ',
    pattern: /^\s{0,8}([0-9０-９]{1,5})[ \t\u00a0\u3000]{1,9}(?=\S)/,
    counted: true,
    weak: true,
  },
];

/** The number of a printed marker, in whatever digits. */
export function labelNumber(printed: string): number | undefined {
  const at = circled.indexOf(printed);
  if (at >= 0 && printed.length === 1) return at + 1;
  if (printed && [...printed].every((sign) => raised.includes(sign)))
    return Number([...printed].map((sign) => raised.indexOf(sign)).join(''));
  const star = stars.indexOf(printed);
  return star >= 0 ? star + 1 : numberOf(printed);
}
