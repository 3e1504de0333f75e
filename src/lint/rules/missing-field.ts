import type { Citation } from '../../model/citation.ts';
import type { Item } from '../../model/item.ts';
import { type Example, findingAt, type Rule } from '../rule.ts';

interface Row {
  field: string;
  types: readonly Item['type'][];
  severity: Rule['severity'];
  absent(citation: Citation): boolean;
  examples: readonly Example[];
}

const articles: Item['type'][] = [
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'chapter',
  'paper-conference',
];
const pages: Item['type'][] = ['webpage', 'post', 'post-weblog', 'article-newspaper', 'article-magazine'];
const books: Item['type'][] = ['book', 'chapter', 'thesis', 'report'];

const none = (text: string): Example => ({ text: `参考文献\n\n${text}`, finds: [] });
const one = (text: string, finds: string): Example => ({ text: `参考文献\n\n${text}`, finds: [finds] });
const journal = '[1] 吕耀东：《拜登政府与美日同盟的发展趋向》，《当代世界》，2021年第2期，第28页。';

/** What a reader needs to find a work of each kind. A field is asked for only where the kind is clear. */
const rows: readonly Row[] = [
  {
    field: 'title',
    types: [...articles, ...pages, ...books],
    severity: 'warning',
    absent: ({ item, backref }) => !item.title && !backref,
    examples: [none(journal)],
  },
  {
    field: 'author',
    types: ['article-journal', 'book', 'chapter', 'thesis', 'paper-conference'],
    severity: 'info',
    absent: ({ item, backref }) => !backref && !item.author && !item.editor && !item.translator,
    examples: [none(journal)],
  },
  {
    field: 'container',
    types: [...articles, ...pages],
    severity: 'warning',
    absent: ({ item, backref }) => !backref && !item['container-title'] && !item.publisher,
    examples: [
      one(
        '[1] 项昊宇：《准三边同盟》，2023年11月17日，https://a.example/t20231117_9126.html。',
        '项昊宇：《准三边同盟》，2023年11月17日，https://a.example/t20231117_9126.html',
      ),
      none(journal),
    ],
  },
  {
    field: 'publisher',
    types: ['book', 'chapter'],
    severity: 'info',
    absent: ({ item, backref }) => !backref && !item.publisher,
    examples: [none(journal)],
  },
  {
    field: 'place',
    types: ['book'],
    severity: 'info',
    absent: ({ item, backref }) => !backref && !item['publisher-place'],
    examples: [none(journal)],
  },
  {
    field: 'volume',
    types: ['article-journal'],
    severity: 'info',
    absent: ({ item, backref }) => !backref && !item.volume && !item.issue,
    examples: [
      one(
        '[1] 吕耀东：《拜登政府与美日同盟的发展趋向》，《当代世界》，2021年，第28页。',
        '吕耀东：《拜登政府与美日同盟的发展趋向》，《当代世界》，2021年，第28页',
      ),
      none(journal),
    ],
  },
  {
    field: 'pages',
    types: ['article-journal', 'chapter'],
    severity: 'info',
    absent: ({ item, locator, backref }) => !backref && !item.page && !locator,
    examples: [
      one(
        '[1] 吕耀东：《拜登政府与美日同盟的发展趋向》，《当代世界》，2021年第2期。',
        '吕耀东：《拜登政府与美日同盟的发展趋向》，《当代世界》，2021年第2期',
      ),
      none(journal),
    ],
  },
  {
    field: 'date',
    types: [...articles, ...pages, ...books],
    severity: 'warning',
    absent: ({ item, backref }) => !backref && !item.issued && !item.accessed,
    examples: [none(journal)],
  },
];

export const missingFields: readonly Rule[] = rows.map(({ field, types, severity, absent, examples }) => {
  const rule: Rule = {
    id: `missing-${field}`,
    severity,
    summary: `A citation names no ${field}.`,
    why: `A reader needs the ${field} to find the work again, and to tell it from others.`,
    examples,
    check: ({ source, notes }) =>
      notes
        .flatMap((note) => note.citations)
        .filter((citation) => types.includes(citation.item.type) && absent(citation))
        .map(({ place, item }) =>
          findingAt(rule, source, place.offset, place.end, `This ${item.type} names no ${field}.`, {
            data: { type: item.type },
          }),
        ),
  };
  return rule;
});

export const noLink: Rule = {
  id: 'no-link',
  severity: 'info',
  summary: 'A citation has neither a URL nor an identifier.',
  why: 'It cannot be checked by visiting it; indexes are asked instead. A DOI helps every reader.',
  examples: [one(journal, '吕耀东：《拜登政府与美日同盟的发展趋向》，《当代世界》，2021年第2期，第28页')],
  check: ({ source, notes }) =>
    notes
      .flatMap((note) => note.citations)
      .filter(
        ({ urls, item, backref }) => urls.length === 0 && !item.DOI && !item.ISBN && !item.PMID && !backref,
      )
      .map(({ place }) =>
        findingAt(
          noLink,
          source,
          place.offset,
          place.end,
          'No URL and no identifier, so that no link can be checked.',
        ),
      ),
};
