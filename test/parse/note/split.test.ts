import { describe, expect, it } from 'vitest';
import { loadNoteSplitter } from '../../../src/parse/note/split/index.ts';
import { processorMs } from '../../processor-time.ts';

const split = await loadNoteSplitter();

/** The works and notes are made up. */
const notes: readonly (readonly [note: string, citations: readonly string[]])[] = [
  [
    'See Quay Report R1234, Harbour-Based Limits on Dues: An Overview, coordinated by Ann J. Linden, at 1 (2023).',
    [
      'Quay Report R1234, Harbour-Based Limits on Dues: An Overview, coordinated by Ann J. Linden, at 1 (2023).',
    ],
  ],
  [
    '米原美代, 1940, 港町望德寺の研究-伽藍計畫に就いて東大寺との關係- 港と建築19(4), 港灣建築会, pp.31-42.',
    ['米原美代, 1940, 港町望德寺の研究-伽藍計畫に就いて東大寺との關係- 港と建築19(4), 港灣建築会, pp.31-42.'],
  ],
  [
    'Jane Orchard, Light Dues of the North (New York: Quay Press, 2023). Mary Ann Linden, Wide Harbours (Boston: Pier House, 2010).',
    [
      'Jane Orchard, Light Dues of the North (New York: Quay Press, 2023).',
      'Mary Ann Linden, Wide Harbours (Boston: Pier House, 2010).',
    ],
  ],
  [
    '呂文川研究見：陳芳洲，《港口台灣：左翼運動史論》（台北：麥浪，1998）。',
    ['陳芳洲，《港口台灣：左翼運動史論》（台北：麥浪，1998）。'],
  ],
];

describe('notes are split', () => {
  it.each(notes)('%s', (note, citations) =>
    expect(split(note).segments.map(({ start, end }) => note.slice(start, end))).toEqual(citations),
  );

  it('in time that grows as they do, whatever is repeated', () => {
    const long = ['(a: b, 2001). Aa Bb, ', '講演： https://a.example/ ', 'aの見：', 'Aa-b '].map((part) =>
      part.repeat(400),
    );
    const started = processorMs();
    for (const note of long) split(note);
    expect(processorMs() - started).toBeLessThan(4000);
  });
});
