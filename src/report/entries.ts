import type { Finding } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import type { Report, ReportCitation, ReportDocument, ReportNote } from '../model/report.ts';
import type { Status } from '../model/verdict.ts';

/** One finding with what it is about: the row of every format that lists findings. */
export interface Entry {
  document: ReportDocument;
  note?: ReportNote;
  citation?: ReportCitation;
  finding: Finding;
  /** Where to point: the finding's own place, else its citation's, else its note's. */
  place?: Place;
  /** What the finding is about, in words that do not change when text above it moves. */
  about: string;
}

/** What a status says where no finding says more. */
const bare: Partial<Record<Status, readonly [severity: Finding['severity'], message: string]>> = {
  gone: ['error', 'The source is not there any more.'],
  mismatched: ['error', 'The source is not what was cited.'],
  moved: ['info', 'The source has moved for good.'],
  blocked: ['info', 'The site turned this program away; the source is neither dead nor verified.'],
  unreachable: ['warning', 'The source gave no answer that could be judged.'],
};

/** What a citation is known by from one run to the next: its DOI, its address, or its words; never its place or number. */
export function citationIdentity({ item, urls }: Pick<ReportCitation, 'item' | 'urls'>): string {
  if (item.DOI) return `doi:${item.DOI.toLowerCase()}`;
  if (urls[0]) return `url:${urls[0]}`;
  const year = item.issued?.['date-parts']?.[0]?.[0] ?? '';
  const who = (item.author ?? []).map((name) => name.literal ?? name.family ?? name.given ?? '').join(';');
  return `work:${[item.title ?? '', who, item['container-title'] ?? '', year].join('|').normalize('NFKC')}`;
}

/** Every finding of a report in reading order, documents' own first. */
export function entriesOf(report: Report): Entry[] {
  return report.documents.flatMap((document) => [
    ...(document.unreadable === undefined ? [] : [unreadable(document, document.unreadable)]),
    ...document.findings.map(
      (finding): Entry => ({
        document,
        finding,
        place: finding.place,
        about: finding.actual ?? finding.message,
      }),
    ),
    ...document.notes.flatMap((note) => [
      ...note.findings.map(
        (finding): Entry => ({
          document,
          note,
          finding,
          place: finding.place ?? note.place,
          about: note.text,
        }),
      ),
      ...note.citations.flatMap((citation) => ofCitation(document, note, citation)),
    ]),
  ]);
}

function ofCitation(document: ReportDocument, note: ReportNote, citation: ReportCitation): Entry[] {
  const { verdict } = citation;
  const words = bare[verdict.status];
  const waived = verdict.persistence.is === 'waived';
  const findings =
    verdict.findings.length || !words || waived
      ? verdict.findings
      : [{ rule: `source-${verdict.status}`, severity: words[0], message: words[1] }];
  return findings.map((finding) => ({
    document,
    note,
    citation,
    finding,
    place: finding.place ?? citation.place,
    about: citationIdentity(citation),
  }));
}

const unreadable = (document: ReportDocument, why: string): Entry => ({
  document,
  finding: { rule: 'unreadable-document', severity: 'error', message: `The document ${why}` },
  about: document.path,
});

/** A finding as one English line with what it is about in front. */
export function lineOf({ note, citation, finding }: Entry): string {
  const title = citation?.item.title ?? citation?.urls[0];
  const where = note ? `Note ${note.label}${title ? ` (${title})` : ''}: ` : '';
  const todo = citation?.verdict.todo;
  return `${where}${finding.message}${todo ? ` ${todo}` : ''}`;
}

/** Documents whose lines are those of the file: elsewhere a line number would point nowhere. */
export const hasLines = ({ format }: ReportDocument): boolean =>
  format !== 'docx' && format !== 'pdf' && format !== 'unknown';

/** Each entry with a name of its own that outlives moved text: rule, document, what it is about, and how manieth it is. */
export function fingerprints(entries: readonly Entry[], digest: (text: string) => string): string[] {
  const seen = new Map<string, number>();
  return entries.map(({ document, finding, about }) => {
    const name = JSON.stringify([finding.rule, document.path, about]);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return digest(JSON.stringify([name, count]).toWellFormed());
  });
}
