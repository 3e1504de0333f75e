/**
 * A value as JSON text that is valid UTF-8 (no lone surrogate) and holds no command for a CI runner's log: the second
 * `#` of `##[` is written `\u0023`, which reads back as the same sign.
 */
export const jsonText = (value: unknown): string => `${encoded(value, 2)}\n`;

/** The same on one line, without its end. */
export const jsonLine = (value: unknown): string => encoded(value, 0);

function encoded(value: unknown, indent: number): string {
  const plain = JSON.stringify(value, null, indent);
  // Only a lone surrogate is written as an escape; looked for first, since a look at every string takes long.
  const text = /\\ud[89a-f]/.test(plain)
    ? JSON.stringify(value, (_, part) => (typeof part === 'string' ? part.toWellFormed() : part), indent)
    : plain;
  return text.includes('##[') ? text.replace(/##(?=\[)/g, '#\\u0023') : text;
}
