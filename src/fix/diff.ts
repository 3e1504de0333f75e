/** Lines before and after a change that are shown with it. */
const around = 3;

interface Hunk {
  from: number;
  to: number;
}

/**
 * A unified diff of two texts whose lines stand against each other one by one, as fixes never add or take away a line.
 * Empty where nothing differs.
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  const [old, now] = [linesOf(before), linesOf(after)];
  if (old.length !== now.length) throw new RangeError('The texts have different numbers of lines.');
  const hunks: Hunk[] = [];
  for (let at = 0; at < old.length; at += 1) {
    if (old[at] === now[at]) continue;
    const last = hunks.at(-1);
    if (last && at <= last.to + 2 * around) last.to = at + 1;
    else hunks.push({ from: at, to: at + 1 });
  }
  if (hunks.length === 0) return '';
  const name = path.replace(/[\r\n\t]/g, ' ');
  return [`--- a/${name}\n`, `+++ b/${name}\n`, ...hunks.map((hunk) => printed(hunk, old, now))].join('');
}

/** Lines with their ends, as they stand. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function printed({ from, to }: Hunk, old: readonly string[], now: readonly string[]): string {
  const [first, last] = [Math.max(0, from - around), Math.min(old.length, to + around)];
  const lines: string[] = [`@@ -${first + 1},${last - first} +${first + 1},${last - first} @@\n`];
  const put = (sign: string, line: string) =>
    lines.push(line.endsWith('\n') ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`);
  for (let at = first; at < last; ) {
    let end = at;
    while (end < last && old[end] !== now[end]) end += 1;
    for (let index = at; index < end; index += 1) put('-', old[index] as string);
    for (let index = at; index < end; index += 1) put('+', now[index] as string);
    if (end < last && end === at) put(' ', old[at] as string);
    at = Math.max(end, at + (end === at ? 1 : 0));
  }
  return lines.join('');
}
