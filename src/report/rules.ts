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
  'login-required': ['The page asks for an account or for consent first.', 'Open it in a browser.'],
  paywalled: [
    'The page is not free to read.',
    'Nothing needs to be done; a copy that is free could be named beside it.',
  ],
  'legal-block': ['The page is withheld for legal reasons.', 'Cite an archived copy, where that is lawful.'],
  'rate-limited': [
    'The site asked to come back later.',
    'It is tried again at the next run; nothing is held against it.',
  ],
  'connection-reset': [
    'The connection broke off.',
    'It is tried again at the next run; nothing is held against it yet.',
  ],
  'connection-refused': [
    'The host refuses the connection.',
    'It is tried again at the next run; nothing is held against it yet.',
  ],
  'dns-temporary': [
    'The name of the host could not be looked up just now.',
    'It is tried again at the next run; nothing is held against it.',
  ],
  'tls-invalid': [
    'The certificate of the host is not valid.',
    'Browsers warn their readers of it. See whether the work has another address.',
  ],
  'redirect-loop': ['The redirects lead nowhere.', 'Open it in a browser; look for another address.'],
  'too-large': ['The answer is too large to be read.', 'Raise --max-body-kib, or open it in a browser.'],
  undecodable: ['The answer could not be decoded.', 'Open it in a browser.'],
  'unsafe-target': [
    'The address is not on the public internet.',
    'Readers cannot reach it. Name a public address, or allow the range with --allow-net if it is yours.',
  ],
  'unsupported-scheme': [
    'The address is of a kind that cannot be visited.',
    'Name an http or https address.',
  ],
  'malformed-url': ['The address is malformed.', 'Compare it with the page’s own address.'],
  excluded: ['The address is excluded by the settings or by the site’s robots.txt.', 'Open it in a browser.'],
  untitled: ['The page has no title to compare.', 'Open it in a browser and compare.'],
  unverifiable: ['The page cannot be compared with the citation.', 'Open it in a browser and compare.'],
  'text-fragment-missing': [
    'The words an address points at are not on the page.',
    'The passage may have been changed: compare it with an archived copy of the day it was read.',
  ],
  'anchor-missing': [
    'The place an address points at is not on the page.',
    'Take the fragment out, or find its new name.',
  ],
  'page-beyond-end': [
    'A page is cited that the document does not have.',
    'Compare the page number with the document.',
  ],
  'date-differs': [
    'The page names another day of publication.',
    'Compare the date in the note with the page.',
  ],
  'title-differs': ['A registry has another title.', 'Compare the note with the work.'],
  'author-differs': ['A registry has other authors.', 'Compare the note with the work.'],
  'year-differs': [
    'A registry has another year.',
    'Compare the note with the work; online and print years often differ.',
  ],
  'volume-differs': ['A registry has another volume.', 'Compare the note with the work.'],
  'issue-differs': ['A registry has another issue.', 'Compare the note with the work.'],
  'page-differs': ['A registry has other pages.', 'Compare the note with the work.'],
  'container-differs': ['A registry has another journal or book.', 'Compare the note with the work.'],
  'work-not-found': [
    'No index that was asked has the work.',
    'Not every work is indexed. Compare title and authors.',
  ],
  'near-miss': ['An index has a work of a similar title.', 'Compare the two: the note may name it wrongly.'],
  corrected: ['The cited work has been corrected.', 'Read the notice before relying on the work.'],
  'expression-of-concern': [
    'The publisher voiced concern about the cited work.',
    'Read the notice before relying on the work.',
  ],
  'new-version': ['The cited work has a newer version.', 'See whether what is cited still stands in it.'],
  'waiver-expired': ['A waiver has run out.', 'Renew it with a reason, or mend the link.'],
  'url-mended': ['An address was written wrongly and could be mended.', 'Put the mended form into the note.'],
  'unreadable-document': ['A document could not be read.', 'Nothing in it was checked.'],
};

/** What a rule is. A rule nobody has described is said in its own name. */
export function ruleHelp(id: string): RuleHelp {
  const row = Object.hasOwn(rows, id) ? rows[id] : undefined;
  if (row) return { summary: row[0], why: row[1] };
  return { summary: `${id.replaceAll('-', ' ')}.`, why: 'The finding says what was seen and what to do.' };
}

/** Ids of the rules described here. */
export const describedRules: readonly string[] = Object.keys(rows);
