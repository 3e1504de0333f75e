import type { Severity } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { digest } from './digest.ts';
import { jsonText } from './encode/json.ts';
import { liveLink, pathUri } from './encode/link.ts';
import { clip, plainLine } from './encode/plain.ts';
import { type Entry, entriesOf, fingerprints, hasLines, lineOf } from './entries.ts';
import { languages } from './messages/index.ts';
import type { RenderOptions, RuleHelp } from './options.ts';
import { ruleHelp } from './rules.ts';
import { runFacts } from './said.ts';
import { rank } from './view.ts';

/** What GitHub's code scanning takes of one run; the gravest findings are kept. */
const most = 25_000;
const longest = 1000;

const levels: Record<Severity, 'note' | 'warning' | 'error'> = {
  info: 'note',
  warning: 'warning',
  error: 'error',
  critical: 'error',
};

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). Fingerprints hang on the citation, not on its line, so
 * that a moved paragraph opens no new alert; paths are relative URIs in ASCII.
 */
export function sarif(report: Report, options: RenderOptions): string {
  const all = entriesOf(report);
  const prints = fingerprints(all, digest);
  const kept = all
    .map((entry, index) => ({ entry, print: prints[index] as string }))
    .toSorted((a, b) => rank(b.entry.finding) - rank(a.entry.finding))
    .slice(0, most);
  const ids = [...new Set(kept.map(({ entry }) => entry.finding.rule))].sort();
  const { tool, startedAt, endedAt, complete } = report.run;
  const facts = runFacts(report, languages.en);
  if (all.length > most) facts.push(`${all.length - most} lesser findings were left out for want of room.`);
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            semanticVersion: tool.version,
            informationUri: liveLink(tool.url),
            rules: ids.map((id) => descriptor(id, options.rules?.[id] ?? ruleHelp(id))),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the checkout.' } } },
        invocations: [
          {
            executionSuccessful: complete,
            startTimeUtc: startedAt,
            endTimeUtc: endedAt,
            toolExecutionNotifications: facts.map((text) => ({
              level: 'note',
              message: { text: clip(plainLine(text), longest) },
            })),
          },
        ],
        results: kept.map(({ entry, print }) => resultOf(entry, print, ids)),
      },
    ],
  });
}

function descriptor(id: string, { summary, why }: RuleHelp) {
  return {
    id,
    name: id.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: plainLine(summary) },
    fullDescription: { text: plainLine(`${summary} ${why}`) },
    help: { text: plainLine(why || summary) },
    properties: { tags: ['citations'] },
  };
}

function resultOf(entry: Entry, print: string, ids: readonly string[]) {
  const { document, note, citation, finding, place } = entry;
  const region =
    place && hasLines(document) ? { region: { startLine: place.line, startColumn: place.column } } : {};
  const links = (citation?.snapshots ?? []).flatMap(({ memento }) => liveLink(memento) ?? []).slice(0, 3);
  return {
    ruleId: finding.rule,
    ruleIndex: ids.indexOf(finding.rule),
    level: levels[finding.severity],
    message: { text: clip(plainLine(lineOf(entry)), longest) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: pathUri(document.path), uriBaseId: '%SRCROOT%' },
          ...region,
        },
        ...(note
          ? { logicalLocations: [{ name: clip(plainLine(`note ${note.label}`), 100), kind: 'element' }] }
          : {}),
      },
    ],
    partialFingerprints: { 'refvouchCitation/v1': print },
    properties: {
      severity: finding.severity,
      ...(citation ? { citation: plainLine(citation.key), status: citation.verdict.status } : {}),
      ...(links.length ? { snapshots: links } : {}),
    },
  };
}
