import type { Finding } from '../model/finding.ts';
import type { Span } from '../model/place.ts';
import { type Context, findingAt, type Rule, safely } from './rule.ts';

/** One use of something that can be written in several ways. */
export interface Use extends Span {
  form: string;
  /** Uses are compared within a group only: dates of Chinese notes with dates of Chinese notes. */
  group?: string;
}

/** The way most uses have it, or undefined where there is no clear habit. */
export function habitOf(uses: readonly Use[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { form } of uses) counts.set(form, (counts.get(form) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  if (!first || !second) return undefined;
  return uses.length >= leastUses && first[1] >= clearlyMore * second[1] ? first[0] : undefined;
}

/** Fewer uses are no habit. */
const leastUses = 4;
/** The commonest way must be this much commoner than the next. */
const clearlyMore = 2;

/** Findings for the uses that go against their group's habit. */
export function againstHabit(
  rule: Pick<Rule, 'id' | 'severity'>,
  { source }: Context,
  uses: readonly Use[],
  say: (use: Use, habit: string) => string,
  mend?: (use: Use, habit: string) => string | undefined,
): Finding[] {
  const groups = new Map<string, Use[]>();
  for (const use of uses) groups.set(use.group ?? '', [...(groups.get(use.group ?? '') ?? []), use]);
  return [...groups.values()].flatMap((group) => {
    const habit = habitOf(group);
    if (habit === undefined) return [];
    return group
      .filter((use) => use.form !== habit)
      .map((use) => {
        const mended = mend?.(use, habit);
        const fix =
          mended === undefined
            ? {}
            : { fix: safely('Follow the document’s own habit.', use.start, use.end, mended) };
        return findingAt(rule, source, use.start, use.end, say(use, habit), {
          expected: habit,
          actual: use.form,
          ...fix,
        });
      });
  });
}
