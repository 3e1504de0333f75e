import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report, ReportCitation } from '../../src/model/report.ts';
import { type CitedFixture, citedFixtures } from '../replica/fixtures.ts';
import { type Replica, startReplica } from '../replica/server.ts';
import { folderFor, refvouch, towards } from './run.ts';

let replica: Replica;
let cited: Map<string, ReportCitation>;
const folder = folderFor(afterAll);

beforeAll(async () => {
  replica = await startReplica({});
  const path = join(folder, 'works.json');
  writeFileSync(path, JSON.stringify(citedFixtures.map(({ item }) => item)));
  const args = ['check', path, '--pace-ms', '0', '--state', join(folder, 'state'), '--no-archive'];
  const { stdout } = await refvouch([...args, '--format', 'json'], { gathering: towards(replica) });
  const report = JSON.parse(stdout) as Report;
  const all = report.documents.flatMap(({ notes }) => notes.flatMap(({ citations }) => citations));
  cited = new Map(all.map((citation) => [citation.item.id, citation]));
}, 60_000);
afterAll(() => replica.stop());

const severities = ({ verdict }: ReportCitation): string[] =>
  verdict.findings.map(({ severity }) => severity);
const rules = ({ verdict }: ReportCitation): string => verdict.findings.map(({ rule }) => rule).join(' ');

/** What each conclusion means in a report. */
const means: Record<CitedFixture['conclusion'], (citation: ReportCitation, fixture: CitedFixture) => void> = {
  confirmed: ({ verdict }) => {
    expect(['match', 'probable']).toContain(verdict.identity?.is);
    expect(verdict.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  },
  differs: (citation, { field, item }) => {
    const found = citation.verdict.findings.find(({ expected, actual }) => expected && actual);
    expect(found?.rule).toContain(field === 'issued' ? 'year' : String(field));
    expect(citation.verdict.status).not.toBe('gone');
    expect(item.title).toBe(citation.item.title);
  },
  retracted: (citation) => {
    expect(severities(citation)).toContain('critical');
    expect(rules(citation)).toMatch(/retract/);
  },
  corrected: (citation) => {
    expect(severities(citation)).toContain('critical');
    expect(rules(citation)).toMatch(/correct|concern/);
  },
  'likely-invented': (citation) => {
    expect(rules(citation)).toMatch(/invented/);
    expect(citation.verdict.status).not.toBe('verified');
  },
  unverifiable: (citation) => {
    expect(citation.verdict.identity?.is).toBe('unverifiable');
    expect(citation.verdict.status).toBe('unchecked');
    expect(severities(citation).filter((severity) => severity !== 'info')).toEqual([]);
  },
  'no-such-doi': (citation) => {
    expect(rules(citation)).toMatch(/doi-not-found/);
    expect(citation.verdict.status).not.toBe('verified');
  },
};

describe('works without a page of their own', () => {
  it.each(citedFixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
    const citation = cited.get(fixture.item.id);
    expect(citation).toBeDefined();
    means[fixture.conclusion](citation as ReportCitation, fixture);
    // Whatever was concluded, it is said what was asked.
    expect(citation?.registry.length).toBeGreaterThan(0);
    for (const { query } of citation?.registry ?? []) expect(query).not.toBe('');
  });
});
