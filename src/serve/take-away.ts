import { type ExportFormat, exporters, exportItems } from '../export/index.ts';
import { commentDocx, remarksOf } from '../fix/index.ts';
import { docxRuns } from '../read/docx/index.ts';
import { type Language, reporters } from '../report/index.ts';
import type { Sitting } from './sitting.ts';

export interface TakenAway {
  name: string;
  type: string;
  body: string | Uint8Array;
}

const reportTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  markdown: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
};
const bibliographyTypes: Readonly<Partial<Record<ExportFormat, string>>> = {
  biblatex: 'application/x-bibtex; charset=utf-8',
  bibtex: 'application/x-bibtex; charset=utf-8',
  'csl-json': 'application/vnd.citationstyles.csl+json; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
};
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What can be taken away of a sitting, by the name of its format; undefined where there is no such thing. */
export async function takeAway(
  sitting: Sitting,
  format: string,
  language: Language,
): Promise<TakenAway | undefined> {
  const report = sitting.report();
  const stem = stemOf(sitting.name);
  const items = report.documents.flatMap(({ notes }) =>
    notes.flatMap(({ citations }) => citations.map(({ item }) => item)),
  );
  const reporter = reporters.find(({ name }) => name === format);
  if (reporter && Object.hasOwn(reportTypes, format)) {
    const bibliography = await exportItems(items, 'biblatex');
    const render = await reporter.load();
    const body = render(report, { language, width: 100, colour: false, bibliography });
    return { name: `${stem}.${reporter.ending}`, type: reportTypes[format] as string, body };
  }
  if (Object.hasOwn(bibliographyTypes, format)) {
    const to = format as ExportFormat;
    const body = await exportItems(items, to);
    return { name: `${stem}.${exporters[to].ending}`, type: bibliographyTypes[to] as string, body };
  }
  const [document] = report.documents;
  if (format !== 'docx' || document?.format !== 'docx') return undefined;
  const answer = commentDocx(
    sitting.bytes,
    docxRuns(sitting.bytes),
    remarksOf(document.notes),
    report.run.endedAt,
  );
  return 'refused' in answer
    ? undefined
    : { name: `${stem}.comments.docx`, type: docxType, body: answer.bytes };
}

/** The uploaded file's name without its ending, as a plain file name. */
function stemOf(name: string): string {
  const stem = name
    .toWellFormed()
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/[\u0000-\u001f\u007f-\u009f/\\:*?"<>|]/g, '_')
    .replace(/^[. ]{1,200}/, '')
    .slice(0, 100);
  return stem === '' ? 'report' : stem.toWellFormed();
}
