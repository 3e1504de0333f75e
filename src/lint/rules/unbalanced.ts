import { scanUrls } from '../../text/url.ts';
import type { Context } from '../context.ts';
import { unpaired } from '../pairs.ts';
import { type Example, findingAt, mostFindings, type Rule } from '../rule.ts';

/** Formulas and code have brackets of their own. */
const isFormula = (text: string): boolean => {
  const sign = /[$\\=|{}\n]/g;
  let last: number | undefined;
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    if (found[0] === '$' || found[0] === '\\') return true;
    if (found[0] !== '\n' && last !== undefined && found.index - last <= 201) return true;
    last = found[0] === '\n' ? undefined : found.index;
  }
  return false;
};

interface Lone {
  sign: string;
  lacks: string;
  stretch: number;
  start: number;
  end: number;
}

/** Signs that close a few paragraphs further on: long quotations, and notes that were cut in two. */
function closedLater(found: readonly Lone[]): Lone[] {
  const closed = new Set<Lone>();
  const open = new Map<string, Lone[]>();
  for (const one of found) {
    const waiting = open.get(one.sign) ?? [];
    const near = waiting.filter(({ stretch }) => one.stretch - stretch <= mostApart);
    if (near.length > 0) {
      // A quotation of several paragraphs opens anew in each of them and closes once.
      for (const begun of near) closed.add(begun);
      closed.add(one);
      open.delete(one.sign);
    } else open.set(one.lacks, [...(open.get(one.lacks) ?? []).slice(-mostApart), one]);
  }
  return found.filter((one) => !closed.has(one));
}

const mostApart = 12;

/** Two rules over one scan: a person may want the one and not the other. */
function unbalanced(kind: 'brackets' | 'quotes', examples: readonly Example[]): Rule {
  const one = kind === 'brackets' ? 'bracket' : 'quotation mark';
  const rule: Rule = {
    id: `unbalanced-${kind}`,
    severity: 'warning',
    summary: `A ${one} has no partner.`,
    why: 'Where a title or an aside begins or ends is then a guess. Add the missing sign or take the other out.',
    examples,
    check(context: Context) {
      const { source, notes, body } = context;
      const spans = [
        ...body.map((span) => ({ ...span, prose: true })),
        ...notes.map(({ place }) => ({ start: place.offset, end: place.end, prose: false })),
      ].sort((a, b) => a.start - b.start);
      const found = spans.flatMap(({ start, end }, stretch) => {
        const text = source.text.slice(start, end);
        return unpaired(text, kind, scanUrls(text)).map(({ sign, lacks, ...at }) => ({
          sign,
          lacks,
          stretch,
          start: start + at.start,
          end: start + at.end,
        }));
      });
      const formulas = new Map<number, boolean>();
      const holdsFormula = (stretch: number): boolean => {
        const known = formulas.get(stretch);
        if (known !== undefined) return known;
        const span = spans[stretch];
        const answer = span?.prose === true && isFormula(source.text.slice(span.start, span.end));
        formulas.set(stretch, answer);
        return answer;
      };
      const lone = closedLater(found).filter(({ stretch }) => !holdsFormula(stretch));
      return lone
        .slice(0, mostFindings)
        .map(({ start, end, sign, lacks }) =>
          findingAt(rule, source, start, end, `The sign ${sign} has no ${lacks}.`, { data: { sign, lacks } }),
        );
    },
  };
  return rule;
}

export const unbalancedBrackets = unbalanced('brackets', [
  { text: '参考文献\n\n[1]「題名」、日本経済新聞、2022年5月24日)\nhttps://a.example/b/', finds: [')'] },
  { text: '参考文献\n\n[1]「題名（下）」、日本経済新聞、2022年5月24日(夕刊)', finds: [] },
]);

export const unbalancedQuotes = unbalanced('quotes', [
  {
    text: '参考文献\n\n[1] 岩崎博充「大統領が再選したときの「危険シナリオ」、東洋経済、2024年2月24日',
    finds: ['「'],
  },
  { text: '参考文献\n\n[1] 岩崎博充「再選したときの「危険シナリオ」」、東洋経済、2024年2月24日', finds: [] },
]);
