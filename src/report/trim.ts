import type { Evidence } from '../model/evidence.ts';

/** Characters of a page's text that a report keeps: enough to show what was seen, little enough for 50,000 links. */
const kept = 300;

/** The evidence as a report holds it: the page's text cut short, its headings and mark-up counts left out. */
export function trimEvidence(evidence: Evidence): Evidence {
  if (!evidence.page) return evidence;
  const { page } = evidence;
  return {
    ...evidence,
    page: { ...page, excerpt: page.excerpt.slice(0, kept), headings: page.headings.slice(0, 4), counts: {} },
  };
}
