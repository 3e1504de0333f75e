/** 64-bit simhash (Charikar 2002) of a text's word or character trigrams, in hex; pages of one template lie close together. */
export function simhash(text: string): string {
  const sums = new Int32Array(64);
  const flat = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\d+/g, '0')
    .replace(/\s+/g, ' ')
    .slice(0, 20_000);
  for (let at = 0; at + 3 <= flat.length; at += 1) {
    let [low, high] = [0x811c9dc5, 0x01000193];
    for (let step = 0; step < 3; step += 1) {
      const code = flat.charCodeAt(at + step);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x85ebca6b);
    }
    for (let bit = 0; bit < 32; bit += 1) {
      sums[bit] = (sums[bit] as number) + ((low >>> bit) & 1 ? 1 : -1);
      sums[bit + 32] = (sums[bit + 32] as number) + ((high >>> bit) & 1 ? 1 : -1);
    }
  }
  let hex = '';
  for (let nibble = 0; nibble < 16; nibble += 1) {
    let value = 0;
    for (let bit = 0; bit < 4; bit += 1) if ((sums[nibble * 4 + bit] as number) > 0) value |= 1 << bit;
    hex += value.toString(16);
  }
  return hex;
}
