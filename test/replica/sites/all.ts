import type { Answer } from '../answer.ts';
import { bytes } from '../answer.ts';
import type { PageText } from '../page.ts';
import { html, inCharset } from '../page.ts';
import { pdf } from '../pdf.ts';
import { american } from './american.ts';
import { chinese } from './chinese.ts';
import { japaneseGovernment } from './japanese-government.ts';
import { japaneseNews } from './japanese-news.ts';
import { journals } from './journals.ts';
import type { Site } from './site.ts';
import { missingWords } from './site.ts';

export const sites: Site[] = [...japaneseNews, ...japaneseGovernment, ...american, ...chinese, ...journals];

const byHost = new Map(sites.map((site) => [site.host, site]));
export const siteOf = (url: URL): Site | undefined => byHost.get(url.hostname);

/** A page of this text in the look of the site at `url`. */
export const pageAt = (site: Site, url: URL, text: PageText): Answer =>
  inCharset(site.look, html(site.look, text, url.href));

/** What stood at this address when it was cited, whatever it answers now. */
export function original(url: URL): Answer | undefined {
  const site = siteOf(url);
  const path = url.pathname + url.search;
  const file = site?.files?.[path];
  if (file) return bytes(200, 'application/pdf', pdf(file), { 'accept-ranges': 'bytes' });
  const text = site?.pages[path];
  return site && text && pageAt(site, url, text);
}

/** The site's "not found" page, with the status it is sent with. */
export function missing(url: URL, status: number): Answer {
  const site = siteOf(url);
  if (!site)
    return bytes(status, 'text/html; charset=utf-8', '<title>404 Not Found</title><h1>404 Not Found</h1>');
  const words = site.missing ?? missingWords[site.look.language];
  const text: PageText = { title: words, date: '', instead: apologies[site.look.language] };
  return inCharset(site.look, html(site.look, text, url.href), status);
}

const apologies = {
  ja: '<p>ページが移動または削除された可能性があります。アドレスをご確認ください。</p><p><a href="/">トップへ戻る</a></p>',
  en: '<p>The page may have been moved or removed. Please check the address.</p><p><a href="/">Home</a></p>',
  zh: '<p>该页面可能已被移动或删除，请检查网址。</p><p><a href="/">返回首页</a></p>',
} as const;
