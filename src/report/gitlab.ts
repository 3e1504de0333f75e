import type { Severity } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { digest } from './digest.ts';
import { jsonText } from './encode/json.ts';
import { clip, plainLine } from './encode/plain.ts';
import { entriesOf, fingerprints, hasLines, lineOf } from './entries.ts';

const levels: Record<Severity, 'info' | 'minor' | 'major' | 'critical'> = {
  info: 'info',
  warning: 'minor',
  error: 'major',
  critical: 'critical',
};

/** GitLab Code Quality (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format): an array of issues. */
export function gitlab(report: Report): string {
  const entries = entriesOf(report);
  const prints = fingerprints(entries, digest);
  return jsonText(
    entries.map((entry, index) => ({
      description: clip(plainLine(lineOf(entry)), 1000),
      check_name: plainLine(entry.finding.rule),
      fingerprint: prints[index],
      severity: levels[entry.finding.severity],
      location: {
        path: plainLine(entry.document.path.replace(/^(?:\.\/)+/, '')),
        lines: { begin: hasLines(entry.document) ? (entry.place?.line ?? 1) : 1 },
      },
    })),
  );
}
