import type { Context } from '../context.ts';
import { againstHabit, type Use } from '../habit.ts';
import type { Rule } from '../rule.ts';
import { titleSpan } from '../script.ts';

/** What stands at the end of a quoted title: `,”` or `”,`, with a comma or a stop. */
function uses({ source, works }: Context): (Use & { sign: string })[] {
  return works.flatMap(({ citation, note }) => {
    const span = titleSpan(source, citation);
    const tail = span ? source.text.slice(span.end, span.end + 2) : '';
    const match = /^(?:([,.])[”"]|[”"]([,.]))/.exec(tail);
    if (!span || !match) return [];
    return [
      {
        start: span.end,
        end: span.end + 2,
        form: match[1] ? 'inside' : 'outside',
        group: 'position',
        label: note.label,
        sign: (match[1] ?? match[2]) as string,
      },
    ];
  });
}

const names: Record<string, string> = {
  inside: 'inside the quotation marks',
  outside: 'after the quotation marks',
  ',': 'a comma',
  '.': 'a full stop',
};
const name = (form: string): string => names[form] ?? form;

export const quoteComma: Rule = {
  id: 'quote-comma',
  severity: 'info',
  summary:
    'The comma or stop after a quoted title stands on another side of the quotation mark than elsewhere, or is another sign.',
  why: 'American styles put it inside, British ones outside; a document does one of the two.',
  examples: [
    {
      text: 'References\n\n[1] Ann Bee, “One,” The Daily, 2020.\n[2] Cy Dee, “Two,” The Daily, 2020.\n[3] Eve Fox, “Three”, The Daily, 2020.\n[4] Guy Ham, “Four,” The Daily, 2020.',
      finds: ['”,'],
    },
    {
      text: 'References\n\n[1] Ann Bee, “One”, The Daily, 2020.\n[2] Cy Dee, “Two”, The Daily, 2020.\n[3] Eve Fox, “Three”, The Daily, 2020.\n[4] Guy Ham, “Four”, The Daily, 2020.',
      finds: [],
    },
  ],
  check(context) {
    const positions = uses(context);
    const signs = positions
      .filter(({ form }) => form === 'inside')
      .map((use) => ({ ...use, form: use.sign, group: 'sign' }));
    return againstHabit(quoteComma, context, [...positions, ...signs], {
      name,
      say: (use, habit) =>
        use.group === 'sign'
          ? `The title ends with ${name(use.form)}, its siblings with ${name(habit)}.`
          : `The ${use.form === 'outside' ? 'sign stands after' : 'sign stands inside'} the quotation marks, elsewhere ${name(habit)}.`,
      mixed: (ways) => `Quoted titles end in several ways: ${ways}.`,
    });
  },
};
