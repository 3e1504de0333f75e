import type { Item } from '../../src/model/item.ts';

/** What identification must conclude about a citation. */
export type Conclusion =
  /** The index has it, and every compared field agrees. */
  | 'confirmed'
  /** Found, with the named field differing. */
  | 'differs'
  /** Found, with a notice about it: a finding of the highest severity. */
  | 'retracted'
  | 'corrected'
  /** In no index that should hold it, while its container and year are there. */
  | 'likely-invented'
  /** No open index covers it: never suspect. */
  | 'unverifiable'
  /** The identifier is registered nowhere. */
  | 'no-such-doi';

export interface CitedFixture {
  name: string;
  item: Item;
  conclusion: Conclusion;
  /** The CSL field that differs, for `differs`. */
  field?: keyof Item;
}

const item = (id: string, fields: Partial<Item>): Item => ({
  id,
  type: 'article-journal',
  language: 'en',
  ...fields,
});
const year = (value: number) => ({ 'date-parts': [[value]] });
const port = 'Replica Journal of Port Studies';

/** Citations as an author would print them, of works that are in this world or are not. All of them are made up. */
export const citedFixtures: CitedFixture[] = [
  {
    name: 'a retracted work, with its DOI',
    conclusion: 'retracted',
    item: item('retracted', {
      title: 'A Ten-Year Panel of Harbour Gate Closures',
      author: [
        { family: 'Halvorsen', given: 'Ingrid' },
        { family: 'Okada', given: 'Mina' },
      ],
      'container-title': port,
      volume: '12',
      issue: '3',
      page: '1-19',
      issued: year(2019),
      DOI: '10.5555/replica.port.12.3.1',
    }),
  },
  {
    name: 'a wrong year',
    conclusion: 'differs',
    field: 'issued',
    item: item('wrong-year', {
      title: 'Tide Tables and the Keeping of Promises',
      author: [{ family: 'Brandt', given: 'Jonas' }],
      'container-title': port,
      volume: '9',
      issue: '1',
      page: '33-58',
      issued: year(2018),
      DOI: '10.5555/replica.port.9.1.33',
    }),
  },
  {
    name: 'another author put in the place of the right one',
    conclusion: 'differs',
    field: 'author',
    item: item('swapped-author', {
      title: 'Reading the Registers of Small Ferries',
      author: [{ family: 'Fischer', given: 'Lena' }],
      'container-title': port,
      volume: '11',
      issue: '2',
      page: '101-126',
      issued: year(2018),
    }),
  },
  {
    name: 'a corrected work, with an expression of concern',
    conclusion: 'corrected',
    item: item('corrected', {
      title: 'Who Labels the Boxes? Handwriting in Customs Sheds',
      author: [
        { family: 'Duarte', given: 'Rui' },
        { family: 'Holm', given: 'Clara' },
      ],
      'container-title': port,
      volume: '12',
      issue: '3',
      page: '20-43',
      issued: year(2019),
      DOI: '10.5555/replica.port.12.3.20',
    }),
  },
  {
    name: 'an invented work in a real issue of a real journal of this world',
    conclusion: 'likely-invented',
    item: item('invented', {
      title: 'Quantifying Moonlight in Municipal Harbours',
      author: [{ family: 'Holm', given: 'Clara' }],
      'container-title': port,
      volume: '12',
      issue: '3',
      page: '44-61',
      issued: year(2019),
    }),
  },
  {
    name: 'a Chinese article that no open index covers',
    conclusion: 'unverifiable',
    item: item('unindexed', {
      language: 'zh',
      title: '渡口登记簿的读法：一项虚构的研究',
      author: [{ literal: '林合成' }],
      'container-title': '合成港口研究',
      issue: '4',
      page: '12-27',
      issued: year(2020),
    }),
  },
  {
    name: 'a DOI that was never registered',
    conclusion: 'no-such-doi',
    item: item('no-such-doi', {
      title: 'Lanterns, Ledgers and Late Arrivals',
      author: [{ family: 'Holm', given: 'Clara' }],
      'container-title': port,
      issued: year(2019),
      DOI: '10.5555/replica.nowhere',
    }),
  },
  {
    name: 'a DOI with brackets, angle brackets and semicolons',
    conclusion: 'confirmed',
    item: item('careful-doi', {
      title: 'On Identifiers That Need Care',
      author: [{ family: 'Holm', given: 'Clara' }],
      'container-title': port,
      volume: '16',
      issue: '1',
      page: '23-31',
      issued: year(2000),
      DOI: '10.5555/(SICI)1234-5679(200021)16:1<23::AID-REPLICA2>3.0.CO;2-W',
    }),
  },
  {
    name: 'a Japanese article registered with JaLC',
    conclusion: 'confirmed',
    item: item('jalc', {
      language: 'ja',
      title: '小さな渡し船の記録を読む',
      author: [{ literal: '岡田美奈' }],
      'container-title': '合成港湾研究',
      volume: '3',
      issue: '2',
      page: '15-29',
      issued: year(2015),
      DOI: '10.11501/replica.ja.1',
    }),
  },
  {
    name: 'a dataset registered with DataCite',
    conclusion: 'confirmed',
    item: item('datacite', {
      type: 'dataset',
      title: 'Tide Gauges of an Invented Coast, 1950–2000',
      author: [{ family: 'Halvorsen', given: 'Ingrid' }],
      publisher: 'Synthetic Data Archive',
      issued: year(2017),
      DOI: '10.5438/replica-tide-gauges',
    }),
  },
];
