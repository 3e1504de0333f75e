/** Letters that one script alone uses, among the commonest; enough to tell a title. What JIS level 1 has is no proof against Japanese. */
const simplified =
  /[产业东书乐亚义亲仅链习宪们个为从众优传伟关兰兴农动务势华协单卖卫厂历压发变启员响团园围图圆块坚报场处备复头夺奋妈实审对导尔岁岛币师带帮应张归录总恶惊战户护拟择换损摆无时显晓术杀权极构标树样档桥检欢毕气汇汉汤沟泽洁测济浏润渐滚满滤灭灵灾炼热爱环现电疗盘监盖矿码础确离种积穷竞笔签简类粮级纪纯纳纵纷组细终经结绕绘给络绝统继绩续维综绿编缘罗罚联职肃胁胜脏脑节苏范荐获营萨蓝虑虽补观规视览觉计订认讨让训议讯记讲许论设访证评识诉词译试诗诚话该详语误说请诸读课谁调谈谋谢质贝负财责败货购贯费贺资赋赏赖赛趋车转轮软载较辑输边达迁过运还这进远连迟适选递邓邻释针钟钢钱铁银锁错长门闭问闲间闻队阳阴阶际陆陈险隐难雾韩页顶项顺须顾预领频题额风飞饭饮馆马驱验鱼鲜鸟鸡鸿鹏齐龙]/u;
const traditional =
  /[們從眾會傳體餘單賣歷壓雙變號啟團圍國圖圓聲處學實對將歲帶應歸錄總戀惡戰戶擇據擺數鬥斷舊顯曉權來樣檔檢樓歡氣澤淺濟瀏濤溫濕滿濾靈爐點狀獨畫盜礦碼稱簽縱經繞繪絕繼續綠臟腦營觀覽覺觸讓證譯說讀賴踐轉邊遞鄧鄰釋錢鐵險隨隱驅驗雞麥黃齊關發]/u;
const japanese =
  /[戦対総経済関発権図読売働込峠畑辻県縄応広圧単蔵価団児変験庁拠挙択検歯歳浄渋滝焼猟獣穂稲窓粋続縦繊聴脳臓舎蛍覚観訳謡譲豊転軽辺逓遅郷鉄鉱銭録鎮険雑霊頼顕駅騒髪鶏黒黙竜亀]/u;
/** New forms Japanese shares with simplified Chinese, and old forms it shares with traditional: side by side only in Japanese. */
const newForms = /[会体余双号叶后国声学将恋携数断旧条来楼没浅涛温湿炉点状独画盗称触践随麦党静残当万与寿]/u;
const oldForms =
  /[個為優偉蘭興農動務勢華協衛廠葉後員響園塊堅報場備復頭奪奮審導島幣師張驚護擬換損無時術機殺極構標樹橋畢漢湯溝潔測潤漸滅災煉熱愛環現電療盤監蓋礎確離種積窮競筆築簡類糧級紀純納紛組細終結給絡統績維編羅罰職脅勝節範薦獲慮補規視計訂認討訓議記講許論設訪評識訴詞試詩誠話該詳語誤請諸課調談謀謝質負財責敗貨購貫費賀資賦賞車輪軟載較輸達過運還進遠連適選針鐘鋼銀鎖錯長門閉問間聞陽陰階際陸陳難韓頁頂項順須預領頻題額風飛飲館馬魚鮮鳥鴻]/u;

const latinWords: readonly (readonly [string, RegExp])[] = [
  ['de', /\b(?:der|die|das|und|des|dem|den|von|für|zur|zum|über|eine?[rs]?|im|auf|als|nach|mit)\b/giu],
  ['fr', /\b(?:le|la|les|des|du|une?|et|pour|dans|sur|aux?|par|avec|l’|d’)\b/giu],
  ['es', /\b(?:el|los|las|del|una?|para|por|con|en|y|sobre|entre)\b/giu],
  ['it', /\b(?:il|gli|della?|delle|degli|nel|nella|per|con|una?|di|che)\b/giu],
  ['pt', /\b(?:os|das|dos|uma?|para|pelo|pela|com|não|em|ao)\b/giu],
  ['nl', /\b(?:het|een|van|voor|met|naar|door|bij|tegen)\b/giu],
  ['en', /\b(?:the|of|and|in|to|for|on|with|from|by|an?|at|is|are|how|after|between)\b/giu],
];

/** BCP 47 language of a short text by its scripts, its characters' forms and its small words; undefined where nothing tells. */
export function languageOf(text: string): string | undefined {
  if (/[\u3041-\u3096\u30a1-\u30fa]/u.test(text)) return 'ja';
  if (/[\uac00-\ud7af]/u.test(text)) return 'ko';
  if (/\p{Script=Han}/u.test(text)) {
    const [s, t, j] = [simplified, traditional, japanese].map((letters) => count(text, letters)) as [
      number,
      number,
      number,
    ];
    if (j > 0 && j >= s && j >= t) return 'ja';
    if (s > 0 && s >= t) return 'zh-Hans';
    if (t > 0) return 'zh-Hant';
    if (oldForms.test(text)) return newForms.test(text) ? 'ja' : 'zh-Hant';
    return 'zh';
  }
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru';
  if (/\p{Script=Arabic}/u.test(text)) return 'ar';
  if (/\p{Script=Thai}/u.test(text)) return 'th';
  if (/\p{Script=Greek}/u.test(text)) return 'el';
  if (!/\p{Script=Latin}/u.test(text)) return undefined;
  let best: [string, number] = ['en', 0];
  for (const [language, words] of latinWords) {
    const hits = text.match(words)?.length ?? 0;
    if (hits > best[1] || (hits === best[1] && language === 'en')) best = [language, hits];
  }
  return best[0];
}

const count = (text: string, letters: RegExp): number =>
  text.match(new RegExp(letters.source, 'gu'))?.length ?? 0;

/** The part of a tag that tells languages apart for a reader: `zh-Hans` and `zh-Hant` are one. */
export const primary = (language: string | undefined): string | undefined =>
  language?.toLowerCase().split(/[-_]/)[0];
