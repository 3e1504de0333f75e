import type { Report, ReportDocument, Tally } from '../model/report.ts';

/** Counts over the whole report, in one pass. */
export function tally(documents: readonly ReportDocument[]): Report['tally'] {
  const status: Record<string, number> = {};
  const findings: Record<string, number> = {};
  const add = (counts: Record<string, number>, key: string): void => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  const urls: string[] = [];
  const counted: Pick<Tally, 'documents' | 'notes' | 'citations'> = {
    documents: documents.length,
    notes: 0,
    citations: 0,
  };
  for (const document of documents) {
    for (const { severity } of document.findings) add(findings, severity);
    for (const note of document.notes) {
      counted.notes += 1;
      for (const { severity } of note.findings) add(findings, severity);
      for (const citation of note.citations) {
        counted.citations += 1;
        urls.push(...citation.urls);
        add(status, citation.verdict.status);
        for (const { severity } of citation.verdict.findings) add(findings, severity);
      }
    }
  }
  return { ...counted, urls: urls.length, distinctUrls: new Set(urls).size, status, findings };
}
