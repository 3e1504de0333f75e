import type { Finding } from '../model/finding.ts';
import type { Span } from '../model/place.ts';
import type { Context } from './context.ts';
import { findingAt, perhaps, type Rule, safely } from './rule.ts';

/** One use of something that can be written in several ways. */
export interface Use extends Span {
  form: string;
  /** Uses are compared within a group only: dates of Chinese notes with dates of Chinese notes. */
  group?: string;
  /** The note it stands in, named where the document has no clear habit. */
  label?: string;
}

/** Fewer uses are no habit. */
const leastUses = 4;
/** The commonest way must be this much commoner than the next. */
const clearlyMore = 2;

/** How often each form is used, commonest first; those used as often in order of appearance. */
export function ranked(uses: readonly Use[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { form } of uses) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** The way most uses have it, or undefined where there is no clear habit. */
export function habitOf(uses: readonly Use[], least = leastUses): string | undefined {
  const [first, second] = ranked(uses);
  if (!first || uses.length < least) return undefined;
  return first[1] >= clearlyMore * (second?.[1] ?? 0) ? first[0] : undefined;
}

export interface Speech {
  say(use: Use, habit: string): string;
  /** The sentence where there is no clear habit; `ways` names each form and how often it is used. */
  mixed?(ways: string): string;
  /** A form said in words. */
  name?(form: string): string;
  /** The text that should stand in the use's place. */
  mend?(use: Use, habit: string): string | undefined;
  /** Whether the mended text may be put there without a person looking. */
  safe?: boolean;
  /** Fewer uses than this are no habit. */
  least?: number;
  /** The form that is held to be right where two are equally common. */
  prefer?: string;
}

/**
 * Findings for the uses that go against what the style says or, without a style, against their group's own habit. Where
 * the document has no habit at all, one finding a group says so and names the notes of the rarer forms.
 */
export function againstHabit(
  rule: Pick<Rule, 'id' | 'severity'>,
  context: Context,
  uses: readonly Use[],
  speech: Speech,
): Finding[] {
  const groups = new Map<string, Use[]>();
  for (const use of uses) {
    const group = groups.get(use.group ?? '');
    if (group) group.push(use);
    else groups.set(use.group ?? '', [use]);
  }
  const wanted = context.style?.habits[rule.id];
  return [...groups].flatMap(([key, group]) => {
    const habit = wanted?.[key] ?? wanted?.['*'] ?? habitOf(group, speech.least);
    return habit === undefined
      ? withoutHabit(rule, context, group, speech)
      : group.filter((use) => use.form !== habit).map((use) => against(rule, context, use, habit, speech));
  });
}

function against(
  rule: Pick<Rule, 'id' | 'severity'>,
  { source }: Context,
  use: Use,
  habit: string,
  { say, name = (form) => form, mend, safe = false }: Speech,
): Finding {
  const mended = mend?.(use, habit);
  const fix = safe ? safely : perhaps;
  return findingAt(rule, source, use.start, use.end, say(use, habit), {
    expected: name(habit),
    actual: name(use.form),
    data: { form: name(use.form), habit: name(habit) },
    ...(mended === undefined
      ? {}
      : { fix: fix('Follow the document’s own habit.', use.start, use.end, mended) }),
  });
}

function withoutHabit(
  rule: Pick<Rule, 'id' | 'severity'>,
  { source }: Context,
  group: readonly Use[],
  { mixed, name = (form) => form, least = leastUses, prefer }: Speech,
): Finding[] {
  const ways = ranked(group);
  const most = ways[0]?.[1];
  const commonest = ways.find(([form, count]) => count === most && form === prefer)?.[0] ?? ways[0]?.[0];
  const rarer = group.filter(({ form }) => form !== commonest);
  const [first] = rarer;
  if (!mixed || !first || group.length < least) return [];
  const told = ways.map(([form, count]) => `${name(form)} (${count})`).join(', ');
  const labels = [...new Set(rarer.flatMap(({ label }) => label ?? []))];
  const named = labels.length ? ` Look at note${labels.length > 1 ? 's' : ''} ${shorten(labels)}.` : '';
  return [
    findingAt(rule, source, first.start, first.end, `${mixed(told)}${named}`, {
      data: { ways: told, notes: shorten(labels) },
    }),
  ];
}

const shorten = (labels: readonly string[]): string =>
  labels.length > 20 ? `${labels.slice(0, 20).join(', ')} …` : labels.join(', ');
