import type { Evidence } from '../model/evidence.ts';

/** Characters of a page's text that a report keeps: enough to show what was seen, little enough for 50,000 links. */
const kept = 300;

const trimmed = new WeakMap<Evidence, Evidence>();

/**
 * The evidence as a report holds it: the page's text cut short, its headings and mark-up counts left out. A copy of its
 * own, since a piece cut out of a page keeps the whole page in memory; one copy however often it is asked for.
 */
export function trimEvidence(evidence: Evidence): Evidence {
  const known = trimmed.get(evidence);
  if (known) return known;
  const { page } = evidence;
  const short = page
    ? {
        ...evidence,
        page: {
          ...page,
          excerpt: page.excerpt.slice(0, kept),
          headings: page.headings.slice(0, 4),
          counts: {},
        },
      }
    : evidence;
  const copy = JSON.parse(JSON.stringify(short)) as Evidence;
  trimmed.set(evidence, copy).set(copy, copy);
  return copy;
}
