import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Report } from '../../src/model/report.ts';
import { manifest, printedDois } from '../replica/manifest.ts';
import { type Replica, startReplica } from '../replica/server.ts';
import { folderFor, type Ran, refvouch, reportIn, towards } from './run.ts';

const document = fileURLToPath(new URL('../../refs/us-japan-alliance/references.txt', import.meta.url));

let replica: Replica;
let live: Ran;
let report: Report;
const folder = folderFor(afterAll);
const path = (name: string): string => join(folder, name);

beforeAll(async () => {
  replica = await startReplica({ slowMs: 50 });
  live = await refvouch(
    [
      'check',
      document,
      '--pace-ms',
      '0',
      '--state',
      path('state'),
      '--record',
      path('run.warc.gz'),
      '--format',
      'json',
      '--out',
      path('live'),
    ],
    { gathering: towards(replica) },
  );
  report = reportIn(path('live/report.json'));
}, 60_000);
afterAll(() => replica.stop());

const cited = () =>
  report.documents.flatMap(({ notes }) =>
    notes.flatMap((note) => note.citations.map((citation) => ({ note: note.label, citation }))),
  );

describe('the article against a web of our own', () => {
  it('is read whole', () => {
    const { notes, citations, urls, distinctUrls } = report.tally;
    expect({ notes, citations, urls, distinctUrls }).toEqual({
      notes: 34,
      citations: 46,
      urls: 34,
      distinctUrls: 32,
    });
    expect(live.code).toBe(1);
  });

  it.each(manifest.map((row) => [row.notes.join(), row.why, row] as const))(
    'note %s: %s',
    (_, __, { url, notes, expected }) => {
      const rows = cited().filter(
        ({ note, citation }) => notes.includes(note) && citation.urls.includes(url),
      );
      expect(rows.map(({ note }) => note)).toEqual(notes);
      for (const { citation } of rows) {
        const { reach, identity, status } = citation.verdict;
        expect(expected.status).toContain(status);
        expect(reach).toBe(expected.reach);
        if (expected.identity.length > 0) expect(expected.identity).toContain(identity?.is);
      }
    },
  );

  it('finds an archived copy of what was cited for every dead or drifted link, and says which were passed over', () => {
    for (const { citation } of cited().filter(({ citation: { verdict } }) => verdict.status === 'gone')) {
      const judged = citation.snapshots.map((snapshot) => snapshot.judged?.identity);
      expect(judged.some((identity) => identity === 'match' || identity === 'probable')).toBe(true);
    }
  });

  it('identifies the printed DOIs and says of every work without a link what was searched', () => {
    for (const { url } of printedDois) {
      const doi = url.replace('https://doi.org/', '');
      const row = cited().find(({ citation }) => citation.item.DOI === doi);
      expect(row?.citation.registry.some(({ outcome }) => outcome === 'found')).toBe(true);
    }
    for (const { citation } of cited().filter(({ citation: { urls } }) => urls.length === 0))
      expect(citation.registry.length).toBeGreaterThan(0);
  });

  it('says in its evidence that the pages are synthetic', () => {
    for (const { citation } of cited())
      for (const evidence of citation.evidence) expect(evidence.synthetic).toBe('The pages are synthetic.');
  });

  it('is a report by its own schema', () => {
    expect(Report.safeParse(report).error).toBeUndefined();
  });

  it('judges the same from the recording, with no network, and twice alike to the byte', async () => {
    const again = async (name: string) => {
      const args = [
        'check',
        document,
        '--replay',
        path('run.warc.gz'),
        '--format',
        'json',
        '--out',
        path(name),
      ];
      await refvouch(args, { gathering: { ports: { fetch: () => Promise.reject(new Error('network')) } } });
      return readFileSync(path(`${name}/report.json`), 'utf8');
    };
    const [first, second] = [await again('first'), await again('second')];
    expect(second).toBe(first);
    const replayed = JSON.parse(first) as Report;
    expect(replayed.run.mode).toBe('replay');
    expect(replayed.run.facts.map(({ code }) => code)).toContain('synthetic');
    const words = ({ documents }: Report) =>
      documents.flatMap(({ notes }) =>
        notes.flatMap(({ citations }) =>
          citations.map(({ verdict }) => [verdict.status, verdict.reach, verdict.identity?.is]),
        ),
      );
    expect(words(replayed)).toEqual(words(report));
  });

  it('takes up nothing from a run that came to its end, and remembers it', async () => {
    const before = replica.log.length;
    const args = [
      'check',
      document,
      '--pace-ms',
      '0',
      '--state',
      path('state'),
      '--no-identify',
      '--no-archive',
    ];
    const { stdout } = await refvouch([...args, '--format', 'json'], { gathering: towards(replica) });
    expect(replica.log.length - before).toBeGreaterThan(31);
    const second = JSON.parse(stdout) as Report;
    const { verdict } = second.documents[0]!.notes[2]!.citations[0]!;
    expect(verdict.persistence.is).toBe('healthy');
  });
});

describe('without a network', () => {
  const nowhere = {
    ports: {
      resolve: () => Promise.reject(Object.assign(new Error('getaddrinfo EAI_AGAIN'), { code: 'EAI_AGAIN' })),
      random: () => 0,
    },
  };

  it('holds nothing against any link, writes nothing down, and ends with 3', async () => {
    const state = path('offline-state');
    const args = ['check', document, '--pace-ms', '0', '--state', state, '--format', 'json'];
    const { code, stdout } = await refvouch(args, { gathering: nowhere });
    expect(code).toBe(3);
    const offline = JSON.parse(stdout) as Report;
    expect(offline.run).toMatchObject({ offline: true, mode: 'offline' });
    expect(offline.tally.status).toEqual({ unchecked: 46 });
    expect(() => readFileSync(state)).toThrow();
  });

  it('judges from the recording it was given for that', async () => {
    const args = ['check', document, '--pace-ms', '0', '--state', path('none'), '--format', 'json'];
    const { stdout, stderr } = await refvouch([...args, '--fallback', path('run.warc.gz')], {
      gathering: nowhere,
    });
    expect(stderr).toContain('no network here; judging from the recording');
    expect((JSON.parse(stdout) as Report).run.mode).toBe('replay');
  });
});
