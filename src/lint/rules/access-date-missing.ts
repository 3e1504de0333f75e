import { snapshotOf } from '../../text/url.ts';
import { findingAt, list, type Rule } from '../rule.ts';

export const accessDateMissing: Rule = {
  id: 'access-date-missing',
  severity: 'warning',
  reads: 'both',
  summary: 'An online source has no access date, while its siblings have one.',
  why: 'Pages change: the access date says which state was read. Give it for all online sources or for none. Sources with a DOI or an archived copy need none.',
  examples: [
    list(
      '[1] 「甲」、朝日新聞、2023年5月13日 https://a.example/b(最終閲覧日2023年5月13日)。\n[2] 「乙」、朝日新聞、2023年5月14日 https://a.example/c(最終閲覧日2023年5月14日)。\n[3] 「丙」、朝日新聞、2023年5月15日 https://a.example/d',
      ['「丙」、朝日新聞、2023年5月15日 https://a.example/d'],
    ),
    list(
      '[1] 「甲」、朝日新聞、2023年5月13日 https://a.example/b\n[2] 「乙」、朝日新聞、2023年5月14日 https://a.example/c',
    ),
  ],
  check({ source, works, style }) {
    const online = works.filter(
      ({ citation: { urls, item } }) =>
        urls.length > 0 && !item.DOI && !urls.some((url) => snapshotOf(url) || /doi\.org\//.test(url)),
    );
    const without = online.filter(({ citation: { item } }) => !item.accessed);
    // Siblings have one: more than half of them do.
    if (!style?.accessDate && (online.length < 3 || without.length * 2 >= online.length)) return [];
    if (style && !style.accessDate) return [];
    const having = online.length - without.length;
    return without.map(({ citation: { place } }) =>
      findingAt(
        accessDateMissing,
        source,
        place.offset,
        place.end,
        style
          ? `No access date, which ${style.name} asks for.`
          : `No access date, while ${having} of ${online.length} online sources have one.`,
        { data: { having, online: online.length } },
      ),
    );
  },
};
