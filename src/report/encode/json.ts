/**
 * A value as JSON text that is valid UTF-8 (no lone surrogate) and holds no command for a CI runner's log: the second
 * `#` of `##[` is written `\u0023`, which reads back as the same sign.
 */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, (_, part) => (typeof part === 'string' ? part.toWellFormed() : part), 2).replace(/##(?=\[)/g, '#\\u0023')}\n`;
