import { type Finding, severities } from '../model/finding.ts';
import type { Report, ReportCitation, ReportDocument, ReportNote } from '../model/report.ts';
import { fill, type Messages, type NextStep } from './messages/index.ts';

/** Who has to act: a person at the note, a person with a browser (or the next run), or nobody. */
export type Need = 'hand' | 'open' | 'none';

export interface ViewedCitation {
  citation: ReportCitation;
  need: Need;
  /** The citation as printed: its slice of the note. */
  printed: string;
}

/** A note as a report for people shows it. */
export interface ViewedNote {
  document: ReportDocument;
  note: ReportNote;
  need: Need;
  citations: ViewedCitation[];
  /** The note's own faults, worst first. */
  findings: Finding[];
}

export const rank = (finding: Finding): number => severities.indexOf(finding.severity);
const grave = (finding: Finding): boolean => rank(finding) >= severities.indexOf('warning');
export const worstFirst = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => rank(b) - rank(a));

/** The notes of a document in order, each with who has to act on it. */
export function notesOf(document: ReportDocument): ViewedNote[] {
  return document.notes.map((note) => {
    const citations = note.citations.map((citation) => ({
      citation,
      need: needOf(citation),
      printed: printedOf(note, citation),
    }));
    const needs = citations.map(({ need }) => need);
    const need =
      needs.includes('hand') || note.findings.some(grave) ? 'hand' : needs.includes('open') ? 'open' : 'none';
    return { document, note, need, citations, findings: worstFirst(note.findings) };
  });
}

/** No run and no browser will ever open these: the note has to change. */
const wrongAddress = new Set(['malformed-url', 'unsupported-scheme', 'unsafe-target']);

/** A citation that a program could not settle is not held against its note; one that is waived is nobody's task. */
export function needOf({ verdict, urls }: ReportCitation): Need {
  const { status, findings, persistence } = verdict;
  const worst = Math.max(-1, ...findings.map(rank));
  if (worst === severities.indexOf('critical')) return 'hand';
  if (persistence.is === 'waived') return 'none';
  if (status === 'gone' || status === 'mismatched' || status === 'moved') return 'hand';
  if (status === 'verified')
    return worst >= severities.indexOf('warning') || verdict.suggestion ? 'hand' : 'none';
  if (worst >= severities.indexOf('error') || wrongAddress.has(verdict.reach)) return 'hand';
  return status === 'unchecked' && urls.length === 0 ? 'none' : 'open';
}

/** The slice of the note the citation stands in; the whole note where it is the only one. */
export function printedOf(note: ReportNote, citation: ReportCitation): string {
  if (note.citations.length === 1) return note.text.trim();
  const start = citation.place.offset - note.place.offset;
  const text = note.text.slice(Math.max(0, start), Math.max(0, citation.place.end - note.place.offset));
  return text.trim() || note.text.trim();
}

/** The archived copy to show: one judged to be the work, else the first that was no error. */
export function copyOf({ snapshots }: ReportCitation): ReportCitation['snapshots'][number] | undefined {
  return (
    snapshots.find(({ judged }) => judged?.identity === 'match') ??
    snapshots.find(({ judged }) => judged?.identity === 'probable') ??
    snapshots.find(({ judged, status }) => !judged && (status === undefined || status < 400))
  );
}

/** The visit a citation's verdict speaks of first: a cited one that failed to be what was cited, else the first. */
export const visitOf = ({ evidence }: ReportCitation): ReportCitation['evidence'][number] | undefined =>
  evidence.find(({ purpose }) => purpose === 'cited') ?? evidence[0];

/** What to do about a citation; undefined where nothing is. */
export function nextStep(citation: ReportCitation, messages: Messages): string | undefined {
  const need = needOf(citation);
  if (need === 'none') return undefined;
  if (messages.language === 'en' && citation.verdict.todo) return citation.verdict.todo;
  const copy = copyOf(citation);
  const date = copy?.datetime.slice(0, 10);
  return fill(messages.todo[stepOf(citation, copy !== undefined)], {
    date,
    url: citation.verdict.suggestion?.url,
  });
}

function stepOf({ verdict, urls }: ReportCitation, hasCopy: boolean): NextStep {
  if (verdict.findings.some(({ severity }) => severity === 'critical')) return 'critical';
  if (wrongAddress.has(verdict.reach)) return 'mend-address';
  const instead = hasCopy ? 'cite-copy' : 'find-other';
  switch (verdict.status) {
    case 'verified':
    case 'moved':
      return verdict.suggestion ? 'replace' : 'differs';
    case 'gone':
      return instead;
    case 'mismatched':
      return verdict.identity?.is === 'mismatch' ? 'compare' : instead;
    case 'unreachable':
      return 'wait';
    default:
      return urls.length ? 'open' : 'differs';
  }
}

/** The note's text after the safe edits its findings offer; undefined where they change nothing. */
export function mended({ note }: ViewedNote): string | undefined {
  const edits = note.findings
    .flatMap(({ fix }) => (fix?.safe ? fix.edits : []))
    .filter(({ start, end }) => start >= note.place.offset && end <= note.place.end && start <= end)
    .toSorted((a, b) => b.start - a.start);
  let text = note.text;
  let before = Number.POSITIVE_INFINITY;
  for (const { start, end, text: by } of edits) {
    if (end > before) continue;
    text = text.slice(0, start - note.place.offset) + by + text.slice(end - note.place.offset);
    before = start;
  }
  return text === note.text ? undefined : text.trim();
}

/** Where a note stands, in words. */
export function whereOf(note: ReportNote, format: string, messages: Messages): string {
  const { line, page, paragraph } = note.place;
  if (page !== undefined) return fill(messages.phrase.pageNumber, { page });
  if (paragraph !== undefined) return fill(messages.phrase.paragraph, { paragraph });
  return format === 'docx' ? '' : fill(messages.phrase.line, { line });
}

/** What must be said before anything else: how the run went, and whether its pages are real. */
export function preamble(report: Report): { synthetic?: { count: number; all: number; what: string } } {
  let [all, count, what] = [0, 0, ''];
  for (const document of report.documents)
    for (const note of document.notes)
      for (const { evidence } of note.citations)
        for (const visit of evidence) {
          all += 1;
          if (visit.synthetic === undefined) continue;
          count += 1;
          what ||= visit.synthetic;
        }
  return count > 0 ? { synthetic: { count, all, what } } : {};
}

/** Citations of notes that need a hand, could not be settled, or need nothing. */
export function bySection(notes: readonly ViewedNote[]): Record<Need, ViewedNote[]> {
  return {
    hand: notes.filter(({ need }) => need === 'hand'),
    open: notes.filter(({ need }) => need === 'open'),
    none: notes.filter(({ need }) => need === 'none'),
  };
}
