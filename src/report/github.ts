import { type Severity, severities } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { commandMessage, commandProperty } from './encode/github.ts';
import { clip, plainLine } from './encode/plain.ts';
import { type Entry, entriesOf, hasLines, lineOf } from './entries.ts';
import { languages } from './messages/index.ts';
import { runFacts, scopeOf } from './said.ts';
import { rank } from './view.ts';

const commands: Record<Severity, 'notice' | 'warning' | 'error'> = {
  info: 'notice',
  warning: 'warning',
  error: 'error',
  critical: 'error',
};
/** GitHub shows ten annotations of each kind a step, and drops the rest unsaid. */
const shown = 10;

/** GitHub workflow commands, a line an annotation, the gravest first. */
export function github(report: Report): string {
  const entries = entriesOf(report).toSorted((a, b) => rank(b.finding) - rank(a.finding));
  const facts = runFacts(report, languages.en).map(
    (fact) => `::notice title=refvouch::${commandMessage(fact)}`,
  );
  const lines = (['error', 'warning', 'notice'] as const).flatMap((command) => {
    const kind = entries.filter(({ finding }) => commands[finding.severity] === command);
    const room = command === 'notice' ? Math.max(0, shown - facts.length - 1) : shown;
    return kind.slice(0, room).map((entry) => annotation(command, entry));
  });
  const left = entries.length - lines.length;
  const rest = left > 0 ? ` ${left} more findings are in the report.` : '';
  const summary = `::notice title=refvouch::${commandMessage(`${scopeOf(report, languages.en)}${rest}`)}`;
  return `${[...facts, ...lines, summary].join('\n')}\n`;
}

function annotation(command: string, entry: Entry): string {
  const { document, finding, place } = entry;
  const properties: [string, string][] = [
    ['file', document.path === '-' ? 'stdin' : document.path],
    ...(place && hasLines(document)
      ? ([
          ['line', String(place.line)],
          ['col', String(place.column)],
        ] as [string, string][])
      : []),
    ['title', `${finding.rule}${severities.indexOf(finding.severity) === 3 ? ' (critical)' : ''}`],
  ];
  const written = properties.map(([name, value]) => `${name}=${commandProperty(value)}`).join(',');
  return `::${command} ${written}::${commandMessage(clip(plainLine(lineOf(entry)), 1000))}`;
}
