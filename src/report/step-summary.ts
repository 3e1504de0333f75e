import type { Report } from '../model/report.ts';
import { blocksOf } from './markdown.ts';
import { fill, languages } from './messages/index.ts';
import type { RenderOptions } from './options.ts';

/** GitHub refuses a step summary over 1 MiB whole; this stays under it by leaving out entries, and says how many. */
const most = 1_000_000;
/** Kept free for the sentence about what was left out. */
const spare = 500;

/** The Markdown report as a step summary: cut between two entries, never within one. */
export function stepSummary(report: Report, { language, maxBytes = most }: RenderOptions): string {
  const messages = languages[language];
  const { head, body } = blocksOf(report, messages);
  const kept = [...head];
  let bytes = head.reduce((sum, block) => sum + size(block), spare);
  let left = 0;
  for (const block of body) {
    const more = size(block);
    if (bytes + more > maxBytes) {
      left += 1;
      continue;
    }
    kept.push(block);
    bytes += more;
  }
  if (left > 0) kept.push(fill(messages.phrase.moreNotes, { count: left }));
  return `${kept.join('\n\n')}\n`;
}

const encoder = new TextEncoder();
const size = (block: string): number => encoder.encode(block).length + 2;
