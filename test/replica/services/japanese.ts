import type { Answer, Asked } from '../answer.ts';
import { bytes, escaped, json, xml } from '../answer.ts';
import { seedOf } from '../filler.ts';
import { isoDate, landingOf, nameParts, pagesOf, strictly, workOf } from './catalogue.ts';
import type { Service } from './service.ts';
import { after, parameter } from './service.ts';
import type { Work } from './works.ts';

const crid = (work: Work) => `15200000000${String(seedOf(work.title) % 100_000_000).padStart(8, '0')}`;
const name = (text: string) => {
  const { family, given } = nameParts(text);
  return given ? `${family} ${given}` : family;
};

/** JSON-LD of OpenSearch at CiNii Research: https://support.nii.ac.jp/en/cir/r_opensearch */
function ciniiItem(work: Work) {
  const id = `https://cir.nii.ac.jp/crid/${crid(work)}`;
  const [first, last] = pagesOf(work);
  return {
    '@id': id,
    '@type': 'item',
    title: work.title,
    link: { '@id': id },
    'rdfs:seeAlso': { '@id': `${id}.json` },
    'dc:creator': work.authors.map(name),
    'dc:publisher': work.publisher,
    'dc:type': work.type === 'book' ? 'Book' : 'Article',
    ...(work.container ? { 'prism:publicationName': work.container } : {}),
    ...(work.issn ? { 'prism:issn': work.issn.replace('-', '') } : {}),
    ...(work.volume ? { 'prism:volume': work.volume } : {}),
    ...(work.issue ? { 'prism:number': work.issue } : {}),
    ...(first ? { 'prism:startingPage': first } : {}),
    ...(last ? { 'prism:endingPage': last } : {}),
    'prism:publicationDate': isoDate(work),
    'dc:identifier': [
      ...(work.doi ? [{ '@type': 'cir:DOI', '@value': work.doi }] : []),
      ...(work.isbn ? [{ '@type': 'cir:ISBN', '@value': work.isbn }] : []),
      ...(work.isbn ? [] : [{ '@type': 'cir:NAID', '@value': '110000000000' }]),
    ],
  };
}

function ciniiSearch(asked: Asked): Answer {
  const found = strictly('cinii', {
    any: parameter(asked, 'q'),
    title: parameter(asked, 'title'),
    author: parameter(asked, 'creator', 'author'),
  });
  if (parameter(asked, 'format') !== 'json')
    return bytes(200, 'text/html; charset=utf-8', '<title>CiNii Research (synthetic)</title>');
  return json({
    '@context': {
      '@vocab': 'http://purl.org/rss/1.0/',
      dc: 'http://purl.org/dc/elements/1.1/',
      prism: 'http://prismstandard.org/namespaces/basic/2.0/',
      opensearch: 'http://a9.com/-/spec/opensearch/1.1/',
      cir: 'https://cir.nii.ac.jp/schema/1.0/',
    },
    '@id': asked.url.href,
    '@type': 'channel',
    title: `CiNii Research (synthetic) ${asked.url.search}`,
    description: 'synthetic',
    link: { '@id': asked.url.href },
    'dc:date': '2026-01-01T00:00:00.000+09:00',
    'opensearch:totalResults': found.length,
    'opensearch:startIndex': 1,
    'opensearch:itemsPerPage': found.length,
    ...(found.length > 0 ? { items: found.map(ciniiItem) } : {}),
  });
}

export const cinii: Service = {
  name: 'cinii',
  hosts: ['cir.nii.ac.jp', 'ci.nii.ac.jp'],
  answer(asked) {
    if (/^\/opensearch(?:\/v2)?\/[a-z]+$/.test(asked.url.pathname)) return ciniiSearch(asked);
    const id = after(asked, '/crid/')?.replace(/\.json$/, '');
    const work = id && strictly('cinii', {}).find((row) => crid(row) === id);
    return work ? json(ciniiItem(work)) : undefined;
  },
};

const element = (tag: string, value: string | undefined) =>
  value ? `<${tag}>${escaped(value)}</${tag}>` : '';

/** RSS 2.0 of OpenSearch at NDL Search: https://ndlsearch.ndl.go.jp/help/api/specifications */
function ndlItem(work: Work): string {
  const link = `https://ndlsearch.ndl.go.jp/books/R000000004-I${crid(work).slice(-9)}`;
  return [
    '<item>',
    element('title', work.title),
    element('link', link),
    element('author', `${work.authors.map(name).join(', ')} 著`),
    element('category', work.type === 'book' ? '図書' : '記事'),
    `<guid isPermaLink="true">${link}</guid>`,
    element('dc:title', work.title),
    ...work.authors.map((one) => element('dc:creator', name(one))),
    element('dc:publisher', work.publisher),
    element('dcndl:publicationName', work.container),
    element('dcndl:volume', work.volume),
    element('dcndl:number', work.issue),
    element('dcndl:pageRange', work.page),
    `<dcterms:issued xsi:type="dcterms:W3CDTF">${isoDate(work)}</dcterms:issued>`,
    element('dc:date', isoDate(work).replace('-', '.')),
    work.isbn ? `<dc:identifier xsi:type="dcndl:ISBN">${work.isbn}</dc:identifier>` : '',
    '</item>',
  ].join('');
}

export const ndl: Service = {
  name: 'ndl',
  hosts: ['ndlsearch.ndl.go.jp', 'iss.ndl.go.jp'],
  answer(asked) {
    if (asked.url.pathname !== '/api/opensearch') return undefined;
    const isbn = parameter(asked, 'isbn').replaceAll('-', '');
    const found = strictly('ndl', {
      any: parameter(asked, 'any'),
      title: parameter(asked, 'title'),
      author: parameter(asked, 'creator'),
    }).filter((work) => !isbn || work.isbn === isbn);
    return xml(
      `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcndl="http://ndl.go.jp/dcndl/terms/" xmlns:openSearch="http://a9.com/-/spec/opensearchrss/1.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><channel><title>${escaped(parameter(asked, 'title', 'any'))} - 国立国会図書館サーチ(NDLサーチ) OpenSearch (synthetic)</title><link>${escaped(asked.url.href)}</link><language>ja</language><openSearch:totalResults>${found.length}</openSearch:totalResults><openSearch:startIndex>1</openSearch:startIndex><openSearch:itemsPerPage>${found.length}</openSearch:itemsPerPage>${found.map(ndlItem).join('')}</channel></rss>`,
      'application/rss+xml;charset=utf-8',
    );
  },
};

const cdata = (text: string | undefined) => `<![CDATA[${text ?? ''}]]>`;

/** Atom of the J-STAGE WebAPI, service 3: https://www.jstage.jst.go.jp/static/pages/WebAPI/-char/ja */
function jstageEntry(work: Work): string {
  const [first, last] = pagesOf(work);
  const link = escaped(landingOf(work));
  return [
    '<entry>',
    `<article_title><en>${cdata(work.titleEn)}</en><ja>${cdata(work.title)}</ja></article_title>`,
    `<article_link><en>${link}</en><ja>${link}</ja></article_link>`,
    `<author><ja>${work.authors.map((one) => `<name>${cdata(name(one))}</name>`).join('')}</ja></author>`,
    '<cdjournal>synthetic</cdjournal>',
    `<material_title><ja>${cdata(work.container)}</ja></material_title>`,
    element('prism:issn', work.issn),
    element('prism:volume', work.volume),
    element('prism:number', work.issue),
    element('prism:startingPage', first),
    element('prism:endingPage', last),
    element('pubyear', String(work.issued[0] ?? '')),
    element('prism:doi', work.doi),
    '<systemcode>1</systemcode><systemname>J-STAGE</systemname>',
    `<title>${cdata(work.title)}</title><link href="${link}"/><id>${link}</id><updated>2024-01-01T00:00:00+09:00</updated>`,
    '</entry>',
  ].join('');
}

export const jstage: Service = {
  name: 'jstage',
  hosts: ['api.jstage.jst.go.jp'],
  answer(asked) {
    if (!/^\/searchapi\/do\/?$/.test(asked.url.pathname)) return undefined;
    const found = strictly('jstage', {
      any: parameter(asked, 'text', 'keyword'),
      title: parameter(asked, 'article'),
      author: parameter(asked, 'author'),
    });
    const [code, message] = found.length > 0 ? ['0', ''] : ['ERR_001', '該当するデータがありません。'];
    return xml(
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xml:lang="ja"><result><status>${code}</status><message>${message}</message></result><title>Articles</title><link href="${escaped(asked.url.href)}"/><id>${escaped(asked.url.href)}</id><servicecd>3</servicecd><updated>2026-01-01T00:00:00+09:00</updated><opensearch:totalResults>${found.length}</opensearch:totalResults><opensearch:startIndex>1</opensearch:startIndex><opensearch:itemsPerPage>${found.length}</opensearch:itemsPerPage>${found.map(jstageEntry).join('')}</feed>`,
      'application/xml;charset=utf-8',
    );
  },
};

/** https://api.japanlinkcenter.org/api-docs/index.html */
export const jalc: Service = {
  name: 'jalc',
  hosts: ['api.japanlinkcenter.org'],
  answer(asked) {
    const work = workOf(after(asked, '/dois/') ?? '');
    if (!work?.held.includes('jalc'))
      return json(
        { status: 'NG', apiType: 'doi', message: { errors: [{ code: '404', message: 'Not Found' }] } },
        404,
      );
    const [first, last] = pagesOf(work);
    const [year, month] = work.issued.map((part) => String(part).padStart(2, '0'));
    return json({
      status: 'OK',
      apiType: 'doi',
      apiVersion: '1.0.0',
      message: { total: 1, rows: 1, totalPages: 1, page: 1 },
      data: {
        siteId: 'SYNTHETIC',
        content_type: 'JA',
        doi: work.doi,
        url: landingOf(work),
        ra: 'JaLC',
        prefix: work.doi!.split('/')[0],
        title_list: [
          { lang: 'ja', title: work.title },
          ...(work.titleEn ? [{ lang: 'en', title: work.titleEn }] : []),
        ],
        creator_list: work.authors.map((one, at) => ({
          sequence: String(at + 1),
          type: 'person',
          names: [{ lang: 'ja', last_name: nameParts(one).family, first_name: nameParts(one).given ?? '' }],
        })),
        publisher_list: [{ publisher_name: work.publisher, lang: 'ja' }],
        publication_date: { publication_year: year, ...(month ? { publication_month: month } : {}) },
        content_language: work.language,
        journal_id_list: [{ journal_id: work.issn, type: 'ISSN', issn_type: 'print' }],
        journal_title_name_list: [{ journal_title_name: work.container, type: 'full', lang: 'ja' }],
        volume: work.volume,
        issue: work.issue,
        first_page: first,
        last_page: last,
      },
    });
  },
};
