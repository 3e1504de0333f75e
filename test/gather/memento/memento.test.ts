import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FindOptions, nearest, rawMemento, snapshotSources } from '../../../src/gather/memento/find.ts';
import { readLinkFormat } from '../../../src/gather/memento/link-format.ts';
import { savePage } from '../../../src/gather/memento/save.ts';
import type { Snapshot } from '../../../src/model/evidence.ts';
import { answering } from '../registry/exchange-stub.ts';

const url = 'https://site.example/a?b=c';
const rows = [
  ['timestamp', 'original', 'statuscode', 'mimetype'],
  ['20240301000000', url, '404', 'text/html'],
  ['20240110120000', url, '200', 'text/html'],
  ['20230101', url, '-', 'warc/revisit'],
];
const timemap = `<${url}>; rel="original",
 <https://arquivo.pt/wayback/20220101000000/${url}>; rel="first memento"; datetime="Sat, 01 Jan 2022 00:00:00 GMT",
 <https://arquivo.pt/wayback/20240220000000/${url}>; rel="memento"; datetime="Tue, 20 Feb 2024 00:00:00 GMT"`;

const copies = async (options: FindOptions, near?: string) =>
  Promise.all(snapshotSources(options).map(async (source) => [source.archive, await source.find(url, near)]));

describe('snapshotSources', () => {
  it('sorts the captures by distance to the day of access, errors included', async () => {
    const exchange = answering([
      [/cdx/, { body: rows }],
      [/./, { status: 404 }],
    ]);
    const [[, snapshots]] = (await copies({ exchange }, '2024-02-27')) as [[string, Snapshot[]]];
    expect(snapshots.map(({ datetime, status }) => [datetime.slice(0, 10), status])).toEqual([
      ['2024-03-01', 404],
      ['2024-01-10', 200],
      ['2023-01-01', undefined],
    ]);
    expect(snapshots[0]?.memento).toBe(`https://web.archive.org/web/20240301000000/${url}`);
  });
  it('falls back to the availability API when CDX is in trouble', async () => {
    const closest = {
      available: true,
      url: `http://web.archive.org/web/20240101000000/${url}`,
      timestamp: '20240101000000',
      status: '200',
    };
    const exchange = answering([
      [/cdx/, { status: 503 }],
      [/available/, { body: { archived_snapshots: { closest } } }],
      [/./, { status: 404 }],
    ]);
    expect((await copies({ exchange }, '2024-02-27'))[0]).toMatchObject([
      'Internet Archive',
      [{ datetime: '2024-01-01T00:00:00.000Z', status: 200 }],
    ]);
  });
  it('says what went wrong where neither answers', async () => {
    const exchange = answering([[/./, { status: 503 }]]);
    expect((await copies({ exchange }))[0]).toMatchObject([
      'Internet Archive',
      { why: expect.stringContaining('503') },
    ]);
  });
  it('asks the other archives for their TimeMaps', async () => {
    const exchange = answering([
      [/cdx/, { body: [] }],
      [/arquivo/, { body: timemap }],
      [/./, { status: 404 }],
    ]);
    const arquivo = (await copies({ exchange }, '2024-02-27')).find(([name]) => name === 'Arquivo.pt');
    expect(((arquivo?.[1] ?? []) as Snapshot[]).map(({ datetime }) => datetime.slice(0, 10))).toEqual([
      '2024-02-20',
      '2022-01-01',
    ]);
  });
  it('asks only the given Wayback Machine where one is given', async () => {
    const exchange = answering([['http://127.0.0.1:9/cdx', { body: [] }]]);
    expect(await copies({ exchange, waybackBase: 'http://127.0.0.1:9/' })).toEqual([
      ['Internet Archive', []],
    ]);
  });
});

describe('nearest and rawMemento', () => {
  it('without a wanted day puts the newest first', () => {
    const at = (datetime: string) => ({ archive: 'a', original: url, memento: datetime, datetime });
    expect(nearest([at('2020-01-01T00:00:00Z'), at('2022-01-01T00:00:00Z')], undefined)[0]?.memento).toBe(
      '2022-01-01T00:00:00Z',
    );
  });
  it.each([
    [
      'https://web.archive.org/web/20240101000000/https://a.example/',
      'https://web.archive.org/web/20240101000000id_/https://a.example/',
    ],
    [
      'https://web.archive.org/web/20240101000000if_/https://a.example/',
      'https://web.archive.org/web/20240101000000id_/https://a.example/',
    ],
    ['https://archive.ph/abc', 'https://archive.ph/abc'],
  ])('%s', (memento, raw) => expect(rawMemento(memento)).toBe(raw));
});

describe('readLinkFormat', () => {
  it('never throws, and passes over what is malformed', () => {
    fc.assert(fc.property(fc.string(), (text) => readLinkFormat(text).length <= text.length));
    expect(readLinkFormat('<a>; rel=memento; datetime="x", <b <c>; rel="memento"')).toHaveLength(2);
  });
});

describe('savePage', () => {
  let time = 0;
  const clock = {
    now: () => 0,
    monotonic: () => time,
    sleep: async (ms: number) => {
      time += ms;
    },
  };
  const keys = { accessKey: 'AK', secretKey: 'SK', clock };
  it('waits for the job and answers with its capture', async () => {
    let asked = 0;
    const inner = answering([
      [/status\/user/, { body: { available: 3 } }],
      [/save$/, { body: { job_id: 'spn2-1' } }],
      [/status\/spn2-1/, { body: { status: 'success', timestamp: '20260102030405' } }],
    ]);
    const pending = answering([[/./, { body: { status: 'pending' } }]]);
    const saved = await savePage(url, {
      ...keys,
      exchange: (request) => (/spn2-1/.test(request.url) && asked++ < 2 ? pending(request) : inner(request)),
    });
    expect(saved).toMatchObject({ snapshot: { datetime: '2026-01-02T03:04:05.000Z' } });
    expect(inner.asked[1]).toBe('POST https://web.archive.org/save');
    expect(time).toBe(10_000);
  });
  it.each([
    ['no slot', [[/user/, { body: { available: 0 } }]], 'no free capture slot'],
    [
      'a limit',
      [
        [/user/, { body: {} }],
        [/save$/, { status: 429 }],
      ],
      'limit of captures',
    ],
    [
      'bad keys',
      [
        [/user/, { status: 401 }],
        [/save$/, { status: 401 }],
      ],
      'refused the keys',
    ],
    [
      'an error',
      [
        [/user/, { body: {} }],
        [/save$/, { body: { job_id: 'j' } }],
        [/status\/j/, { body: { status: 'error', message: 'blocked' } }],
      ],
      'blocked',
    ],
    [
      'a job without end',
      [
        [/user/, { body: {} }],
        [/save$/, { body: { job_id: 'j' } }],
        [/status\/j/, { body: { status: 'pending' } }],
      ],
      'three minutes',
    ],
  ] as const)('%s is said, and no key is in it', async (_, answers, why) => {
    const saved = await savePage(url, { ...keys, exchange: answering(answers) });
    expect(saved).toMatchObject({ why: expect.stringContaining(why) });
    expect(JSON.stringify(saved)).not.toMatch(/AK|SK/);
  });
});
