import { type EmbedOptions, findingsIn } from './findings.ts';

/** A unist point: line and column are 1-based. */
interface Point {
  line: number;
  column: number;
  offset: number;
}

/** The part of a VFile that is used (https://github.com/vfile/vfile). */
interface File {
  path?: string;
  toString(): string;
  message(
    reason: string,
    options?: { place?: { start: Point; end: Point }; ruleId?: string; source?: string },
  ): { fatal?: boolean | null | undefined; expected?: string[] | undefined };
}

/**
 * A remark plugin in the manner of remark-lint: `remark().use(refvouch, options)`. Each finding is a message of the file
 * with its place, rule and, where there is one safe fix, the text expected there.
 */
export default function refvouch(options: EmbedOptions = {}) {
  return async (_tree: unknown, file: File): Promise<void> => {
    const text = file.toString();
    const pointAt = pointsOf(text);
    for (const { rule, message, range, edits, severity } of await findingsIn(
      file.path ?? 'text.md',
      text,
      options,
    )) {
      const said = file.message(message, {
        ...(range ? { place: { start: pointAt(range.start), end: pointAt(range.end) } } : {}),
        ruleId: rule,
        source: 'refvouch',
      });
      said.fatal = severity === 'critical' ? true : severity === 'info' ? null : false;
      if (edits.length === 1 && edits[0]) said.expected = [edits[0].text];
    }
  };
}

/** Offsets to unist points (1-based line and column). */
function pointsOf(text: string): (offset: number) => Point {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1, offset };
  };
}
