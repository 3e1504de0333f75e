import { createHash } from 'node:crypto';
import type { Report, ReportDocument } from '../model/report.ts';
import { htmlText as h, scriptData } from './encode/html.ts';
import { noteCard } from './html/note.ts';
import { script } from './html/script.ts';
import { style } from './html/style.ts';
import { type Placed, summary } from './html/summary.ts';
import { toolbar } from './html/toolbar.ts';
import { fill, languages, type Messages, sentenceOf } from './messages/index.ts';
import { type PagePhrase, pagePhrase } from './messages/page.ts';
import type { RenderOptions } from './options.ts';
import { subjectOf } from './said.ts';
import { notesOf, worstFirst } from './view.ts';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing is fetched and nothing runs but the one style and the one script written below (CSP level 3). */
const policy = [
  "default-src 'none'",
  `style-src ${hashOf(style)}`,
  `script-src ${hashOf(script)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

type HtmlOptions = Pick<RenderOptions, 'language' | 'bibliography'>;

/** One self-contained page: works from disk, asks nobody for anything, prints. */
export function html(report: Report, { language, bibliography }: HtmlOptions): string {
  const messages = languages[language];
  let count = 0;
  const documents = report.documents.map((document) => ({
    document,
    notes: notesOf(document).map((viewed): Placed => {
      count += 1;
      return { viewed, id: `n${count}` };
    }),
  }));
  const all = documents.flatMap(({ notes }) => notes);
  const say = (phrase: PagePhrase): string => h(pagePhrase(phrase, messages.language));
  const title = h(fill(messages.phrase.title, { path: subjectOf(report, messages) }));
  const data = bibliography === undefined ? { report } : { report, bibliography };
  return [
    '<!doctype html>',
    `<html lang="${messages.language === 'zh' ? 'zh-Hans' : messages.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${title}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<a class="skip" href="#notes">${say('skip')}</a>`,
    '<main>',
    summary(report, all, messages),
    `<section aria-labelledby="notes"><h2 id="notes" tabindex="-1">${say('notes')}</h2>`,
    toolbar(all, bibliography !== undefined, messages),
    ...documents.map(({ document, notes }) => documentPart(document, notes, documents.length > 1, messages)),
    '</section>',
    '</main>',
    `<footer><p>${h(fill(pagePhrase('made', messages.language), { tool: report.run.tool.name, version: report.run.tool.version, date: report.run.endedAt.slice(0, 10) }))}</p></footer>`,
    `<script type="application/json" id="data">${scriptData(data)}</script>`,
    `<script>${script}</script>`,
    '</body>',
    '</html>\n',
  ].join('\n');
}

function documentPart(
  document: ReportDocument,
  notes: readonly Placed[],
  named: boolean,
  messages: Messages,
): string {
  const { phrase } = messages;
  const heading = named ? `<h3 class="document">${h(document.path)}</h3>` : '';
  if (document.unreadable !== undefined)
    return `${heading}<p class="unreadable"><strong>${h(phrase.unreadableHeading)}</strong> ${h(document.unreadable)}</p>`;
  const whole = worstFirst(document.findings).map((finding) => {
    const severity = messages.severity[finding.severity];
    const where = finding.place ? ` (${fill(phrase.line, { line: finding.place.line })})` : '';
    return `<li class="${finding.severity}"><span class="severity">${h(fill(pagePhrase('problem', messages.language), { severity }))}</span> ${h(sentenceOf(finding, messages) + where)} <code>${h(finding.rule)}</code></li>`;
  });
  const own = whole.length
    ? `<div class="whole"><h3>${h(phrase.documentFindings)}</h3><ul class="faults">${whole.join('')}</ul></div>`
    : '';
  return [heading, own, ...notes.map(({ viewed, id }) => noteCard(viewed, id, messages))].join('\n');
}
