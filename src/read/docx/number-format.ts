/** How Word prints a number, by the names of `w:numFmt` (ECMA-376, 17.18.59). */

const kanjiDigits = '〇一二三四五六七八九';
const legalDigits = '零壹贰叁肆伍陆柒捌玖';
const hangulDigits = '영일이삼사오육칠팔구';

/** 1–9,999 with the signs for ten, hundred and thousand; the one before ten is left out where custom has it so. */
function positional(value: number, digits: string, units: string, keepOne: boolean): string {
  if (value <= 0 || value > 9999) return String(value);
  const figures = [...String(value)].map(Number);
  let text = '';
  let gap = false;
  for (const [index, figure] of figures.entries()) {
    const power = figures.length - 1 - index;
    if (figure === 0) {
      gap = text !== '';
      continue;
    }
    if (gap && keepOne) text += digits[0];
    gap = false;
    const silentOne = figure === 1 && power > 0 && (!keepOne || (power === 1 && index === 0));
    text += `${silentOne ? '' : digits.charAt(figure)}${power > 0 ? units.charAt(power - 1) : ''}`;
  }
  return text;
}

function roman(value: number): string {
  if (value <= 0 || value > 3999) return String(value);
  const signs: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let [rest, text] = [value, ''];
  for (const [worth, sign] of signs) {
    text += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return text;
}

/** a … z, aa, bb …: Word repeats the letter. */
const repeated = (value: number, signs: string): string => {
  const count = [...signs].length;
  return ([...signs][(value - 1) % count] as string).repeat(Math.min(20, Math.ceil(value / count)));
};

const within = (value: number, last: number, from: number): string =>
  value >= 1 && value <= last ? String.fromCodePoint(from + value - 1) : String(value);

const circled = (value: number): string =>
  value <= 20
    ? within(value, 20, 0x2460)
    : value <= 35
      ? String.fromCodePoint(0x3251 + value - 21)
      : value <= 50
        ? String.fromCodePoint(0x32b1 + value - 36)
        : String(value);

const fullWidth = (value: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const digitByDigit = (value: number, digits: string): string =>
  String(value).replace(/\d/g, (digit) => digits[Number(digit)] as string);

const letters = 'abcdefghijklmnopqrstuvwxyz';
const kanji = (value: number) => positional(value, kanjiDigits, '十百千', false);
const chinese = (value: number) => positional(value, kanjiDigits.replace('〇', '零'), '十百千', true);
const legal = (value: number) => positional(value, legalDigits, '拾佰仟', true);

const formats: Record<string, (value: number) => string> = {
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => repeated(value, letters.toUpperCase()),
  lowerLetter: (value) => repeated(value, letters),
  chicago: (value) => repeated(value, '*†‡§'),
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) => within(value, 20, 0x2474),
  decimalEnclosedFullstop: (value) => within(value, 20, 0x2488),
  ideographEnclosedCircle: (value) => within(value, 10, 0x3280),
  ideographDigital: (value) => digitByDigit(value, kanjiDigits),
  japaneseDigitalTenThousand: (value) => digitByDigit(value, kanjiDigits),
  koreanDigital: (value) => digitByDigit(value, hangulDigits),
  koreanDigital2: (value) => digitByDigit(value, kanjiDigits),
  taiwaneseDigital: (value) => digitByDigit(value, kanjiDigits),
  japaneseCounting: kanji,
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  koreanCounting: (value) => positional(value, hangulDigits, '십백천', false),
  ideographTraditional: (value) => repeated(value, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (value) => repeated(value, '子丑寅卯辰巳午未申酉戌亥'),
  aiueo: (value) => repeated(value, 'アイウエオカキクケコサシスセソタチツテト'),
  aiueoFullWidth: (value) => repeated(value, 'アイウエオカキクケコサシスセソタチツテト'),
  iroha: (value) => repeated(value, 'イロハニホヘトチリヌルヲワカヨタレソツネナ'),
  irohaFullWidth: (value) => repeated(value, 'イロハニホヘトチリヌルヲワカヨタレソツネナ'),
  ganada: (value) => repeated(value, '가나다라마바사아자차카타파하'),
  chosung: (value) => repeated(value, 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'),
  numberInDash: (value) => `- ${value} -`,
  none: () => '',
  bullet: () => '',
};

/** The number as printed; plain figures for a format that is not known. */
export const printNumber = (value: number, format: string | undefined): string =>
  (format && Object.hasOwn(formats, format) ? formats[format] : undefined)?.(value) ?? String(value);

const asFigures =
  /^(?:decimal|ideographDigital|japaneseDigital|koreanDigital|taiwaneseDigital|japaneseCounting|chinese|taiwaneseCounting|koreanCounting|ideographLegal|ideographEnclosed|numberInDash)/;

/** A note's label: figures where the format only dresses a number up, the printed sign otherwise. */
export const labelOf = (value: number, format: string | undefined): string =>
  format && asFigures.test(format) ? String(value) : printNumber(value, format);
