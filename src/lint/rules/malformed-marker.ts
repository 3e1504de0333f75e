import { habitOf, type Use } from '../habit.ts';
import { findingAt, list, type Rule, safely } from '../rule.ts';

/** A marker with its number taken out: `[33]` and `[4]` are `[n]`, `「33」` is `「n」`. */
const shapeOf = (marker: string, label: string): string =>
  /^[①-⑳㉑-㊿]$/u.test(marker)
    ? '①'
    : marker.normalize('NFKC').includes(label)
      ? marker.normalize('NFKC').replace(label, 'n')
      : marker;

export const malformedMarker: Rule = {
  id: 'malformed-marker',
  severity: 'error',
  summary: 'A note’s marker is printed otherwise than those of its siblings.',
  why: 'A program, and a reader in a hurry, takes it for a part of the note before. Print all markers alike.',
  examples: [
    list(
      '[1] 某文，新华网，2024年2月25日。\n[2] 他文，新华网，2024年2月26日。\n[3] 又文，新华网，2024年2月27日。\n「4」 末文，新华网，2024年2月28日。\n[5] 完文，新华网，2024年2月29日。',
      ['「4」'],
      '[1] 某文，新华网，2024年2月25日。\n[2] 他文，新华网，2024年2月26日。\n[3] 又文，新华网，2024年2月27日。\n[4] 末文，新华网，2024年2月28日。\n[5] 完文，新华网，2024年2月29日。',
    ),
    list(
      '[1] 某文，新华网，2024年2月25日。\n[2] 他文，新华网，2024年2月26日。\n[3] 又文，新华网，2024年2月27日。\n[4] 末文，新华网，2024年2月28日。',
    ),
  ],
  check({ source, notes }) {
    const numbered = notes.filter(({ marker, label }) => marker && /^\d{1,5}$/.test(label));
    const uses: (Use & { marker: string; number: string })[] = numbered.flatMap(
      ({ place, marker, label }) => {
        let end = place.offset;
        while (end > 0 && /[ \t\u00a0\u3000]/.test(source.text.charAt(end - 1))) end -= 1;
        if (!source.text.slice(Math.max(0, end - marker.length), end).endsWith(marker)) return [];
        return [{ start: end - marker.length, end, form: shapeOf(marker, label), marker, number: label }];
      },
    );
    const habit = habitOf(uses);
    if (!habit?.includes('n')) return [];
    return uses
      .filter(({ form }) => form !== habit && form !== '①')
      .map(({ start, end, marker, number }) => {
        const better = habit.replace('n', number);
        return findingAt(
          malformedMarker,
          source,
          start,
          end,
          `The marker ${marker} is printed otherwise than its siblings (${better}).`,
          {
            expected: better,
            actual: marker,
            data: { label: number, marker },
            fix: safely('Print the marker like its siblings.', start, end, better),
          },
        );
      });
  },
};
