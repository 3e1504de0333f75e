/** Letters of Chinese that Japanese does not use, and the other way round, in the commonest words; enough to tell a title. */
const simplified =
  /[们个为从众优会传伟体余关兰兴农动务势华协单卖卫厂历压双发变号叶后启员响团园围国图圆块坚报场声处备复头夺奋妈学实审对导将尔岁岛币师带帮应张归录总恋恶惊战户护报拟择换据损摆携数斗断无时旧显晓术机杀权条来极构标树样档桥检楼欢毕气汇汉汤沟没泽洁浅测济浏涛润渐温湿滚满滤灭灵灾炉点炼热爱状独环现电画疗盘监盖盗着矿码础确离种积称穷竞笔筑签简类粮级纪纯纳纵纷组细终经结绕绘给络绝统继绩续维综绿编缘罗罚联职肃胁胜脏脑节苏范荐获营萨蓝虑虽补观规视览觉触计订认讨让训议讯记讲许论设访证评识诉词译试诗诚话该详语误说请诸读课谁调谈谋谢质贝负财责败货质购贯费贺资赋赏赖赛趋践车转轮软载较辑输边达迁过运还这进远连迟适选递邓邻释里针钟钢钱铁银锁错长门闭问闲间闻队阳阴阶际陆陈险随隐难雾韩页顶项顺须顾预领频题额风飞饭饮馆马驱验鱼鲜鸟鸡鸿鹏麦黄齐龙]/u;
const traditional =
  /[們個為從眾優會傳偉體餘關蘭興農動務勢華協單賣衛廠歷壓雙發變號葉後啟員響團園圍國圖圓塊堅報場聲處備復頭奪奮學實審對導將歲島幣師帶幫應張歸錄總戀惡驚戰戶護擬擇換據損擺攜數鬥斷無時舊顯曉術機殺權條來極構標樹樣檔橋檢樓歡畢氣匯漢湯溝澤潔淺測濟瀏濤潤漸溫濕滾滿濾滅靈災爐點煉熱愛狀獨環現電畫療盤監蓋盜礦碼礎確離種積稱窮競筆築簽簡類糧級紀純納縱紛組細終經結繞繪給絡絕統繼績續維綜綠編緣羅罰聯職肅脅勝臟腦節蘇範薦獲營薩藍慮雖補觀規視覽覺觸計訂認討讓訓議訊記講許論設訪證評識訴詞譯試詩誠話該詳語誤說請諸讀課誰調談謀謝質貝負財責敗貨購貫費賀資賦賞賴賽趨踐車轉輪軟載較輯輸邊達遷過運還這進遠連遲適選遞鄧鄰釋針鐘鋼錢鐵銀鎖錯長門閉問閒間聞隊陽陰階際陸陳險隨隱難霧韓頁頂項順須顧預領頻題額風飛飯飲館馬驅驗魚鮮鳥雞鴻鵬麥黃齊龍]/u;
/** Japanese forms that neither Chinese script uses. */
const japanese =
  /[戦対総経済関発権図独読売択党働込峠畑辻県沖縄応広圧単蔵価団児変験庁拠挙択検権歯歳残浄渋滝焼猟獣発県穂稲窓粋糸続総縁縦繊聴脳臓舎芸茎荘蔵蛍補覚観訳読謡譲豊転軽辺逓遅郷鉄鉱銭録鎮関険雑霊静頼顔顕駅騒験髪鶏黒黙竜亀]/u;

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
    if (/[「」『』]/u.test(text) && japanese.test(text)) return 'ja';
    const [s, t, j] = [simplified, traditional, japanese].map((letters) => count(text, letters)) as [
      number,
      number,
      number,
    ];
    if (j > 0 && s === 0 && t <= j) return 'ja';
    if (s > 0 && s >= t) return 'zh-Hans';
    if (t > 0 && t > s) return 'zh-Hant';
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
