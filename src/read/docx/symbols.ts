/** Signs of Word's symbol fonts that stand in notes: `w:sym` names a font and a code, not a character. */
const symbol: Record<number, string> = {
  42: '∗',
  45: '−',
  163: '≤',
  176: '°',
  177: '±',
  178: '″',
  179: '≥',
  180: '×',
  183: '•',
  185: '≠',
  187: '≈',
  188: '…',
  211: '©',
  210: '®',
  174: '→',
  172: '←',
};
const greekUpper = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const greekLower = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const wingdings: Record<number, string> = {
  108: '●',
  110: '■',
  159: '•',
  167: '▪',
  224: '→',
  223: '←',
  252: '✓',
  251: '✗',
};

/** The character a `w:sym` shows; nothing where its font draws a picture that means no letter. */
export function symbolOf(font: string, code: string): string {
  const value = Number.parseInt(code, 16);
  if (!Number.isInteger(value) || value <= 0 || value > 0xffff) return '';
  const low = value >= 0xf000 ? value - 0xf000 : value;
  if (/^symbol/i.test(font)) {
    if (low >= 0x41 && low <= 0x5a) return greekUpper.charAt(low - 0x41);
    if (low >= 0x61 && low <= 0x7a) return greekLower.charAt(low - 0x61);
    return symbol[low] ?? (low >= 0x20 && low < 0x7f ? String.fromCharCode(low) : '');
  }
  if (/dings/i.test(font)) return wingdings[low] ?? '';
  return value >= 0xe000 && value < 0xf000 ? '' : String.fromCharCode(low);
}
