import type { Report, ReportCitation } from '../../model/report.ts';
import { type Status, statuses } from '../../model/verdict.ts';
import { htmlText as h } from '../encode/html.ts';
import { fill, type Messages } from '../messages/index.ts';
import { pagePhrase } from '../messages/page.ts';
import { needOf, type ViewedNote } from '../view.ts';

/** A sign in each tile, so that colour is never the only difference. */
export const signs: Record<Status, string> = {
  verified: '✓',
  moved: '→',
  mismatched: '≠',
  gone: '✕',
  blocked: '⊘',
  unreachable: '…',
  unchecked: '–',
};

/** Worst first: what a note with several citations is called by. */
const gravity: readonly Status[] = [
  'gone',
  'mismatched',
  'moved',
  'unreachable',
  'blocked',
  'unchecked',
  'verified',
];
export const worstStatus = (of: readonly ReportCitation[]): Status | undefined =>
  gravity.find((status) => of.some(({ verdict }) => verdict.status === status));

/** The share of each status as one bar. */
export function shareBar({ tally }: Report, messages: Messages): string {
  const total = tally.citations;
  if (total === 0) return '';
  let x = 0;
  const said: string[] = [];
  const parts = statuses.flatMap((status) => {
    const count = tally.status[status] ?? 0;
    if (count === 0) return [];
    said.push(`${messages.status[status].name} ${count}`);
    const width = (count / total) * 1000;
    const part = `<rect class="fill-${status}" x="${x.toFixed(1)}" y="0" width="${Math.max(1, width - 3).toFixed(1)}" height="14"/>`;
    x += width;
    return [part];
  });
  return `<svg class="share" viewBox="0 0 1000 14" preserveAspectRatio="none" role="img" aria-label="${h(said.join(', '))}">${parts.join('')}</svg>`;
}

const tile = 28;

/** A tile a note, in order, each a link to its note. */
export function strip(notes: readonly { viewed: ViewedNote; id: string }[], messages: Messages): string {
  const tiles = notes.map(({ viewed, id }) => {
    const of = viewed.citations.map(({ citation }) => citation);
    const worst = worstStatus(of);
    const names = [...new Set(of.map(({ verdict }) => messages.status[verdict.status].name))].join(', ');
    const label = `${fill(messages.phrase.noteOnly, { label: viewed.note.label })}: ${names || messages.phrase.commentary}`;
    const shown = of.slice(0, 7);
    const width = tile / Math.max(1, shown.length);
    const bands = shown
      .map(
        ({ verdict }, index) =>
          `<rect class="fill-${verdict.status}" x="${(index * width).toFixed(2)}" y="0" width="${width.toFixed(2)}" height="${tile}"/>`,
      )
      .join('');
    const sign = worst ? signs[worst] : '';
    const own = viewed.need === 'hand' ? ' hand' : '';
    return `<li><a class="tile${own}" href="#${id}" title="${h(label)}"><svg viewBox="0 0 ${tile} ${tile}" aria-hidden="true">${bands || `<rect class="fill-none" width="${tile}" height="${tile}"/>`}<text x="14" y="19">${sign}</text></svg><span class="vh">${h(label)}</span></a></li>`;
  });
  return `<ol class="strip">${tiles.join('')}</ol>`;
}

interface Bar {
  name: string;
  parts: { kind: string; count: number }[];
  said: string;
}

/** A table whose rows have a bar each: the numbers are there for whoever cannot see the bar. */
function bars(rows: readonly Bar[], head: readonly [string, string], caption: string): string {
  const body = rows.map(({ name, parts, said }) => {
    const total = Math.max(
      1,
      parts.reduce((sum, { count }) => sum + count, 0),
    );
    let x = 0;
    const rects = parts.map(({ kind, count }) => {
      const width = (count / total) * 100;
      const rect = `<rect class="fill-${kind}" x="${x.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="10"/>`;
      x += width;
      return rect;
    });
    return `<tr><th scope="row">${h(name)}</th><td><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${rects.join('')}</svg><span>${h(said)}</span></td></tr>`;
  });
  return `<table class="bars"><caption>${h(caption)}</caption><thead><tr><th scope="col">${h(head[0])}</th><th scope="col">${h(head[1])}</th></tr></thead><tbody>${body.join('')}</tbody></table>`;
}

const hostOf = (url: string): string | undefined =>
  URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') || undefined : undefined;

/** Hosts with something to look at, the worst share first, ten at most; empty where there are none. */
export function hostBars(citations: readonly ReportCitation[], messages: Messages): string {
  const counts = new Map<string, { bad: number; of: number }>();
  for (const citation of citations) {
    const host = hostOf(citation.urls[0] ?? '');
    if (!host) continue;
    const count = counts.get(host) ?? { bad: 0, of: 0 };
    count.of += 1;
    if (needOf(citation) !== 'none') count.bad += 1;
    counts.set(host, count);
  }
  const say = (phrase: Parameters<typeof pagePhrase>[0]): string => pagePhrase(phrase, messages.language);
  const rows = [...counts]
    .filter(([, { bad }]) => bad > 0)
    .sort(([a, x], [b, y]) => y.bad / y.of - x.bad / x.of || y.bad - x.bad || y.of - x.of || (a < b ? -1 : 1))
    .slice(0, 10)
    .map(
      ([name, { bad, of }]): Bar => ({
        name,
        parts: [
          { kind: 'bad', count: bad },
          { kind: 'good', count: of - bad },
        ],
        said: fill(say('share'), { count: bad, of }),
      }),
    );
  return rows.length ? bars(rows, [say('host'), say('problems')], say('hosts')) : '';
}

const ages = [
  [0, 1],
  [2, 3],
  [4, 6],
  [7, 10],
  [11, undefined],
] as const;

/** How long ago the note saw the page (date of access, else of publication), against whether it still stands. */
export function ageBars(citations: readonly ReportCitation[], at: string, messages: Messages): string {
  const now = Date.parse(at);
  const say = (phrase: Parameters<typeof pagePhrase>[0]): string => pagePhrase(phrase, messages.language);
  const seen = citations
    .filter(({ urls }) => urls.length > 0)
    .flatMap((citation) => {
      const years = yearsSince(citation, now);
      return years === undefined ? [] : [{ years, kind: fateOf(citation) }];
    });
  const rows = ages.flatMap(([from, to]): Bar[] => {
    const of = seen.filter(({ years }) => years >= from && (to === undefined || years < to + 1));
    if (of.length === 0) return [];
    const count = (kind: string): number => of.filter((one) => one.kind === kind).length;
    const parts = (['stands', 'lost', 'unsettled'] as const).map((kind) => ({ kind, count: count(kind) }));
    const said = parts.filter((part) => part.count > 0).map((part) => `${say(part.kind)} ${part.count}`);
    const name = to === undefined ? fill(say('yearsOver'), { from }) : fill(say('years'), { from, to });
    return [{ name, parts, said: said.join(', ') }];
  });
  return rows.length > 1 ? bars(rows, [say('age'), messages.phrase.status], say('ages')) : '';
}

const fateOf = ({ verdict: { status } }: ReportCitation): 'stands' | 'lost' | 'unsettled' =>
  status === 'verified' || status === 'moved'
    ? 'stands'
    : status === 'gone' || status === 'mismatched'
      ? 'lost'
      : 'unsettled';

const yearMs = 365.25 * 86_400_000;

function yearsSince({ item }: ReportCitation, now: number): number | undefined {
  const [year, month = 1, day = 1] = (item.accessed ?? item.issued)?.['date-parts']?.[0] ?? [];
  if (year === undefined) return undefined;
  const years = (now - Date.UTC(year, month - 1, day)) / yearMs;
  return years >= 0 && years < 500 ? years : undefined;
}
