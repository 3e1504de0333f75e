import type { Citation } from '../../model/citation.ts';
import { findingAt, list, type Rule } from '../rule.ts';

/** A range of more pages than this is the whole article, not the place that is meant. */
const mostPages = 4;
const share = 0.4;
const leastPointed = 3;

/** Pages a printed range covers: `340–59` is twenty. */
function pagesIn(printed: string): number | undefined {
  const match = /^\D{0,6}(\d{1,6})(?:\s?[-–—~～]\s?(\d{1,6}))?$/.exec(printed.normalize('NFKC').trim());
  if (!match) return undefined;
  const [first, short] = [match[1] as string, match[2]];
  if (short === undefined) return 1;
  const last = short.length < first.length ? first.slice(0, first.length - short.length) + short : short;
  return Number(last) - Number(first) + 1;
}

const rangeOf = ({ locator, item }: Citation): number | undefined =>
  pagesIn((locator?.label === 'page' ? locator.value : item.page) ?? '');

export const pinpointMissing: Rule = {
  id: 'pinpoint-missing',
  severity: 'info',
  summary: 'A note gives the pages of a whole article, while its siblings point at the page meant.',
  why: 'A reader who wants to check a sentence has to read the whole article. Give the page the sentence rests on.',
  examples: [
    {
      text: '甲。[1]乙。[2]丙。[3]丁。[4]\n\n参考文献\n\n[1] 甲：《某文》，《当代世界》，2021年第2期，第28页。\n[2] 乙：《他文》，《当代世界》，2021年第3期，第30页。\n[3] 丁：《末文》，《当代世界》，2021年第3期，第31页。\n[4] 丙：《又文》，《当代世界》，2021年第4期，第1-32页。',
      finds: ['丙：《又文》，《当代世界》，2021年第4期，第1-32页。'],
    },
    list(
      '[1] 甲：《某文》，《当代世界》，2021年第2期，第28-40页。\n[2] 乙：《他文》，《当代世界》，2021年第3期，第30-45页。',
    ),
  ],
  check({ source, works, style }) {
    const ranges = works.flatMap(({ citation, note }) => {
      const pages = note.marker && note.references.length > 0 ? rangeOf(citation) : undefined;
      return pages === undefined || pages < 1 ? [] : [{ citation, pages }];
    });
    const whole = ranges.filter(({ pages }) => pages > mostPages);
    const pointed = ranges.length - whole.length;
    if (style && !style.pinpoint) return [];
    if (!style && (pointed < leastPointed || pointed < share * ranges.length)) return [];
    return whole.map(({ citation: { place }, pages }) =>
      findingAt(
        pinpointMissing,
        source,
        place.offset,
        place.end,
        `The range covers ${pages} pages; ${pointed} of ${ranges.length} notes with pages point at the page meant.`,
        { data: { pages, pointed, ranges: ranges.length } },
      ),
    );
  },
};
