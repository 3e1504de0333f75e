import type { RuleHelp } from './options.ts';

/** What the verdicts' own rules mean and what to do, for formats that publish their rules. */
const rows: Record<string, readonly [summary: string, why: string]> = {
  'link-not-found': [
    'The cited page answers 404.',
    'It was asked twice. Look for another address of the work or cite an archived copy beside it.',
  ],
  'link-gone': [
    'The site says the page was taken down for good (410).',
    'Cite an archived copy, or another address of the work.',
  ],
  'domain-missing': [
    'The domain of a cited page does not exist any more.',
    'Cite an archived copy: whoever registers the name next decides what readers will see.',
  ],
  'title-mismatch': [
    'The page is not what was cited.',
    'Open it and compare: the page may have been replaced, or the note has a wrong title or address.',
  ],
  'soft-404': [
    'The page answers as if all were well, but says it is not there.',
    'Treat it like a page that is gone.',
  ],
  'redirected-to-root': [
    'The address leads to the entrance of the site.',
    'The page itself is gone; look for its new address or an archived copy.',
  ],
  parked: ['The domain is parked or for sale.', 'Cite an archived copy.'],
  hijacked: ['Something else has taken over the address.', 'Take the link out, and cite an archived copy.'],
  drifted: [
    'The cited text stood there once; today another does.',
    'Cite the archived copy of the day it was read.',
  ],
  'link-blocked': [
    'A wall against programs stands in front of the page.',
    'It is neither dead nor verified. Open it in a browser.',
  ],
  'link-forbidden': [
    'The site refuses to show the page to this program.',
    'It is neither dead nor verified. Open it in a browser.',
  ],
  timeout: ['No answer came in time.', 'It is tried again at the next run; nothing is held against it yet.'],
  'server-error': [
    'The server was in trouble.',
    'It is tried again at the next run; nothing is held against it yet.',
  ],
  retracted: ['The cited work has been retracted.', 'Read the notice before relying on the work.'],
  'likely-invented': [
    'No registry or index that should know the work does.',
    'Ask the author for a copy: such citations are often invented.',
  ],
  'doi-not-found': ['The DOI does not exist.', 'Compare it with the work: a character is often wrong.'],
  'unreadable-document': ['A document could not be read.', 'Nothing in it was checked.'],
};

/** What a rule is. A rule nobody has described is said in its own name. */
export function ruleHelp(id: string): RuleHelp {
  const row = Object.hasOwn(rows, id) ? rows[id] : undefined;
  if (row) return { summary: row[0], why: row[1] };
  return { summary: `${id.replaceAll('-', ' ')}.`, why: 'The finding says what was seen and what to do.' };
}
