import { createHash } from 'node:crypto';
import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { htmlLink, htmlStretch, htmlText, scriptData } from '../../src/report/encode/html.ts';
import { correctedOf } from '../../src/report/html/corrected.ts';
import { html } from '../../src/report/html.ts';
import { languages } from '../../src/report/messages/index.ts';
import { notesOf } from '../../src/report/view.ts';
import { sampleReport } from './sample.ts';

const page = (report: Report = sampleReport(), language: 'en' | 'zh' | 'ja' = 'en') =>
  load(html(report, { language, bibliography: '@book{one}' }));
const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the page is sealed', () => {
  const $ = page();

  it('lets nothing run or be fetched but its own style and script', () => {
    const policy = $('meta[http-equiv="Content-Security-Policy"]').attr('content');
    expect(policy).toBe(
      `default-src 'none'; style-src ${sha($('style').text())}; script-src ${sha($('script:not([type])').text())}; base-uri 'none'; form-action 'none'`,
    );
  });

  it('has no resource, no inline handler and no style attribute', () => {
    expect($('[src], [srcset], link, iframe, object, embed, base, img, [style]').length).toBe(0);
    const handlers = $('*')
      .toArray()
      .flatMap((element) => ('attribs' in element ? Object.keys(element.attribs) : []))
      .filter((name) => name.startsWith('on'));
    expect(handlers).toEqual([]);
  });

  it('has live links to http and https only, none of which tells where the reader came from', () => {
    const links = $('a[href]:not([href^="#"])').toArray();
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) {
      expect($(link).attr('href')).toMatch(/^https?:\/\//);
      expect($(link).attr('rel')).toBe('noreferrer noopener');
    }
  });

  it('every link within the page leads somewhere', () => {
    for (const link of $('a[href^="#"]').toArray()) expect($($(link).attr('href')).length).toBe(1);
  });
});

describe('the page says what the report says', () => {
  it.each(['en', 'zh', 'ja'] as const)('in %s, a card a note, each with its status', (language) => {
    const report = sampleReport();
    const $ = page(report, language);
    const notes = report.documents.flatMap((document) => notesOf(document));
    expect($('article.note').length).toBe(notes.length);
    expect($('.strip li').length).toBe(notes.length);
    for (const [status, count] of Object.entries(report.tally.status)) {
      const row = $(`.tally li.${status}`);
      expect(row.find('b').text()).toBe(String(count));
      expect(row.text()).toContain(languages[language].status[status as 'gone'].name);
    }
  });

  it('says at the top that pages are synthetic', () => {
    const report = sampleReport();
    for (const visit of report.documents[0]!.notes[0]!.citations[0]!.evidence) visit.synthetic = 'Made up.';
    expect(page(report)('.top .facts').text()).toContain('synthetic');
  });

  it('embeds the report whole, and the bibliography', () => {
    const report = sampleReport();
    const data = JSON.parse(page(report)('#data').text());
    expect(data.bibliography).toBe('@book{one}');
    expect(data.report.tally).toEqual(report.tally);
    expect(data.report.documents[0].notes.length).toBe(report.documents[0]!.notes.length);
  });

  it('marks a fault where it stands, and numbers it as in the list below', () => {
    const report = sampleReport();
    const note = report.documents[0]!.notes[0]!;
    const at = note.text.indexOf('共同発表');
    const place = { ...note.place, offset: note.place.offset + at, end: note.place.offset + at + 4 };
    note.findings = [
      { rule: 'unbalanced-quotes', severity: 'warning', message: 'The sign has no pair.', place },
    ];
    const card = page(report)('#n1');
    expect(card.find('mark.warning').text()).toBe('共同発表');
    expect(card.find('.printed sup').text()).toBe('1');
    expect(card.find('.faults li').attr('value')).toBe('1');
    expect(card.find('.printed').text().replace('1(2+2)', '(2+2)')).toContain('外務省');
  });

  it('gives the address of a note with an archived copy as a Robust Link', () => {
    const link = page()('#n1 .printed a.url');
    expect(link.attr('data-originalurl')).toBe('https://www.example.go.jp/press/2021/0316.html');
    expect(link.attr('data-versionurl')).toMatch(/^https:\/\/web\.archive\.org\//);
    expect(link.attr('data-versiondate')).toBe('2023-03-01');
  });
});

describe('a corrected reference', () => {
  const notes = notesOf(sampleReport().documents[0]!);
  it('names the archived copy of a page that is gone, in the language of the citation, before the stop', () => {
    expect(correctedOf(notes[0]!)).toBe(
      '外務省「日米安全保障協議委員会(2+2)共同発表」2021年3月16日、https://www.example.go.jp/press/2021/0316.html(最終閲覧日2024年2月27日)、2023-03-01 アーカイブ https://web.archive.org/web/20230301000000/https://www.example.go.jp/press/2021/0316.html。',
    );
  });
  it('has the new address of a page that moved', () => {
    const moved = notes.find(({ citations }) => citations[0]?.citation.verdict.status === 'moved')!;
    const { urls, verdict } = moved.citations[0]!.citation;
    expect(correctedOf(moved)).toBe(moved.note.text.replace(urls[0]!, verdict.suggestion!.url));
  });
  it('is none where nothing is to be changed', () => {
    const blocked = notes.find(({ citations }) => citations[0]?.citation.verdict.status === 'blocked')!;
    expect(correctedOf(blocked)).toBeUndefined();
  });
});

const nasty = fc.string({
  unit: fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '/',
    '`',
    '=',
    'script',
    '!--',
    ']]>',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    'a',
    '文',
    '##[',
  ),
  maxLength: 30,
});

describe('whatever foreign text says', () => {
  it('it is one text node, never a tag, an attribute or a runner’s command', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        for (const encoded of [htmlText(text), htmlStretch(text)]) {
          const $ = load(`<p title="${encoded}">${encoded}</p>`);
          expect($('body *').length).toBe(1);
          expect(Object.keys($('p').attr()!)).toEqual(['title']);
          expect(encoded).not.toContain('##[');
        }
      }),
    );
  });

  it('data stays data', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const $ = load(`<body><script type="application/json">${scriptData({ text })}</script></body>`);
        expect($('*').length).toBe(4);
        expect(JSON.parse($('script').text())).toEqual({ text: text.toWellFormed() });
      }),
    );
  });

  it('stretches put together are the text', () => {
    expect(htmlStretch('a ') + htmlStretch(' ') + htmlStretch('') + htmlStretch(' b')).toBe('a   b');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', ' not a url'])(
    '%s is never a live link',
    (url) => expect(htmlLink('x', url)).toBe('<span>x</span>'),
  );

  it('the whole page holds together', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const report = sampleReport();
        const note = report.documents[0]!.notes[0]!;
        const citation = note.citations[0]!;
        note.label = text;
        citation.item.title = text;
        citation.verdict.todo = text;
        citation.evidence[0]!.title = text;
        report.documents[0]!.path = text;
        const $ = page(report);
        expect($('script').length).toBe(2);
        expect($('article.note').length).toBe(report.documents[0]!.notes.length);
      }),
      { numRuns: 20 },
    );
  });
});
