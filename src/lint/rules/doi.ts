import { scanDois } from '../../text/doi.ts';
import type { Context } from '../context.ts';
import { againstHabit, type Use } from '../habit.ts';
import { findingAt, type Rule, safely } from '../rule.ts';

interface PrintedDoi extends Use {
  linked: boolean;
  doi: string;
}

/** DOIs printed in the notes, each as a link to a resolver or bare. */
function doisIn({ source, notes }: Context): PrintedDoi[] {
  return notes.flatMap(({ place, label }) => {
    const text = source.text.slice(place.offset, place.end);
    return scanDois(text).flatMap(({ start, end, doi }) => {
      const before = text.slice(Math.max(0, start - 30), start);
      if (/https?:\/\/[^\s]{0,30}$/i.test(before) && !/doi\.org\/$/i.test(before)) return [];
      const linked = /doi\.org\/$/i.test(before);
      return [
        {
          start: place.offset + start,
          end: place.offset + end,
          form: linked ? 'link' : 'bare',
          label,
          linked,
          doi,
        },
      ];
    });
  });
}

const name = (form: string): string => (form === 'link' ? 'links' : 'bare DOIs');

export const doiForm: Rule = {
  id: 'doi-form',
  severity: 'info',
  summary: 'A DOI is printed bare where its siblings are links, or the other way round.',
  why: 'Crossref asks for the form https://doi.org/…; whatever is chosen, one document, one way.',
  examples: [
    {
      text: 'References\n\n[1] Ann Bee, “One,” The Journal, 2020, https://doi.org/10.1000/1a\n[2] Cy Dee, “Two,” The Journal, 2020, https://doi.org/10.1000/2a\n[3] Eve Fox, “Three,” The Journal, 2020, doi: 10.1000/3a\n[4] Guy Ham, “Four,” The Journal, 2020, https://doi.org/10.1000/4a',
      finds: ['10.1000/3a'],
    },
    {
      text: 'References\n\n[1] Ann Bee, “One,” The Journal, 2020, https://doi.org/10.1000/1a\n[2] Cy Dee, “Two,” The Journal, 2020, https://doi.org/10.1000/2a',
      finds: [],
    },
  ],
  check: (context) =>
    againstHabit(doiForm, context, doisIn(context), {
      name,
      say: (use, habit) =>
        `The DOI is ${use.form === 'bare' ? 'printed bare' : 'a link'}, its siblings are ${name(habit)}.`,
      mixed: (ways) => `DOIs are printed in several ways: ${ways}.`,
      least: 2,
    }),
};

export const doiTrailingStop: Rule = {
  id: 'doi-trailing-stop',
  severity: 'info',
  summary: 'A stop touches the end of a bare DOI.',
  why: 'A stop is a legal character of a DOI; copied with it, the DOI leads nowhere. Leave the stop out, or put a space between them.',
  examples: [
    {
      text: 'References\n\n[1] Ann Bee, “One,” The Journal, 2020, doi: 10.1000/1a.',
      finds: ['10.1000/1a.'],
      fixed: 'References\n\n[1] Ann Bee, “One,” The Journal, 2020, doi: 10.1000/1a',
    },
    { text: 'References\n\n[1] Ann Bee, “One,” The Journal, 2020, doi: 10.1000/1a', finds: [] },
  ],
  check(context) {
    const { source } = context;
    const bare = doisIn(context).filter(({ linked }) => !linked);
    const stopped = bare.filter(({ end }) => /[.。]/.test(source.text.charAt(end)));
    // Where nearly all have it, it is the style.
    if (bare.length >= 5 && stopped.length >= 0.8 * bare.length) return [];
    return stopped.map(({ start, end, doi }) => {
      const rest = /^[\s\u00a0]{0,4}(?:\n|$)/.test(source.text.slice(end + 1, end + 6));
      return findingAt(doiTrailingStop, source, start, end + 1, `A stop touches the end of the DOI ${doi}.`, {
        data: { doi },
        ...(rest ? { fix: safely('Leave the stop out.', end, end + 1, '') } : {}),
      });
    });
  },
};
