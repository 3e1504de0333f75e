/** Controls (all but the tab) and marks that turn the direction of text, as the inside of a character class. */
const signs = '\\u0000-\\u0008\\u000a-\\u001f\\u007f-\\u009f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const one = new RegExp(`[${signs}]`);
const every = new RegExp(`[${signs}]`, 'g');

/** Whether a text has a sign that a screen would obey rather than show. */
export const hasControls = (text: string): boolean => one.test(text);

/** The text with such signs written out as `\u202e`. */
export const controlsShown = (text: string): string =>
  text.replace(every, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
