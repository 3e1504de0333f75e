import type { Answer, Answers, Asked } from './answer.ts';
import { bytes, coded, redirect } from './answer.ts';
import { paragraphs } from './filler.ts';
import type { PageText } from './page.ts';
import { html, inCharset } from './page.ts';
import { missing, original, pageAt, siteOf } from './sites/all.ts';

/** What the server at a cited address does now. */
export type Does =
  | { kind: 'serves'; coding?: 'gzip' | 'br'; slow?: number }
  /** 301 over every address of `through`; the last one answers with its own page. */
  | { kind: 'moved'; through: string[] }
  /** 302 to `to`, which answers with its own page, or with this address's where it has none. */
  | { kind: 'found'; to: string }
  | { kind: 'not-found' }
  | { kind: 'gone' }
  /** The site's "not found" page, sent with status 200. */
  | { kind: 'soft-404' }
  /** 302 to the site's entrance. */
  | { kind: 'to-root'; root: string }
  /** Another text at the same address. */
  | { kind: 'drifted'; page: PageText }
  /** This text in another language, with the way to the cited one in `hreflang`. */
  | {
      kind: 'translated';
      page: PageText;
      lang: string;
      siteName: string;
      alternate: { language: string; url: string };
    }
  | { kind: 'challenge' }
  /** 302 to a page that asks for an account. */
  | { kind: 'login'; to: string }
  /** 429 with Retry-After once, then the page. */
  | { kind: 'limited'; retryAfter: number }
  | { kind: 'parked' }
  | { kind: 'shell' };

const page = (url: URL): Answer => original(url) ?? missing(url, 404);

const challenge = (asked: Asked): Answer =>
  bytes(
    403,
    'text/html; charset=UTF-8',
    `<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title><meta name="robots" content="noindex,nofollow"><meta name="generator" content="refvouch replica (synthetic)"><meta http-equiv="refresh" content="390"></head><body><div class="main-wrapper"><h1>${asked.host}</h1><h2 id="challenge-running">Checking if the site connection is secure</h2><noscript>Enable JavaScript and cookies to continue</noscript><div id="challenge-form"></div></div><script src="/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1?ray=0000000000000000"></script></body></html>`,
    { 'cf-mitigated': 'challenge', server: 'cloudflare', 'cache-control': 'private, no-store' },
  );

/** The page a site shows to those who are not logged in. */
export const loginPage = (url: URL): Answer => {
  const site = siteOf(url);
  if (!site) return missing(url, 404);
  const text: PageText = {
    title: 'ログイン',
    date: '',
    instead:
      '<p>続きを読むにはログインしてください。</p><form method="post" action="/login"><label>メールアドレス <input type="email" name="mail"></label><label>パスワード <input type="password" name="password"></label><button>ログイン</button></form>',
  };
  return pageAt(site, url, text);
};

const parked = (asked: Asked): Answer =>
  bytes(
    200,
    'text/html; charset=utf-8',
    `<!DOCTYPE html><html data-adblockkey="synthetic"><head><title>${asked.host} - This website is for sale! - ${asked.host.split('.')[0]} Resources and Information.</title><meta name="generator" content="refvouch replica (synthetic)"><meta name="description" content="This website is for sale! ${asked.host} is your first and best source for information."></head><body><h1>${asked.host}</h1><p>The domain ${asked.host} may be for sale. Buy this domain.</p><ul><li>Related searches</li><li>Insurance</li><li>Loans</li></ul><script src="https://img.sedoparking.example/js/jquery.js"></script><p>The Sedo Domain Parking service shows this page (synthetic).</p></body></html>`,
  );

const shell = (url: URL): Answer => {
  const name = siteOf(url)?.look.siteName ?? url.hostname;
  return bytes(
    200,
    'text/html; charset=utf-8',
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${name}</title><meta name="generator" content="refvouch replica (synthetic)"><script defer src="/static/js/runtime.js"></script><script defer src="/static/js/main.js"></script></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>`,
  );
};

/** Every address a behaviour needs, the cited one first: address without fragment → what it answers. */
export function addresses(cited: string, does: Does): [string, Answers][] {
  const url = new URL(cited);
  url.hash = '';
  const here = (answers: Answers): [string, Answers] => [url.href, answers];
  switch (does.kind) {
    case 'serves': {
      const answer = (): Answer => {
        const plain = { ...page(url), slow: does.slow ?? 0 };
        return does.coding ? coded(plain, does.coding) : plain;
      };
      return [here(answer)];
    }
    case 'moved': {
      const chain = [url.href, ...does.through];
      return chain.map((from, at): [string, Answers] => {
        const to = chain[at + 1];
        return [from, () => (to ? redirect(301, to) : page(new URL(from)))];
      });
    }
    case 'found':
      return [here(() => redirect(302, does.to)), [does.to, () => original(new URL(does.to)) ?? page(url)]];
    case 'not-found':
      return [here(() => missing(url, 404))];
    case 'gone':
      return [here(() => missing(url, 410))];
    case 'soft-404':
      return [here(() => missing(url, 200))];
    case 'to-root':
      return [here(() => redirect(302, does.root)), [does.root, () => page(new URL(does.root))]];
    case 'drifted':
      return [here(() => pageAt(siteOf(url)!, url, does.page))];
    case 'translated':
      return [here(() => translated(url, does)), [does.alternate.url, () => page(url)]];
    case 'challenge':
      return [here(challenge)];
    case 'login':
      return [here(() => redirect(302, does.to)), [does.to, () => loginPage(new URL(does.to))]];
    case 'limited':
      return [here((asked) => (asked.before > 0 ? page(url) : tooMany(does.retryAfter)))];
    case 'parked':
      return [here(parked)];
    case 'shell':
      return [here(() => shell(url))];
  }
}

const tooMany = (seconds: number): Answer =>
  bytes(429, 'text/html; charset=utf-8', '<title>429 Too Many Requests</title><h1>Too Many Requests</h1>', {
    'retry-after': String(seconds),
  });

function translated(url: URL, does: Extract<Does, { kind: 'translated' }>): Answer {
  const site = siteOf(url);
  if (!site) return missing(url, 404);
  const look = {
    ...site.look,
    language: 'en' as const,
    lang: does.lang,
    siteName: does.siteName,
    documentTitle: undefined,
    footer: `Synthetic page, not connected with ${does.siteName}`,
    nav: ['Home', 'News', 'Policies', 'About'],
  };
  return inCharset(look, html(look, { ...does.page, alternates: [does.alternate] }, url.href));
}

/** A page of no interest, for addresses of known hosts that nobody cited: an entrance, a section. */
export function entrance(url: URL): Answer {
  const site = siteOf(url);
  if (!site || url.pathname !== '/') return missing(url, 404);
  const text: PageText = {
    title: site.look.siteName,
    date: '2026-01-01',
    instead: paragraphs(site.look.language, url.href, 3)
      .map((one) => `<p>${one}</p>`)
      .join('\n'),
  };
  return pageAt(site, url, text);
}
