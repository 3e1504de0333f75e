/** The indexes that can hold a work. What is in none of them is known to the article alone. */
export type Index =
  | 'crossref'
  | 'openalex'
  | 'datacite'
  | 'jalc'
  | 'cinii'
  | 'ndl'
  | 'jstage'
  | 'openlibrary';

/** A work as the indexes of this world have it. */
export interface Work {
  doi?: string;
  /** The registration agency, as doi.org spells it. */
  agency?: string;
  landing?: string;
  type: 'journal-article' | 'book' | 'dataset';
  title: string;
  subtitle?: string;
  /** The title in English, where an index has it beside the original. */
  titleEn?: string;
  /** `Family, Given`; without a comma the whole name. */
  authors: string[];
  container?: string;
  issn?: string;
  isbn?: string;
  volume?: string;
  issue?: string;
  page?: string;
  /** Year, month, day: as many as are known; none at all happens too. */
  issued: number[];
  publisher: string;
  language: 'en' | 'ja' | 'zh';
  held: Index[];
  /** Notices about this work. */
  updatedBy?: Update[];
  /** What this work is a notice about. */
  updates?: Update[];
  /** An answer with gaps, as old deposits have. */
  gaps?: 'title' | 'dates';
}
export interface Update {
  doi: string;
  type: 'retraction' | 'correction' | 'expression_of_concern';
  label: string;
  date: number[];
  source: 'publisher' | 'retraction-watch';
}

const article = (
  work: Partial<Work> & Pick<Work, 'title' | 'authors' | 'container' | 'issued' | 'held'>,
): Work => ({ type: 'journal-article', publisher: 'Synthetic Press', language: 'en', ...work });

/**
 * The works the article cites. Titles, names, containers and dates are bibliographic facts from its notes. A DOI that
 * the article does not print is one of Crossref's test prefix 10.5555, so that nothing here can pass for the registry.
 */
export const citedWorks: Work[] = [
  article({
    doi: '10.13654/j.cnki.naf.2023.02.004',
    agency: 'ISTIC',
    landing: 'https://naf.journal.example/CN/10.13654/j.cnki.naf.2023.02.004',
    title: '美日经济安全同盟：构建“集体韧性”体系',
    authors: ['归泳涛'],
    container: '东北亚论坛',
    issued: [2023, 3, 1],
    language: 'zh',
    held: [],
  }),
  article({
    doi: '10.1080/14799855.2024.2309816',
    agency: 'Crossref',
    landing: 'https://www.tandfonline.com/doi/full/10.1080/14799855.2024.2309816',
    title: 'Sailing close to the wind: Japan’s forward deterrence posture toward the Taiwan Strait',
    authors: ['Fatton, Lionel P.'],
    container: 'Asian Security',
    volume: '20',
    issue: '1',
    issued: [2024, 1, 29],
    publisher: 'Informa UK Limited',
    held: ['crossref', 'openalex'],
  }),
  article({
    doi: '10.5555/replica.twq.46.1.85',
    agency: 'Crossref',
    title: 'Japan’s Emerging Security Strategy',
    authors: ['Matsuda, Takuya'],
    container: 'The Washington Quarterly',
    volume: '46',
    issue: '1',
    page: '85-102',
    issued: [2023, 1, 2],
    held: ['crossref', 'openalex'],
  }),
  article({
    doi: '10.5555/replica.twq.46.1.63',
    agency: 'Crossref',
    title: 'Kishida the Accelerator: Japan’s Defense Evolution After Abe',
    authors: ['Liff, Adam P.'],
    container: 'The Washington Quarterly',
    volume: '46',
    issue: '1',
    page: '63-83',
    issued: [2023, 1, 2],
    held: ['crossref', 'openalex'],
  }),
  article({
    doi: '10.5555/replica.is.48.1.91',
    agency: 'Crossref',
    title: 'Collective Resilience',
    subtitle: 'Deterring China’s Weaponization of Economic Interdependence',
    authors: ['Cha, Victor D.'],
    container: 'International Security',
    volume: '48',
    issue: '1',
    page: '91-124',
    issued: [2023],
    held: ['crossref', 'openalex'],
  }),
  article({
    doi: '10.5555/replica.ajia.65.3.340',
    agency: 'Crossref',
    title: 'Substantiating the cohesion of the post-Cold War US–Japan alliance',
    authors: ['Kim, Hyun-Wook'],
    container: 'Australian Journal of International Affairs',
    volume: '65',
    issue: '3',
    page: '340-359',
    issued: [2011, 6],
    held: ['crossref', 'openalex'],
  }),
  article({
    doi: '10.5555/replica.tpr.2023.1',
    agency: 'Crossref',
    title:
      'Deter together or deter separately?: time horizons and peacetime alliance cohesion of the US-Japan and US-ROK alliances',
    authors: ['Lee, Do Young'],
    container: 'The Pacific Review',
    page: '1-30',
    issued: [2023, 7, 27],
    held: ['crossref', 'openalex'],
  }),
  article({
    doi: '10.5555/replica.tpr.27.2.147',
    agency: 'Crossref',
    title: 'Perception of order as a source of alliance cohesion',
    authors: ['Park, Jae Jeok', 'Moon, Sang Bok'],
    container: 'The Pacific Review',
    volume: '27',
    issue: '2',
    page: '147-168',
    issued: [2014, 3, 15],
    held: ['crossref', 'openalex'],
  }),
  {
    type: 'book',
    title: 'The Origins of Alliances',
    authors: ['Walt, Stephen M.'],
    isbn: '9780801494185',
    issued: [1987],
    publisher: 'Cornell University Press',
    language: 'en',
    held: ['openalex', 'openlibrary', 'ndl', 'cinii'],
  },
  article({
    title: '大国竞争的内政化:以拜登政府重建中产阶级政策为例',
    titleEn: 'Domestic turn of great power competition',
    authors: ['赵明昊'],
    container: '美国研究',
    issue: '6',
    issued: [2021],
    language: 'zh',
    held: ['openalex'],
  }),
  ...(
    [
      ['俄乌冲突、美国印太战略新发展与国际秩序', ['韦宗友', '汤杰'], '俄罗斯东欧中亚研究', '1', 2024],
      ['日本与国际秩序变革：观念与应对', ['中国社会科学研究院日本研究所课题组'], '日本学刊', '1', 2021],
      ['拜登政府与美日同盟的发展趋向', ['吕耀东'], '当代世界', '2', 2021],
    ] as const
  ).map(([title, authors, container, issue, year]) =>
    article({ title, authors: [...authors], container, issue, issued: [year], language: 'zh', held: [] }),
  ),
];
