/** Controls, marks that reorder text, and signs that take no room: what a reader cannot see and a screen obeys. */
const hidden =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e0fff}]/gu;
/** Joiners are part of words and of emoji where they stand between the right signs. */
const joiner = /^[\u200c\u200d]$/;

/**
 * Foreign text on one line, for people: well-formed, runs of space made one, and whatever is hidden shown as `\u202e`
 * instead of being obeyed.
 */
export function plainLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[ \t\r\n\f\v\u0085\u2028\u2029]+/g, ' ')
    .trim()
    .replace(hidden, (sign, at: number, whole: string) =>
      joiner.test(sign) &&
      /(?:\p{L}|\p{M}|\p{So}|\p{Emoji_Modifier}|\ufe0f)$/u.test(whole.slice(Math.max(0, at - 2), at))
        ? sign
        : escaped(sign),
    );
}

const escaped = (sign: string): string => {
  const code = (sign.codePointAt(0) as number).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
};

/** At most `length` UTF-16 units, never cutting a character in two. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, Math.max(0, length - 1));
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
