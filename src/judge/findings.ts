import type { Finding } from '../model/finding.ts';
import type { Persistence, Reach } from '../model/verdict.ts';
import type { Case } from './case.ts';
import { driftOf } from './drift.ts';
import type { Reading } from './reading.ts';

type Row = readonly [rule: string, severity: Finding['severity'], message: string];

/** What a reach is worth saying, a row each; `{detail}` stands for the subcode. */
const byReach: Readonly<Partial<Record<Reach, Row>>> = {
  'not-found': ['link-not-found', 'error', 'The page is not there any more (404, asked twice).'],
  gone: ['link-gone', 'error', 'The site says the page was taken down for good (410).'],
  'dns-missing': ['domain-missing', 'error', 'The domain does not exist any more.'],
  forbidden: ['link-forbidden', 'info', 'The site refuses to show the page to this program.'],
  blocked: [
    'link-blocked',
    'info',
    'A wall against programs stands in front of the page ({detail}); a person may see it.',
  ],
  'auth-required': ['login-required', 'info', 'The page asks for an account or for consent first.'],
  paywalled: ['paywalled', 'info', 'The page is not free to read.'],
  legal: ['legal-block', 'warning', 'The page is withheld for legal reasons.'],
  'rate-limited': [
    'rate-limited',
    'info',
    'The site asked to come back later, and still did after the last try.',
  ],
  'server-error': ['server-error', 'warning', 'The server is in trouble ({detail}).'],
  timeout: ['timeout', 'warning', 'No answer in time ({detail}).'],
  reset: ['connection-reset', 'warning', 'The connection broke off.'],
  refused: ['connection-refused', 'warning', 'The host refuses the connection.'],
  'dns-temporary': ['dns-temporary', 'warning', 'The name of the host could not be looked up just now.'],
  'tls-invalid': ['tls-invalid', 'warning', 'The certificate of the host is not valid ({detail}).'],
  'redirect-loop': ['redirect-loop', 'warning', 'The redirects lead nowhere.'],
  'too-large': ['too-large', 'info', 'The answer is too large to be read.'],
  undecodable: ['undecodable', 'warning', 'The answer could not be decoded.'],
  'unsafe-target': [
    'unsafe-target',
    'warning',
    'The address is not on the public internet; it was not asked.',
  ],
  'unsupported-scheme': ['unsupported-scheme', 'warning', 'The address is of a kind that cannot be visited.'],
  'malformed-url': ['malformed-url', 'error', 'The address is malformed.'],
  excluded: ['excluded', 'info', 'The address is excluded by the settings or by the site’s robots.txt.'],
};

const byIdentity: Readonly<Record<string, Row>> = {
  mismatch: ['title-mismatch', 'error', 'The page is not what was cited.'],
  hijacked: ['hijacked', 'error', 'The address has been taken over by something else.'],
  'soft-404': ['soft-404', 'error', 'The page answers as if all were well, but says it is not there.'],
  'redirected-to-root': ['redirected-to-root', 'error', 'The address leads to the entrance of the site.'],
  parked: ['parked', 'error', 'The domain is for sale or parked.'],
  untitled: ['untitled', 'info', 'The page has no title to compare.'],
  unverifiable: ['unverifiable', 'info', 'The page cannot be compared with the citation.'],
};

/** What one visit to a cited URL gives to look at. */
export function findingsOf(subject: Case, reading: Reading, persistence: Persistence): Finding[] {
  const { evidence, reached, identity } = reading;
  const url = evidence.url;
  const findings: Finding[] = [];
  const reach = byReach[reached.reach];
  if (reach) findings.push(row(reach, { url, detail: reached.detail ?? reached.reach }, persistence));
  const other = identity && byIdentity[identity.is];
  if (other && !(reached.reach === 'paywalled' && identity.is === 'mismatch'))
    findings.push({
      ...row(other, { url, why: identity.why }, persistence),
      message: `${other[2]} ${identity.why}`,
      ...(subject.citation.item.title ? { expected: subject.citation.item.title } : {}),
      ...(identity.candidate ? { actual: identity.candidate } : {}),
    });
  return [...findings, ...ofPage(subject, reading), ...driftOf(subject, reading)];
}

function row(
  [rule, severity, message]: Row,
  data: { url: string; detail?: string; why?: string },
  persistence: Persistence,
): Finding {
  return {
    rule,
    severity: persistence.is === 'waived' ? 'info' : severity,
    message: message.replace('{detail}', data.detail ?? ''),
    data: { ...data, strikes: persistence.strikes },
  };
}

const sameWork = new Set(['match', 'probable', 'no-cited-title']);

/** Of a page that stands: a missing fragment, a page number beyond the end, dates that disagree. */
function ofPage({ citation }: Case, { evidence, identity, reached }: Reading): Finding[] {
  const { page, url } = evidence;
  if (!page || !identity) return [];
  const findings: Finding[] = [];
  const { fragment, pages } = page;
  if (fragment && !fragment.found && (sameWork.has(identity.is) || identity.is === 'unverifiable'))
    findings.push({
      rule: fragment.kind === 'text' ? 'text-fragment-missing' : 'anchor-missing',
      severity: 'warning',
      message:
        fragment.kind === 'text'
          ? `The page stands, but the words its address points at are not on it: “${fragment.wanted}”.`
          : `The page stands, but has no place called “${fragment.wanted}”.`,
      expected: fragment.wanted,
      data: { url, wanted: fragment.wanted },
    });
  const wanted = lastPage(citation.locator?.label === 'page' ? citation.locator.value : undefined);
  if (
    pages !== undefined &&
    wanted !== undefined &&
    wanted > pages &&
    !citation.item['page-first'] &&
    !citation.item.page
  )
    findings.push({
      rule: 'page-beyond-end',
      severity: 'error',
      message: `Page ${wanted} is cited, but the document has ${pages} pages.`,
      expected: String(wanted),
      actual: String(pages),
      data: { url, wanted, pages },
    });
  const hash = /#page=(\d{1,6})/i.exec(url);
  if (pages !== undefined && hash && Number(hash[1]) > pages)
    findings.push({
      rule: 'page-beyond-end',
      severity: 'error',
      message: `The address points at page ${hash[1]}, but the document has ${pages} pages.`,
      expected: hash[1] as string,
      actual: String(pages),
      data: { url, wanted: Number(hash[1]), pages },
    });
  if (identity.is === 'match' && reached.reach !== 'paywalled')
    findings.push(...dateOf(citation.item, evidence));
  return findings;
}

const lastPage = (locator: string | undefined): number | undefined => {
  const numbers = locator?.normalize('NFKC').match(/\d{1,6}/g);
  return numbers ? Math.max(...numbers.map(Number)) : undefined;
};

/** The page names its day of publication and it is another than the cited one by more than a year’s turn. */
function dateOf(item: Case['citation']['item'], { page, url }: Reading['evidence']): Finding[] {
  const [year] = item.issued?.['date-parts']?.[0] ?? [];
  const published = page?.dates.filter(({ role, origin }) => role === 'published' && origin !== 'time') ?? [];
  const first = published[0];
  if (year === undefined || !first) return [];
  const years = (page?.dates ?? []).map(({ date }) => Number(date.slice(0, 4)));
  if (years.some((one) => Math.abs(one - year) <= 1)) return [];
  return [
    {
      rule: 'date-differs',
      severity: 'warning',
      message: `The citation says ${year}; the page says it was published on ${first.date}.`,
      expected: String(year),
      actual: first.date,
      data: { url, cited: year, found: first.date },
    },
  ];
}
