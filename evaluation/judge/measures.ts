import { identityOf, judge } from '../../src/judge/index.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { fold } from '../../src/text/fold.ts';
import { citing, evidenceOf, type Labelled } from './labelled.ts';
import type { Sets } from './sets.ts';

export interface Miss {
  measure: string;
  id: string;
  wanted: string;
  got: string;
}

/** A share with what it is a share of. */
export interface Rate {
  right: number;
  of: number;
}

export interface Measures {
  set: string;
  synthetic: boolean;
  rates: Record<string, Rate>;
  calibration: { bin: string; right: number; of: number }[];
  misses: Miss[];
}

type Seen = Map<string, Evidence>;
const cjk = (page: Labelled): boolean => /^(?:zh|ja|ko)/.test(page.lang ?? '');

export async function measure(set: Sets): Promise<Measures> {
  const result: Measures = {
    set: set.name,
    synthetic: set.synthetic,
    rates: {},
    calibration: [],
    misses: [],
  };
  const seen: Seen = new Map();
  for (const page of set.title) seen.set(page.id, await evidenceOf(page, 200));
  titles(set, seen, result);
  charsets(set, seen, result);
  bylines(set, seen, result);
  pairs(set, seen, result);
  await softNotFound(set, seen, result);
  await walls(set, seen, result);
  await years(set, result);
  return result;
}

function tell(result: Measures, name: string, right: boolean, miss?: Omit<Miss, 'measure'>): void {
  const rate = result.rates[name] ?? { right: 0, of: 0 };
  result.rates[name] = rate;
  rate.of += 1;
  if (right) rate.right += 1;
  else if (miss) result.misses.push({ measure: name, ...miss });
}

function titles(set: Sets, seen: Seen, result: Measures): void {
  for (const page of set.title) {
    if (page.titles.length === 0) continue;
    const got = seen.get(page.id)?.title ?? '';
    const right = page.titles.some((title) => fold(title) === fold(got));
    tell(result, 'title', right, { id: page.id, wanted: page.titles.join(' / '), got });
    if (cjk(page)) tell(result, 'title, CJK', right);
    if (page.legacy) tell(result, 'title, legacy charsets', right);
  }
}

/** Charsets that decode one another's bytes. */
const family: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'iso-8859-1': 'windows-1252',
};

function charsets(set: Sets, seen: Seen, result: Measures): void {
  for (const page of set.title) {
    if (!page.charset || !(page.legacy || page.mislabelled)) continue;
    const got = seen.get(page.id)?.charset ?? '';
    const right = (family[got] ?? got) === (family[page.charset] ?? page.charset);
    tell(result, 'legacy charset', right, { id: page.id, wanted: page.charset, got });
    if (page.mislabelled) tell(result, 'mislabelled charset', right);
  }
}

const people = (text: string): string[] =>
  text
    .split(/[,;、，；&]|\band\b|\bund\b/)
    .map((name) => fold(name.replace(/^\s*(?:by|von)\s/i, '')))
    .filter((name) => name.length > 1);

function bylines(set: Sets, seen: Seen, result: Measures): void {
  for (const page of set.title) {
    const facts = seen.get(page.id)?.page;
    if (page.author) {
      const got = people((facts?.authors ?? []).join(', '));
      const want = people(page.author);
      const right =
        got.length > 0 &&
        (fold(page.author) === fold((facts?.authors ?? []).join('')) ||
          (want.some((name) => got.some((one) => one === name || one.includes(name) || name.includes(one))) &&
            Math.abs(got.length - want.length) <= Math.max(1, want.length / 2)));
      tell(result, 'author', right, {
        id: page.id,
        wanted: page.author,
        got: (facts?.authors ?? []).join('; '),
      });
    }
    if (page.date) {
      const got = facts?.dates[0]?.date ?? '';
      tell(result, 'date', got.slice(0, 10) === page.date.slice(0, 10), {
        id: page.id,
        wanted: page.date,
        got: `${got} (${facts?.dates[0]?.origin ?? ''})`,
      });
    }
  }
}

const same = new Set(['match', 'probable']);

function pairs(set: Sets, seen: Seen, result: Measures): void {
  const pages = new Map(set.title.map((page) => [page.id, page]));
  const bins = new Map<string, { right: number; of: number }>();
  for (const { page: id, cited, label, variant } of set.pairs) {
    const [page, evidence] = [pages.get(id), seen.get(id)];
    if (!page || !evidence) continue;
    const identity = identityOf(citing(cited, page.url), evidence);
    const is = identity?.is ?? 'none';
    const miss = {
      id: `${id} (${variant})`,
      wanted: `${label}: ${cited}`,
      got: `${is} ${identity?.rule} ${identity?.score}: ${identity?.candidate ?? ''}`,
    };
    if (label === 'unknown') {
      tell(result, 'other language never mismatch', is !== 'mismatch' && !same.has(is), miss);
      continue;
    }
    if (label === 'match') tell(result, 'match recall', same.has(is), miss);
    if (variant === 'number_changed') tell(result, 'changed number is mismatch', is === 'mismatch', miss);
    else if (same.has(is)) tell(result, 'match precision', label === 'match', miss);
    if (label === 'mismatch' && variant !== 'number_changed')
      tell(result, 'mismatch recall', is === 'mismatch', miss);
    if (is === 'mismatch' && variant !== 'number_changed')
      tell(result, 'mismatch precision', label === 'mismatch', miss);
    if (same.has(is) || is === 'mismatch') {
      const bin = `${is} ${(Math.floor(Math.min(0.999, identity?.score ?? 0) * 20) / 20).toFixed(2)}`;
      const sum = bins.get(bin) ?? { right: 0, of: 0 };
      sum.of += 1;
      if ((label === 'match') === same.has(is)) sum.right += 1;
      bins.set(bin, sum);
    }
  }
  result.calibration = [...bins].toSorted().map(([bin, sum]) => ({ bin, ...sum }));
}

const elsewhere = 'A title that no page here has: wombats in the archive of Lisbon';

async function softNotFound(set: Sets, seen: Seen, result: Measures): Promise<void> {
  for (const page of set.soft404) {
    const evidence = await evidenceOf(page, 200);
    const is = identityOf(citing(undefined, page.url), evidence)?.is ?? 'none';
    const found = is === 'soft-404' || is === 'redirected-to-root';
    const miss = {
      id: page.id,
      wanted: `${page.label} ${page.subtype ?? ''}`,
      got: `${is} ${evidence.page?.textLength} ${evidence.title ?? ''}`,
    };
    if (page.label === 'not_found') tell(result, 'soft 404 recall', found, miss);
    if (found) tell(result, 'soft 404 precision', page.label !== 'ok', miss);
  }
  for (const page of set.title) {
    const is = identityOf(citing(elsewhere, page.url, page.lang), seen.get(page.id) as Evidence)?.is;
    tell(
      result,
      'ordinary page not taken for soft 404, parked or hijacked',
      !['soft-404', 'redirected-to-root', 'parked', 'hijacked'].includes(is ?? ''),
      { id: page.id, wanted: 'ordinary', got: is ?? '' },
    );
  }
}

/** What each label of the walls must come to. */
const wanted: Readonly<Record<string, (verdict: Verdict) => boolean>> = {
  bot_challenge: ({ reach }) => reach === 'blocked',
  bot_block: ({ reach }) => reach === 'blocked' || reach === 'forbidden',
  rate_limited: ({ reach }) => reach === 'rate-limited' || reach === 'blocked',
  login_wall: ({ reach }) => reach === 'auth-required',
  auth_required: ({ reach }) => reach === 'auth-required',
  consent_wall: ({ reach }) => reach === 'auth-required' || reach === 'blocked',
  paywall: ({ reach }) => reach === 'paywalled',
  js_shell: ({ identity, reach }) => identity?.is === 'unverifiable' || reach === 'blocked',
  parked: ({ identity }) => identity?.is === 'parked',
  default_page: ({ identity }) => identity?.is === 'parked',
  server_error: ({ reach }) => reach === 'server-error' || reach === 'blocked',
  legal_block: ({ reach }) => reach === 'legal',
  ok: ({ reach, identity }) =>
    ['live', 'moved', 'redirected'].includes(reach) && !['parked', 'soft-404'].includes(identity?.is ?? ''),
};
const challenge = new Set([
  'bot_challenge',
  'bot_block',
  'rate_limited',
  'login_wall',
  'auth_required',
  'consent_wall',
]);

async function walls(set: Sets, seen: Seen, result: Measures): Promise<void> {
  const verdictOf = (page: Labelled, evidence: Evidence, title?: string) =>
    judge({ citation: citing(title, page.url), evidence: [evidence], now: evidence.at });
  for (const page of set.walls) {
    // A page whose label is not an error's was saved with whatever status it had; the words alone must do for it as well.
    for (const status of new Set([page.status, ...(challenge.has(page.label) ? [200] : [])])) {
      const evidence = await evidenceOf(page, status);
      const verdict = verdictOf(page, evidence, elsewhere);
      const right = wanted[page.label]?.(verdict) ?? true;
      const miss = {
        id: `${page.id} (as ${status})`,
        wanted: `${page.label} ${page.subtype ?? ''}`,
        got: `${verdict.reach} ${verdict.reachDetail ?? ''} ${verdict.identity?.is ?? ''} ${evidence.page?.textLength} ${evidence.title ?? ''}`,
      };
      const own = status === page.status;
      tell(result, own ? `wall: ${page.label}` : 'wall: served as 200', right, miss);
      if (own && challenge.has(page.label)) tell(result, 'challenge, block and login pages', right);
    }
  }
  for (const page of set.title) {
    const evidence = seen.get(page.id) as Evidence;
    const { reach, reachDetail } = verdictOf(page, evidence, page.title);
    tell(result, 'ordinary page not taken for a wall', ['live', 'paywalled'].includes(reach), {
      id: page.id,
      wanted: 'ordinary',
      got: `${reach} ${reachDetail} ${evidence.page?.textLength}`,
    });
  }
}

const statuses: Readonly<Record<string, readonly string[]>> = {
  healthy: ['verified', 'moved'],
  soft404_home: ['gone'],
  dead: ['gone'],
  login_wall: ['blocked'],
  consent_wall: ['blocked'],
  bot_block: ['blocked'],
  transient: ['unreachable'],
  unverifiable_js_shell: ['unchecked', 'blocked'],
};

async function years(set: Sets, result: Measures): Promise<void> {
  for (const page of set.longitudinal) {
    const evidence = await evidenceOf(page);
    const verdict = judge({
      citation: citing(page.citedTitle, page.url),
      evidence: [evidence],
      now: evidence.at,
    });
    tell(result, 'status over the years', (statuses[page.label] ?? []).includes(verdict.status), {
      id: page.path.split('/').at(-1) ?? '',
      wanted: `${page.label}: ${page.citedTitle ?? ''}`,
      got: `${verdict.status} ${verdict.reach} ${verdict.identity?.is ?? ''} ${evidence.title ?? ''}`,
    });
  }
}
