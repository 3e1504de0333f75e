import type { Context } from '../context.ts';
import { againstHabit, type Use } from '../habit.ts';
import { list, type Rule } from '../rule.ts';
import { isCjk } from '../script.ts';

/** Space between a note's marker and its text. */
function inList({ source, notes }: Context): Use[] {
  return notes.flatMap(({ place, marker, label }) => {
    if (!marker) return [];
    let start = place.offset;
    while (start > 0 && /[ \t\u00a0\u3000]/.test(source.text.charAt(start - 1))) start -= 1;
    // The marker must stand where it was read from: readers of marked formats build it.
    if (!source.text.slice(0, start).endsWith(marker)) return [];
    return [{ start, end: place.offset, form: source.text.slice(start, place.offset), group: 'list', label }];
  });
}

/** Space between a marker in CJK text and the sentence that goes on after it. */
function inBody({ source, notes }: Context): Use[] {
  const seen = new Set<number>();
  return notes.flatMap(({ references, label }) =>
    references.flatMap(({ offset, end }) => {
      if (seen.has(offset)) return [];
      seen.add(offset);
      let after = end;
      while (/[ \u00a0\u3000]/.test(source.text.charAt(after))) after += 1;
      if (!isCjk(source.text.charAt(after))) return [];
      return [{ start: end, end: after, form: source.text.slice(end, after), group: 'body', label }];
    }),
  );
}

const names: Record<string, string> = {
  '': 'no space',
  ' ': 'one space',
  '  ': 'two spaces',
  '\t': 'a tab',
  '\u00a0': 'a no-break space',
  '\u3000': 'an ideographic space',
};
const name = (form: string): string => names[form] ?? `${form.length} spaces of several kinds`;

export const markerSpacing: Rule = {
  id: 'marker-spacing',
  severity: 'info',
  summary: 'The space after a marker differs from that after its siblings.',
  why: 'One document, one way; programs that split the list by its markers stumble over the other.',
  examples: [
    list(
      '[1] 某文，新华网，2024年2月25日。\n[2] 他文，新华网，2024年2月26日。\n[3]又文，新华网，2024年2月27日。\n[4] 末文，新华网，2024年2月28日。',
      [''],
      '[1] 某文，新华网，2024年2月25日。\n[2] 他文，新华网，2024年2月26日。\n[3] 又文，新华网，2024年2月27日。\n[4] 末文，新华网，2024年2月28日。',
    ),
    list(
      '[1]某文，新华网，2024年2月25日。\n[2]他文，新华网，2024年2月26日。\n[3]又文，新华网，2024年2月27日。\n[4]末文，新华网，2024年2月28日。',
    ),
  ],
  check: (context) =>
    againstHabit(markerSpacing, context, [...inList(context), ...inBody(context)], {
      name,
      say: (use, habit) => `After the marker stands ${name(use.form)}, elsewhere ${name(habit)}.`,
      mend: (_, habit) => habit,
      safe: true,
    }),
};
