import { scanUrls } from '../../text/url.ts';
import { findingAt, list, type Rule } from '../rule.ts';

const pairs: Record<string, string> = {
  '(': ')',
  '（': '）',
  '[': ']',
  '［': '］',
  '「': '」',
  '『': '』',
  '《': '》',
  '“': '”',
};
const opens: Record<string, string> = Object.fromEntries(
  Object.entries(pairs).map(([open, close]) => [close, open]),
);
const narrow = (sign: string): string => sign.normalize('NFKC');

const deepest = 64;

interface Open {
  sign: string;
  at: number;
}

/** Pairs that begin inside another one and end outside of it. One stack; a sign without a partner is another rule's. */
function crossings(text: string): { start: number; end: number; outer: string; inner: string }[] {
  const masked = scanUrls(text);
  const stack: Open[] = [];
  const pending: { open: Open; outer: Open; closed: number }[] = [];
  const found: { start: number; end: number; outer: string; inner: string }[] = [];
  let mask = 0;
  for (let at = 0; at < text.length; at += 1) {
    while (mask < masked.length && (masked[mask] as { end: number }).end <= at) mask += 1;
    if (masked[mask] && (masked[mask] as { start: number }).start <= at) continue;
    const sign = text.charAt(at);
    if (pairs[sign]) stack.push({ sign, at });
    // No note nests so deep; a hostile one must not be looked through again at each sign.
    if (stack.length > deepest) stack.shift();
    if (pending.length > deepest) pending.shift();
    const open = opens[sign];
    if (!open) continue;
    const isOpen = ({ sign: other }: Open) => narrow(other) === narrow(open);
    const own = stack.findLastIndex(isOpen);
    if (own >= 0) {
      const outer = stack[own] as Open;
      // What is still open inside begins here and may end outside.
      for (const inner of stack.splice(own).slice(1)) pending.push({ open: inner, outer, closed: at });
      continue;
    }
    const late = pending.findLastIndex(({ open: inner }) => isOpen(inner));
    if (late < 0) continue;
    const [crossed] = pending.splice(late, 1);
    if (crossed)
      found.push({
        start: crossed.outer.at,
        end: at + 1,
        outer: crossed.outer.sign,
        inner: crossed.open.sign,
      });
  }
  return found;
}

export const crossedPairs: Rule = {
  id: 'crossed-pairs',
  severity: 'warning',
  summary: 'A bracket or quotation begins inside another one and ends outside of it.',
  why: 'Two of the signs have changed places: 「題名（下」） means 「題名（下）」.',
  examples: [
    list('[1]「題名（下」）、日本経済新聞、2022年5月24日', ['「題名（下」）']),
    list('[1]「題名（下）」、日本経済新聞、2022年5月24日(夕刊)'),
    list('[1]「題名（下」、日本経済新聞、2022年5月24日'),
  ],
  check: ({ source, works }) =>
    works.flatMap(({ citation: { place } }) =>
      crossings(source.text.slice(place.offset, place.end)).map(({ start, end, outer, inner }) =>
        findingAt(
          crossedPairs,
          source,
          place.offset + start,
          place.offset + end,
          `${inner}${pairs[inner]} begins inside ${outer}${pairs[outer]} and ends outside of it.`,
          { data: { outer, inner } },
        ),
      ),
    ),
};
