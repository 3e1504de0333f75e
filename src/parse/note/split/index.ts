import type { Span } from '../../../model/place.ts';
import { isSentence, showsSource, type Traces } from '../evidence.ts';
import { backrefAtStart, backrefInside, signalAtEnd, signalAtStart, signalsIn } from '../words.ts';
import { type NoteModel, unpack } from './model.ts';
import { begins, outside } from './states.ts';

export interface Segment extends Span {
  /** The signal directly before it: `see`, `参见`. */
  prefix?: string;
}

export interface Split {
  segments: Segment[];
  /** Stretches that cite nothing. */
  commentary: Span[];
}

/** Cuts a note into its citations and its commentary. Pure; never throws. */
export type NoteSplitter = (text: string) => Split;

let loading: Promise<NoteSplitter> | undefined;

/** Loads the weights (once) and gives the splitter. */
export const loadNoteSplitter = (): Promise<NoteSplitter> => {
  loading ??= import('./model.weights.ts').then(({ packed }) =>
    noteSplitter(unpack(Buffer.from(packed, 'base64'))),
  );
  return loading;
};

/** A splitter over a model already loaded: its stretches, made whole by what the text itself gives away. */
export const noteSplitter =
  (model: NoteModel): NoteSplitter =>
  (text) => {
    const { tokens, path, found } = model.read(text);
    const read: Span[] = [];
    for (const [at, { start, end }] of tokens.entries()) {
      if (path[at] === outside) continue;
      const last = read.at(-1);
      if (path[at] === begins || !last) read.push({ start, end });
      else last.end = end;
    }
    return whole(
      text,
      found,
      parted(text, joined(text, found, unbroken(text, found, fromClauseStart(text, read)))),
    );
  };

/** A citation does not begin amid a word, a quoted title or a phrase in small letters: there it is the one before that goes on. */
function unbroken(text: string, found: Traces, read: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const span of read) {
    const last = spans.at(-1);
    const quote = found.quoted.find(({ start, end }) => start < span.start && end > span.start);
    const touches =
      last !== undefined && last.end === span.start && !found.urls.some(({ end }) => end === last.end);
    const amidWord =
      touches &&
      /[\p{L}\p{N}]$/u.test(text.slice(last.start, last.end)) &&
      amidWordAt.test(text.slice(span.start, span.start + 2));
    const amidPhrase =
      last !== undefined &&
      /^\s?$/.test(text.slice(last.end, span.start)) &&
      /\p{L}$/u.test(text.slice(last.start, last.end)) &&
      phraseGoesOn.test(text.slice(span.start, span.start + 6));
    if (last && (amidWord || amidPhrase || (quote && quote.start >= last.start && quote.start < last.end)))
      last.end = span.end;
    else spans.push({ ...span });
  }
  return spans;
}
const amidWordAt =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|-?\p{L}|\p{Ll})/u;
const phraseGoesOn = /^(?:to|of|and|in|for|on|with|the|by|from|von|und|der|de|du|et|di|e)\s/;

/** Two works printed one behind the other, each with its imprint in brackets, are two citations. */
function parted(text: string, read: readonly Span[]): Span[] {
  return read.flatMap(({ start, end }) => {
    const printed = text.slice(start, Math.min(end, start + longestPair));
    const cuts = [...printed.matchAll(imprintThenName)].map((match) => match.index + match[0].length);
    const edges = [0, ...cuts.filter((at) => imprint.test(printed.slice(at)))].map((at) => start + at);
    return edges.map((from, index) => ({ start: from, end: edges[index + 1] ?? end }));
  });
}
const longestPair = 1500;
const imprint = /\([^():]{2,40}:\s[^()]{2,60},\s\d{4}\)/u;
const imprintThenName =
  /\([^():]{2,40}:\s[^()]{2,60},\s\d{4}\)(?:,\s[\d–, -]{1,20})?\.\s(?=\p{Lu}[\p{L}.’'-]{0,20}(?:\s\p{Lu}[\p{L}.’'-]{0,20}){1,3},\s)/gu;

/** A citation does not begin amid a clause: words before it that say nothing of their own are its beginning. */
function fromClauseStart(text: string, read: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const span of read) {
    const floor = spans.at(-1)?.end ?? 0;
    const gap = text.slice(floor, span.start);
    if (gap.trim() === '') {
      spans.push({ ...span });
      continue;
    }
    const before = gap.slice(stub.exec(gap)?.[0].length ?? 0);
    const lead = signalAtStart.exec(before)?.[0].length ?? 0;
    const own = before.slice(lead);
    const signalled = signalAtEnd.test(before.slice(-longestSignal));
    const amid = /[\p{L}\p{N}\])）\]」』》”’"、,，]\s{0,2}$|[\p{L}\p{N}][-‐–]$|\p{Lu}\.\s{0,2}$|—\s?$/u.test(
      own,
    );
    const joins =
      letters(own) > 1 &&
      own.length < longestStub &&
      !signalled &&
      (beginsAsName.test(own) || (amid && !isSentence(own)));
    spans.push({ start: joins ? span.start - own.length : span.start, end: span.end });
  }
  return spans;
}

/** `Smith, J. (2005)`, `宇治. 1985.`: a sign or a bracket stands between the name and the year, as it does not in `Smith 2005`. */
const authorsAndYear = /^[^;；。]{2,100}?(?:[.,，．]\s?\d{4}[a-z]?[.,，．]|\s?[(（]\d{4}[a-z]?[)）][.．]?)$/u;

/** A stretch that is only an access date, or that follows authors and their year without a sign between, goes on the one before. */
function joined(text: string, found: Traces, read: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const span of read) {
    const last = spans.at(-1);
    const gap = last ? text.slice(last.end, span.start) : '';
    const access = found.access.find(({ start, end }) => start < span.end && end > span.start);
    const onlyAccess =
      access !== undefined &&
      letters(text.slice(span.start, Math.max(span.start, access.start))) +
        letters(text.slice(Math.min(access.end, span.end), span.end)) <
        6;
    const printed = last ? text.slice(last.start, last.end) : '';
    const onlyAuthors =
      /^\s?$/.test(gap) &&
      printed.length < 120 &&
      authorsAndYear.test(printed) &&
      !/[「『《“"]/u.test(printed);
    const unfinished = last !== undefined && /^\s?$/.test(gap) && !cites(text, found, last);
    const onlyLink = /^\s?$/.test(gap) && isLabelledLink(text, found, span);
    if (last && letters(gap) < 3 && (onlyAccess || onlyAuthors || unfinished || onlyLink))
      last.end = span.end;
    else spans.push({ ...span });
  }
  return spans;
}

/** `講演動画： https://…`, `※ 仮訳 https://…`: a link with a few words that say what it shows, another way to the work before it. */
function isLabelledLink(text: string, found: Traces, span: Span): boolean {
  const links = found.urls.filter(({ start, end }) => start >= span.start && end <= span.end);
  const [first] = links;
  if (!first) return false;
  const lead = text.slice(span.start, first.start);
  return /^※/u.test(lead) || (/^[\p{L}\s]{1,12}[:：]\s?$/u.test(lead) && !/[「『《“"]|\d/u.test(lead));
}

/** What parts two citations, and a number in front of a note. */
const stub = /^[\s;；。.,，、)）]{0,6}(?:[[(（]?\d{1,3}[\])）.]?\s|[①-⑳]\s?)?/u;
const longestStub = 260;
/** `CAIN, S. `, `B. White. `, `Fan, X., & `: how a reference begins, whatever its title says. */
const beginsAsName =
  /^(?:\p{Lu}[\p{L}’'-]{1,24},?\s\p{Lu}\p{Ll}?\.?[\s,.]|\p{Lu}\.\s?(?:\p{Lu}\.\s?){0,2}\p{Lu}[\p{L}’'-]{1,24}[.,\s])/u;

/** Links left outside are taken in, signals and separators put out, and what shows no source at all is commentary. */
function whole(text: string, found: Traces, read: readonly Span[]): Split {
  const segments: Segment[] = [];
  const commentary: Span[] = [];
  let from = 0;
  for (const span of withLinks(text, found, read)) {
    const head = signalAtStart.exec(
      text.slice(span.start, Math.min(span.end, span.start + longestSignal)),
    )?.[0];
    const start = head?.trim() && head.length < span.end - span.start ? span.start + head.length : span.start;
    const own = trim(text, { start: behindCommentary(text, found, { start, end: span.end }), end: span.end });
    if (own.end <= own.start || !cites(text, found, own)) continue;
    // The stop that ends a citation is its own.
    if (/[.。．]/.test(text.charAt(own.end)) && !/[.。．]/.test(text.charAt(own.end - 1))) own.end += 1;
    const before = trim(text, { start: from, end: own.start });
    const signal =
      before.end > before.start
        ? signalAtEnd.exec(text.slice(Math.max(before.start, own.start - longestSignal), own.start))
        : null;
    const prefix = signal?.[0].replace(/[\s,，:：]+$/u, '').trim();
    segments.push({ ...own, ...(prefix ? { prefix } : {}) });
    // A signal alone is no commentary; one that ends a sentence of commentary stays part of it.
    if (says(text, before) && prefix !== text.slice(before.start, before.end).replace(/[\s,，:：]+$/u, ''))
      commentary.push(before);
    from = own.end;
  }
  const rest = trim(text, { start: from, end: text.length });
  if (says(text, rest)) commentary.push(rest);
  return { segments, commentary };
}

/** Where the source begins in a stretch that opens with commentary: behind a signal in it, or behind a sentence that is prose. */
function behindCommentary(text: string, found: Traces, { start, end }: Span): number {
  const open = text.slice(start, Math.min(end, start + longestLead));
  const named = leadsOn.exec(open);
  if (named && showsSource(text, found, start + named[0].length, end)) return start + named[0].length;
  const quoted = (at: number) => found.quoted.some((quote) => quote.start < at && quote.end > at);
  for (const signal of signalsIn(open)) {
    const word = open.slice(signal.start, signal.end);
    const at =
      start + signal.end + (/^[\s:：，,]{0,3}/u.exec(text.slice(start + signal.end))?.[0].length ?? 0);
    const strong =
      /^(?:转引|轉引|参见|參見|详见|詳見|参看|參看|参阅|參閱|另见|另見)/u.test(word) ||
      (/^[见見]$/u.test(word) && /^[:：]/.test(text.slice(start + signal.end))) ||
      (/^(?:see|cf|quoted in|cited in|vgl|siehe)/i.test(word) &&
        /[.;,:(]\s{0,2}$/.test(open.slice(0, signal.start)));
    if (!strong || signal.start < 2 || quoted(start + signal.start)) continue;
    if (showsSource(text, found, start, start + signal.start) || !showsSource(text, found, at, end)) continue;
    return at;
  }
  for (const stop of open.matchAll(/[.!?](?=\s{1,3}[\p{Lu}“‘「『《])|[。]/gu)) {
    const at = start + stop.index + 1;
    const sentence = open.slice(0, stop.index + 1);
    if (quoted(at - 1) || /\b\p{Lu}\.$/u.test(sentence) || sentence.length < 30) continue;
    const prose =
      isSentence(sentence) &&
      !beginsAsName.test(sentence) &&
      !showsSource(text, found, start, at) &&
      !/^[“‘"「『《]/u.test(sentence);
    if (prose && showsSource(text, found, at, end)) return behindCommentary(text, found, { start: at, end });
    if (!prose) break;
  }
  return start;
}
const longestLead = 400;
/** `吕赫若研究见：`, `以上については、`: words that say what the source is about. */
const leadsOn =
  /^(?:[^《「『“〈\d,，、.。;；:：]{2,30}[见見][:：]\s?|[^《「『“〈\d,，、.。;；]{0,20}(?:については|に関しては)、)/u;

/** Longest signal looked for before a citation. */
const longestSignal = 40;

/** A link outside every citation belongs to the one before it where nothing of weight stands between, else it is one of its own. */
function withLinks(text: string, found: Traces, read: readonly Span[]): Span[] {
  const spans = read.map((span) => ({ ...span }));
  for (const link of [...found.urls, ...found.dois, ...found.access].sort((a, b) => a.start - b.start)) {
    const next = spans.findIndex((span) => span.end > link.start);
    const holder = next >= 0 ? spans[next] : undefined;
    if (holder && holder.start <= link.start) {
      holder.end = Math.max(holder.end, link.end);
      continue;
    }
    const before = spans[next >= 0 ? next - 1 : spans.length - 1];
    const gap = before ? text.slice(before.end, link.start) : undefined;
    if (before && gap !== undefined && gap.length < 60 && letters(gap) < 18) before.end = link.end;
    else if (holder && letters(text.slice(link.end, holder.start)) < 4 && holder.start - link.end < 8)
      holder.start = link.start;
    else if (!found.access.includes(link as never)) {
      const floor = before?.end ?? 0;
      const stop = Math.max(floor, clauseStart(text, link.start, floor));
      spans.splice(next >= 0 ? next : spans.length, 0, { start: stop, end: link.end });
    }
  }
  return spans;
}

/** Where the sentence that holds the offset begins. */
function clauseStart(text: string, at: number, floor: number): number {
  const before = text.slice(Math.max(floor, at - 300), at);
  const stop = Math.max(
    ...['。', '；', ';', '\n', '. ', '? ', '! '].map((sign) => {
      const index = before.trimEnd().lastIndexOf(sign);
      return index < 0 ? -1 : index + sign.length;
    }),
  );
  return stop < 0 ? Math.max(floor, at - before.length) : at - before.length + stop;
}

const letters = (text: string): number => {
  let count = 0;
  for (const sign of text)
    if (/\p{L}/u.test(sign)) count += /[\p{Script=Han}\p{Script=Hangul}]/u.test(sign) ? 2 : 1;
  return count;
};

/** What happens in a sentence about a paper, an office or a person, and never between the fields of a reference. */
const eventWords =
  /(?:创刊|創刊|停刊|复刊|復刊|成立|改组|改組|废止|廢止|曾任|担任|擔任|主导|主導|创办|創辦|设立|設立|去世|逝世|出生)/u;
const unquoted = (text: string): string => text.replace(/[《「『“〈][^》」』”〉]{0,120}[》」』”〉]/gu, '');

/** Prose in Latin letters: it has a verb, and its years stand as in a sentence (`in 1978`), not as in a reference (`, 1978`, `(1978)`). */
const isProse = (text: string, found: Traces, { start, end }: Span): boolean => {
  const inSpan = (span: Span) => span.start >= start && span.end <= end;
  if ([...found.urls, ...found.dois, ...found.pages].some(inSpan)) return false;
  const piece = text.slice(start, end);
  if (/[\p{Script=Han}\p{Script=Hangul}\u3041-\u30fa]/u.test(piece)) return eventWords.test(unquoted(piece));
  const dates = found.dates.filter(inSpan);
  const asReference = dates.some(
    (date) =>
      date.parts > 1 ||
      /[,([.:;/–—-]\s?$|\p{Lu}[\p{L}/]{0,30}\.?,?\s$/u.test(
        text.slice(Math.max(start, date.start - 34), date.start),
      ),
  );
  return (
    !asReference &&
    (dates.length > 0 || isSentence(piece)) &&
    !/n\.\s?d\.|forthcoming/iu.test(piece) &&
    piece.length > 60
  );
};

/** Nothing is a citation that has neither a link, a number, a quotation nor a word that points back. */
const cites = (text: string, found: Traces, { start, end }: Span): boolean => {
  const piece = text.slice(start, end);
  if (backrefAtStart.test(piece) || backrefInside.test(piece)) return true;
  if (isProse(text, found, { start, end })) return false;
  return (
    showsSource(text, found, start, end) ||
    (/\p{N}/u.test(piece) && /\p{L}/u.test(piece)) ||
    found.quoted.some((quote) => quote.start >= start && quote.end <= end && quote.end - quote.start > 3)
  );
};

/** Whether a stretch says anything: more than signs, a number or a joining word. */
const says = (text: string, { start, end }: Span): boolean =>
  letters(text.slice(start, end)) > 4 &&
  !/^(?:and|und|sowie|以及|及|和|also|auch)$/iu.test(text.slice(start, end));

function trim(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /[\s\u00a0\u3000,，;；。、.：:]/.test(text.charAt(from))) from += 1;
  while (to > from && /[\s\u00a0\u3000;；、,，]/.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
