/** A Markdown table; columns after the first are to the right. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`)
    .join('\n');

export const percent = (part: number | undefined): string =>
  part === undefined || Number.isNaN(part) ? '–' : (100 * part).toFixed(1);

export const share = ([right, of]: readonly [number, number] = [0, 0]): string =>
  of === 0 ? '–' : `${percent(right / of)}`;

/** Text quoted inside a table cell, whatever signs it has. */
export const quoted = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').replaceAll('`', 'ˋ');
  return `\`${plain.length > 120 ? `${plain.slice(0, 119)}…` : plain}\``;
};
