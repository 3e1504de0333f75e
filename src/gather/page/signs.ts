import type { Collected } from './html.ts';
import type { LinkedData } from './json-ld.ts';

/** Marks in a page's mark-up, scripts and short text, each with what it is a sign of. Bait words count only in what a reader sees first. */
const markup: readonly (readonly [string, RegExp])[] = [
  [
    'cf-challenge',
    /^(?:cf-browser-verification|cf-challenge-running|cf_chl_|challenge-form|cf-im-under-attack|cf-error-details|action:.*__cf_chl)/,
  ],
  [
    'login-form',
    /^(?:login-form|loginform|signin-form|sign-in-form|login-box|js-login-form|action:.*(?:login|signin|sign-in))/,
  ],
  [
    'paywall',
    /^(?:paywall|paywall-overlay|subscriber-only|article-paywall|tp-modal|piano-container|gate-container|metered-paywall|regwall)/,
  ],
  ['cookie-wall', /^(?:cookie-wall|consent-wall|sp_message_container|qc-cmp2-container|didomi-popup-open)/],
];
const scripts: readonly (readonly [string, RegExp])[] = [
  ['cf-challenge', /\/cdn-cgi\/challenge-platform\/(?:h\/[a-z]\/)?orchestrate|challenges\.cloudflare\.com/],
  ['datadome', /captcha-delivery\.com/],
  ['perimeterx', /px-cloud\.net|perimeterx|px-captcha/],
  ['incapsula', /_Incapsula_Resource/],
  [
    'parking',
    /sedoparking|parkingcrew|bodis\.com|parklogic|dsparking|above\.com\/|domaincntrol|afternic|dan\.com\/|hugedomains|parking-lander|img\.sedo/i,
  ],
];
/** Words of walls and parked pages; tried on title, headings and the text of short pages only. */
const words: readonly (readonly [string, RegExp])[] = [
  [
    'challenge',
    /just a moment|attention required|checking (?:if the site connection is secure|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|are you (?:a )?(?:human|robot)|ddos protection by|security check|bot (?:detection|verification|protection)|please enable (?:js|javascript) and (?:disable|cookies)|unusual traffic|automated (?:access|requests|queries)|pardon our interruption|one more step|request unsuccessful\. incapsula|人机验证|安全验证|验证码|滑动验证|访问验证|ロボットではありません|アクセスが拒否|보안 ?확인|vérification de sécurité/i,
  ],
  [
    'blocked',
    /access (?:to this page has been |is )?denied|you (?:have been|are) blocked|sorry, you have been blocked|request (?:blocked|rejected)|forbidden|not (?:authorized|allowed) to (?:view|access)|your ip (?:address )?(?:has been|is)|禁止访问|访问被(?:拒绝|阻断|拦截)|您的访问(?:请求|被)|접근이 (?:거부|차단)|拒绝访问|アクセス(?:制限|できません)/i,
  ],
  ['rate-limited', /too many requests|rate limit(?:ed)?|slow down|请求过于频繁|访问过于频繁|アクセスが集中/i],
  [
    'legal',
    /unavailable for legal reasons|not available in your (?:country|region)|unavailable in (?:your country|the eu|most european)|due to (?:legal|gdpr)|根据(?:相关|有关)法律/i,
  ],
  [
    'login',
    /^(?:log ?in|sign ?in|login required|please (?:log|sign) in|member login|ログイン|サインイン|登录|登入|会员登录|로그인|anmelden|connexion|iniciar sesión)\b|(?:log|sign) in to (?:continue|view|read|access|your account)|you must (?:be logged|log|sign) in|ログインしてください|请(?:先)?登录|로그인이 필요/i,
  ],
  [
    'consent',
    /^(?:before you continue|we value your privacy|cookie consent|your privacy choices|consent)|accept (?:all )?cookies to continue|bevor sie fortfahren|avant d.accéder/i,
  ],
  [
    'paywall',
    /subscribe to (?:continue|read|keep reading|unlock)|to continue reading|this (?:article|content|story) is (?:for|only available to) (?:subscribers|members)|already a subscriber|この記事は(?:有料|会員限定)|有料会員限定|会員限定記事|残り\d+文字|订阅后(?:阅读|查看)|(?:本文|此文)为付费|유료 ?기사/i,
  ],
  [
    'parked',
    /(?:this|the) domain (?:name )?(?:is|may be) (?:for sale|parked|available)|buy this domain|domain (?:is )?for sale|parked (?:free|domain)|related searches|this (?:web ?page|site) is parked|domain has expired|renew your domain|make an offer on this domain|このドメインは|域名(?:出售|转让|已过期)|该域名|도메인.{0,6}(?:판매|만료)|diese domain steht zum verkauf/i,
  ],
  [
    'default-page',
    /welcome to nginx|apache2? (?:ubuntu |debian )?default page|it works!|iis windows server|test page for|default web ?site page|placeholder page|account suspended|under construction|coming soon|website is (?:disabled|suspended)|future home of|站点创建成功|没有找到站点|工事中/i,
  ],
  [
    'server-error',
    /internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|database (?:connection )?error|error establishing a database|application error|web server is down|origin is unreachable|server error in|fatal error:|503 backend|サーバーエラー|服务器(?:内部)?错误|서버 오류/i,
  ],
];

/** Text shorter than this is a notice, not an article; wall words in it count. */
const notice = 1800;

export function signsOf(found: Collected, data: LinkedData, title: string): string[] {
  const signs = new Set<string>();
  for (const word of found.words)
    for (const [sign, pattern] of markup) if (pattern.test(word)) signs.add(`markup:${sign}`);
  for (const source of found.scripts)
    for (const [sign, pattern] of scripts) if (pattern.test(source)) signs.add(`script:${sign}`);
  const heads = [title, ...found.headings.slice(0, 4).map(({ text }) => text)];
  for (const [sign, pattern] of words) {
    if (heads.some((head) => head.length < 160 && pattern.test(head))) signs.add(`head:${sign}`);
    if (found.textLength < notice && pattern.test(found.text.slice(0, notice * 2))) signs.add(`text:${sign}`);
  }
  if (data.free === false) signs.add('accessible-for-free:false');
  if (/^(?:locked|metered|subscription)/i.test((found.meta.get('article:content_tier') ?? []).join()))
    signs.add('content-tier');
  if ((found.counts['password-inputs'] ?? 0) > 0) signs.add('password-input');
  return [...signs];
}
