import type { Span } from '../../../model/place.ts';
import { hashOf, mix } from '../../hash.ts';
import type { Token } from '../../reference/tokens.ts';
import { membership, wordClasses } from '../../vocabulary/lexicon.ts';
import { isSentence, type Traces } from '../evidence.ts';
import { backrefsIn, signalsIn } from '../words.ts';

/** What the model sees of each token: 32-bit hashes, those of token `t` at `offsets[t]` to `offsets[t + 1]`. */
export interface Cues {
  values: Int32Array;
  offsets: Int32Array;
}

/** Word classes by name, so that a class added to the lexicon moves none of the others. */
const classHashes = wordClasses.map((name) => hashOf(`class ${name}`));

const shapeOf = (token: Token): string => {
  const { kind, text, fold } = token;
  if (kind === 'number') {
    const value = Number(fold);
    return fold.length === 4 && value >= 1500 && value < 2040 ? 'year' : `9${Math.min(fold.length, 5)}`;
  }
  if (kind === 'punctuation' || kind === 'mark') return fold;
  if (kind !== 'word') return kind;
  const lower = text === text.toLowerCase();
  const upper = text === text.toUpperCase();
  if (text.length === 1) return lower ? 'x' : 'X';
  return upper && !lower
    ? 'XX'
    : lower
      ? 'xx'
      : text.charAt(0) === text.charAt(0).toLowerCase()
        ? 'xX'
        : 'Xx';
};

/** Marks every token a span touches: 1 on its first, 2 on the others, 3 on the one behind it. */
function marked(tokens: readonly Token[], spans: readonly Span[]): Uint8Array {
  const marks = new Uint8Array(tokens.length);
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let at = 0;
  for (const span of sorted) {
    while (at < tokens.length && (tokens[at] as Token).end <= span.start) at += 1;
    let within = at;
    let first = true;
    while (within < tokens.length && (tokens[within] as Token).start < span.end) {
      marks[within] = first ? 1 : 2;
      first = false;
      within += 1;
    }
    if (within < tokens.length && within > at && marks[within] === 0) marks[within] = 3;
  }
  return marks;
}

/** A stretch between two stops, and what it holds, as bits. */
interface Clause {
  first: number;
  last: number;
  holds: number;
  sign: number;
}
const holds = {
  year: 1,
  link: 2,
  pages: 4,
  quote: 8,
  verb: 16,
  backref: 32,
  signal: 64,
  cjk: 128,
  latin: 256,
} as const;

const stops = new Set([...';；。!?！？']);

/** Whether the clause ends on this token: a stop, or a full point that ends no initial or abbreviation. */
function endsClause(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  if (!next) return true;
  if (stops.has(token.text)) return true;
  if (text.slice(token.end, next.start).includes('\n')) return true;
  if (token.text === '．') return true;
  if (token.text !== '.') return false;
  const before = tokens[at - 1];
  const initial =
    before?.kind === 'word' && before.text.length <= 2 && before.text !== before.text.toLowerCase();
  return next.spaced && !initial;
}

function clausesOf(tokens: readonly Token[], text: string, bitsOf: (at: number) => number): Clause[] {
  const clauses: Clause[] = [];
  let first = 0;
  let bits = 0;
  let sign = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    bits |= bitsOf(at);
    if (!endsClause(tokens, at, text)) continue;
    if (
      isSentence(
        text.slice((tokens[first] as Token).start, (tokens[at] as Token).end).slice(0, longestClause),
      )
    )
      bits |= holds.verb;
    clauses.push({ first, last: at, holds: bits, sign });
    sign = hashOf((tokens[at] as Token).fold);
    first = at + 1;
    bits = 0;
  }
  return clauses;
}
const longestClause = 400;

const bucket = (size: number): number => (size < 4 ? size : size < 8 ? 4 : size < 16 ? 5 : size < 40 ? 6 : 7);

/** The cues of a note's tokens. One pass over the tokens, a bounded number of cues each. */
export function cuesOf(text: string, tokens: readonly Token[], found: Traces): Cues {
  const size = tokens.length;
  const values: number[] = [];
  const offsets = new Int32Array(size + 1);
  const folds = tokens.map((token) => hashOf(token.kind === 'number' ? shapeOf(token) : token.fold));
  const shapes = tokens.map((token) => hashOf(shapeOf(token)));
  const known = membership(tokens, text);
  const marks = {
    quote: marked(tokens, found.quoted),
    access: marked(tokens, found.access),
    date: marked(tokens, found.dates),
    pages: marked(tokens, found.pages),
    signal: marked(tokens, signalsIn(text)),
    backref: marked(tokens, backrefsIn(text)),
  };
  const bitsOf = (at: number): number => {
    const token = tokens[at] as Token;
    return (
      (marks.date[at] === 1 ? holds.year : 0) |
      (token.kind === 'mark' ? holds.link : 0) |
      (marks.pages[at] === 1 ? holds.pages : 0) |
      (marks.quote[at] === 1 ? holds.quote : 0) |
      (marks.backref[at] === 1 ? holds.backref : 0) |
      (marks.signal[at] === 1 ? holds.signal : 0) |
      (token.kind === 'word'
        ? holds.latin
        : token.kind === 'number' || token.kind === 'punctuation'
          ? 0
          : token.kind === 'mark'
            ? 0
            : holds.cjk)
    );
  };
  const clauses = clausesOf(tokens, text, bitsOf);
  const depths = depthsOf(tokens);
  let which = 0;
  let since = 0;
  const add = (kind: number, value: number): void => {
    values.push(mix(kind, value));
  };
  for (let at = 0; at < size; at += 1) {
    offsets[at] = values.length;
    while (which + 1 < clauses.length && (clauses[which] as Clause).last < at) {
      since |= (clauses[which] as Clause).holds;
      which += 1;
    }
    const clause = clauses[which] as Clause;
    const word = (delta: number): number => folds[at + delta] ?? (at + delta < 0 ? -1 : -2);
    const shape = (delta: number): number => shapes[at + delta] ?? (at + delta < 0 ? -1 : -2);
    for (let delta = -3; delta <= 3; delta += 1) add(10 + delta, word(delta));
    for (let delta = -2; delta <= 3; delta += 1) add(30 + delta, shape(delta));
    add(40, mix(word(-1), word(0)));
    add(41, mix(word(0), word(1)));
    add(42, mix(word(-2), word(-1)));
    add(43, mix(shape(-1), mix(shape(0), shape(1))));
    add(44, mix(shape(0), mix(shape(1), shape(2))));
    add(45, mix(shape(-2), mix(shape(-1), shape(0))));
    add(46, mix(mix(shape(0), shape(1)), mix(shape(2), shape(3))));
    add(47, mix(word(-1), mix(shape(0), shape(1))));
    for (const [kind, bits] of [
      [50, known.covers[at] as number],
      [51, known.starts[at + 1] ?? 0],
      [52, at > 0 ? (known.ends[at - 1] as number) : 0],
    ] as const)
      for (let rest = bits; rest; rest &= rest - 1)
        add(kind, classHashes[31 - Math.clz32(rest & -rest)] as number);
    const token = tokens[at] as Token;
    const gap = at > 0 ? text.slice((tokens[at - 1] as Token).end, token.start) : '';
    const blank = at === 0 ? 3 : gap.includes('\n') ? 2 : gap ? 1 : 0;
    const position = Math.min(at - clause.first, 3);
    const state =
      (marks.quote[at] as number) |
      ((marks.access[at] as number) << 2) |
      ((marks.date[at] as number) << 4) |
      ((marks.pages[at] as number) << 6) |
      (Math.min(depths[at] as number, 2) << 8);
    add(60, state);
    add(61, mix(marks.signal[at] as number, shape(0)));
    add(62, mix(marks.backref[at] as number, position));
    add(63, mix(blank, mix(shape(-1), shape(0))));
    add(64, mix(position, clause.holds));
    add(65, mix(clause.holds, bucket(clause.last - clause.first)));
    const before = clauses[which - 1];
    const after = clauses[which + 1];
    add(66, mix(position === 0 ? 1 : 0, mix(clause.sign, mix(before?.holds ?? 512, clause.holds))));
    add(67, mix(position === 0 ? 1 : 0, mix(clause.sign, since)));
    add(68, mix(clause.holds, after?.holds ?? 512));
    add(69, mix(position, mix(shape(0), mix(shape(1), clause.holds & 31))));
    add(
      70,
      mix(
        at > 0 ? (marks.access[at - 1] as number) : 0,
        mix(at > 0 && tokens[at - 1]?.kind === 'mark' ? 1 : 0, shape(0)),
      ),
    );
    add(71, mix(bucket(clause.last - at), clause.holds & 63));
    add(72, mix(at > 0 ? (marks.quote[at - 1] as number) : 0, mix(marks.quote[at] as number, shape(0))));
    add(73, mix(since & 63, clause.holds & 63));
    add(74, clause.sign);
    add(75, mix(at > 0 ? (marks.signal[at - 1] as number) : 0, marks.signal[at] as number));
    add(76, bucket(at));
  }
  offsets[size] = values.length;
  return { values: Int32Array.from(values), offsets };
}

/** How deep in round brackets each token stands. */
function depthsOf(tokens: readonly Token[]): Uint8Array {
  const depths = new Uint8Array(tokens.length);
  let depth = 0;
  for (const [at, { fold }] of tokens.entries()) {
    if (fold === ')' && depth > 0) depth -= 1;
    depths[at] = Math.min(depth, 9);
    if (fold === '(') depth = Math.min(depth + 1, 9);
  }
  return depths;
}
