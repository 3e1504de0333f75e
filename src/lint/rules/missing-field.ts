import type { Citation } from '../../model/citation.ts';
import type { ItemType } from '../../model/item.ts';
import type { Cited, Context } from '../context.ts';
import { mayBePrinted } from '../may-be-printed.ts';
import { type Example, findingAt, list, type Rule } from '../rule.ts';
import { scriptOf } from '../script.ts';
import type { RequiredField } from '../styles.ts';

interface Row {
  field: RequiredField;
  /** What the field is called in a sentence. */
  called: string;
  types: readonly ItemType[];
  severity: Rule['severity'];
  absent(cited: Citation, script: 'cjk' | 'latin'): boolean;
  examples: readonly Example[];
}

const articles: ItemType[] = [
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'chapter',
  'paper-conference',
];
const pages: ItemType[] = ['webpage', 'post', 'post-weblog', 'article-newspaper', 'article-magazine'];
const books: ItemType[] = ['book', 'chapter', 'thesis', 'report'];

const journal = '[1] 吕耀东：《拜登政府与美日同盟的发展趋向》，《当代世界》，2021年第2期，第28页。';
const book = '[1] Stephen M. Walt, The Origins of Alliances. Ithaca: Cornell University Press, 1987, p. 5.';

/** What a reader needs to find a work of each kind. A field is asked for only where the kind is clear. */
const rows: readonly Row[] = [
  {
    field: 'title',
    called: 'title',
    types: [...articles, ...pages, ...books],
    severity: 'warning',
    absent: ({ item }) => !item.title,
    examples: [
      {
        text: '@article{a, author={Bee, Ann}, journal={J}, year={2020}, volume={1}, pages={1--2}}',
        finds: ['@article{a, author={Bee, Ann}, journal={J}, year={2020}, volume={1}, pages={1--2}}'],
        format: 'bibtex',
      },
      list(journal),
    ],
  },
  {
    field: 'author',
    called: 'author',
    types: ['article-journal', 'book', 'chapter', 'thesis', 'paper-conference'],
    severity: 'info',
    absent: ({ item }) => !item.author && !item.editor && !item.translator,
    examples: [
      {
        text: '@book{a, title={T}, publisher={P}, address={Q}, year={2020}}',
        finds: ['@book{a, title={T}, publisher={P}, address={Q}, year={2020}}'],
        format: 'bibtex',
      },
      list(journal),
    ],
  },
  {
    field: 'container',
    called: 'journal, newspaper, site or publisher',
    types: [...articles, ...pages],
    severity: 'warning',
    absent: ({ item }) =>
      !item['container-title'] &&
      !item.publisher &&
      !item['event-title'] &&
      // An organisation that is the author is the site as well.
      !item.author?.some(
        ({ literal }) => literal !== undefined && (literal.length > 4 || /^\p{Script=Latin}/u.test(literal)),
      ),
    examples: [
      list('[1] 项昊宇：《准三边同盟》，2023年11月17日，https://a.example/t20231117_9126.html。', [
        '项昊宇：《准三边同盟》，2023年11月17日，https://a.example/t20231117_9126.html',
      ]),
      list(journal),
    ],
  },
  {
    field: 'publisher',
    called: 'publisher',
    types: ['book', 'chapter'],
    severity: 'info',
    absent: ({ item }) => !item.publisher,
    examples: [
      {
        text: '@book{a, author={Bee, Ann}, title={T}, address={Q}, year={2020}}',
        finds: ['@book{a, author={Bee, Ann}, title={T}, address={Q}, year={2020}}'],
        format: 'bibtex',
      },
      list(book),
    ],
  },
  {
    field: 'place',
    called: 'place of publication',
    types: ['book'],
    severity: 'info',
    absent: ({ item }) => !item['publisher-place'],
    examples: [
      list('[1] Stephen M. Walt, The Origins of Alliances. Cornell University Press, 1987.', [
        'Stephen M. Walt, The Origins of Alliances. Cornell University Press, 1987',
      ]),
      list(book),
    ],
  },
  {
    field: 'volume',
    called: 'volume',
    types: ['article-journal'],
    severity: 'info',
    absent: ({ item, urls }, script) =>
      script === 'latin' &&
      !item.volume &&
      !item.issue &&
      !item.number &&
      (item.DOI !== undefined || urls.length === 0),
    examples: [
      list(
        '[1] Do Young Lee, “Deter Together or Deter Separately?” The Pacific Review, July 27, 2023, pp. 1–30.',
        ['Do Young Lee, “Deter Together or Deter Separately?” The Pacific Review, July 27, 2023, pp. 1–30'],
      ),
      list(
        '[1] Do Young Lee, “Deter Together or Deter Separately?” The Pacific Review 37, no. 3, 2023, pp. 1–30.',
      ),
    ],
  },
  {
    field: 'issue',
    called: 'issue',
    types: ['article-journal'],
    severity: 'info',
    absent: ({ item, urls }, script) =>
      script === 'cjk' &&
      !item.issue &&
      !item.volume &&
      !item.number &&
      (item.DOI !== undefined || urls.length === 0),
    examples: [
      list('[1] 吕耀东：《拜登政府与美日同盟的发展趋向》，《当代世界》，2021年，第28页。', [
        '吕耀东：《拜登政府与美日同盟的发展趋向》，《当代世界》，2021年，第28页',
      ]),
      list(journal),
    ],
  },
  {
    field: 'pages',
    called: 'pages',
    types: ['article-journal', 'chapter'],
    severity: 'info',
    // What appears on the web only has no pages.
    absent: ({ item, locator, urls }) =>
      !item.page && !locator && !item.number && (item.DOI !== undefined || urls.length === 0),
    examples: [
      list('[1] 吕耀东：《拜登政府与美日同盟的发展趋向》，《当代世界》，2021年第2期。', [
        '吕耀东：《拜登政府与美日同盟的发展趋向》，《当代世界》，2021年第2期',
      ]),
      list(journal),
    ],
  },
  {
    field: 'date',
    called: 'date',
    types: [...articles, ...pages, ...books],
    severity: 'warning',
    absent: ({ item }) => !item.issued && !item.accessed && !item.status,
    examples: [
      {
        text: '@book{a, author={Bee, Ann}, title={T}, publisher={P}, address={Q}}',
        finds: ['@book{a, author={Bee, Ann}, title={T}, publisher={P}, address={Q}}'],
        format: 'bibtex',
      },
      list(journal),
    ],
  },
];

/** A reading less sure than this says nothing about what the note lacks. */
const sureEnough = 0.55;
/** Where this share of at least so many siblings leave the field out, leaving it out is the style. */
const omission = { least: 4, share: 0.6 };

/** Whether the siblings of the same kind leave the field out as well. */
function leftOutByHabit(siblings: readonly Cited[], lacking: number): boolean {
  return siblings.length >= omission.least && lacking >= omission.share * siblings.length;
}

function asked(row: Row, { style }: Context, type: ItemType): boolean {
  const required = style?.required[type];
  return required ? required.includes(row.field) : row.types.includes(type);
}

export const missingFields: readonly Rule[] = rows.map((row) => {
  const rule: Rule = {
    id: `missing-${row.field}`,
    severity: row.severity,
    reads: 'both',
    summary: `A citation names no ${row.called}.`,
    why: `A reader needs the ${row.called} to find the work again, and to tell it from others. Where the document leaves it out by habit, or the style that was set does without it, nothing is said.`,
    examples: row.examples,
    check(context) {
      const { source, works, style } = context;
      const ready = source.entries.length > 0;
      const groups = new Map<string, { all: Cited[]; lacking: Cited[] }>();
      for (const cited of works) {
        const { citation } = cited;
        if (citation.confidence < sureEnough || !asked(row, context, citation.item.type)) continue;
        const script = scriptOf(source, citation);
        const key = `${citation.item.type} ${script}`;
        const group = groups.get(key) ?? { all: [], lacking: [] };
        groups.set(key, group);
        group.all.push(cited);
        if (row.absent(citation, script) && (ready || !mayBePrinted(row.field, context, cited, script)))
          group.lacking.push(cited);
      }
      return [...groups.values()].flatMap(({ all, lacking }) =>
        !style && leftOutByHabit(all, lacking.length)
          ? []
          : lacking.map(({ citation: { place, item } }) =>
              findingAt(
                rule,
                source,
                place.offset,
                place.end,
                `This ${kind(item.type)} names no ${row.called}.`,
                {
                  data: { type: item.type, field: row.field },
                },
              ),
            ),
      );
    },
  };
  return rule;
});

const kind = (type: ItemType): string =>
  type
    .replace(/^article-/, '')
    .replace('journal', 'journal article')
    .replace(/[-_]/g, ' ');
