/** Characters XML 1.0 (§2.2) cannot hold, not even as a reference. */
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\u0085': '&#133;',
  '\u2028': '&#8232;',
};

/** Foreign text as XML 1.0 character data or attribute value; what XML cannot hold is shown as `\u001b`. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(illegal, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/[&<>"'\t\n\r\u0085\u2028]/g, (sign) => entities[sign] as string)
    .replace(/##(?=\[)/g, '#&#35;');
