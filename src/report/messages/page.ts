import type { Language } from './index.ts';

/** What pages say beyond what all reports say: a row a phrase, a column a language. */
const rows = {
  skip: ['Skip to the notes', '跳到注释', '注へ移動'],
  standing: [
    '{hand} notes need a hand, {open} could not be settled by a program, {none} need nothing.',
    '{hand} 条注释需要处理，{open} 条程序无法判定，{none} 条无需处理。',
    '対応が必要な注 {hand} 件、プログラムでは判定できない注 {open} 件、対応不要の注 {none} 件。',
  ],
  summary: ['Summary', '概要', '概要'],
  strip: ['The notes at a glance', '注释一览', '注の一覧'],
  stripHint: [
    'Each tile is a note and leads to it; a band in it is a citation, coloured by its status.',
    '每格为一条注释，点击即可前往；格中每条色带为一条引文，颜色表示结论。',
    '一枡が一つの注で、押すとその注へ移る。枡の中の帯が引用で、色が判定を示す。',
  ],
  hosts: ['Hosts by share of problems', '各网站的问题比例', 'サイト別の問題の割合'],
  host: ['Host', '网站', 'サイト'],
  problems: ['Problems', '有问题', '問題あり'],
  share: ['{count} of {of}', '{of} 条中 {count} 条', '{of} 件中 {count} 件'],
  ages: ['Age of the links against their survival', '链接年龄与存活情况', 'リンクの古さと生存'],
  age: ['Since the note saw it', '距注释所记日期', '注の日付から'],
  years: ['{from}–{to} years', '{from}–{to} 年', '{from}〜{to} 年'],
  yearsOver: ['{from} years and more', '{from} 年以上', '{from} 年以上'],
  stands: ['stands', '有效', '有効'],
  lost: ['lost or replaced', '失效或被替换', '消失・差し替え'],
  unsettled: ['not settled', '未判定', '判定できず'],
  notes: ['Notes', '注释', '注'],
  search: ['Search', '搜索', '検索'],
  show: ['Show', '显示', '表示'],
  all: ['All', '全部', 'すべて'],
  hand: ['Needs a hand', '需要处理', '要対応'],
  open: ['Not settled', '无法判定', '判定できず'],
  none: ['Nothing to do', '无需处理', '対応不要'],
  anyStatus: ['Any status', '全部结论', 'すべての判定'],
  shown: ['{count} of {all} notes shown', '显示 {count} 条，共 {all} 条', '{all} 件中 {count} 件を表示'],
  download: ['Download', '下载', 'ダウンロード'],
  biblatex: ['BibLaTeX', 'BibLaTeX', 'BibLaTeX'],
  cslJson: ['CSL-JSON', 'CSL-JSON', 'CSL-JSON'],
  reportJson: ['Report (JSON)', '报告（JSON）', '報告（JSON）'],
  corrected: ['Corrected reference', '改正后的注释', '修正した注'],
  copyCorrected: ['Copy corrected reference', '复制改正后的注释', '修正した注をコピー'],
  copyPrinted: ['Copy reference', '复制注释', '注をコピー'],
  copied: ['Copied', '已复制', 'コピーした'],
  evidence: ['Citation and evidence', '引文与证据', '引用と証拠'],
  evidenceOf: ['Citation and evidence: note {label}', '引文与证据：注 {label}', '引用と証拠：注 {label}'],
  citation: ['Citation {number}', '引文 {number}', '引用 {number}'],
  readAs: ['Read as', '解析为', '読み取り'],
  verdict: ['Verdict', '结论', '判定'],
  visits: ['Visits', '访问', '訪問'],
  hops: ['Exchanges', '往来', 'やり取り'],
  candidates: ['Titles the page gives', '页面所示标题', 'ページの示す題名'],
  snapshots: ['Archived copies', '存档副本', '保存された写し'],
  registries: ['Registries', '登记机构', '登録機関'],
  noVisit: ['Nothing was visited.', '没有访问任何网址。', '訪問していない。'],
  sure: ['{percent} % sure', '把握 {percent} %', '確度 {percent} %'],
  smallFaults: ['{count} remarks on form', '{count} 条格式提示', '体裁についての指摘 {count} 件'],
  problem: ['{severity}:', '{severity}：', '{severity}：'],
  waivedBecause: ['waived: {reason}', '已豁免：{reason}', '猶予：{reason}'],
  made: [
    'Made by {tool} {version} on {date}.',
    '{date} 由 {tool} {version} 生成。',
    '{date}、{tool} {version} により作成。',
  ],
  archivedIn: [', archived on {date} at {url}', '，存档于 {date}：{url}', '、{date} アーカイブ {url}'],
} as const satisfies Record<string, readonly [en: string, zh: string, ja: string]>;

export type PagePhrase = keyof typeof rows;
const columns: Record<Language, 0 | 1 | 2> = { en: 0, zh: 1, ja: 2 };

/** A phrase of the pages in a language, its braces not yet filled. */
export const pagePhrase = (phrase: PagePhrase, language: Language): string => rows[phrase][columns[language]];

/** CSL fields a person is shown, in the order they are shown. */
const fields = {
  type: ['Type', '类型', '種類'],
  title: ['Title', '标题', '題名'],
  author: ['Authors', '作者', '著者'],
  editor: ['Editors', '编者', '編者'],
  translator: ['Translators', '译者', '訳者'],
  'container-title': ['In', '所载', '掲載'],
  publisher: ['Publisher', '出版者', '発行者'],
  'publisher-place': ['Place', '出版地', '発行地'],
  volume: ['Volume', '卷', '巻'],
  issue: ['Issue', '期', '号'],
  page: ['Pages', '页码', 'ページ'],
  issued: ['Published', '发表日期', '発行日'],
  accessed: ['Accessed', '访问日期', '閲覧日'],
  URL: ['URL', '网址', 'URL'],
  DOI: ['DOI', 'DOI', 'DOI'],
  ISBN: ['ISBN', 'ISBN', 'ISBN'],
  language: ['Language', '语言', '言語'],
} as const satisfies Record<string, readonly [en: string, zh: string, ja: string]>;

export type ShownField = keyof typeof fields;
export const shownFields = Object.keys(fields) as ShownField[];
export const fieldName = (field: ShownField, language: Language): string => fields[field][columns[language]];
