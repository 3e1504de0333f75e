import type { Report, ReportDocument } from '../model/report.ts';
import { type Status, statuses } from '../model/verdict.ts';
import { clip, plainLine } from './encode/plain.ts';
import { columns, terminalText as tt, wrap } from './encode/terminal.ts';
import { fill, languages, type Messages, sentenceOf } from './messages/index.ts';
import type { RenderOptions } from './options.ts';
import { type Palette, paletteOf } from './palette.ts';
import { allVerified, reachAndIdentity, reachSentence, runFacts, scopeOf, subjectOf } from './said.ts';
import {
  bySection,
  copyOf,
  mended,
  nextStep,
  notesOf,
  type ViewedCitation,
  type ViewedNote,
  visitOf,
  whereOf,
  worstFirst,
} from './view.ts';

/** What every part of the page needs to be set. */
interface Page {
  messages: Messages;
  palette: Palette;
  width: number;
}

const tone: Record<Status, keyof Palette> = {
  verified: 'good',
  moved: 'doubtful',
  mismatched: 'bad',
  gone: 'bad',
  blocked: 'doubtful',
  unreachable: 'doubtful',
  unchecked: 'faint',
};

/** For a terminal: a summary, then what needs a hand note by note, then what could not be settled, a line each. */
export function terminal(report: Report, { language, width, colour }: RenderOptions): string {
  const page: Page = {
    messages: languages[language],
    palette: paletteOf(colour),
    width: Math.max(40, width),
  };
  const lines = [
    ...summaryOf(report, page),
    ...report.documents.flatMap((document) => documentOf(document, report.documents.length > 1, page)),
  ];
  return `${lines.map(harmless).join('\n')}\n`;
}

/** A line that begins with `::` would be a command where a CI runner reads the log. */
const harmless = (line: string): string => line.replace(/^(\s{0,40})::/, '$1: :');

/** Wrapped text, `indent` columns in; lines after the first stand `hang` columns further in. */
function set(text: string, indent: number, page: Page, hang = 0): string[] {
  return wrap(text, page.width - indent - hang).map(
    (line, index) => `${' '.repeat(indent + (index > 0 ? hang : 0))}${line}`,
  );
}

function summaryOf(report: Report, page: Page): string[] {
  const { messages, palette } = page;
  const { tally } = report;
  const rows = statuses.filter((status) => tally.status[status]);
  const numbers = Math.max(0, ...rows.map((status) => String(tally.status[status]).length));
  const names = Math.max(0, ...rows.map((status) => columns(messages.status[status].name)));
  return [
    ...set(fill(messages.phrase.title, { path: tt(subjectOf(report, messages)) }), 0, page).map(
      palette.strong,
    ),
    ...runFacts(report, messages).flatMap((fact) => set(`! ${tt(fact)}`, 0, page, 2).map(palette.doubtful)),
    ...set(tt(scopeOf(report, messages)), 0, page),
    '',
    ...rows.map((status) => {
      const { name, meaning } = messages.status[status];
      const padded = name + ' '.repeat(names - columns(name));
      return `  ${String(tally.status[status]).padStart(numbers)}  ${palette[tone[status]](padded)}  ${palette.faint(meaning)}`;
    }),
    ...(allVerified(report)
      ? ['', ...set(fill(messages.phrase.allWell, { count: tally.citations }), 0, page)]
      : []),
  ];
}

function documentOf(document: ReportDocument, several: boolean, page: Page): string[] {
  const { messages, palette } = page;
  const { phrase } = messages;
  const name = several ? ['', palette.strong(tt(document.path))] : [];
  if (document.unreadable !== undefined)
    return [...name, ...set(`${phrase.unreadableHeading}: ${tt(document.unreadable)}`, 0, page)];
  const { hand, open, none } = bySection(notesOf(document));
  const whole = worstFirst(document.findings).flatMap((finding) =>
    set(`${messages.severity[finding.severity]}: ${tt(sentenceOf(finding, messages))}`, 2, page, 2),
  );
  return [
    ...name,
    '',
    palette.strong(hand.length ? fill(phrase.handHeading, { count: hand.length }) : phrase.handNothing),
    ...hand.flatMap((note) => ['', ...entryOf(note, page)]),
    ...(whole.length ? ['', palette.strong(phrase.documentFindings), ...whole] : []),
    ...(open.length ? ['', palette.strong(fill(phrase.openHeading, { count: open.length }))] : []),
    ...open.flatMap((note) => rowsOf(note, page)),
    ...(none.length ? ['', palette.faint(fill(phrase.restHeading, { count: none.length }))] : []),
  ];
}

function entryOf(viewed: ViewedNote, page: Page): string[] {
  const { note, document, citations, findings } = viewed;
  const { messages, palette } = page;
  const { phrase } = messages;
  const concerned = citations.filter(({ need }) => need !== 'none');
  const alone = citations.length === 1 || concerned.length === 0;
  const better = mended(viewed);
  const names = concerned
    .map(({ citation: { verdict } }) => palette[tone[verdict.status]](messages.status[verdict.status].name))
    .join(', ');
  const where = palette.faint(whereOf(note, document.format, messages));
  return [
    [`  ${palette.strong(`[${tt(note.label)}]`)}`, names, where].filter(Boolean).join('  '),
    ...(alone ? set(tt(note.text), 6, page) : []),
    ...concerned.flatMap((citation) => citationLines(citation, alone, page)),
    ...findings.flatMap((finding) => item(phrase.found, sentenceOf(finding, messages), page)),
    ...(better ? item(phrase.fix, better, page) : []),
  ];
}

const item = (name: string, text: string, page: Page, colour?: keyof Palette): string[] =>
  set(`${name}: ${tt(text)}`, 6, page, 2).map((line) => (colour ? page.palette[colour](line) : line));

function citationLines({ citation, printed }: ViewedCitation, alone: boolean, page: Page): string[] {
  const { messages } = page;
  const { phrase } = messages;
  const { verdict, item: work } = citation;
  const visit = visitOf(citation);
  const url = visit?.url ?? citation.urls[0];
  const copy = copyOf(citation);
  const todo = nextStep(citation, messages);
  const findings = worstFirst(verdict.findings).map((finding) => sentenceOf(finding, messages));
  const said = findings.length ? findings : [reachSentence(citation, messages)];
  const differs = verdict.status === 'mismatched' && work.title && visit?.title;
  return [
    ...(alone ? [] : set(tt(printed), 6, page)),
    ...said.flatMap((sentence) => item(phrase.found, sentence, page, tone[verdict.status])),
    ...(differs ? item(phrase.cited, clip(plainLine(work.title as string), 200), page) : []),
    ...(differs ? item(phrase.page, clip(plainLine(visit.title as string), 200), page) : []),
    ...(url ? set(tt(url), 8, page).map(page.palette.faint) : []),
    ...(visit?.finalUrl && visit.finalUrl !== visit.url ? item(phrase.leadsTo, visit.finalUrl, page) : []),
    ...(verdict.persistence.strikes > 1 && verdict.persistence.since
      ? item(
          phrase.found,
          fill(phrase.strikes, {
            count: verdict.persistence.strikes,
            since: verdict.persistence.since.slice(0, 10),
          }),
          page,
        )
      : []),
    ...(copy ? item(phrase.copy, `${copy.datetime.slice(0, 10)} ${copy.memento}`, page) : []),
    ...(todo ? item(phrase.todo, todo, page, 'strong') : []),
  ];
}

/** What could not be settled, a line a citation. */
function rowsOf({ note, citations }: ViewedNote, page: Page): string[] {
  const { messages, palette } = page;
  return citations
    .filter(({ need }) => need === 'open')
    .flatMap(({ citation, printed }) => {
      const { verdict, item: work, urls } = citation;
      const title = clip(plainLine(work.title ?? printed), 60);
      const status = messages.status[verdict.status].name;
      const line = `[${tt(note.label)}] ${status}: ${tt(title)} — ${tt(reachAndIdentity(citation, messages))}`;
      return [...set(line, 2, page, 4), ...(urls[0] ? [`      ${palette.faint(tt(urls[0]))}`] : [])];
    });
}
