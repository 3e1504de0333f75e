import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syntheticHeader } from './answer.ts';
import { allCaptures } from './captures.ts';
import { citedFixtures } from './fixtures.ts';
import { manifest } from './manifest.ts';
import { type Replica, startReplica } from './server.ts';
import { works } from './services/catalogue.ts';

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica();
});
afterAll(() => replica.stop());

async function ask(
  url: string,
  init: { method?: string; headers?: Record<string, string>; body?: string } = {},
) {
  const response = await replica.fetch(url, init);
  const text = await response.text();
  expect(response.headers.get(syntheticHeader)).toBeTruthy();
  return { status: response.status, headers: response.headers, text };
}
// biome-ignore lint/suspicious/noExplicitAny: foreign JSON, looked at by the test itself
const read = async (url: string, init = {}): Promise<any> => JSON.parse((await ask(url, init)).text);

const istic = '10.13654/j.cnki.naf.2023.02.004';
const careful = '10.5555/(SICI)1234-5679(200021)16:1<23::AID-REPLICA2>3.0.CO;2-W';
const csl = { headers: { accept: 'application/vnd.citationstyles.csl+json' } };

describe('doi.org', () => {
  it('knows where a DOI leads and who registered it, whether or not the slash is encoded', async () => {
    for (const doi of [istic, encodeURIComponent(istic)])
      expect(await read(`https://doi.org/api/handles/${doi}`)).toMatchObject({
        responseCode: 1,
        values: [{ type: 'URL', data: { value: `https://naf.journal.example/CN/${istic}` } }, {}],
      });
    expect(await read(`https://doi.org/doiRA/${istic}`)).toEqual([{ DOI: istic, RA: 'ISTIC' }]);
    expect(await read('https://doi.org/doiRA/10.5555/none')).toEqual([
      { DOI: '10.5555/none', status: 'DOI does not exist' },
    ]);
    expect(await read('https://doi.org/api/handles/10.5555/none')).toMatchObject({ responseCode: 100 });
    expect((await ask('https://doi.org/10.5555/none')).status).toBe(404);
  });

  it('leads to metadata for Crossref and to the landing page for ISTIC', async () => {
    const crossref = await ask('https://doi.org/10.1080/14799855.2024.2309816', csl);
    expect(crossref.headers.get('location')).toMatch(/^https:\/\/api\.crossref\.org\/v1\/works\//);
    expect(await read(crossref.headers.get('location')!)).toMatchObject({ type: 'article-journal' });
    expect((await ask(`https://doi.org/${istic}`, csl)).headers.get('location')).toMatch(/naf\.journal/);
  });
});

describe('Crossref', () => {
  const works = 'https://api.crossref.org/works';
  it('has the DOI of note 34 and not that of note 13', async () => {
    expect(await read(`${works}/10.1080%2F14799855.2024.2309816`)).toMatchObject({
      status: 'ok',
      'message-type': 'work',
      message: { author: [{ family: 'Fatton' }], issued: { 'date-parts': [[2024, 1, 29]] } },
    });
    expect((await ask(`${works}/${istic}`)).status).toBe(404);
  });

  it('says what was retracted, on the work and on the notice', async () => {
    const { message } = await read(`${works}/10.5555/replica.port.12.3.1`);
    expect(message['updated-by']).toMatchObject([
      { type: 'retraction', DOI: '10.5555/replica.port.14.2.200' },
    ]);
    const notice = await read(`${works}/10.5555/replica.port.14.2.200`);
    expect(notice.message['update-to']).toMatchObject([{ type: 'retraction' }]);
  });

  it('gives an empty title, a date without parts, and takes a DOI that needs care', async () => {
    expect((await read(`${works}/10.5555/replica.untitled.1`)).message.title).toEqual([]);
    expect((await read(`${works}/10.5555/replica.undated.1`)).message.issued).toEqual({
      'date-parts': [[null]],
    });
    expect((await read(`${works}/${encodeURIComponent(careful)}`)).message.DOI).toBe(careful.toLowerCase());
  });

  it('always finds something, the right work first', async () => {
    const found = await read(
      `${works}?query.bibliographic=${encodeURIComponent('Liff Kishida the Accelerator 2023')}&rows=3`,
    );
    expect(found.message.items.length).toBe(3);
    expect(found.message.items[0].title[0]).toMatch(/^Kishida the Accelerator/);
  });

  it('lists an issue, and the invented work is not in it', async () => {
    const issue = await read(
      'https://api.crossref.org/journals/1234-5679/works?filter=from-pub-date:2019,until-pub-date:2019',
    );
    const titles = issue.message.items.map((item: { title: string[] }) => item.title[0]);
    const invented = citedFixtures.find((fixture) => fixture.conclusion === 'likely-invented')!;
    expect(titles.length).toBe(3);
    expect(titles.join().toLowerCase()).not.toContain(invented.item.title!.toLowerCase());
  });
});

describe('the other indexes', () => {
  it('answer in their shapes', async () => {
    const q = encodeURIComponent;
    const alex = await read(
      `https://api.openalex.org/works?search=${q("Japan's Emerging Security Strategy")}`,
    );
    expect(alex.results[0]).toMatchObject({
      publication_year: 2023,
      biblio: { first_page: '85', last_page: '102' },
    });
    const cinii = await read(
      `https://cir.nii.ac.jp/opensearch/articles?title=${q('小さな渡し船')}&format=json`,
    );
    expect(cinii.items[0]).toMatchObject({ 'dc:creator': ['岡田 美奈'], 'prism:startingPage': '15' });
    const none = await read('https://cir.nii.ac.jp/opensearch/all?q=nothing-of-the-kind&format=json');
    expect([none['opensearch:totalResults'], none.items]).toEqual([0, undefined]);
    const ndl = await ask('https://ndlsearch.ndl.go.jp/api/opensearch?title=Origins+of+Alliances');
    expect(ndl.text).toContain('<openSearch:totalResults>1</openSearch:totalResults>');
    const jstage = await ask(
      `https://api.jstage.jst.go.jp/searchapi/do?service=3&article=${q('渡し船の記録')}`,
    );
    expect(jstage.text).toContain('<prism:doi>10.11501/replica.ja.1</prism:doi>');
    const jalc = await read('https://api.japanlinkcenter.org/dois/10.11501/replica.ja.1');
    expect(jalc.data.title_list[0].title).toBe('小さな渡し船の記録を読む');
    const data = await read('https://api.datacite.org/dois/10.5438/replica-tide-gauges');
    expect(data.data.attributes.publicationYear).toBe(2017);
    const books = await read(
      'https://openlibrary.org/api/books?bibkeys=ISBN:0801494184&format=json&jscmd=data',
    );
    expect(books['ISBN:0801494184'].title).toBe('The Origins of Alliances');
    expect(await read('https://openlibrary.org/api/books?bibkeys=ISBN:9780000000000')).toEqual({});
  });

  it('use no DOI outside the article but those of test prefixes', () => {
    const printed = [istic, '10.1080/14799855.2024.2309816'];
    const others = works.flatMap((work) => (work.doi && !printed.includes(work.doi) ? [work.doi] : []));
    expect(others.every((doi) => /^10\.(5555|5438|11501)\/(replica|\(SICI\))/.test(doi))).toBe(true);
  });
});

describe('the archives', () => {
  const nhk = 'https://www3.nhk.or.jp/news/html/20240510/k10014445391000.html';
  const cdx = 'https://web.archive.org/cdx/search/cdx';
  const near = (url: string) =>
    `${cdx}?url=${encodeURIComponent(url)}&output=json&sort=closest&closest=20240521`;

  it('list captures nearest first, with a header row, and nothing as an empty list', async () => {
    const [names, ...rows] = await read(near(nhk));
    expect(names).toEqual(['urlkey', 'timestamp', 'original', 'mimetype', 'statuscode', 'digest', 'length']);
    expect(rows.map((row: string[]) => [row[1], row[4]])).toEqual([
      ['20240521090000', '200'],
      ['20240510103000', '200'],
      ['20240601000000', '404'],
    ]);
    expect(await read(near('https://www.example.com/never'))).toEqual([]);
    expect((await ask(`${cdx}?url=${nhk}&limit=1`)).text).toMatch(
      /^jp,or,nhk,www3\)\/news\S+ 20240510103000 /,
    );
  });

  it('keep a bad capture nearest and a good one further off', async () => {
    const bad = await ask(`https://web.archive.org/web/20240521090000id_/${nhk}`);
    expect([bad.status, bad.text.includes('ページが見つかりません')]).toEqual([200, true]);
    const good = await ask(`https://web.archive.org/web/20240510103000id_/${nhk}`);
    expect(good.text).toContain('<title>自衛隊を一元的に指揮「統合作戦司令部」設置');
    expect(good.headers.get('memento-datetime')).toBe('Fri, 10 May 2024 10:30:00 GMT');
  });

  it('lead a wrong moment to the nearest capture, and put their toolbar into pages not asked for raw', async () => {
    const led = await ask(`https://web.archive.org/web/20240511/${nhk}`);
    expect(led.headers.get('location')).toBe(`https://web.archive.org/web/20240510103000/${nhk}`);
    expect((await ask(led.headers.get('location')!)).text).toContain('archive toolbar');
  });

  it('speak link-format and the availability API', async () => {
    const map = await ask(`https://web.archive.org/web/timemap/link/${nhk}`);
    expect(map.headers.get('content-type')).toBe('application/link-format');
    expect(map.text.match(/rel="[a-z ]*memento"/g)?.length).toBe(3);
    expect((await ask('https://web.archive.org/web/timemap/link/https://www.example.com/')).status).toBe(404);
    const closest = await read(`https://archive.org/wayback/available?url=${nhk}&timestamp=20240511`);
    expect(closest.archived_snapshots.closest).toMatchObject({
      timestamp: '20240510103000',
      available: true,
    });
    expect(await read('https://archive.org/wayback/available?url=example.com')).toMatchObject({
      archived_snapshots: {},
    });
  });

  it('have a good capture of every address that is dead, drifted or closed', () => {
    const lost = manifest.filter(
      (row) => !row.expected.status.includes('verified') && !/doi\.org/.test(row.url),
    );
    for (const row of lost)
      expect(
        allCaptures.filter((capture) => capture.url === row.url && capture.holds === 'good'),
        row.url,
      ).not.toEqual([]);
  });

  it('save a page when keys are given, and say so only when it is done', async () => {
    const url = 'https://www.ciis.org.cn/yjcg/xslw/202311/t20231117_9126.html';
    const save = 'https://web.archive.org/save';
    const body = new URLSearchParams({ url }).toString();
    expect((await ask(save, { method: 'POST', body })).status).toBe(401);
    const headers = { authorization: 'LOW key:secret', 'content-type': 'application/x-www-form-urlencoded' };
    const { job_id: job } = await read(save, { method: 'POST', body, headers });
    expect((await read(`${save}/status/${job}`, { headers })).status).toBe('pending');
    expect(await read(`${save}/status/${job}`, { headers })).toMatchObject({
      status: 'success',
      original_url: url,
    });
    expect((await read(near(url))).length).toBe(2);
  });
});

describe('bad days', () => {
  const url = 'https://web.archive.org/cdx/search/cdx?url=example.com&output=json';
  it.each([
    ['unavailable', 503, /503/],
    ['html', 200, /<!DOCTYPE html>/],
    ['limited', 429, /many/],
    ['truncated', 200, /^\{/],
    ['empty', 200, /^\[\]$/],
  ] as const)('%s', async (mode, status, body) => {
    replica.modes.set('web.archive.org', mode);
    const answer = await ask(url);
    replica.modes.delete('web.archive.org');
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(body);
  });
});
