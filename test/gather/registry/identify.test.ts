import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { identifiersOf } from '../../../src/gather/registry/identifiers-of.ts';
import { surelySame } from '../../../src/gather/registry/wanted.ts';
import { type GatherSettings, openGather } from '../../../src/gather/world.ts';
import type { Citation } from '../../../src/model/citation.ts';
import type { RegistryAnswer } from '../../../src/model/evidence.ts';
import type { Item } from '../../../src/model/item.ts';
import { citedFixtures } from '../../replica/fixtures.ts';
import { type Mode, modes } from '../../replica/modes.ts';
import { type Replica, startReplica } from '../../replica/server.ts';
import { instantClock } from '../instant-clock.ts';

const place = { offset: 0, end: 0, line: 1, column: 1 };
const cite = (item: Item, ...urls: string[]): Citation => ({ item, urls, place, confidence: 1 });
const fixture = (id: string): Item => citedFixtures.find(({ item }) => item.id === id)?.item as Item;

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica({ slowMs: 1 });
});
afterAll(() => replica.stop());
beforeEach(() => replica.modes.clear());

async function identify(
  citation: Citation,
  more: Partial<GatherSettings> = {},
): Promise<{ answers: RegistryAnswer[]; facts: string[] }> {
  const gather = await openGather({
    tool: { name: 'refvouch', version: '0', url: 'https://refvouch.example' },
    contact: 'editor@example.org',
    concurrency: 4,
    perHost: 2,
    paceMs: 0,
    timeoutMs: 5000,
    retries: 0,
    maxBodyBytes: 1 << 20,
    allowNet: [],
    ports: { clock: instantClock(), connect: replica.connect as never },
    ...more,
  });
  const answers = (await gather.identify?.(citation)) ?? [];
  const facts = gather.facts().map(({ message }) => message);
  await gather.close();
  return { answers, facts };
}

const outcomes = (answers: readonly RegistryAnswer[]) =>
  answers.map(({ service, outcome }) => `${service} ${outcome}`);

describe('identify', () => {
  it('names a retraction, and a correction with an expression of concern', async () => {
    const retracted = await identify(cite(fixture('retracted')));
    expect(retracted.answers.flatMap(({ updates }) => updates)).toMatchObject([
      { type: 'retraction', date: '2021-04-12' },
    ]);
    const corrected = await identify(cite(fixture('corrected')));
    expect(corrected.answers.flatMap(({ updates }) => updates.map(({ type }) => type))).toEqual([
      'correction',
      'expression_of_concern',
    ]);
  });

  it.each([
    ['wrong-year', { issued: { 'date-parts': [[2016, 3]] } }],
    ['careful-doi', { volume: '16', page: '23-31' }],
    ['jalc', { title: '小さな渡し船の記録を読む', author: [{ literal: '岡田美奈' }] }],
    ['datacite', { type: 'dataset', issued: { 'date-parts': [[2017]] } }],
  ])('gives the registry’s own record of %s', async (id, fields) => {
    const { answers } = await identify(cite(fixture(id)));
    expect(answers[0]).toMatchObject({ service: 'doi.org', outcome: 'found' });
    expect(answers.at(-1)?.items[0]).toMatchObject(fields);
  });

  it('finds a work without an identifier by its title, whoever its author is said to be', async () => {
    const { answers } = await identify(cite(fixture('swapped-author')));
    expect(answers.at(-1)).toMatchObject({ outcome: 'found' });
    expect(answers.at(-1)?.items[0]).toMatchObject({
      author: [{ family: 'Okada' }],
      DOI: '10.5555/replica.port.11.2.101',
    });
  });

  it('says of an invented work what was searched, and what the cited issue holds instead', async () => {
    const { answers } = await identify(cite(fixture('invented')));
    const contents = answers.at(-1);
    expect(contents).toMatchObject({
      query: 'table of contents of Replica Journal of Port Studies, 2019, 12 (3)',
      outcome: 'found',
    });
    expect(contents?.items).toHaveLength(3);
    expect(answers.flatMap(({ items }) => items).some((item) => surelySame(fixture('invented'), item))).toBe(
      false,
    );
  });

  it('takes no index’s silence for a sign where it holds a part of a language only', async () => {
    const { answers } = await identify(cite(fixture('unindexed')));
    expect(outcomes(answers)).toEqual(['openalex not-covered']);
    expect((await identify(cite({ ...fixture('unindexed'), type: 'book' }))).answers[0]?.outcome).toBe(
      'not-covered',
    );
  });

  it('of a DOI that was never registered finds the work by its title', async () => {
    const { answers } = await identify(cite(fixture('no-such-doi')));
    expect(answers[0]).toMatchObject({ service: 'doi.org', outcome: 'not-found' });
    expect(answers.at(-1)?.items[0]).toMatchObject({ DOI: '10.5555/replica.port.12.3.62' });
  });

  it.each([
    ['arXiv', { number: 'arXiv:1912.99999v1' }, [], 'Counting Lanterns on an Invented Coast'],
    ['arXiv', {}, ['https://arxiv.org/abs/1912.99999'], 'Counting Lanterns on an Invented Coast'],
    ['PMID', { PMID: '99999999' }, [], 'Reading the registers of small ferries.'],
    ['ISBN', { ISBN: '978-0-8014-9418-5' }, [], 'The Origins of Alliances'],
  ])('%s is looked up', async (_, fields, urls, title) => {
    const { answers } = await identify(cite({ id: 'x', type: 'document', ...fields }, ...urls));
    expect(answers.at(-1)?.items[0]).toMatchObject({ title });
  });

  it('a handle is asked of the resolver, a URN is only known, a wrong check digit costs no question', async () => {
    const at = async (item: Partial<Item>, ...urls: string[]) =>
      outcomes((await identify(cite({ id: 'x', type: 'document', ...item }, ...urls))).answers);
    expect(await at({}, 'https://hdl.handle.net/10.5555/replica.undated.1')).toEqual(['doi.org found']);
    expect(await at({}, 'https://nbn-resolving.org/urn:nbn:de:101:1-201102033592')).toEqual([
      'urn not-covered',
    ]);
    const before = replica.log.length;
    expect(await at({ ISBN: '9780801494186' })).toEqual(['check-digit unparsable']);
    expect(replica.log.length).toBe(before);
  });

  it('asks nobody about a web page with a link, nor about a back reference', async () => {
    expect(
      (await identify(cite({ id: 'x', type: 'webpage', title: 'A page of some kind' }, 'https://a.example/')))
        .answers,
    ).toEqual([]);
    const backref = { kind: 'ibid', printed: 'Ibid.' } as const;
    expect((await identify({ ...cite(fixture('invented')), backref })).answers).toEqual([]);
  });

  it('reads the landing page of a DOI whose agency gives no metadata', async () => {
    const { answers } = await identify(
      cite({ id: 'x', type: 'article-journal', DOI: '10.13654/j.cnki.naf.2023.02.004' }),
    );
    expect(answers[0]).toMatchObject({ service: 'doi.org', outcome: 'found', agency: 'ISTIC' });
    const landing = answers.find(({ service }) => service === 'landing page');
    expect(['found', 'not-covered']).toContain(landing?.outcome);
    expect(answers.some(({ service }) => service === 'crossref')).toBe(false);
  });

  it('is polite: says who it is, and gives Crossref and OpenAlex a contact', async () => {
    const before = replica.log.length;
    await identify(cite(fixture('invented')));
    const asked = replica.log.slice(before);
    expect(asked.length).toBeGreaterThan(1);
    for (const { userAgent, path, host } of asked) {
      expect(userAgent).toBe('refvouch/0 (+https://refvouch.example; editor@example.org)');
      if (/crossref|openalex/.test(host)) expect(path).toContain('mailto=editor%40example.org');
    }
  });

  it.each(Object.keys(modes) as Mode[])(
    'with Crossref on a bad day (%s) no work is called missing, and it is said once',
    async (mode) => {
      replica.modes.set('api.crossref.org', mode);
      const { answers, facts } = await identify(cite(fixture('retracted')));
      expect(answers.some(({ service, outcome }) => service === 'crossref' && outcome === 'not-found')).toBe(
        mode === 'empty',
      );
      expect(answers[0]).toMatchObject({ service: 'doi.org', outcome: 'found' });
      expect(facts.filter((fact) => fact.startsWith('crossref')).length).toBeLessThanOrEqual(1);
      if (mode === 'unavailable' || mode === 'html' || mode === 'truncated') expect(facts).toHaveLength(1);
    },
  );

  it('leaves a service alone that failed three times', async () => {
    replica.modes.set('api.crossref.org', 'unavailable');
    const gather = await openGather({
      tool: { name: 'refvouch', version: '0', url: 'https://refvouch.example' },
      concurrency: 4,
      perHost: 2,
      paceMs: 0,
      timeoutMs: 5000,
      retries: 0,
      maxBodyBytes: 1 << 20,
      allowNet: [],
      ports: { clock: instantClock(), connect: replica.connect as never },
    });
    const before = replica.log.length;
    for (let turn = 0; turn < 6; turn += 1)
      await gather.identify?.(cite({ ...fixture('swapped-author'), title: `Nowhere to be found ${turn}` }));
    await gather.close();
    expect(replica.log.slice(before).filter(({ host }) => host === 'api.crossref.org')).toHaveLength(3);
  });
});

describe('identifiersOf', () => {
  it.each([
    [{ DOI: 'https://doi.org/10.1000%2F182' }, [], ['DOI 10.1000/182']],
    [{}, ['https://dx.doi.org/10.1000/182'], ['DOI 10.1000/182']],
    [{ DOI: '10.48550/arXiv.2101.00001' }, [], ['DOI 10.48550/arXiv.2101.00001', 'arXiv 2101.00001']],
    [{}, ['https://arxiv.org/pdf/hep-th/9901001v2.pdf'], ['arXiv hep-th/9901001v2']],
    [{}, ['https://cir.nii.ac.jp/crid/1520853832664434176'], ['CRID 1520853832664434176']],
    [{}, ['https://ci.nii.ac.jp/naid/110003488770'], ['NAID 110003488770']],
    [{ ISBN: '4-00-431366-3, 978-4-00-431366-3' }, [], ['ISBN 4004313663', 'ISBN 9784004313663']],
    [{ ISSN: '0163-660X' }, [], ['ISSN 0163-660X']],
    [{ PMID: 'abc' }, ['https://a.example/'], []],
  ])('%j %j', (fields, urls, expected) => {
    expect(
      identifiersOf(cite({ id: 'x', type: 'document', ...fields }, ...urls)).map(
        ({ kind, value }) => `${kind} ${value}`,
      ),
    ).toEqual(expected);
  });
});
