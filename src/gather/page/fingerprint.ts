/** Characters of text a fingerprint is made of: pages of one template differ in less, pages of two in more. */
const enough = 1500;

/**
 * 64-bit simhash (Charikar 2002) of a text's words, or of runs of three characters where words are not parted, in hex.
 * Figures count as one sign, since error pages like to print a number of their own.
 */
export function simhash(text: string): string {
  const sums = new Int32Array(64);
  const flat = text.slice(0, enough).toLowerCase();
  let [low, high, length] = [0x811c9dc5, 0x01000193, 0];
  const add = (): void => {
    for (let bit = 0; bit < 32; bit += 1) {
      sums[bit] = (sums[bit] as number) + (((low >>> bit) & 1) << 1) - 1;
      sums[bit + 32] = (sums[bit + 32] as number) + (((high >>> bit) & 1) << 1) - 1;
    }
    [low, high, length] = [0x811c9dc5, 0x01000193, 0];
  };
  for (let at = 0; at < flat.length; at += 1) {
    let code = flat.charCodeAt(at);
    if (code <= 47 || (code >= 58 && code <= 64)) {
      if (length > 0) add();
      continue;
    }
    if (code <= 57) code = 48;
    low = Math.imul(low ^ code, 0x01000193);
    low ^= low >>> 13;
    high = Math.imul(high ^ code, 0x85ebca6b);
    high ^= high >>> 15;
    length += 1;
    if (length >= (code > 0x2e7f ? 3 : 24)) add();
  }
  if (length > 0) add();
  let hex = '';
  for (let nibble = 0; nibble < 16; nibble += 1) {
    let value = 0;
    for (let bit = 0; bit < 4; bit += 1) if ((sums[nibble * 4 + bit] as number) > 0) value |= 1 << bit;
    hex += value.toString(16);
  }
  return hex;
}
