import type { Span } from '../model/place.ts';

/** Brackets and quotes that come in pairs, by opening sign. `‘` is left out: it is an apostrophe as often as a quote. */
const brackets: Record<string, string> = {
  '(': ')',
  '（': '）',
  '[': ']',
  '［': '］',
  '【': '】',
  '〔': '〕',
  '{': '}',
};
const quotes: Record<string, string> = { '「': '」', '『': '』', '《': '》', '〈': '〉', '“': '”', '«': '»' };

export interface Unpaired extends Span {
  sign: string;
  /** The sign it lacks. */
  lacks: string;
}

/**
 * Signs without their partner in one stretch of text, by one stack a kind. A sign inside a URL is no sign. Half and full
 * width of one bracket may close each other; that is a matter of width, not of balance.
 */
export function unpaired(
  text: string,
  kind: 'brackets' | 'quotes',
  masked: readonly Span[] = [],
): Unpaired[] {
  const pairs = kind === 'brackets' ? brackets : quotes;
  const opening = new Map(Object.entries(pairs));
  const closing = new Map(Object.entries(pairs).map(([open, close]) => [close, open]));
  const stacks = new Map<string, number[]>();
  const wrong: Unpaired[] = [];
  const stackOf = (open: string): number[] => {
    const key = narrow(open);
    const stack = stacks.get(key) ?? [];
    stacks.set(key, stack);
    return stack;
  };
  let mask = 0;
  for (let at = 0; at < text.length; at += 1) {
    while (mask < masked.length && (masked[mask] as Span).end <= at) mask += 1;
    const hidden = masked[mask];
    if (hidden && hidden.start <= at) {
      at = hidden.end - 1;
      continue;
    }
    const sign = text.charAt(at);
    if (opening.has(sign)) stackOf(sign).push(at);
    else if (closing.has(sign)) {
      const open = closing.get(sign) as string;
      if (stackOf(open).pop() === undefined && !isListMarker(text, at))
        wrong.push({ start: at, end: at + 1, sign, lacks: open });
    }
  }
  for (const stack of stacks.values())
    for (const start of stack)
      wrong.push({
        start,
        end: start + 1,
        sign: text.charAt(start),
        lacks: opening.get(text.charAt(start)) as string,
      });
  return withoutTwins(wrong.sort((a, b) => a.start - b.start));
}

/** `”like this”`, as Japanese and hurried texts have it: two closing signs in a row are a pair. */
function withoutTwins(wrong: readonly Unpaired[]): Unpaired[] {
  const kept: Unpaired[] = [];
  for (const one of wrong) {
    const last = kept.at(-1);
    if (one.sign === '”' && last?.sign === '”') kept.pop();
    else kept.push(one);
  }
  return kept;
}

const narrow = (sign: string): string => sign.normalize('NFKC');

/** `1)` and `a)` open a list point and need no partner. */
const isListMarker = (text: string, at: number): boolean =>
  /(?:^|[\s（(])(?:\d{1,3}|[a-z])$/i.test(text.slice(Math.max(0, at - 4), at));
