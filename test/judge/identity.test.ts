import { describe, expect, it } from 'vitest';
import { identityOf } from '../../src/judge/index.ts';
import { matchTitle } from '../../src/judge/title-match.ts';
import type { Evidence, PageFacts } from '../../src/model/evidence.ts';
import { citation, evidence, page } from './evidence.ts';

const score = (cited: string, found: string, names: string[] = []) =>
  matchTitle(cited, [{ text: found, origin: 'h1' }], names)?.score ?? 0;

describe('titles that are one', () => {
  it.each([
    ['width', 'テレビ朝日の調査　１０％', 'テレビ朝日の調査 10%'],
    ['quotes and brackets', '「統合作戦司令部」設置 改正法が成立', '『統合作戦司令部』設置、改正法が成立'],
    ['simplified and traditional', '菅义伟与拜登举行首脑会谈', '菅義偉與拜登舉行首腦會談'],
    ['simplified and Japanese', '国际战略与经济关系', '国際戦略与経済関係'],
    ['a note', '日米首脳共同声明（仮訳）', '日米首脳共同声明'],
    [
      'an ellipsis',
      'Rolling Blackouts in California Have Power…',
      'Rolling Blackouts in California Have Power Experts Stumped',
    ],
    [
      'a subtitle left out',
      'Universities in exile',
      'Universities in exile: displaced scholars count the costs of starting afresh',
    ],
    ['one letter', 'The registers of smal ferries', 'The registers of small ferries'],
    ['a dash', 'Gates — and hinges of the town', 'Gates - and hinges of the town'],
  ])('%s', (_, a, b) => {
    expect(score(a, b)).toBeGreaterThanOrEqual(0.84);
    expect(score(b, a)).toBeGreaterThanOrEqual(0.84);
  });

  it('with the site’s own name', () => {
    expect(score('統合抑止力とは - 日本経済新聞', '統合抑止力とは', ['日本経済新聞'])).toBeGreaterThan(0.9);
  });
});

describe('titles that are two', () => {
  it.each([
    ['another number', '内閣支持、微減の18.7％―時事世論調査', '内閣支持、続落の16.4％―時事世論調査'],
    ['another year', 'Annual review of ferries 2023', 'Annual review of ferries 2024'],
    ['another part', '渡し船の歴史（上）', '渡し船の歴史（下）'],
    ['another text', 'Who pays for the lighthouse?', 'Ten years of gate closures'],
  ])('%s', (_, a, b) => {
    expect(score(a, b)).toBeLessThan(0.84);
  });
});

const french = page({
  language: 'fr',
  excerpt:
    'Le bac quitta le petit port avant le lever du soleil et personne sur le quai ne semblait le voir. '.repeat(
      6,
    ),
});
const gone = page({ excerpt: 'Sorry, this page could not be found.', textLength: 36, mainTextLength: 36 });

describe('what a page is', () => {
  const cases: [string, string | undefined, Partial<Evidence> & { titled?: string }, string, string?][] = [
    ['the same title', 'Who pays for the lighthouse?', { titled: 'Who pays for the lighthouse?' }, 'match'],
    ['another title', 'Who pays for the lighthouse?', { titled: 'Ten years of gate closures' }, 'mismatch'],
    ['a generic title with nothing else', '国家安全保障戦略', { titled: '国家安全保障戦略' }, 'probable'],
    [
      'another language',
      'Who pays for the lighthouse in this town?',
      { titled: 'Qui paie pour le phare de la ville', page: french },
      'unverifiable',
      'other-language',
    ],
    ['an error page', 'Who pays for the lighthouse?', { titled: 'Page not found', page: gone }, 'soft-404'],
    [
      'an error page whose title was cited',
      'Page not found',
      { titled: 'Page not found', page: gone },
      'soft-404',
    ],
    [
      'an article about error pages',
      'Page not found: a history of an error',
      { titled: 'Page not found: a history of an error' },
      'match',
    ],
    [
      'an article about error pages, another cited',
      'Ten years of gate closures',
      { titled: 'Why “page not found” became the web’s best known sentence' },
      'mismatch',
    ],
    [
      'the entrance',
      'Who pays for the lighthouse?',
      {
        titled: 'The Quay Courier',
        finalUrl: 'https://example.com/',
        hops: [
          { url: 'https://example.com/a', status: 302, via: 'request' },
          { url: 'https://example.com/', status: 200, via: 'redirect' },
        ],
      },
      'redirected-to-root',
    ],
    [
      'an empty shell',
      'Who pays for the lighthouse?',
      { page: page({ excerpt: '', textLength: 0, counts: { scripts: 4 } }) },
      'unverifiable',
      'javascript-shell',
    ],
    [
      'a shell that names its page',
      'Who pays for the lighthouse?',
      {
        titles: [{ text: 'Who pays for the lighthouse?', origin: 'og:title' }],
        page: page({ excerpt: '', textLength: 0, counts: { scripts: 4 } }),
      },
      'match',
    ],
    [
      'a casino on an old domain',
      'Who pays for the lighthouse?',
      { titled: 'Best online casino slot bonus' },
      'hijacked',
      'spam-topic',
    ],
    ['no title cited', undefined, { titled: 'Anything' }, 'no-cited-title'],
    ['no title found', 'Who pays for the lighthouse?', {}, 'untitled'],
    [
      'parking',
      'Who pays for the lighthouse?',
      {
        titled: 'oldname.example is for sale',
        page: page({ textLength: 200, signs: ['head:parked'] as PageFacts['signs'] }),
      },
      'parked',
    ],
  ];
  it.each(cases)('%s', (_, title, seen, is, rule) => {
    const identity = identityOf(citation(title ? { title } : {}), evidence(seen));
    expect(identity?.is).toBe(is);
    if (rule) expect(identity?.rule).toBe(rule);
    expect(identity?.why).toMatch(/\S/);
  });

  it('takes a generic title where a witness bears it out', () => {
    const cited = citation({ title: '国家安全保障戦略', publisher: '内閣官房' });
    const url = 'https://www.cas.go.jp/jp/siryou/nss-j.pdf';
    expect(identityOf(cited, evidence({ url, finalUrl: url, titled: '国家安全保障戦略' }))?.is).toBe('match');
  });
});
