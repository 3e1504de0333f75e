/** A document's text on a terminal, in one line: control and bidi characters are shown, not obeyed. */
export const printable = (text: string): string => visible(text.toWellFormed().replace(/\s+/g, ' '));

/** The same with the text's own spaces kept. */
export const visible = (text: string): string =>
  text.replace(
    /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
