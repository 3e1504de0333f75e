import type { Report } from '../model/report.ts';
import { csvField } from './encode/csv.ts';
import { languages, sentenceOf } from './messages/index.ts';
import type { RenderOptions } from './options.ts';
import { copyOf, nextStep, visitOf, worstFirst } from './view.ts';

const columns = [
  'document',
  'note',
  'line',
  'key',
  'status',
  'reach',
  'identity',
  'title',
  'page title',
  'url',
  'final url',
  'snapshot',
  'findings',
  'todo',
  'printed',
  'synthetic',
] as const;

/** RFC 4180, a row a citation, every field quoted and none a formula. */
export function csv(report: Report, { language, bom = false }: RenderOptions): string {
  const messages = languages[language];
  const rows = report.documents.flatMap((document) =>
    document.notes.flatMap((note) =>
      note.citations.map((citation): Record<(typeof columns)[number], string | undefined> => {
        const { verdict, item, urls, key } = citation;
        const visit = visitOf(citation);
        const findings = worstFirst([...verdict.findings, ...note.findings]);
        return {
          document: document.path,
          note: note.label,
          line: String(note.place.line),
          key,
          status: verdict.status,
          reach: verdict.reach,
          identity: verdict.identity?.is,
          title: item.title,
          'page title': visit?.title,
          url: urls.join(' '),
          'final url': visit?.finalUrl,
          snapshot: copyOf(citation)?.memento,
          findings: findings.map((finding) => sentenceOf(finding, messages)).join(' | '),
          todo: nextStep(citation, messages),
          printed: note.text,
          synthetic: visit?.synthetic,
        };
      }),
    ),
  );
  const lines = [
    columns.map(csvField).join(','),
    ...rows.map((row) => columns.map((name) => csvField(row[name] ?? '')).join(',')),
  ];
  return `${bom ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
}
