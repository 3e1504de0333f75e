import type { Use } from '../habit.ts';
import { ranked } from '../habit.ts';
import { findingAt, type Rule } from '../rule.ts';

const compound = /(?<![\p{L}\p{N}/._-])\p{Lu}[\p{L}.]{1,20}[-–—‑‐]\p{Lu}[\p{L}.]{1,20}(?![\p{L}\p{N}/_-])/gu;
const dash = /[-–—‑‐]/;

export const nameVariants: Rule = {
  id: 'name-variants',
  severity: 'info',
  summary: 'One compound name is written with several dashes or stops.',
  why: 'US–Japan, US-Japan and U.S.-Japan are one name; where the titles cited differ themselves, leave them.',
  examples: [
    {
      text: 'References\n\n[1] Ann Bee, “The US–Japan Way,” The Daily, 2020.\n[2] Cy Dee, “US-Japan Talks,” The Daily, 2020.\n[3] Eve Fox, “Old US-Japan Talks,” The Daily, 2020.',
      finds: ['US–Japan'],
    },
    {
      text: 'References\n\n[1] Ann Bee, “The US-Japan Way,” The Daily, 2020.\n[2] Cy Dee, “US-Japan Talks,” The Daily, 2020.',
      finds: [],
    },
  ],
  check({ source, notes, urls }) {
    const groups = new Map<string, Use[]>();
    let next = 0;
    for (const { place, label } of notes)
      for (const match of source.text.slice(place.offset, place.end).matchAll(compound)) {
        const start = place.offset + match.index;
        while (next < urls.length && (urls[next] as { end: number }).end <= start) next += 1;
        if (urls[next] && !urls[next]?.hidden && (urls[next] as Use | { start: number }).start <= start)
          continue;
        const form = match[0].replace(/\.$/, '');
        const key = form.replace(/\./g, '').replace(dash, '-');
        const use = { start, end: start + form.length, form, label };
        const group = groups.get(key);
        if (group) group.push(use);
        else groups.set(key, [use]);
      }
    return [...groups.values()].flatMap((group) => {
      const [commonest, other] = ranked(group);
      if (!commonest || !other) return [];
      const habit = commonest[1] > other[1] ? commonest[0] : (group[0] as Use).form;
      return group
        .filter(({ form }) => form !== habit)
        .map(({ start, end, form }) =>
          findingAt(nameVariants, source, start, end, `${form} is written ${habit} elsewhere.`, {
            expected: habit,
            actual: form,
            data: { form, habit },
          }),
        );
    });
  },
};
