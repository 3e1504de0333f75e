/** What an archive has of an address. */
export interface Capture {
  url: string;
  /** `YYYYMMDDhhmmss`, UTC. */
  timestamp: string;
  /**
   * `good`: the page as cited. `error-page`: the site's "not found" page, sent with 200 at the time. `not-found`: the
   * same with 404. `login`: a page asking for an account. `later`: what the address answers today.
   */
  holds: 'good' | 'error-page' | 'not-found' | 'login' | 'later';
  archive: 'wayback' | 'arquivo';
}

const captures = (url: string, ...rows: [string, Capture['holds'], Capture['archive']?][]): Capture[] =>
  rows.map(([timestamp, holds, archive = 'wayback']) => ({ url, timestamp, holds, archive }));

const mofa = 'https://www.mofa.go.jp/mofaj';
const whiteHouse = 'https://www.whitehouse.gov';

/**
 * Every dead, drifted or closed address of the article has a good capture, and where the comment says so a worse one
 * nearer to the date it was read. An address without rows was never archived.
 */
export const allCaptures: Capture[] = [
  // Read on 21 May 2024; the nearest capture is of the error page, the good one is ten days older.
  ...captures(
    'https://www3.nhk.or.jp/news/html/20240510/k10014445391000.html',
    ['20240510103000', 'good'],
    ['20240521090000', 'error-page'],
    ['20240601000000', 'not-found'],
  ),
  ...captures(
    `${whiteHouse}/briefing-room/statements-releases/2022/05/23/fact-sheet-the-u-s-japan-competitiveness-and-resilience-core-partnership/`,
    ['20220523120000', 'good'],
    ['20230801000000', 'good'],
    ['20250121000000', 'not-found'],
  ),
  ...captures(
    `${whiteHouse}/briefing-room/statements-releases/2023/01/13/joint-statement-of-the-united-states-and-japan/`,
    ['20230114000000', 'good'],
  ),
  // Read on 29 February 2024; taken down the week before, so that only the older capture is good.
  ...captures(
    `${mofa}/press/release/press4_009201.html`,
    ['20211207010203', 'good'],
    ['20240228000000', 'error-page'],
  ),
  // The later capture is of the redirect to the entrance, which was archived too.
  ...captures(`${mofa}/na/fa/page6_000831.html`, ['20220421000000', 'good'], ['20240310000000', 'later']),
  ...captures(`${mofa}/`, ['20240310000000', 'later']),
  // Its domain lapsed: the later capture is of the page for sale.
  ...captures(
    'https://apinitiative.org/2024/01/31/55114/',
    ['20240131120000', 'good'],
    ['20240305000000', 'later'],
  ),
  // Read on 21 May 2024; the nearest capture already has the next poll.
  ...captures(
    'https://www.jiji.com/jc/article?k=2024051600763&g=pol',
    ['20240516110000', 'good'],
    ['20240522000000', 'later'],
  ),
  // Behind a login: the nearest capture is of the wall, the good one was made on the day of issue.
  ...captures(
    'https://mainichi.jp/articles/20240519/k00/00m/010/080000c',
    ['20240519060000', 'good'],
    ['20240521070000', 'login'],
  ),
  ...captures(
    'https://www.defense.gov/News/News-Stories/Article/Article/3315827/allies-partners-central-to-us-integrated-deterrence-effort/',
    ['20230302000000', 'good'],
  ),
  // Wayback has the empty shell; another archive has the page.
  ...captures(
    'https://asia.nikkei.com/Politics/U.S.-elections-2024/Japan-steps-up-lobbying-in-Washington-hedging-for-Trump-s-return',
    ['20240219000000', 'later'],
    ['20240225000000', 'good', 'arquivo'],
  ),
  ...captures(
    `${whiteHouse}/wp-content/uploads/2022/10/Biden-Harris-Administrations-National-Security-Strategy-10.2022.pdf`,
    ['20221012160000', 'good'],
    ['20241101000000', 'good'],
  ),
  ...captures('https://www.cas.go.jp/jp/siryou/221216anzenhoshou/nss-j.pdf', ['20221216120000', 'good']),
  ...captures('https://www.nikkei.com/article/DGXZQOGN240JW0U2A520C2000000/', ['20220524090000', 'good']),
  ...captures(`${mofa}/area/usa/keizai/index.html`, ['20231201000000', 'good'], ['20240301000000', 'good']),
  ...captures('https://news.tv-asahi.co.jp/news_politics/articles/000350177.html', [
    '20240520120000',
    'good',
  ]),
  ...captures('https://www.asahi.com/articles/ASS442QPTS44UTFK014M.html', ['20240404130000', 'good']),
];
