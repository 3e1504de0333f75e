import type { ItemType } from '../../model/item.ts';
import { findingAt, list, type Rule } from '../rule.ts';

const journal = '[1] 吕耀东：《拜登政府与美日同盟的发展趋向》，《当代世界》，2021年第2期，第28页。';

/** Kinds that have a page of their own on the web or an identifier, as a rule. */
const linkable: readonly ItemType[] = [
  'article-journal',
  'article-newspaper',
  'article-magazine',
  'webpage',
  'post',
  'post-weblog',
  'report',
  'paper-conference',
  'book',
  'chapter',
];

export const noLink: Rule = {
  id: 'no-link',
  severity: 'info',
  summary: 'A citation has neither a URL nor an identifier, while most of its siblings have one.',
  why: 'It cannot be checked by visiting it; indexes are asked instead. A DOI helps every reader.',
  examples: [
    list(
      `${journal}\n[2] 某文，新华网，2024年2月25日。 http://a.example/b\n[3] 某事，新华网，2024年2月26日。 http://a.example/c\n[4] 某人，新华网，2024年2月27日。 http://a.example/d`,
      ['吕耀东：《拜登政府与美日同盟的发展趋向》，《当代世界》，2021年第2期，第28页。'],
    ),
    list(journal),
  ],
  check({ source, works }) {
    const asked = works.filter(({ citation: { item } }) => linkable.includes(item.type));
    const without = asked.filter(
      ({ citation: { urls, item } }) => urls.length === 0 && !item.DOI && !item.ISBN && !item.PMID,
    );
    if (without.length * 2 > asked.length) return [];
    return without.map(({ citation: { place } }) =>
      findingAt(
        noLink,
        source,
        place.offset,
        place.end,
        'No URL and no identifier, so that no link can be checked.',
      ),
    );
  },
};
