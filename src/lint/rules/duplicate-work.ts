import type { Citation } from '../../model/citation.ts';
import { fold } from '../../text/fold.ts';
import type { Cited, Context } from '../context.ts';
import { isoOf } from '../dates.ts';
import { type Example, findingAt, list, type Rule } from '../rule.ts';

/** What makes two citations one work: the same DOI, the same URL, or the same title of the same year and container. */
function keyOf({ item, urls }: Citation): string | undefined {
  const title = fold(item.title ?? '');
  if (item.DOI) return `doi ${item.DOI.toLowerCase()}`;
  // A title tells apart the sections of one page; a URL alone is told by an untitled citation.
  if (urls[0]) return `url ${withoutNoise(urls[0])} ${title}`;
  if (title.length < 4) return undefined;
  return `title ${title} ${fold(item['container-title'] ?? item.publisher ?? '')} ${isoOf(item.issued)?.slice(0, 4) ?? ''} ${item.volume ?? ''} ${item.issue ?? ''}`;
}

const withoutNoise = (url: string): string =>
  url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '');

/** Works cited in full more than once, each with where it stands. */
function repeated({ works }: Context): Cited[][] {
  const groups = new Map<string, Cited[]>();
  for (const cited of works) {
    const key = keyOf(cited.citation);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(cited);
    else groups.set(key, [cited]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

const locatorOf = ({ locator, item }: Citation): string => locator?.value ?? item.page ?? '';

function duplicates(
  id: string,
  locatorsDiffer: boolean,
  words: Pick<Rule, 'summary' | 'why'> & { say: string },
  examples: readonly Example[],
): Rule {
  const rule: Rule = {
    id,
    severity: 'info',
    reads: 'both',
    summary: words.summary,
    why: words.why,
    examples,
    check: (context) =>
      repeated(context).flatMap(([first, ...later]) =>
        later
          .filter(
            ({ citation }) =>
              (locatorOf(citation) !== locatorOf((first as Cited).citation)) === locatorsDiffer,
          )
          .map(({ citation: { place } }) =>
            findingAt(
              rule,
              context.source,
              place.offset,
              place.end,
              `${words.say} in note ${(first as Cited).note.label}.`,
              { data: { first: (first as Cited).note.label } },
            ),
          ),
      ),
  };
  return rule;
}

const cited = (page: string, label: string) =>
  `[${label}] 「国家安全保障戦略」、内閣官房、2022年12月16日、第${page}頁。https://a.example/nss-j.pdf(最終閲覧日2024年3月1日)。`;

export const duplicateCitation = duplicates(
  'duplicate-citation',
  false,
  {
    summary: 'The same work is cited in full twice.',
    why: 'The second time a short form or one shared note will do, and two copies of one reference drift apart.',
    say: 'The same work, with the same pages, is already cited',
  },
  [
    list(`${cited('9', '1')}\n${cited('9', '2')}`, [cited('9', '2').slice(4)]),
    list(`${cited('9', '1')}\n${cited('10', '2')}`),
  ],
);

export const duplicateOtherLocator = duplicates(
  'duplicate-other-locator',
  true,
  {
    summary: 'The same work is cited in full twice, with other pages.',
    why: 'The second time a short form with its page will do.',
    say: 'The same work, with other pages, is already cited',
  },
  [
    list(`${cited('9', '1')}\n${cited('10', '2')}`, [cited('10', '2').slice(4)]),
    list(`${cited('9', '1')}\n${cited('9', '2')}`),
  ],
);

export const sameTitleOtherWork: Rule = {
  id: 'same-title-other-work',
  severity: 'info',
  reads: 'both',
  summary: 'Two citations bear one title but lead to different pages.',
  why: 'They may be two works, and must then not be merged; or one of the links is wrong. Look at both.',
  examples: [
    list(
      '[1] 「日米交流の促進」、外務省、2022年12月5日 https://a.example/1.html\n[2] 「日米交流の促進」、外務省、2021年12月6日 https://a.example/2.html',
      ['「日米交流の促進」、外務省、2021年12月6日 https://a.example/2.html'],
    ),
    list(
      '[1] 「日米交流の促進」、外務省、2022年12月5日 https://a.example/1.html\n[2] 「文化交流の促進」、外務省、2021年12月6日 https://a.example/2.html',
    ),
  ],
  check({ source, works }) {
    const seen = new Map<string, Cited>();
    return works.flatMap((cited) => {
      const { item, urls, place } = cited.citation;
      const title = fold(item.title ?? '');
      const [url] = urls;
      if (title.length < 4 || !url || item.type === 'book') return [];
      const first = seen.get(title);
      if (!first) {
        seen.set(title, cited);
        return [];
      }
      if (withoutNoise(first.citation.urls[0] as string) === withoutNoise(url)) return [];
      return [
        findingAt(
          sameTitleOtherWork,
          source,
          place.offset,
          place.end,
          `The title is that of a citation in note ${first.note.label}, the URL is another: two works, or a wrong link.`,
          { data: { first: first.note.label, url } },
        ),
      ];
    });
  },
};
