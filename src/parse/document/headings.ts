/** Words that head a reference section, by language. Numbering, mark-up and a closing colon around them are taken off first. */
const words = `
参考文献 主要参考文献 参考资料 参考书目 参考文献与注释 注释 注释与参考文献 注释及参考文献 尾注 脚注 附注 注 引用文献 引用资料 资料来源 文献 参考 引文
參考文獻 參考書目 參考資料 註釋 註解 註 腳註 注釋 附註 引用書目 徵引書目 徵引文獻
引用・参考文献 参考・引用文献 文献一覧 文献リスト 参照文献 出典 典拠 脚注・出典 註記 後注 参考ウェブサイト 注記 註・参考文献
참고문헌 참고 문헌 참고자료 주석 주 각주 미주 인용문헌 출처 參考文獻/참고문헌/references
references reference notes note endnotes footnotes bibliography sources works\u0020cited literature\u0020cited further\u0020reading citations references\u0020and\u0020notes notes\u0020and\u0020references cited\u0020works reference\u0020list selected\u0020bibliography
literatur literaturverzeichnis quellen quellenverzeichnis anmerkungen fußnoten einzelnachweise bibliographie références notes\u0020et\u0020références sources
`;
const known = new Set(
  words
    .split(/[ \n]+/)
    .filter(Boolean)
    .map((word) => word.replaceAll('\u0020', ' '))
    .flatMap((word) => [word, word.replaceAll(' ', '')]),
);
for (const phrase of [
  'works cited',
  'literature cited',
  'further reading',
  'references and notes',
  'notes and references',
  'cited works',
  'reference list',
  'selected bibliography',
  'notes et références',
  '참고 문헌',
])
  known.add(phrase);

/** What stands around a heading's words: `## `, `三、`, `4.2 `, `【`, `**`, `:`. */
const before =
  /^(?:#{1,6}\s{0,9}|={1,6}\s{0,9}|\*{1,3}|_{1,3}|[【〔[（(<《■●◆▼※]\s{0,3}|[一二三四五六七八九十]{1,3}\s{0,3}[、．.]\s{0,3}|(?:\d{1,2}\s{0,3}[.、．)]\s{0,3}){1,3}|[IVX]{1,5}\.\s{1,3})/u;
const after = /(?:\s{0,9}[:：]|\s{0,9}[】〕\]）)>》]|\s{0,9}={1,6}|\*{1,3}|_{1,3}|\s{0,9}#{1,6})$/u;

/** Whether a line is the heading of a reference section, in any of the languages, or in several at once (`參考文獻 / References`). */
export function isReferenceHeading(line: string): boolean {
  let text = line.trim();
  if (text.length > 60 || !/\p{L}/u.test(text)) return false;
  for (let round = 0; round < 4; round += 1) text = text.replace(before, '').replace(after, '').trim();
  const folded = text.normalize('NFKC').toLowerCase();
  const parts = [folded, folded.replace(/\s/g, '')];
  if (parts.some((part) => known.has(part))) return true;
  const several = folded
    .split(/\s{0,3}[/／|｜（(]\s{0,3}|\s{2,9}/)
    .map((part) => part.replace(/[)）]$/, '').trim())
    .filter(Boolean);
  return several.length > 1 && several.every((part) => known.has(part) || known.has(part.replace(/\s/g, '')));
}

/** Lines of a page that follow the notes and belong to the site, not to the article. */
const furniture =
  /^(?:上一篇|下一篇|上一頁|下一頁|上一页|下一页|相关(?:阅读|文章|链接|新闻)|相關(?:閱讀|文章)|延伸阅读|推荐阅读|责任编辑|責任編輯|责编|编辑[:：]|作者简介|作者簡介|关于作者|版权声明|转载请|本文(?:系|为|仅代表)|收稿日期|基金项目|返回(?:顶部|列表)|分享到|打印本页|関連(?:記事|リンク)|著者(?:紹介|略歴)|前の記事|次の記事|저자\s?소개|관련\s?기사|이전\s?글|다음\s?글|about the authors?|author biograph|related (?:articles|posts)|previous (?:post|article)|next (?:post|article)|share this|copyright|acknowledg)/iu;
export const isFurniture = (line: string): boolean => furniture.test(line.trim());
