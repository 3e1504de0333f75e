import { describe, expect, it } from 'vitest';
import { followUps } from '../../src/judge/follow-ups.ts';
import { type Case, judge } from '../../src/judge/index.ts';
import { probeUrl } from '../../src/judge/probe.ts';
import type { RegistryAnswer } from '../../src/model/evidence.ts';
import { citation, evidence, page } from './evidence.ts';

const title = 'Who pays for the lighthouse?';
const now = '2026-05-01T00:00:00.000Z';
const verdict = (given: Partial<Case>) =>
  judge({ citation: citation({ title }), evidence: [evidence({ titled: title })], now, ...given });
const failing = (at: string) => ({ at, reach: 'not-found', status: 'gone' }) as const;
const missing = evidence({ status: 404, page: page({ textLength: 20 }) });

describe('status', () => {
  it.each([
    ['a page that stands', evidence({ titled: title }), 'live', 'verified'],
    [
      'a page that moved',
      evidence({
        titled: title,
        finalUrl: 'https://example.com/b',
        hops: [
          { url: 'https://example.com/a', status: 301, via: 'request' },
          { url: 'https://example.com/b', status: 200, via: 'redirect' },
        ],
      }),
      'moved',
      'moved',
    ],
    [
      'a paywalled page',
      evidence({ titled: title, page: page({ signs: ['accessible-for-free:false'] }) }),
      'paywalled',
      'verified',
    ],
    ['404', missing, 'not-found', 'gone'],
    ['no such domain', evidence({ failure: { kind: 'dns-missing', message: 'x' } }), 'dns-missing', 'gone'],
    [
      'a resolver in trouble',
      evidence({ failure: { kind: 'dns-temporary', message: 'x' } }),
      'dns-temporary',
      'unreachable',
    ],
    [
      'a timeout',
      evidence({ failure: { kind: 'timeout', phase: 'headers', message: 'x' } }),
      'timeout',
      'unreachable',
    ],
    ['a bot wall', evidence({ status: 403, headers: { 'cf-mitigated': 'challenge' } }), 'blocked', 'blocked'],
    ['503', evidence({ status: 503 }), 'server-error', 'unreachable'],
    [
      'a refused target',
      evidence({ failure: { kind: 'unsafe-target', message: 'x' } }),
      'unsafe-target',
      'unchecked',
    ],
  ] as const)('%s', (_, seen, reach, status) => {
    expect(verdict({ evidence: [seen] })).toMatchObject({ reach, status });
  });
});

describe('persistence', () => {
  it.each([
    ['a first failure', [missing], [], 'suspect', 1],
    ['twice on one day', [missing], [failing('2026-05-01T00:00:00.000Z')], 'suspect', 1],
    [
      'daily for three days',
      [missing],
      [failing('2026-04-29T00:00:00Z'), failing('2026-04-30T00:00:00Z')],
      'suspect',
      3,
    ],
    [
      'three times, three days apart',
      [missing],
      [failing('2026-04-24T00:00:00Z'), failing('2026-04-28T00:00:00Z')],
      'confirmed',
      3,
    ],
    ['410', [evidence({ status: 410 })], [], 'confirmed', 1],
    ['back again', [evidence({ titled: title })], [failing('2026-04-24T00:00:00Z')], 'recovered', 0],
    [
      'well all along',
      [evidence({ titled: title })],
      [{ at: '2026-04-24T00:00:00Z', reach: 'live', status: 'verified' }],
      'healthy',
      0,
    ],
    ['seen for the first time', [evidence({ titled: title })], [], 'first-seen', 0],
  ] as const)('%s', (_, seen, history, is, strikes) => {
    expect(verdict({ evidence: seen, history }).persistence).toMatchObject({ is, strikes });
  });

  it('waives until the day named, and tells of a waiver that ran out', () => {
    const waiver = {
      url: 'https://example.com/a',
      reason: 'moving house',
      owner: 'Mina',
      until: '2026-05-01',
    };
    expect(verdict({ evidence: [missing], waivers: [waiver] }).persistence).toMatchObject({
      is: 'waived',
      waiver: { owner: 'Mina' },
    });
    const late = verdict({ evidence: [missing], waivers: [{ ...waiver, until: '2026-04-30' }] });
    expect(late.persistence.is).toBe('suspect');
    expect(late.findings.map(({ rule }) => rule)).toContain('waiver-expired');
  });
});

describe('follow-ups', () => {
  const asked = (seen: ReturnType<typeof evidence>, cited = citation({ title })) => followUps(cited, [seen]);
  it('asks a suspect’s host for a path that cannot exist, and nobody else’s', () => {
    expect(asked(evidence({ titled: 'Ten years of gate closures' }))).toEqual([
      { url: probeUrl('https://example.com/a'), purpose: 'probe' },
    ]);
    expect(asked(evidence({ titled: title }))).toEqual([]);
  });
  it('takes a suspect for lost where the impossible path gives the same page', () => {
    const suspect = evidence({ titled: 'Welcome', digest: 'same' });
    const probe = evidence({
      url: probeUrl('https://example.com/a') as string,
      purpose: 'probe',
      titled: 'Welcome',
      digest: 'same',
    });
    expect(verdict({ evidence: [suspect, probe] })).toMatchObject({
      status: 'gone',
      identity: { is: 'soft-404', rule: 'same-as-impossible-path' },
    });
    expect(verdict({ evidence: [suspect, { ...probe, status: 404 }] }).identity?.is).toBe('mismatch');
  });
  it('asks for the version in the cited language, and believes it', () => {
    const url = 'https://example.com/ja/a';
    const other = evidence({
      titled: 'Press conference of the day before',
      page: page({
        language: 'en',
        excerpt: 'The committee met in the old hall and spoke about the harbour. '.repeat(6),
        alternates: [{ language: 'ja', url }],
      }),
    });
    const cited = citation({ title: '灯台の費用についての会見', language: 'ja' });
    expect(asked(other, cited)).toEqual([{ url, purpose: 'alternate' }]);
    const alternate = evidence({
      url,
      purpose: 'alternate',
      finalUrl: url,
      titled: '灯台の費用についての会見',
    });
    expect(judge({ citation: cited, evidence: [other, alternate], now })).toMatchObject({
      status: 'verified',
      identity: { is: 'match' },
      suggestion: { url },
    });
  });
  it('suggests the https twin that has the same title', () => {
    const plain = evidence({ url: 'http://example.com/a', titled: title });
    const twin = evidence({ url: 'https://example.com/a', purpose: 'https-twin', titled: title });
    expect(asked(plain)).toEqual([{ url: 'https://example.com/a', purpose: 'https-twin' }]);
    expect(verdict({ evidence: [plain, twin] }).suggestion?.url).toBe('https://example.com/a');
    // The port that spoke http speaks no TLS.
    expect(asked(evidence({ url: 'http://example.com:8080/a', titled: title }))).toEqual([]);
  });
  it('suggests the address without tracking', () => {
    const url = 'https://example.com/a?id=3&utm_source=x&fbclid=y';
    expect(verdict({ evidence: [evidence({ url, titled: title })] }).suggestion?.url).toBe(
      'https://example.com/a?id=3',
    );
  });
});

describe('works', () => {
  const item = {
    title: 'Tide tables and the keeping of promises',
    author: [{ family: 'Brandt', given: 'Jonas' }],
    'container-title': 'Journal of Port Studies',
    issued: { 'date-parts': [[2016, 3]] },
    volume: '9',
    issue: '1',
    page: '33-58',
  };
  const answer = (given: Partial<RegistryAnswer>): RegistryAnswer => ({
    service: 'crossref',
    query: 'DOI 10.5555/x',
    outcome: 'found',
    items: [item],
    updates: [],
    at: now,
    ...given,
  });
  const work = (cited: object, registry: RegistryAnswer[]) =>
    judge({
      citation: citation({ type: 'article-journal', language: 'en', ...item, ...cited }, { urls: [] }),
      evidence: [],
      registry,
      now,
    });
  const rules = (given: ReturnType<typeof work>) =>
    given.findings.map(({ rule, severity }) => `${rule} ${severity}`);

  it('counts a confirmed work without a link as verified', () => {
    expect(work({}, [answer({})])).toMatchObject({
      status: 'verified',
      identity: { is: 'match' },
      findings: [],
    });
  });
  it.each([
    ['a wrong year', { issued: { 'date-parts': [[2014]] } }, 'year-differs error'],
    ['another author', { author: [{ family: 'Okada', given: 'Mina' }] }, 'author-differs error'],
    ['another volume', { volume: '8' }, 'volume-differs warning'],
    ['other pages', { page: '133-158' }, 'page-differs warning'],
    ['another title', { title: 'Lanterns, ledgers and late arrivals' }, 'title-differs error'],
  ])('finds %s, with both values', (_, cited, rule) => {
    const given = work(cited, [answer({})]);
    expect(rules(given)).toEqual([rule]);
    expect(given.findings[0]?.expected).toBeTruthy();
    expect(given.findings[0]?.actual).toBeTruthy();
  });
  it('takes an abbreviated journal and a short page range for the same', () => {
    expect(rules(work({ 'container-title': 'J. Port Stud.', page: '33-8' }, [answer({})]))).toEqual([]);
  });
  it.each(['retraction', 'correction', 'expression_of_concern'])('a %s is critical', (type) => {
    const given = work({}, [answer({ updates: [{ type, doi: '10.5555/notice' }] })]);
    expect(given.findings.map(({ severity }) => severity)).toEqual(['critical']);
    expect(given.todo).toMatch(/registry/);
  });
  it('a DOI is added where there is no address, not put in the place of one', () => {
    const found = answer({ items: [{ ...item, DOI: '10.5555/harbour' }] });
    const given = work({ DOI: undefined }, [found]);
    expect(given.todo).toMatch(/^Add https:\/\/doi\.org\/10\.5555\/harbour /);
  });
  it('takes a work for invented only where its very pages are another’s', () => {
    const cited = { title: 'Wombats of the Lisbon archive' };
    const search = { query: 'title “Wombats of the Lisbon archive”' };
    expect(rules(work(cited, [answer(search)]))).toContain('likely-invented critical');
    expect(rules(work({ ...cited, page: '200-210' }, [answer(search)]))).toEqual(['work-not-found warning']);
    expect(rules(work(cited, [answer({ ...search, outcome: 'not-found', items: [] })]))).toEqual([
      'work-not-found warning',
    ]);
  });
  it('never suspects a Chinese article that no index covers', () => {
    const cited = {
      title: '大国竞争的内政化',
      language: 'zh',
      author: [{ literal: '赵明昊' }],
      'container-title': '美国研究',
    };
    const given = work(cited, [
      answer({ query: 'title “大国竞争的内政化”', outcome: 'not-found', items: [] }),
    ]);
    expect(given).toMatchObject({ status: 'unchecked', identity: { is: 'unverifiable' } });
    expect(given.findings.every(({ severity }) => severity === 'info')).toBe(true);
  });
  it('holds a service in trouble against nobody', () => {
    expect(work({}, [answer({ outcome: 'unavailable', items: [], why: '503' })])).toMatchObject({
      status: 'unchecked',
      findings: [],
    });
  });
  it('says that doi.org does not know a DOI', () => {
    expect(
      rules(work({ DOI: '10.5555/none' }, [answer({ service: 'doi.org', outcome: 'not-found', items: [] })])),
    ).toEqual(['doi-not-found error']);
  });
});

describe('details of a page that stands', () => {
  it('a page number beyond the end', () => {
    const pdf = evidence({ titled: title, page: page({ kind: 'pdf', pages: 12 }) });
    const cited = citation({ title }, { locator: { label: 'page', value: '53-54' } });
    expect(judge({ citation: cited, evidence: [pdf], now }).findings).toMatchObject([
      { rule: 'page-beyond-end', expected: '54', actual: '12' },
    ]);
  });
  it('a missing text fragment is a finding, and the link is not dead', () => {
    const seen = evidence({
      titled: title,
      page: page({ fragment: { kind: 'text', wanted: 'words', found: false } }),
    });
    expect(verdict({ evidence: [seen] })).toMatchObject({
      status: 'verified',
      findings: [{ rule: 'text-fragment-missing' }],
    });
  });
  it('drift is shown by the snapshot that was the cited text', () => {
    const snapshot = {
      archive: 'a',
      original: 'https://example.com/a',
      memento: 'https://archive.example/1',
      datetime: '2020-01-02T00:00:00Z',
      judged: { identity: 'match', why: 'x' },
    };
    const given = verdict({
      evidence: [evidence({ titled: 'Ten years of gate closures' })],
      snapshots: [snapshot],
    });
    expect(given.findings.map(({ rule }) => rule)).toEqual(['title-mismatch', 'drifted']);
    expect(given.todo).toContain(snapshot.memento);
  });
});
