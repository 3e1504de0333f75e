import { scanUrls } from '../../text/url.ts';
import { unpaired } from '../pairs.ts';
import { stretches } from '../paragraphs.ts';
import { type Context, type Example, findingAt, type Rule } from '../rule.ts';

/** Two rules over one scan: a person may want the one and not the other. */
function unbalanced(kind: 'brackets' | 'quotes', examples: readonly Example[]): Rule {
  const one = kind === 'brackets' ? 'bracket' : 'quotation mark';
  const rule: Rule = {
    id: `unbalanced-${kind}`,
    severity: 'warning',
    summary: `A ${one} has no partner.`,
    why: 'Where a title or an aside begins or ends is then a guess. Add the missing sign or take the other out.',
    examples,
    check: (context: Context) =>
      stretches(context).flatMap(({ start, end }) => {
        const text = context.source.text.slice(start, end);
        return unpaired(text, kind, scanUrls(text)).map((found) =>
          findingAt(
            rule,
            context.source,
            start + found.start,
            start + found.end,
            `“${found.sign}” has no “${found.lacks}”.`,
            {
              data: { sign: found.sign, lacks: found.lacks },
            },
          ),
        );
      }),
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
