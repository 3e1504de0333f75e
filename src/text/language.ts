/** Letters that one script alone uses, among the commonest; enough to tell a title. What JIS level 1 has is no proof against Japanese. */
const simplified =
  /[产业东书乐亚义亲仅链习宪们个为从众优传伟关兰兴农动务势华协单卖卫厂历压发变启员响团园围图圆块坚报场处备复头夺奋妈实审对导尔岁岛币师带帮应张归录总恶惊战户护拟择换损摆无时显晓术杀权极构标树样档桥检欢毕气汇汉汤沟泽洁测济浏润渐滚满滤灭灵灾炼热爱环现电疗盘监盖矿码础确离种积穷竞笔签简类粮级纪纯纳纵纷组细终经结绕绘给络绝统继绩续维综绿编缘罗罚联职肃胁胜脏脑节苏范荐获营萨蓝虑虽补观规视览觉计订认讨让训议讯记讲许论设访证评识诉词译试诗诚话该详语误说请诸读课谁调谈谋谢质贝负财责败货购贯费贺资赋赏赖赛趋车转轮软载较辑输边达迁过运还这进远连迟适选递邓邻释针钟钢钱铁银锁错长门闭问闲间闻队阳阴阶际陆陈险隐难雾韩页顶项顺须顾预领频题额风飞饭饮馆马驱验鱼鲜鸟鸡鸿鹏齐龙]/u;
const traditional =
  /[們從眾會傳體餘單賣歷壓雙變號啟團圍國圖圓聲處學實對將歲帶應歸錄總戀惡戰戶擇據擺數鬥斷舊顯曉權來樣檔檢樓歡氣澤淺濟瀏濤溫濕滿濾靈爐點狀獨畫盜礦碼稱簽縱經繞繪絕繼續綠臟腦營觀覽覺觸讓證譯說讀賴踐轉邊遞鄧鄰釋錢鐵險隨隱驅驗雞麥黃齊關發]/u;
const japanese =
  /[戦対総経済関発権図読売働込峠畑辻県縄応広圧単蔵価団児変験庁拠挙択検浄渋滝焼猟獣穂稲窓粋続縦繊聴脳臓舎蛍覚観訳謡譲豊転軽辺逓遅郷鉄鉱銭録鎮険雑霊頼顕駅騒髪鶏黒黙竜亀]/u;
/** Small words of languages in Latin letters, and letters or endings that few others have. */
const latin: readonly (readonly [language: string, words: string, marks: RegExp | undefined])[] = [
  [
    'en',
    'the of and in to for on with from by an at is are was were be how what why who when after between over into its this that your you we our their has have will not as about new',
    /(?:ing|tion|ness|ough|ght|wh\p{L}{1,3})$/u,
  ],
  [
    'de',
    'der die das und des dem den von für zur zum über ein eine einer eines einem im auf als nach mit ist sind nicht wie was bei aus vom wir sich auch noch durch gegen unter zwischen am',
    /[ßäöü]|(?:ung|keit|heit|lich|isch|schaft|chen|mus)(?:en|es|e|er|s)?$|(?:sch|tz|äu)/u,
  ],
  [
    'fr',
    'le la les des du un une et pour dans sur aux au par avec que qui est sont ne pas plus ce cette son ses entre comment leur nous vous l d',
    /[œçêèâîûëù]|(?:tion|eux|aux|ique|ité|ment)s?$/u,
  ],
  [
    'es',
    'el los las del un una para por con en y sobre entre que se su sus más como al es son no lo desde hacia',
    /[ñ¿¡]|(?:ción|ciones|dad|ías?|ando|iendo)$/u,
  ],
  [
    'it',
    'il gli della delle degli dei nel nella per con un una di che non è sono come dal alla ai tra fra più lo',
    /(?:zione|zioni|ità|mente|aggio|ella|etto)$/u,
  ],
  [
    'pt',
    'os das dos um uma para pelo pela com não em ao da do que na no nas nos por mais sobre são é',
    /[ãõ]|(?:ção|ções|dade|mente)$/u,
  ],
  [
    'nl',
    'het een van voor met naar door bij tegen de en op te zijn niet dat aan uit over om',
    /(?:ij|aa|oe|uu|heid|lijk)/u,
  ],
  ['sv', 'och att det som en ett för med av på den inte till är om från efter', /[åäö](?!u)/u],
  ['da', 'og at det som en et for med af på den ikke til er om fra efter de', /[øæå]/u],
  ['no', 'og å det som en et for med av på den ikke til er om fra etter', /[øæå]/u],
  ['pl', 'na do nie się że dla po od jest przez jak', /[łąęśźżćń]/u],
  ['cs', 'na do se že pro po od je jak', /[řěůčš]/u],
  ['hu', 'a az és egy nem hogy is van meg', /[őű]/u],
  ['tr', 've bir bu için ile', /[ğşı]/u],
  ['ro', 'și în de cu pe un din pentru care', /[ățș]/u],
  ['fi', 'ja on ei se että oli kun mutta', /(?:ssa|ssä|lla|llä|sta|stä|inen|minen)$/u],
  ['vi', 'và của là cho các với không được', /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u],
  ['id', 'yang dan di untuk dengan dari ke ini pada dalam', undefined],
  ['is', 'og að í á er sem til við um ekki', /[ðþ]/u],
];
const languagesOf = new Map<string, number[]>();
for (const [index, [, words]] of latin.entries())
  for (const word of words.split(' ')) languagesOf.set(word, [...(languagesOf.get(word) ?? []), index]);
const latinNames: ReadonlySet<string> = new Set([
  ...latin.map(([language]) => language),
  'nb',
  'nn',
  'ca',
  'et',
  'lt',
  'lv',
  'sk',
  'sl',
  'hr',
]);

/** Whether a language is written in Latin letters. */
export const isLatin = (language: string): boolean => latinNames.has(language);

export interface Detected {
  language: string;
  /** False where little told, as in two words of Latin letters, or in Han characters that Chinese and Japanese share. */
  sure: boolean;
}

const clear = (language: string): Detected => ({ language, sure: true });

/** BCP 47 language of a text by its scripts, its characters' forms and its small words; undefined where nothing tells. */
export function detectLanguage(text: string): Detected | undefined {
  if (/[\u3041-\u3096\u30a1-\u30fa]/u.test(text)) return clear('ja');
  if (/[\uac00-\ud7af]/u.test(text)) return clear('ko');
  if (/\p{Script=Han}/u.test(text)) return hanOf(text);
  for (const [language, script] of scripts) if (script.test(text)) return clear(language);
  return /\p{Script=Latin}/u.test(text) ? latinOf(text) : undefined;
}

/** The same without how sure it is. */
export const languageOf = (text: string): string | undefined => detectLanguage(text)?.language;

const scripts: readonly (readonly [string, RegExp])[] = [
  ['uk', /[іїєґ]/iu],
  ['ru', /\p{Script=Cyrillic}/u],
  ['ar', /\p{Script=Arabic}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['th', /\p{Script=Thai}/u],
  ['el', /\p{Script=Greek}/u],
  ['hi', /\p{Script=Devanagari}/u],
];

function hanOf(text: string): Detected {
  // Running Japanese always has kana; a title may do without.
  const titleLike = text.length < 60;
  if (titleLike && /[「」『』]/u.test(text) && japanese.test(text) && !simplified.test(text))
    return clear('ja');
  const [s, t, j] = [simplified, traditional, japanese].map((letters) => count(text, letters)) as [
    number,
    number,
    number,
  ];
  if (titleLike && j > 0 && s === 0 && t <= j) return clear('ja');
  if (s > 0 && s >= t) return clear('zh-Hans');
  if (t > 0) return clear('zh-Hant');
  return { language: 'zh', sure: false };
}

/** Words looked at for small words, and for letters and endings. */
const mostWords = 300;
const mostMarked = 40;

function latinOf(text: string): Detected {
  const words = text
    .toLowerCase()
    .slice(0, 3000)
    .split(/[^\p{L}\p{M}¿¡]+/u)
    .slice(0, mostWords);
  const scores = new Array<number>(latin.length).fill(0);
  let marked = 0;
  for (const word of words) {
    const known = languagesOf.get(word);
    if (known) for (const index of known) scores[index] = (scores[index] as number) + 2;
    else if (word.length > 2 && marked < mostMarked) {
      marked += 1;
      for (const [index, [, , marks]] of latin.entries())
        if (marks?.test(word)) scores[index] = (scores[index] as number) + 1;
    }
  }
  const [best = 0, second = 0] = scores.toSorted((a, b) => b - a);
  const language = best === 0 ? 'en' : (latin[scores.indexOf(best)]?.[0] ?? 'en');
  return { language, sure: best >= 2 && best > second * 1.3 };
}

const count = (text: string, letters: RegExp): number =>
  text.match(new RegExp(letters.source, 'gu'))?.length ?? 0;

/** The part of a tag that tells languages apart for a reader: `zh-Hans` and `zh-Hant` are one. */
export const primary = (language: string | undefined): string | undefined =>
  language?.toLowerCase().split(/[-_]/)[0];
