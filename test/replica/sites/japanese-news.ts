import type { Site } from './site.ts';

const nikkei: Site = {
  host: 'www.nikkei.com',
  look: {
    siteName: '日本経済新聞',
    language: 'ja',
    documentTitle: (title) => `${title} - 日本経済新聞`,
    nav: ['トップ', '速報', '経済・金融', '政治', 'ビジネス', '国際'],
    footer: '合成ページ（日本経済新聞社とは関係ありません）',
    schemaType: 'NewsArticle',
    marks: ['og', 'twitter', 'json-ld'],
  },
  pages: {
    '/article/DGXZQOGN240JW0U2A520C2000000/': {
      title: 'バイデン氏「日米同盟かつてなく強固に」 ツイッターで',
      date: '2022-05-24',
      section: '北米',
      free: false,
      length: 4,
    },
    '/article/DGXZQOCB016AU0R00C22A6000000/': {
      title: '統合抑止力とは 中国対抗へ同盟国と協力',
      date: '2022-06-01',
      section: 'きょうのことば',
    },
  },
};

const asahi: Site = {
  host: 'www.asahi.com',
  look: {
    siteName: '朝日新聞デジタル',
    language: 'ja',
    charset: 'EUC-JP',
    charsetBy: 'meta',
    documentTitle: (title) => `${title}：朝日新聞デジタル`,
    nav: ['トップ', '社会', '経済', '政治', '国際', 'スポーツ'],
    footer: '合成ページ（朝日新聞社とは関係ありません）',
    schemaType: 'NewsArticle',
    marks: ['og', 'json-ld'],
  },
  pages: {
    '/articles/ASR5F5R2HR5DTPOB004.html': {
      title: '中国にらんだ「南西シフト」　自衛隊の防衛拠点化、急速に進む沖縄',
      date: '2023-05-13',
      section: '社会',
    },
    '/articles/ASS442QPTS44UTFK014M.html': {
      title: '自民、裏金問題で39人処分を正式決定　塩谷、世耕両氏に離党勧告',
      date: '2024-04-04',
      section: '政治',
    },
  },
};

const nhk: Site = {
  host: 'www3.nhk.or.jp',
  look: {
    siteName: 'NHK',
    language: 'ja',
    documentTitle: (title) => `${title} | NHK`,
    nav: ['新着', '社会', '気象・災害', '科学・文化', '政治', 'ビジネス'],
    footer: '合成ページ（日本放送協会とは関係ありません）',
    schemaType: 'NewsArticle',
    marks: ['og', 'json-ld'],
  },
  pages: {
    '/news/html/20240510/k10014445391000.html': {
      title: '自衛隊を一元的に指揮「統合作戦司令部」設置 改正法が成立',
      date: '2024-05-10',
      section: '政治',
    },
  },
  missing: 'ページが見つかりません',
};

const mainichi: Site = {
  host: 'mainichi.jp',
  look: {
    siteName: '毎日新聞',
    language: 'ja',
    nav: ['トップ', '社会', '政治', '経済', '国際', 'スポーツ'],
    footer: '合成ページ（毎日新聞社とは関係ありません）',
    schemaType: 'NewsArticle',
    marks: ['og', 'json-ld'],
  },
  pages: {
    '/articles/20240519/k00/00m/010/080000c': {
      title: '岸田内閣支持率20％ 11カ月連続30％割れ 毎日新聞世論調査',
      date: '2024-05-19',
      section: '政治',
    },
  },
};

const tvAsahi: Site = {
  host: 'news.tv-asahi.co.jp',
  look: {
    siteName: 'テレ朝news',
    language: 'ja',
    charset: 'Shift_JIS',
    charsetBy: 'header',
    documentTitle: (title) => `${title}｜テレ朝news-テレビ朝日のニュースサイト`,
    nav: ['トップ', '政治', '経済', '国際', '社会', '天気'],
    footer: '合成ページ（テレビ朝日とは関係ありません）',
    marks: ['og'],
  },
  pages: {
    '/news_politics/articles/000350177.html': {
      title: '「政権交代を期待」５２％　このままでは惨敗…危機感も',
      date: '2024-05-20',
      section: '政治',
    },
  },
};

const jiji: Site = {
  host: 'www.jiji.com',
  look: {
    siteName: '時事ドットコム',
    language: 'ja',
    charset: 'Shift_JIS',
    charsetBy: 'meta',
    documentTitle: (title) => `${title}：時事ドットコム`,
    nav: ['トップ', '社会', '政治', '経済', '国際', '文化'],
    footer: '合成ページ（時事通信社とは関係ありません）',
    marks: ['og'],
  },
  pages: {
    '/jc/article?k=2024051600763&g=pol': {
      title: '内閣支持、微増の18.7％　裏金対応、7割超評価せず―時事世論調査',
      date: '2024-05-16',
      section: '政治',
    },
  },
};

const toyokeizai: Site = {
  host: 'toyokeizai.net',
  look: {
    siteName: '東洋経済オンライン',
    language: 'ja',
    nav: ['新着', 'ビジネス', '政治・経済', 'マーケット', 'キャリア'],
    footer: '合成ページ（東洋経済新報社とは関係ありません）',
    schemaType: 'NewsArticle',
    marks: ['og', 'json-ld', 'twitter'],
  },
  pages: {
    '/articles/-/736164?page=2': {
      title: 'トランプが大統領再選したときの｢危険シナリオ｣',
      date: '2024-02-24',
      section: 'アメリカ',
      byline: '岩崎 博充',
    },
  },
};

const geoeconomics: Site = {
  host: 'apinitiative.org',
  look: {
    siteName: '地経学ブリーフィング',
    language: 'ja',
    nav: ['ホーム', '研究', '論考', 'イベント'],
    footer: '合成ページ（実在の研究所とは関係ありません）',
    schemaType: 'Article',
    marks: ['og', 'json-ld'],
  },
  pages: {
    '/2024/01/31/55114/': {
      title: '「もしもトランプ」に備えた東アジア諸国の同盟政策',
      date: '2024-01-31',
      section: '地経学ブリーフィング No.189',
      byline: '小木 洋人',
    },
  },
};

export const japaneseNews: Site[] = [nikkei, asahi, nhk, mainichi, tvAsahi, jiji, toyokeizai, geoeconomics];
