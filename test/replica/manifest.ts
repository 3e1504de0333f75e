import type { Identity, Reach, Status } from '../../src/model/verdict.ts';
import type { Does } from './behaviours.ts';
import { coRePath, jointStatementPath, strategyPath } from './sites/american.ts';

/**
 * What a careful editor would conclude from one visit to this address today. Where two words are both right, the
 * better stands first. `identity` is empty where no page of the source could be read.
 */
export interface Expected {
  reach: Reach;
  identity: readonly Identity['is'][];
  status: readonly Status[];
}

/** One distinct address the article cites. */
export interface Row {
  /** The notes that cite it. */
  notes: string[];
  url: string;
  does: Does;
  expected: Expected;
  why: string;
}

const fine = (reach: Reach = 'live'): Expected => ({
  reach,
  identity: ['match', 'probable'],
  status: ['verified'],
});
const lost = (reach: Reach, identity: Identity['is'][] = []): Expected => ({
  reach,
  identity,
  status: ['gone'],
});
const moved: Expected = { reach: 'moved', identity: ['match', 'probable'], status: ['moved'] };
const shut = (reach: Reach): Expected => ({ reach, identity: [], status: ['blocked'] });

const row = (notes: string, url: string, does: Does, expected: Expected, why: string): Row => ({
  notes: notes.split(' '),
  url,
  does,
  expected,
  why,
});

const serves = (more: Partial<Extract<Does, { kind: 'serves' }>> = {}): Does => ({ kind: 'serves', ...more });

const mofa = 'https://www.mofa.go.jp/mofaj';
const whiteHouse = 'https://www.whitehouse.gov';
const archived = 'bidenwhitehouse.archives.gov';

/** The 32 distinct addresses of the article, in the order of its notes. */
export const manifest: Row[] = [
  row(
    '1',
    'https://www.nikkei.com/article/DGXZQOGN240JW0U2A520C2000000/',
    serves(),
    fine('paywalled'),
    'The page stands and has the title; it marks itself as not free.',
  ),
  row(
    '1',
    whiteHouse + jointStatementPath,
    {
      kind: 'moved',
      through: [`http://${archived}${jointStatementPath}`, `https://${archived}${jointStatementPath}`],
    },
    moved,
    'A changed administration: two permanent redirects to the archive of the last one.',
  ),
  row(
    '2',
    `${mofa}/area/usa/keizai/index.html#:~:text=%E6%97%A5%E7%B1%B3%E7%B5%8C%E6%B8%88%E9%96%A2%E4%BF%82%E3%81%AF,%E6%B7%B1%E3%81%8F%E7%B5%B1%E5%90%88%E3%81%95%E3%82%8C%E3%81%A6%E3%81%84%E3%82%8B%E3%80%82`,
    serves(),
    fine(),
    'The words the text fragment names are on the page.',
  ),
  row('3', `${mofa}/na/st/page3_003036.html`, serves({ coding: 'gzip' }), fine(), 'Sent gzipped.'),
  row(
    '4',
    'https://www.nikkei.com/article/DGXZQOCB016AU0R00C22A6000000/',
    serves({ coding: 'br' }),
    fine(),
    'Sent with brotli; the page has a space where the citation has a comma.',
  ),
  row(
    '5',
    'https://www.defense.gov/News/News-Stories/Article/Article/3315827/allies-partners-central-to-us-integrated-deterrence-effort/',
    { kind: 'challenge' },
    shut('blocked'),
    'A bot wall: 403 with cf-mitigated.',
  ),
  row(
    '6',
    'https://www3.nhk.or.jp/news/html/20240510/k10014445391000.html',
    { kind: 'soft-404' },
    lost('live', ['soft-404']),
    'News taken down after a while: the "not found" page comes with status 200.',
  ),
  row(
    '7',
    'https://www.asahi.com/articles/ASR5F5R2HR5DTPOB004.html',
    serves(),
    fine(),
    'EUC-JP, declared in the page alone.',
  ),
  row(
    '8',
    'https://cnnews.chosun.com/client/news/viw.asp?nNewsNumb=20230158407&cate=C01&mcate=M1003',
    serves(),
    fine(),
    'GB2312, declared in the page alone; the site keeps h1 for its own name.',
  ),
  row(
    '10',
    whiteHouse + coRePath,
    { kind: 'not-found' },
    lost('not-found'),
    'A changed administration: this page was taken down without a redirect.',
  ),
  row(
    '11',
    'https://www.meti.go.jp/press/2021/11/20211115007/20211115007-2.pdf',
    serves(),
    fine(),
    'A PDF whose metadata has the Japanese title.',
  ),
  row(
    '12',
    `${mofa}/na/na2/us/page6_000720.html`,
    serves(),
    fine(),
    'Full-width digits in the page, half-width in the citation.',
  ),
  row(
    '13',
    'https://doi.org/10.13654/j.cnki.naf.2023.02.004',
    { kind: 'found', to: 'https://naf.journal.example/CN/10.13654/j.cnki.naf.2023.02.004' },
    fine('redirected'),
    'A DOI leads to its landing page by 302, as DOIs do; the page is in GB18030.',
  ),
  row(
    '14',
    `${mofa}/na/na1/us/page3_003322.html`,
    { kind: 'found', to: `${mofa}/na/na1/us/shin4_000001.html` },
    fine('redirected'),
    'A temporary redirect to the same text.',
  ),
  row('15', `${mofa}/na/fa/page4_005717.html`, serves(), fine(), 'Same title as the next one, a year later.'),
  row(
    '15',
    `${mofa}/press/release/press4_009201.html`,
    { kind: 'gone' },
    lost('gone'),
    'The server says 410: taken down on purpose.',
  ),
  row(
    '16',
    `${mofa}/na/fa/page6_000831.html`,
    { kind: 'to-root', root: `${mofa}/` },
    lost('redirected', ['redirected-to-root']),
    'Sent to the entrance of the site, as if nothing had been lost.',
  ),
  row(
    '18',
    whiteHouse + strategyPath,
    { kind: 'moved', through: [`https://${archived}${strategyPath}`] },
    moved,
    'A PDF that moved to the archive; its metadata title is a working title, the first page has the real one.',
  ),
  row(
    '19 22',
    'https://www.cas.go.jp/jp/siryou/221216anzenhoshou/nss-j.pdf',
    serves(),
    fine(),
    'A PDF without metadata: the title is on its first page.',
  ),
  row(
    '20',
    'https://www.jiia.or.jp/research/2022/05/13/2021USMilitaryPower.pdf',
    serves(),
    fine(),
    'A PDF whose metadata title is a file name, and whose title takes two lines.',
  ),
  row(
    '21',
    'https://www.ciis.org.cn/yjcg/xslw/202311/t20231117_9126.html',
    serves({ slow: 1 }),
    fine(),
    'Slow but fine.',
  ),
  row(
    '25',
    'https://www.kantei.go.jp/jp/99_suga/statement/2020/1109kaiken.html',
    {
      kind: 'translated',
      page: { title: 'Press Conference on the U.S. Presidential Election', date: '2020-11-09' },
      lang: 'en',
      siteName: "Prime Minister's Office of Japan",
      alternate: {
        language: 'ja',
        url: 'https://www.kantei.go.jp/jp/99_suga/statement/2020/ja/1109kaiken.html',
      },
    },
    { reach: 'live', identity: ['match', 'probable', 'unverifiable'], status: ['verified', 'unchecked'] },
    'Answers in English; the cited Japanese text stands behind hreflang. Never a mismatch.',
  ),
  row(
    '26',
    'https://cn.nikkei.com/politicsaeconomy/politicsasociety/44453-2021-04-16-22-58-31.html',
    serves(),
    fine(),
    'Plain.',
  ),
  row(
    '28',
    'http://www.news.cn/world/20240225/875198864a5740c6b277e94009c23cd9/c.html',
    serves(),
    fine(),
    'Over http; https answers the same.',
  ),
  row(
    '29',
    'https://toyokeizai.net/articles/-/736164?page=2',
    serves({ coding: 'br' }),
    fine(),
    'Half-width corner brackets in the title; the query is part of the address.',
  ),
  row(
    '29',
    'https://apinitiative.org/2024/01/31/55114/',
    { kind: 'parked' },
    lost('live', ['parked']),
    'The domain is for sale.',
  ),
  row(
    '30',
    'https://asia.nikkei.com/Politics/U.S.-elections-2024/Japan-steps-up-lobbying-in-Washington-hedging-for-Trump-s-return',
    { kind: 'shell' },
    { reach: 'live', identity: ['unverifiable'], status: ['unchecked'] },
    'A JavaScript shell: nothing to read without a browser.',
  ),
  row(
    '31',
    'https://mainichi.jp/articles/20240519/k00/00m/010/080000c',
    {
      kind: 'login',
      to: 'https://mainichi.jp/login?return=%2Farticles%2F20240519%2Fk00%2F00m%2F010%2F080000c',
    },
    shut('auth-required'),
    'A login page stands in front of it.',
  ),
  row(
    '31 33',
    'https://news.tv-asahi.co.jp/news_politics/articles/000350177.html',
    serves(),
    fine(),
    'Shift_JIS, declared in the header alone; full-width digits in the page.',
  ),
  row(
    '33',
    'https://www.jiji.com/jc/article?k=2024051600763&g=pol',
    {
      kind: 'drifted',
      page: {
        title: '内閣支持、続落の16.4％　物価対応、6割評価せず―時事世論調査',
        date: '2024-06-13',
        section: '政治',
      },
    },
    { reach: 'live', identity: ['mismatch'], status: ['mismatched'] },
    'Shift_JIS by meta. The address now holds the next poll of the same series: other figures, another article.',
  ),
  row(
    '33',
    'https://www.asahi.com/articles/ASS442QPTS44UTFK014M.html',
    serves({ coding: 'gzip' }),
    fine(),
    'EUC-JP, gzipped.',
  ),
  row(
    '34',
    'https://cn.nikkei.com/politicsaeconomy/epolitics/54376-2023-12-21-13-12-35.html',
    { kind: 'limited', retryAfter: 1 },
    fine(),
    '429 with Retry-After once, then the page.',
  ),
];

/** The DOI printed without an address. */
export const printedDois: Row[] = [
  row(
    '34',
    'https://doi.org/10.1080/14799855.2024.2309816',
    { kind: 'found', to: 'https://www.tandfonline.com/doi/full/10.1080/14799855.2024.2309816' },
    fine('redirected'),
    'A Crossref DOI; the landing page has citation_title.',
  ),
];
