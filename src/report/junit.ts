import { severities } from '../model/finding.ts';
import type { Report, ReportCitation, ReportDocument, ReportNote } from '../model/report.ts';
import { plainLine } from './encode/plain.ts';
import { xmlText as x } from './encode/xml.ts';
import { languages } from './messages/index.ts';
import { reachSentence, runFacts } from './said.ts';
import { rank } from './view.ts';

type Outcome = 'passed' | 'failure' | 'skipped';

/** JUnit XML: a suite a document, a case a citation; what could not be concluded is skipped, never failed. */
export function junit(report: Report): string {
  const suites = report.documents.map(suiteOf);
  const total = (pick: (suite: Suite) => number): number =>
    suites.reduce((sum, suite) => sum + pick(suite), 0);
  const facts = runFacts(report, languages.en).map((fact) => `<!-- ${comment(fact)} -->\n`);
  const head = `<testsuites name="${x(report.run.tool.name)}" tests="${total(({ tests }) => tests)}" failures="${total(({ failures }) => failures)}" errors="${total(({ errors }) => errors)}" skipped="${total(({ skipped }) => skipped)}">`;
  const body = suites.map(({ xml }) => xml).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${facts.join('')}${head}\n${body}\n</testsuites>\n`;
}

/** Two hyphens end a comment. */
const comment = (text: string): string => x(plainLine(text)).replace(/-(?=-|$)/g, '- ');

interface Suite {
  xml: string;
  tests: number;
  failures: number;
  errors: number;
  skipped: number;
}

function suiteOf(document: ReportDocument): Suite {
  const cases = document.notes.flatMap((note) => [
    ...note.citations.map((citation) => caseOf(document, note, citation)),
    ...noteCase(document, note),
  ]);
  const whole = document.findings.map((finding) => ({
    outcome: (rank(finding) >= severities.indexOf('error') ? 'failure' : 'passed') as Outcome,
    xml: element(
      document,
      `document: ${finding.rule}`,
      rank(finding) >= severities.indexOf('error') ? 'failure' : 'passed',
      [finding.message],
    ),
  }));
  const broken =
    document.unreadable === undefined
      ? []
      : [
          `    <testcase classname="${x(document.path)}" name="document"><error message="${x(document.unreadable)}"/></testcase>`,
        ];
  const all = [...whole, ...cases];
  const count = (outcome: Outcome): number => all.filter((one) => one.outcome === outcome).length;
  const numbers = {
    tests: all.length + broken.length,
    failures: count('failure'),
    errors: broken.length,
    skipped: count('skipped'),
  };
  const attributes = Object.entries(numbers).map(([name, value]) => `${name}="${value}"`);
  const xml = `  <testsuite name="${x(document.path)}" ${attributes.join(' ')}>\n${[...broken, ...all.map((one) => one.xml)].map((line) => `${line}\n`).join('')}  </testsuite>`;
  return { xml, ...numbers };
}

function caseOf(document: ReportDocument, note: ReportNote, citation: ReportCitation) {
  const { verdict, item, urls } = citation;
  const grave = verdict.findings.some((finding) => rank(finding) >= severities.indexOf('error'));
  const bad = verdict.status === 'gone' || verdict.status === 'mismatched';
  const open = ['blocked', 'unreachable', 'unchecked'].includes(verdict.status);
  const waived = verdict.persistence.is === 'waived';
  const outcome: Outcome = grave || (bad && !waived) ? 'failure' : open || waived ? 'skipped' : 'passed';
  const said = [
    ...verdict.findings.map(({ message }) => message),
    ...(verdict.findings.length ? [] : [reachSentence(citation, languages.en)]),
    ...(verdict.todo ? [verdict.todo] : []),
    ...urls,
  ];
  const name = `note ${note.label}: ${item.title ?? urls[0] ?? citation.key}`;
  return { outcome, xml: element(document, name, outcome, said) };
}

function noteCase(document: ReportDocument, note: ReportNote) {
  const grave = note.findings.filter((finding) => rank(finding) >= severities.indexOf('error'));
  if (grave.length === 0) return [];
  return [
    {
      outcome: 'failure' as Outcome,
      xml: element(
        document,
        `note ${note.label}`,
        'failure',
        grave.map(({ message }) => message),
      ),
    },
  ];
}

function element(document: ReportDocument, name: string, outcome: Outcome, said: readonly string[]): string {
  const open = `    <testcase classname="${x(document.path)}" name="${x(plainLine(name))}"`;
  const [first = ''] = said;
  if (outcome === 'passed') return `${open}/>`;
  if (outcome === 'skipped') return `${open}><skipped message="${x(plainLine(first))}"/></testcase>`;
  const text = said.map((line) => x(plainLine(line))).join('\n');
  return `${open}><failure message="${x(plainLine(first))}">${text}</failure></testcase>`;
}
