import type { PageText } from '../page.ts';
import type { Site } from './site.ts';

const page = (title: string, date: string, more: Partial<PageText> = {}): PageText => ({
  title,
  date,
  ...more,
});

const exchange = '日米交流の促進・相互理解の増進のためのプロジェクトの実施（結果）';

/** The ministry keeps `h1` for the page's title and puts its own name after a bar. */
const mofa: Site = {
  host: 'www.mofa.go.jp',
  look: {
    siteName: '外務省',
    language: 'ja',
    documentTitle: (title) => `${title}｜外務省`,
    nav: ['外務省について', '会見・発表・広報', '外交政策', '国・地域', '海外渡航・滞在', '申請・手続き'],
    footer: '合成ページ（外務省とは関係ありません）',
    marks: ['og'],
  },
  pages: {
    '/mofaj/': page('外務省ホームページ', '2024-03-01', { length: 3 }),
    '/mofaj/area/usa/keizai/index.html': page('アメリカ合衆国 日米経済', '2023-11-29', {
      section: '国・地域 > 北米 > アメリカ合衆国',
      lead: [
        // The words the cited text fragment names, so that it can be found; what lies between them is ours.
        '日米経済関係は、この合成ページでは具体的な数字を挙げませんが、長い年月をかけて深く統合されている。',
      ],
    }),
    '/mofaj/na/st/page3_003036.html': page('日米安全保障協議委員会（「2＋2」）共同記者会見', '2021-03-16'),
    '/mofaj/na/na2/us/page6_000720.html': page('日米経済政策協議委員会（経済版「２＋２」）', '2022-07-29', {
      alternates: [{ language: 'en', url: 'https://www.mofa.go.jp/na/na2/us/page1e_000450.html' }],
    }),
    '/mofaj/na/na1/us/page3_003322.html': page('日米首脳会談', '2022-05-23'),
    '/mofaj/na/fa/page4_005717.html': page(exchange, '2022-12-05'),
    '/mofaj/press/release/press4_009201.html': page(exchange, '2021-12-06', { section: '報道発表' }),
    '/mofaj/na/fa/page6_000831.html': page(
      '2022年度アメリカで沖縄の未来を考える（TOFU）プログラム概要',
      '2022-04-20',
    ),
  },
  missing: '指定されたページは見つかりませんでした',
};

const kantei: Site = {
  host: 'www.kantei.go.jp',
  look: {
    siteName: '首相官邸ホームページ',
    language: 'ja',
    documentTitle: (title) =>
      `令和2年11月9日 ${title} | 令和2年 | 総理の演説・記者会見など | ${'首相官邸ホームページ'}`,
    nav: ['総理大臣', '内閣', '記者会見', '政策', '官邸について'],
    footer: '合成ページ（首相官邸とは関係ありません）',
    charsetBy: 'meta',
    marks: [],
    heading: 'h2',
  },
  pages: {
    '/jp/99_suga/statement/2020/1109kaiken.html': page('米国大統領選挙等についての会見', '2020-11-09', {
      alternates: [
        { language: 'en', url: 'https://www.kantei.go.jp/foreign/99_suga/statement/202011/_00003.html' },
      ],
    }),
  },
};

const lines = (head: string[], pages: number, word: string): string[][] => [
  head,
  ...Array.from({ length: pages - 1 }, (_, at) => [
    `${word}（続き）`,
    'この文書は試験のために作られた合成の代用品である。',
    '段落の並びは実在の文書の構成を模したにすぎない。',
    `－ ${at + 2} －`,
  ]),
];
const disclaimer = 'この文書は試験のために作られた合成の代用品であり、実在の文書の本文ではない。';

const bare = (siteName: string) => ({
  siteName,
  language: 'ja' as const,
  nav: ['ホーム', '政策', '報道発表', '統計'],
  footer: `合成ページ（${siteName}とは関係ありません）`,
});

const meti: Site = {
  host: 'www.meti.go.jp',
  look: bare('経済産業省'),
  pages: {},
  files: {
    '/press/2021/11/20211115007/20211115007-2.pdf': {
      title: 'ジーナ・レモンド商務長官と萩生田光一経済産業大臣との共同声明（仮訳）',
      author: '経済産業省',
      xmp: true,
      date: '2021-11-15',
      language: 'ja',
      pages: lines(
        [
          'ジーナ・レモンド商務長官と萩生田光一経済産業大臣との',
          '共同声明（仮訳）',
          '2021年11月15日',
          disclaimer,
        ],
        2,
        '共同声明',
      ),
    },
  },
};

/** No useful metadata: the first page alone says what it is. */
const cabinet: Site = {
  host: 'www.cas.go.jp',
  look: bare('内閣官房'),
  pages: {},
  files: {
    '/jp/siryou/221216anzenhoshou/nss-j.pdf': {
      date: '2022-12-16',
      language: 'ja',
      pages: lines(['国家安全保障戦略', '令和４年12月16日', disclaimer], 12, '国家安全保障戦略'),
    },
  },
};

/** Its metadata title is a file name, as office programs leave it. */
const jiia: Site = {
  host: 'www.jiia.or.jp',
  look: bare('日本国際問題研究所'),
  pages: {},
  files: {
    '/research/2022/05/13/2021USMilitaryPower.pdf': {
      title: 'Microsoft PowerPoint - 2021USMilitaryPower.pptx',
      author: 'user',
      date: '2022-05-13',
      language: 'ja',
      pages: lines(
        [
          '強力なパートナー',
          '米国そして世界に対する日本人および米国人の認識',
          '日本国際問題研究所',
          disclaimer,
        ],
        6,
        '強力なパートナー',
      ),
    },
  },
};

export const japaneseGovernment: Site[] = [mofa, kantei, meti, cabinet, jiia];
