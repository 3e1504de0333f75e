import { describe, expect, it } from 'vitest';
import type { Report, ReportCitation } from '../../src/model/report.ts';
import { diff, newFindings } from '../../src/report/diff.ts';
import { diffMarkdown, diffReporters } from '../../src/report/diff-text.ts';
import { sampleReport } from './sample.ts';

const at = (report: Report, note: string): ReportCitation =>
  report.documents[0]!.notes.find(({ label }) => label === note)!.citations[0]!;

/** The sample a week later: one rotted, one recovered, one blocked, one address changed, one taken out, notes renumbered. */
function later(): Report {
  const report = sampleReport();
  const [document] = report.documents;
  at(report, '12').verdict = {
    ...at(report, '12').verdict,
    status: 'gone',
    reach: 'gone',
    findings: [{ rule: 'link-gone', severity: 'error', message: 'Taken down.' }],
  };
  at(report, '1').verdict = { ...at(report, '1').verdict, status: 'verified', reach: 'live', findings: [] };
  at(report, '4').verdict = { ...at(report, '4').verdict, status: 'blocked', reach: 'blocked' };
  at(report, '2').urls = ['https://www.example.cn/new'];
  document!.notes = document!.notes.filter(({ label }) => label !== '6');
  for (const note of document!.notes) {
    note.label = String(Number(note.label) + 100);
    note.place.line += 40;
    for (const { place } of note.citations) place.line += 40;
  }
  return report;
}

describe('what became of the citations', () => {
  const answer = diff(sampleReport(), later());
  const changeOf = (title: string) =>
    answer.rows.find(({ before, after }) => (after ?? before)?.citation.item.title === title)?.change;

  it.each([
    ['世界経済の潮流', 'rotted'],
    ['日米安全保障協議委員会(2+2)共同発表', 'recovered'],
    ['Japan’s New Ally-in-Waiting', 'doubtful'],
    ['美日同盟的新动向', 'changed'],
    ['Takes Too Long', 'removed'],
    ['Joint Statement of the Leaders', undefined],
  ])('%s: %s', (title, change) => {
    expect(changeOf(title)).toBe(change);
  });

  it('finds nothing where only text has moved and notes were renumbered', () => {
    const moved = sampleReport();
    for (const note of moved.documents[0]!.notes) {
      note.label = `${note.label}a`;
      for (const finding of note.findings) if (finding.place) finding.place.line += 7;
    }
    expect(diff(sampleReport(), moved)).toEqual({ rows: [], same: 12, findings: [] });
  });

  it('counts what the earlier report did not have', () => {
    expect(newFindings(sampleReport(), later()).map(({ rule }) => rule)).toEqual([
      'title-mismatch',
      'source-blocked',
      'link-gone',
    ]);
    expect(newFindings(sampleReport(), sampleReport())).toEqual([]);
  });

  it('is said in every format and language', () => {
    for (const { render } of diffReporters)
      for (const language of ['en', 'zh', 'ja'] as const)
        expect(render(answer, { language, width: 80, colour: false })).toContain('世界経済の潮流');
    expect(diffMarkdown(answer, { language: 'en' })).toMatchInlineSnapshot(`
      "## Sources since the last report

      ### ❌ Rotted (1)

      - ❌ **[世界経済の潮流](https://cao.example.jp/)** (note 112): verified → gone
        - The page was taken down for good (410); it is what was cited.
        - To do: Look for another address of the work, or for a copy in an archive.

      ### ✏️ Address changed in the text (1)

      - ⚠️ **[美日同盟的新动向](https://www.example.cn/new)** (note 102): mismatched
        - was [https:\\//www\\.example.cn/n1/2022/0524/c1002.html](https://www.example.cn/n1/2022/0524/c1002.html)
        - To do: Open the page and compare: it may have been replaced, or the citation has a wrong title or address.

      ### ⏳ Could not be settled this time (1)

      - 🚧 **[Japan’s New Ally-in-Waiting](https://example.com/a%281%29_b)** (note 104): verified → blocked
        - A wall against programs stands in front of the page; it is what was cited.

      ### ✅ Recovered (1)

      - ✅ **[日米安全保障協議委員会(2+2)共同発表](https://www.example.go.jp/press/2021/0316.html)** (note 101): gone → verified

      ### 🗑️ Gone from the text (1)

      - ⏳ **[Takes Too Long](https://slow.example.com/)** (was note 6): unreachable

      7 citations are as they were. 3 new findings.
      "
    `);
  });
});
