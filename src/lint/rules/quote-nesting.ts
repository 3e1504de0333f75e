import { findingAt, type Rule } from '../rule.ts';

/** Quotes within quotes: the outer sign and what stands inside it by convention (JIS, GB/T 15834, Chinese Taiwan usage). */
const inner: Record<string, string> = { '「': '『', '“': '‘', '《': '〈' };
const closes: Record<string, string> = { '「': '」', '“': '”', '《': '》' };

export const quoteNesting: Rule = {
  id: 'quote-nesting',
  severity: 'info',
  summary: 'A quotation stands inside another one of the same sign.',
  why: 'Where the outer one ends is then a guess. Inside 「」 stand 『』, inside “” stand ‘’, inside 《》 stand 〈〉.',
  examples: [
    {
      text: '参考文献\n\n[1]「バイデン氏「日米同盟強固に」と投稿」、日本経済新聞、2022年5月24日',
      finds: ['「日米同盟強固に」'],
    },
    { text: '参考文献\n\n[1]「バイデン氏『日米同盟強固に』と投稿」、日本経済新聞、2022年5月24日', finds: [] },
  ],
  // By citation, so that a quotation one of them leaves open does not swallow the next.
  check: ({ source, works }) =>
    works.flatMap(({ citation: { place } }) => {
      const open: { sign: string; at: number }[] = [];
      const found = [];
      for (let at = place.offset; at < place.end; at += 1) {
        const sign = source.text.charAt(at);
        if (inner[sign]) open.push({ sign, at });
        const last = open.at(-1);
        if (!last || sign !== closes[last.sign]) continue;
        open.pop();
        if (open.at(-1)?.sign !== last.sign) continue;
        const wanted = inner[last.sign] as string;
        found.push(
          findingAt(
            quoteNesting,
            source,
            last.at,
            at + 1,
            `Inside ${last.sign} stands ${wanted} by convention.`,
            { data: { outer: last.sign, inner: wanted } },
          ),
        );
      }
      return found;
    }),
};
