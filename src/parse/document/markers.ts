import { numberOf } from '../../text/numerals.ts';

/** One way of printing a note's number in front of it. `shape` is its name; the pattern's first group is the number. */
export interface MarkerStyle {
  shape: string;
  pattern: RegExp;
  /** How the same marker stands in the body; none where the body's marker cannot be told from other text. */
  inBody?(label: string): RegExp;
}

const quote = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿';
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Tried in this order at the start of a line. */
export const styles: readonly MarkerStyle[] = [
  {
    shape: '[n]',
    pattern: /^\s{0,8}\[\s?([0-9]{1,4}|[a-z])\s?\][ \t\u00a0\u3000]*/,
    inBody: (label) =>
      new RegExp(
        `\\[(?:\\s?\\d{1,4}\\s?[,，、\\-–—~]\\s?){0,6}${quote(label)}(?:\\s?[,，、\\-–—~]\\s?\\d{1,4}){0,6}\\]`,
        'g',
      ),
  },
  {
    shape: '［n］',
    pattern: /^\s{0,8}［\s?([0-9０-９]{1,4})\s?］[ \t\u00a0\u3000]*/,
    inBody: (label) => new RegExp(`[［\\[]${wide(label)}[］\\]]`, 'g'),
  },
  {
    shape: '〔n〕',
    pattern: /^\s{0,8}〔\s?([0-9０-９一二三四五六七八九十]{1,4})\s?〕[ \t\u00a0\u3000]*/,
    inBody: (label) => new RegExp(`〔${wide(label)}〕`, 'g'),
  },
  {
    shape: '【n】',
    pattern: /^\s{0,8}【\s?([0-9０-９]{1,4})\s?】[ \t\u00a0\u3000]*/,
    inBody: (label) => new RegExp(`【${wide(label)}】`, 'g'),
  },
  {
    shape: '①',
    pattern: new RegExp(`^\\s{0,8}([${circled}])[ \\t\\u00a0\\u3000]*`, 'u'),
    inBody: (label) => new RegExp(quote(circled.charAt(Number(label) - 1) || label), 'gu'),
  },
  {
    shape: '注n',
    pattern:
      /^\s{0,8}[（(〔[［]?(?:注释|註釋|脚注|尾注|注|註)\s?[（(]?([0-9０-９一二三四五六七八九十]{1,4})[）)〕\]］]?[:：.、）)]?[ \t\u00a0\u3000]*/u,
    inBody: (label) => new RegExp(`[（(〔[［]?(?:注|註)\\s?${wide(label)}[）)〕\\]］]?`, 'gu'),
  },
  {
    shape: '(n)',
    pattern: /^\s{0,8}[（(]\s?([0-9０-９]{1,4})\s?[）)][ \t\u00a0\u3000]*/,
    inBody: (label) => new RegExp(`[（(]${wide(label)}[）)]`, 'g'),
  },
  { shape: 'n.', pattern: /^\s{0,8}([0-9０-９]{1,4})[.．、](?!\d)[ \t\u00a0\u3000]*/ },
  {
    shape: 'n)',
    pattern: /^\s{0,8}([0-9０-９]{1,4})[)）][ \t\u00a0\u3000]*/,
    inBody: (label) => new RegExp(`(?<![\\d(（])${wide(label)}[)）]`, 'g'),
  },
  {
    shape: 'ⁿ',
    pattern: new RegExp(`^\\s{0,8}([${raised}]{1,4})[ \\t\\u00a0\\u3000]*`, 'u'),
    inBody: (label) =>
      new RegExp(
        `(?<![${raised}])${[...label].map((digit) => raised.charAt(Number(digit))).join('')}(?![${raised}])`,
        'gu',
      ),
  },
  { shape: '^n', pattern: /^\s{0,8}\^\[?([0-9]{1,4})\]?[ \t\u00a0\u3000]*/ },
  { shape: '「n」', pattern: /^\s{0,8}[「『《〈“"]\s?([0-9０-９]{1,4})\s?[」』》〉”"][ \t\u00a0\u3000]*/ },
  { shape: 'n ', pattern: /^\s{0,8}([0-9０-９]{1,4})[ \t\u00a0\u3000]{1,9}(?=\S)/ },
];

const wide = (label: string): string =>
  `\\s?(?:${quote(label)}|${[...label].map((sign) => (/\d/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign)).join('')})\\s?`;

/** The number of a printed marker, in whatever digits. */
export function labelNumber(printed: string): number | undefined {
  const at = circled.indexOf(printed);
  if (at >= 0) return at + 1;
  if ([...printed].every((sign) => raised.includes(sign)))
    return Number([...printed].map((sign) => raised.indexOf(sign)).join(''));
  return numberOf(printed);
}
