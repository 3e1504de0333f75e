import type { Language } from './index.ts';

/** What the local page says beyond the report: a row a phrase, a column a language. */
const rows = {
  title: ['Check a document', '核查文档', '文書を確認する'],
  intro: [
    'Nothing of the document leaves this machine but the addresses it cites.',
    '除所引网址外，文档内容不会离开本机。',
    '引用された URL のほか、文書の内容がこの計算機の外に出ることはない。',
  ],
  drop: [
    'Drop a Word, PDF, HTML or Markdown file here',
    '将 Word、PDF、HTML 或 Markdown 文件拖到此处',
    'Word・PDF・HTML・Markdown のファイルをここにドロップ',
  ],
  choose: ['Choose a file', '选择文件', 'ファイルを選ぶ'],
  orPaste: ['or paste text', '或粘贴文本', 'または文章を貼り付ける'],
  checkText: ['Check the text', '核查文本', '文章を確認する'],
  language: ['Language', '语言', '言語'],
  reading: ['Reading {name} …', '正在读取 {name}…', '{name} を読んでいます…'],
  running: [
    '{done} of {total} citations',
    '已完成 {done} 条引文，共 {total} 条',
    '引用 {total} 件中 {done} 件',
  ],
  left: ['about {time} left', '约剩 {time}', '残り約 {time}'],
  seconds: ['{count} s', '{count} 秒', '{count} 秒'],
  minutes: ['{count} min', '{count} 分钟', '{count} 分'],
  cancel: ['Cancel', '取消', '中止'],
  cancelling: ['Stopping …', '正在停止…', '中止しています…'],
  cancelled: [
    'Cancelled: what follows is what was settled by then.',
    '已取消，以下只是取消前已得出的结果。',
    '中止した。以下はそれまでに結論の出たものである。',
  ],
  finished: ['Done', '已完成', '完了'],
  another: ['Check another document', '核查另一文档', '別の文書を確認する'],
  unreadable: [
    'This document could not be read: it {why}',
    '无法读取此文档：{why}',
    'この文書は読めなかった：{why}',
  ],
  tooLarge: ['The file is larger than 16 MiB.', '文件超过 16 MiB。', 'ファイルが 16 MiB を超えている。'],
  empty: ['There is nothing in it.', '内容为空。', '中身が空である。'],
  busy: ['A run is under way; cancel it first.', '正在核查，请先取消。', '確認の途中である。先に中止する。'],
  lost: [
    'The connection to refvouch was lost. Is it still running?',
    '与 refvouch 的连接已断开，请确认它仍在运行。',
    'refvouch との接続が切れた。まだ動いているか確かめる。',
  ],
  noNotes: [
    'No notes were found in this document.',
    '此文档中没有找到注释。',
    'この文書に注は見つからなかった。',
  ],
  pending: ['waiting', '等待中', '待機中'],
  correct: ['Correct a field', '更正字段', '項目を訂正する'],
  correctOf: ['Correct a field: {title}', '更正字段：{title}', '項目を訂正する：{title}'],
  save: ['Judge again', '重新判断', '判定し直す'],
  refused: ['{field}: this cannot be read.', '{field}：无法识别。', '{field}：読み取れない。'],
  authorHint: ['Family, Given; Family, Given', '姓, 名; 姓, 名', '姓, 名; 姓, 名'],
  dateHint: ['YYYY-MM-DD', 'YYYY-MM-DD', 'YYYY-MM-DD'],
  waive: ['Waive', '豁免', '猶予する'],
  waiveOf: ['Waive: note {label}', '豁免：注 {label}', '猶予する：注 {label}'],
  what: ['What', '豁免内容', '対象'],
  linkOf: ['Link: {title}', '链接：{title}', 'リンク：{title}'],
  reason: ['Reason', '理由', '理由'],
  owner: ['By', '负责人', '責任者'],
  until: ['Until', '截止日期', '期限'],
  takeAway: ['Take away', '取走', '持ち帰る'],
  commentedDocx: ['Word file with comments', '带批注的 Word 文件', 'コメント付き Word'],
  takeHtml: ['Report (HTML)', '报告（HTML）', '報告（HTML）'],
  takeMarkdown: ['Report (Markdown)', '报告（Markdown）', '報告（Markdown）'],
} as const satisfies Record<string, readonly [en: string, zh: string, ja: string]>;

export type DeskPhrase = keyof typeof rows;
const columns: Record<Language, 0 | 1 | 2> = { en: 0, zh: 1, ja: 2 };

/** A phrase of the local page in a language, its braces not yet filled. */
export const deskPhrase = (phrase: DeskPhrase, language: Language): string => rows[phrase][columns[language]];
