import { fold } from '../text/fold.ts';
import { weight } from './title-match.ts';

/** Words that many works are called by; a title made of these alone needs another witness. */
const words = fold2(
  'home|homepage|index|top|news|about|about us|contact|introduction|preface|foreword|editorial|abstract|overview|report|annual report|press release|statement|joint statement|white paper|summary|conclusion|welcome|untitled|article|blog|faq|help|search|archive|archives|speech|interview|review|book review|letter|letters|notes|the|of|and|a|for|on|national|security|defense|strategy|policy|review|program|guidelines|plan|' +
    '首页|主页|新闻|关于|关于我们|联系我们|引言|前言|序言|序|导论|导言|摘要|报告|年度报告|公告|通知|声明|联合声明|共同声明|白皮书|讲话|致辞|社论|评论|书评|专访|采访|综述|总结|' +
    'ホーム|トップ|トップページ|ニュース|お知らせ|概要|はじめに|おわりに|序章|終章|まえがき|あとがき|報告書|報告|年次報告|白書|声明|共同声明|共同宣言|会見|記者会見|社説|書評|談話|' +
    '国家|国民|安全|安全保障|保障|防衛|外交|経済|戦略|政策|計画|大綱|方針|整備|基本|指針|青書|目標|中期|' +
    '홈|뉴스|소개|공지사항|서론|머리말|보고서|성명|공동성명|사설|startseite|einleitung|vorwort|bericht|accueil|inicio|introducción|prólogo|introduzione',
);

function fold2(list: string): ReadonlySet<string> {
  return new Set(list.split('|').map(fold));
}

/** Whether a title says too little to tell its work from another: very short, or made of generic words alone. */
export function isGeneric(title: string): boolean {
  const folded = fold(title);
  if (weight(folded) < 7) return true;
  if (words.has(folded)) return true;
  const parts = title
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (parts.every((part) => words.has(fold(part)) || /^\d{1,4}$/.test(part))) return true;
  return weight(folded) <= 20 && madeOf(folded);
}

/** Whether a text without spaces is a row of generic words, longest first. */
function madeOf(folded: string): boolean {
  let at = 0;
  while (at < folded.length) {
    let step = 0;
    for (let length = Math.min(6, folded.length - at); length >= 2; length -= 1)
      if (words.has(folded.slice(at, at + length))) {
        step = length;
        break;
      }
    if (step === 0) return false;
    at += step;
  }
  return true;
}
