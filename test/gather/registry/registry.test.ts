import { describe, expect, it } from 'vitest';
import { addressOf, askJson } from '../../../src/gather/registry/ask.ts';
import { resolveDoi } from '../../../src/gather/registry/doi.ts';
import { lookUp } from '../../../src/gather/registry/identifiers.ts';
import { describeDoi } from '../../../src/gather/registry/metadata.ts';
import { indexesFor, searchWorks } from '../../../src/gather/registry/search.ts';
import { answering } from './exchange-stub.ts';

const now = '2026-01-02T03:04:05.000Z';
const dead = { failure: { kind: 'reset' as const, message: 'connection reset' } };

describe('addressOf', () => {
  it.each([
    ['10.1000/182', 'https://doi.org/api/handles/10.1000%2F182'],
    [
      '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
      'https://doi.org/api/handles/10.1002%2F(SICI)1097-4571(199806)49%3A8%3C693%3A%3AAID-ASI4%3E3.0.CO%3B2-O',
    ],
    ['10.1/../../secret?x=1#y', 'https://doi.org/api/handles/10.1%2F..%2F..%2Fsecret%3Fx%3D1%23y'],
  ])('keeps %s one path segment', (doi, url) => {
    expect(addressOf('doi.org', ['api', 'handles', doi], {}, { exchange: answering([]) })).toBe(url);
    expect(new URL(url).pathname.split('/')).toHaveLength(4);
  });
});

describe('askJson', () => {
  it.each([
    ['a page', { body: '<!doctype html><title>x</title>' }, 'answered with a page instead of JSON'],
    ['broken JSON', { body: '{"a":' }, 'answered with broken JSON'],
    ['nesting', { body: '['.repeat(500) + ']'.repeat(500) }, 'nested too deeply'],
    ['429', { status: 429 }, '429'],
    ['503', { status: 503 }, 'status 503'],
    ['no answer', dead, 'connection reset'],
    ['a cut answer', { body: {}, complete: false }, 'longer answer'],
  ])('%s is the service’s trouble, not the work’s', async (_, answer, why) => {
    const exchange = answering([[/./, answer]]);
    expect(await askJson('https://x.example/', 'application/json', { exchange })).toMatchObject({
      outcome: 'unavailable',
      why: expect.stringContaining(why),
    });
  });
});

describe('a DOI', () => {
  const found = {
    responseCode: 1,
    values: [{ type: 'HS_ADMIN' }, { type: 'URL', data: { value: 'https://kns.cnki.net/x' } }],
  };
  it('that Crossref does not know but doi.org resolves is found, by its own agency', async () => {
    const exchange = answering([
      ['https://doi.org/api/handles/', { body: found }],
      ['https://doi.org/doiRA/', { body: [{ DOI: '10.13654/x', RA: 'ISTIC' }] }],
      ['https://doi.org/10.13654', { body: '<html>' }],
    ]);
    const { answer, agency } = await resolveDoi('10.13654/x', now, { exchange });
    expect(answer).toMatchObject({ outcome: 'found', target: 'https://kns.cnki.net/x', agency: 'ISTIC' });
    expect(await describeDoi('10.13654/x', agency, now, { exchange })).toMatchObject([
      { service: 'doi.org', outcome: 'not-covered' },
    ]);
    expect(exchange.asked.join()).not.toContain('crossref');
  });
  it('that does not exist is not found, and one that cannot be asked is neither', async () => {
    const missing = answering([[/./, { status: 404, body: { responseCode: 100 } }]]);
    expect((await resolveDoi('10.1/none', now, { exchange: missing })).answer.outcome).toBe('not-found');
    expect((await resolveDoi('10.1/none', now, { exchange: answering([[/./, dead]]) })).answer.outcome).toBe(
      'unavailable',
    );
  });
  it('at Crossref comes with its fields and its retraction; an empty title is said to be unparsable', async () => {
    const message = {
      type: 'journal-article',
      title: ['A study'],
      author: [{ family: 'Liff', given: 'Adam P.' }, { name: 'A Group' }],
      issued: { 'date-parts': [[2024, null]] },
      'container-title': ['The Journal'],
      'updated-by': [
        { type: 'retraction', DOI: '10.1/r', label: 'Retraction', updated: { 'date-parts': [[2025, 3, 1]] } },
      ],
    };
    const crossref = (body: unknown) =>
      answering([
        ['https://api.crossref.org/works/10.1%2Fa', { body }],
        ['https://doi.org/', { status: 406 }],
      ]);
    expect(await describeDoi('10.1/a', 'Crossref', now, { exchange: crossref({ message }) })).toMatchObject([
      {
        outcome: 'found',
        items: [
          {
            title: 'A study',
            author: [{ family: 'Liff', given: 'Adam P.' }, { literal: 'A Group' }],
            issued: { 'date-parts': [[2024]] },
          },
        ],
        updates: [{ type: 'retraction', doi: '10.1/r', date: '2025-03-01' }],
      },
    ]);
    const untitled = await describeDoi('10.1/a', 'Crossref', now, {
      exchange: crossref({ message: { ...message, title: [] } }),
    });
    expect(untitled[0]?.outcome).toBe('unparsable');
  });
});

describe('searchWorks', () => {
  const wanted = { title: '日本の安全保障', author: '山田', language: 'ja', type: 'book' as const };
  it('asks only indexes that should hold such a work', () => {
    const names = (more: object) => indexesFor({ ...wanted, ...more }).map((index) => index.service);
    expect(names({})).toContain('ndl');
    expect(names({ type: 'article-journal' })).toEqual(expect.arrayContaining(['cinii', 'jstage']));
    expect(names({ type: 'webpage' })).toEqual([]);
    expect(names({ language: 'zh', type: 'article-journal' })).toEqual(['openalex']);
  });
  it('stops at a sure answer and tells trouble from absence', async () => {
    const rss =
      '<?xml version="1.0"?><rss><channel><item><title>日本の安全保障</title><dc:creator>山田, 太郎 著</dc:creator><dcterms:issued>2015</dcterms:issued></item></channel></rss>';
    const exchange = answering([
      ['https://api.crossref.org', { status: 503 }],
      ['https://api.openalex.org', { body: { results: [] } }],
      ['https://cir.nii.ac.jp', { body: '<html>maintenance' }],
      ['https://ndlsearch.ndl.go.jp', { body: rss }],
    ]);
    const answers = await searchWorks(wanted, (item) => item.title === wanted.title, now, { exchange });
    expect(answers.map(({ service, outcome }) => [service, outcome])).toEqual([
      ['crossref', 'unavailable'],
      ['openalex', 'not-covered'],
      ['cinii', 'unavailable'],
      ['ndl', 'found'],
    ]);
    expect(answers.at(-1)?.items[0]).toMatchObject({
      title: '日本の安全保障',
      issued: { 'date-parts': [[2015]] },
    });
  });
});

describe('lookUp', () => {
  it.each([
    [
      'ISBN',
      '9784004313663',
      {
        body: {
          'ISBN:9784004313663': { title: 'T', subtitle: 'S', authors: [{ name: 'A' }], publish_date: '2012' },
        },
      },
      'T: S',
    ],
    [
      'arXiv',
      '2101.00001',
      {
        body: '<feed><entry><title>A\n  B</title><author><name>C</name></author><published>2021-01-01T00:00:00Z</published></entry></feed>',
      },
      'A B',
    ],
    [
      'PMID',
      '1',
      { body: { result: { 1: { title: 'P', authors: [{ name: 'X Y' }], pubdate: '2001 Jan' } } } },
      'P',
    ],
    ['CRID', '1390', { body: { 'dc:title': [{ '@value': '題' }] } }, '題'],
  ] as const)('%s', async (kind, value, answer, title) => {
    expect(await lookUp(kind, value, now, { exchange: answering([[/./, answer]]) })).toMatchObject({
      outcome: 'found',
      items: [{ title }],
    });
  });
  it('an unknown one is not found', async () => {
    const exchange = answering([[/./, { body: '<feed><entry><title>Error</title></entry></feed>' }]]);
    expect((await lookUp('arXiv', '9999.99999', now, { exchange })).outcome).toBe('not-found');
  });
});
