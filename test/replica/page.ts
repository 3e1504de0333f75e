import type { Answer, Charset } from './answer.ts';
import { bytes, encoded, escaped } from './answer.ts';
import type { FillerLanguage } from './filler.ts';
import { paragraphs } from './filler.ts';

/** How a site builds its pages: what all its pages share. */
export interface Look {
  siteName: string;
  language: FillerLanguage;
  /** The `lang` attribute, where it is more than `language`; empty where the site declares none. */
  lang?: string;
  /** The `<title>` of a page with this title. Default: `title | siteName`. */
  documentTitle?: (title: string) => string;
  nav: string[];
  footer: string;
  charset?: Charset;
  /** Where the charset is declared. Default: both. */
  charsetBy?: 'header' | 'meta' | 'both';
  schemaType?: 'NewsArticle' | 'WebPage' | 'Article' | 'ScholarlyArticle';
  /** What the site marks up besides `<title>`. Default: og. */
  marks?: ReadonlyArray<'og' | 'json-ld' | 'citation' | 'dc' | 'twitter'>;
  /** The element the page's own title stands in; `h2` where the site keeps `h1` for its name. */
  heading?: 'h1' | 'h2';
}

/** One page's own matter. Titles are bibliographic facts; everything else is ours. */
export interface PageText {
  title: string;
  /** ISO date. */
  date: string;
  modified?: string;
  section?: string;
  byline?: string;
  /** The page's heading, where it is not the title. */
  heading?: string;
  /** Sentences that must stand on the page, before the filler. */
  lead?: string[];
  /** How many paragraphs of filler. Default 6. */
  length?: number;
  /** Mark-up that stands in place of date and filler: an apology, a form. */
  instead?: string;
  /** False for a paywalled page, which then ends in an offer. */
  free?: boolean;
  alternates?: { language: string; url: string }[];
  citation?: Record<string, string | string[]>;
}

const dated = (date: string, language: FillerLanguage) => {
  const [year, month, day] = date.split('-').map(Number);
  if (language !== 'en') return `${year}年${month}月${day}日`;
  return new Date(`${date}T00:00:00Z`).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
};

const meta = (name: string, content: string, attribute = 'name') =>
  `<meta ${attribute}="${name}" content="${escaped(content)}">`;

const offers: Record<FillerLanguage, string> = {
  ja: 'この記事は有料会員限定です。残りの文章をお読みいただくには登録が必要です。',
  en: 'This article is for subscribers. Sign up to read the rest.',
  zh: '本文仅供会员阅读，注册后可阅读全文。',
};

function jsonLd(look: Look, page: PageText, url: string): string {
  const value = {
    '@context': 'https://schema.org',
    '@type': look.schemaType ?? 'WebPage',
    headline: page.title,
    datePublished: page.date,
    dateModified: page.modified ?? page.date,
    inLanguage: look.lang ?? look.language,
    mainEntityOfPage: url,
    publisher: { '@type': 'Organization', name: look.siteName },
    ...(page.byline ? { author: { '@type': 'Person', name: page.byline } } : {}),
    ...(page.free === undefined ? {} : { isAccessibleForFree: page.free }),
  };
  return `<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;
}

function marksOf(look: Look, page: PageText, url: string): string[] {
  const rows: Record<string, () => string[]> = {
    og: () => [
      meta('og:title', page.title, 'property'),
      meta('og:type', 'article', 'property'),
      meta('og:site_name', look.siteName, 'property'),
      meta('og:url', url, 'property'),
      meta('article:published_time', `${page.date}T09:00:00+09:00`, 'property'),
    ],
    twitter: () => [meta('twitter:card', 'summary'), meta('twitter:title', page.title)],
    'json-ld': () => [jsonLd(look, page, url)],
    dc: () => [meta('DC.title', page.title), meta('DC.date', page.date)],
    citation: () =>
      Object.entries({ citation_title: page.title, ...page.citation }).flatMap(([name, value]) =>
        [value].flat().map((one) => meta(name, one)),
      ),
  };
  return (look.marks ?? ['og']).flatMap((mark) => rows[mark]?.() ?? []);
}

/** The page in the site's look, as text. */
export function html(look: Look, page: PageText, url: string): string {
  const charset = look.charset ?? 'UTF-8';
  const declared = look.charsetBy !== 'header';
  const tag = look.heading ?? 'h1';
  const text = [...(page.lead ?? []), ...paragraphs(look.language, url, page.length ?? 6)];
  const body = page.instead ?? text.map((one) => `<p>${escaped(one)}</p>`).join('\n');
  const title = (look.documentTitle ?? ((text: string) => `${text} | ${look.siteName}`))(page.title);
  const lang = look.lang ?? look.language;
  return [
    '<!DOCTYPE html>',
    `<html${lang ? ` lang="${lang}"` : ''}>`,
    '<head>',
    declared ? `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">` : '',
    `<title>${escaped(title)}</title>`,
    meta('generator', 'refvouch replica (synthetic)'),
    meta('viewport', 'width=device-width,initial-scale=1'),
    `<link rel="canonical" href="${escaped(url)}">`,
    ...(page.alternates ?? []).map(
      (row) => `<link rel="alternate" hreflang="${row.language}" href="${escaped(row.url)}">`,
    ),
    ...(page.instead === undefined ? marksOf(look, page, url) : [meta('robots', 'noindex')]),
    '<link rel="stylesheet" href="/assets/site.css"><script src="/assets/site.js" defer></script>',
    '</head>',
    '<body>',
    tag === 'h2' ? `<header><h1 class="site">${look.siteName}</h1>` : '<header>',
    `<p class="logo"><a href="/">${look.siteName}</a></p>`,
    `<nav><ul>${look.nav.map((name, at) => `<li><a href="/section${at}/">${name}</a></li>`).join('')}</ul></nav></header>`,
    '<main>',
    page.section ? `<p class="breadcrumb"><a href="/">${look.siteName}</a> &gt; ${page.section}</p>` : '',
    '<article>',
    `<${tag} class="title">${escaped(page.heading ?? page.title)}</${tag}>`,
    page.instead === undefined
      ? `<p class="date"><time datetime="${page.date}">${dated(page.date, look.language)}</time></p>`
      : '',
    page.byline ? `<p class="byline">${escaped(page.byline)}</p>` : '',
    body,
    page.free === false ? `<div class="paywall"><p>${offers[look.language]}</p></div>` : '',
    '</article></main>',
    `<footer><p>${look.footer}</p></footer>`,
    '</body></html>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** HTML text in the site's charset, with the charset declared where the site declares it. */
export function inCharset(look: Look, text: string, status = 200): Answer {
  const charset = look.charset ?? 'UTF-8';
  const type = look.charsetBy === 'meta' ? 'text/html' : `text/html; charset=${charset}`;
  return bytes(status, type, encoded(text, charset), { 'cache-control': 'max-age=60', server: 'replica' });
}
