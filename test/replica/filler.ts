/** Sentences of our own that stand where the real text would be. They say nothing about the cited matter. */
const bank = {
  ja: [
    'このページは、引用検証ツール refvouch の試験のために書き下ろした合成の代用品であり、実在の記事や発表の本文ではありません。',
    '見出しと日付は書誌情報として同じものを用いていますが、以下の文章はすべて架空のものです。',
    '検証の対象になるのは、題名がどこに置かれているか、文字コードがどう宣言されているか、そして応答がどう返るかという点だけです。',
    '段落の数と長さは、実際のページの構造に近づけるために調整してあります。',
    '記者や担当課の名前が示されている場合も、役割を表すための仮のものにすぎません。',
    '案内板の向こうに並ぶ棚には、古い時刻表と地図が順番に置かれていました。',
    '午前の部では資料の並べ方について、午後の部では索引の作り方について話し合いが行われました。',
    '会場に集まった人々は、配られた一覧を手にして、番号の若い順に席に着きました。',
    '窓の外では雨が上がり、川沿いの道を歩く人の姿が少しずつ増えていきました。',
    '次の回は季節が変わるころに予定されており、詳しい日程は追って知らせるとのことです。',
    '倉庫の奥から見つかった箱には、丁寧な字で書かれた目録が添えられていました。',
    '参加者の一人は、手順を書き残しておくことの大切さを何度も繰り返しました。',
    '数字はいずれも説明のための例であり、統計として使うことはできません。',
    '最後に、本ページの複製や引用は、試験の目的に限って行ってください。',
  ],
  en: [
    'This page is a synthetic stand-in written for the tests of the citation checker refvouch; it is not the text of the real publication.',
    'The headline and the date are bibliographic facts, while every sentence below was made up for the purpose.',
    'What is under test is where the title stands, how the encoding is declared, and how the server answers.',
    'The number and length of these paragraphs were chosen to resemble an ordinary page of its kind.',
    'Any byline shown here marks a role in the layout and nothing more.',
    'The morning was spent putting the maps back into their drawers, oldest at the bottom.',
    'A clerk read out the numbers while another wrote them into the long register by the window.',
    'Rain had kept the harbour quiet, and the ferries left with half of their seats empty.',
    'Nobody could say who had labelled the boxes, but the handwriting was patient and even.',
    'The next meeting is planned for the turn of the season, and its agenda will follow.',
    'Several visitors asked for the index, which turned out to be longer than the book.',
    'Figures in this text are examples and must not be used as statistics.',
    'The gardener explained once more why the smaller gate is closed on Mondays.',
    'Please copy or quote this page for testing only.',
  ],
  zh: [
    '本页是为引文核查工具 refvouch 的测试而撰写的合成替代页面，并非该刊物或媒体的真实正文。',
    '标题与日期属于书目事实，以下各段文字则全部为虚构。',
    '需要检验的只是标题出现在何处、字符编码如何声明，以及服务器怎样应答。',
    '段落的数量和长短，是为了接近同类网页的一般结构而安排的。',
    '页面上出现的署名仅表示版面中的位置，并无其他含义。',
    '上午，管理员把旧地图按年代放回抽屉，最早的一张压在最下面。',
    '窗边的桌上摊着一本很长的登记簿，每一行都写得工整而耐心。',
    '雨停以后，沿河散步的人渐渐多了起来，渡船也重新开航。',
    '没有人记得是谁给这些箱子贴上了标签，只知道字迹十分清楚。',
    '下一次会议定在换季的时候，具体议程将另行通知。',
    '几位访客索要索引，结果发现索引比正文还要厚。',
    '文中的数字只是举例，不能作为统计资料使用。',
    '园丁又一次解释了小门为什么每逢星期一关闭。',
    '请仅为测试目的复制或引用本页内容。',
  ],
} as const;

export type FillerLanguage = keyof typeof bank;

/** A small stable hash, so that each page has its own order of sentences and the same one every time. */
export function seedOf(text: string): number {
  let hash = 2166136261;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16777619) >>> 0;
  }
  return hash;
}

/** `count` paragraphs; the first always says what the page is. */
export function paragraphs(language: FillerLanguage, seed: string, count = 6): string[] {
  const sentences = bank[language];
  const gap = language === 'en' ? ' ' : '';
  const rest = sentences.slice(2);
  let state = seedOf(seed);
  const pick = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return rest[state % rest.length] as string;
  };
  const first = `${sentences[0]}${gap}${sentences[1]}`;
  return [first, ...Array.from({ length: count - 1 }, () => [pick(), pick(), pick()].join(gap))];
}
