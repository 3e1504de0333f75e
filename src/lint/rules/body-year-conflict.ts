import { scanDates } from '../../text/date.ts';
import type { Context } from '../context.ts';
import { isoOf } from '../dates.ts';
import { findingAt, type Rule } from '../rule.ts';

/** The sentence or clause in front of a marker, at most this long. */
const reach = 160;
const news = new Set(['article-newspaper', 'webpage', 'post', 'post-weblog']);

function clauseBefore({ source }: Context, marker: number): { text: string; start: number } {
  const start = Math.max(0, marker - reach);
  const text = source.text.slice(start, marker);
  // A stop that closes the very sentence the marker belongs to does not part it from the marker.
  const inner = text.replace(/[。．.！？!?”」』）)\s]{1,4}$/u, '');
  const cut = Math.max(...['。', '！', '？', '\n', '；', ']'].map((sign) => inner.lastIndexOf(sign)));
  return { text: text.slice(cut + 1), start: start + cut + 1 };
}

export const bodyYearConflict: Rule = {
  id: 'body-year-conflict',
  severity: 'info',
  summary: 'The sentence dates an event to a day that does not fit the date of the news it cites.',
  why: 'News that appeared before the event, or in a later year, may be the wrong source or the date a slip. Low confidence: a person should look.',
  examples: [
    {
      text: '2021年4月30日，部长提出了这一概念。[1]又说了别的。[2]\n\n参考文献\n\n[1] 「統合抑止力とは」、日本経済新聞、2022年6月1日。\n[2] 「別の話」、日本経済新聞、2022年6月1日。',
      finds: ['2021年4月30日'],
    },
    {
      text: '2022年6月1日，部长提出了这一概念。[1]又说了别的。[2]\n\n参考文献\n\n[1] 「統合抑止力とは」、日本経済新聞、2022年6月1日。\n[2] 「別の話」、日本経済新聞、2022年6月1日。',
      finds: [],
    },
  ],
  check(context) {
    const { source, notes } = context;
    return notes.flatMap(({ references, citations, label }) => {
      const [citation] = citations;
      const issued = isoOf(citation?.item.issued);
      if (citations.length !== 1 || !citation || citation.backref) return [];
      if (!news.has(citation.item.type) || issued?.length !== 10) return [];
      return references.flatMap(({ offset }) => {
        const { text, start } = clauseBefore(context, offset);
        const dates = scanDates(text).filter(({ parts }) => parts === 3);
        const [date] = dates;
        const claimed = isoOf(date?.date);
        if (!date || !claimed || dates.length !== 1 || claimed.slice(0, 4) === issued.slice(0, 4)) return [];
        const [printed, years] = [
          text.slice(date.start, date.end),
          Number(issued.slice(0, 4)) - Number(claimed.slice(0, 4)),
        ];
        // Long after the event, news looks back: that is history, not a slip.
        if (years > 2 || (years < 0 && claimed > context.today)) return [];
        return [
          findingAt(
            bodyYearConflict,
            source,
            start + date.start,
            start + date.end,
            `The text says ${printed}, note ${label} is dated ${issued}: please look.`,
            { expected: issued, actual: printed, data: { label, issued, claimed } },
          ),
        ];
      });
    });
  },
};
