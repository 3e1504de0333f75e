import { plainLine } from './plain.ts';

/** Foreign text on a terminal: no escape sequence, no reordering, no runner's command survives. */
export const terminalText = (text: string): string => plainLine(text).replace(/##(?=\[)/g, '# #');

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{1b000}-\u{1b2ff}]|[\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const none = /^(?:\p{Mn}|\p{Me}|\u200c|\u200d|[\ufe00-\ufe0f])$/u;

/** Columns one character takes. */
const columnsOf = (sign: string): number => (none.test(sign) ? 0 : wide.test(sign) ? 2 : 1);

/** Columns a text takes on a terminal: two for a full-width character, none for a combining mark. */
export function columns(text: string): number {
  let sum = 0;
  for (const sign of text) sum += columnsOf(sign);
  return sum;
}

/** May not begin a line, or may not end one, in Chinese and Japanese setting. */
const notFirst =
  /[、。，．・：；？！’”）〕］｝〉》」』】〙〗〟,.:;?!)\]}ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…]/u;
const notLast = /[‘“（〔［｛〈《「『【〘〖〝([{]/u;

/**
 * Breaks a text into lines of at most `width` columns: at spaces, and between full-width characters where the setting
 * rules allow it. A word longer than a line (a URL) stays whole.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let [line, taken] = ['', 0];
  for (const piece of pieces(text)) {
    const size = columns(piece);
    if (taken > 0 && taken + size > width) {
      lines.push(line.trimEnd());
      [line, taken] = ['', 0];
    }
    if (line === '' && piece === ' ') continue;
    line += piece;
    taken += size;
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** The smallest stretches that stay together. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let current = '';
  let last = '';
  for (const sign of text) {
    const breaks =
      current !== '' &&
      (sign === ' ' ||
        last === ' ' ||
        ((columnsOf(sign) === 2 || columnsOf(last) === 2) &&
          !notFirst.test(sign) &&
          !notLast.test(last) &&
          columnsOf(sign) > 0));
    if (breaks) {
      found.push(current);
      current = '';
    }
    current += sign;
    last = sign;
  }
  return current ? [...found, current] : found;
}
