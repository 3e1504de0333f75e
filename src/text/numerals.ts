const digits: Record<string, number> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  壱: 1,
  壹: 1,
  二: 2,
  弐: 2,
  贰: 2,
  貳: 2,
  三: 3,
  参: 3,
  叁: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  元: 1,
};
const units: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 千: 1000, 廿: 20, 卅: 30 };

/** A number in ASCII, full-width or kanji digits (positional `二〇二四` or with units `二十一`); undefined if it is none. */
export function numberOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  if (/^\d{1,9}$/.test(plain)) return Number(plain);
  const signs = [...plain];
  if (signs.length === 0 || signs.length > 12 || !signs.every((sign) => sign in digits || sign in units))
    return undefined;
  if (!signs.some((sign) => sign in units)) return Number(signs.map((sign) => digits[sign]).join(''));
  let total = 0;
  let pending: number | undefined;
  for (const sign of signs) {
    const unit = units[sign];
    if (unit === undefined) pending = digits[sign] as number;
    else if (unit === 20 || unit === 30) total += unit;
    else {
      total += (pending ?? 1) * unit;
      pending = undefined;
    }
  }
  return total + (pending ?? 0);
}
