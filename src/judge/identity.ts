import type { Citation } from '../model/citation.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Identity } from '../model/verdict.ts';
import { isGeneric } from './generic.ts';
import { hijackedWhy } from './hijacked.ts';
import { otherLanguage } from './language.ts';
import { parkedWhy } from './parked.ts';
import { sentToRoot } from './root.ts';
import { isShell } from './shell.ts';
import { namesOf } from './sites.ts';
import { isErrorTitle, softNotFound } from './soft-404.ts';
import { alike, matchTitle, same, type TitleMatch } from './title-match.ts';
import { count, type Witnesses, witnessesOf } from './witnesses.ts';

const quote = (text: string): string => `“${text.length > 120 ? `${text.slice(0, 117)}…` : text}”`;

/**
 * Whether the page read is what was cited. A title that matches vetoes everything that only looks like an error; where it
 * does not, the page is taken for the first thing it shows itself to be.
 */
export function identityOf(citation: Citation, evidence: Evidence): Identity | undefined {
  if (!evidence.page || evidence.page.kind === 'empty') return undefined;
  const title = citation.item.title?.trim();
  const names = [
    evidence.page.siteName,
    ...namesOf(evidence.url),
    ...namesOf(evidence.finalUrl ?? ''),
  ].filter((name) => name !== undefined);
  const match = title ? matchTitle(title, evidence.titles, names) : undefined;
  const witnesses = witnessesOf(citation, evidence);
  // A title that says “not found” was copied from the error page, and matches it.
  const error = title !== undefined && isErrorTitle(title) ? softNotFound(evidence) : undefined;
  if (title && match && match.score >= same && !error) return matched(title, match, witnesses);
  const other = impostor(citation, evidence);
  if (other) return other;
  if (isShell(evidence))
    return unverifiable(
      'javascript-shell',
      'The page is empty until its scripts run, so its title could not be read.',
    );
  if (!title) return withoutTitle(witnesses);
  if (['image', 'binary', 'json'].includes(evidence.page.kind))
    return unverifiable(
      'binary',
      `What was answered is no page but ${evidence.page.kind} data, which has no title to compare.`,
    );
  return compared(citation, evidence, title, match, witnesses);
}

const unverifiable = (rule: string, why: string, candidate?: TitleMatch['candidate']): Identity => ({
  is: 'unverifiable',
  score: 0.9,
  rule,
  ...(candidate ? { candidate: candidate.text, origin: candidate.origin } : {}),
  why,
});

const rules: Readonly<Record<string, string>> = {
  'exact-folded': 'is the cited title, width, case, punctuation and character forms aside',
  'without-notes': 'is the cited title but for a note in brackets',
  'with-site-name': 'is the cited title with the site’s name',
  truncated: 'is the cited title, one of them cut short with an ellipsis',
  contained: 'contains the cited title, or is contained in it',
  'main-title': 'is the cited title with or without its subtitle',
  'one-letter': 'is the cited title but for one letter',
  'nearly-contained': 'contains the cited title but for a letter or two',
  'bigram-dice': 'has nearly all its letters in the cited title’s order',
};

const named = (witnesses: Witnesses): string =>
  [
    witnesses.author && `the author ${witnesses.author}`,
    witnesses.date && `the date ${witnesses.date}`,
    witnesses.container && `the name ${witnesses.container}`,
  ]
    .filter(Boolean)
    .join(', ');

function matched(title: string, match: TitleMatch, witnesses: Witnesses): Identity {
  const { candidate, rule, score } = match;
  const shared = { rule, candidate: candidate.text, origin: candidate.origin };
  const said = `The page’s ${candidate.origin} ${quote(candidate.text)} ${rules[rule] ?? 'is the cited title'}`;
  const support = named(witnesses);
  if (isGeneric(title) && count(witnesses) === 0)
    return {
      is: 'probable',
      score: Math.min(0.7, score),
      ...shared,
      why: `${said}; but many works have such a title, and no author, date or site name bears it out.`,
    };
  return {
    is: 'match',
    score: sureness(score, count(witnesses)),
    ...shared,
    why: `${said}${support ? `; ${support} agree${count(witnesses) === 1 ? 's' : ''}` : ''}.`,
  };
}

const sureness = (score: number, witnesses: number): number =>
  Math.min(1, Math.round((score + witnesses * 0.03) * 100) / 100);

/** The page shows itself to be something else than any source. */
function impostor(citation: Citation, evidence: Evidence): Identity | undefined {
  const parked = parkedWhy(evidence);
  if (parked) return { is: 'parked', score: 0.95, rule: 'parked', why: `The domain is parked: ${parked}.` };
  const soft = softNotFound(evidence);
  if (soft)
    return {
      is: 'soft-404',
      score: soft.score,
      rule: soft.rule,
      why: `The page came with status ${evidence.status ?? 200}, but ${soft.why}.`,
    };
  const root = sentToRoot(evidence, citation.item.title !== undefined);
  if (root) return { is: 'redirected-to-root', score: 0.95, rule: root.rule, why: root.why };
  const hijacked = citation.item.title ? hijackedWhy(citation, evidence) : undefined;
  if (hijacked) return { is: 'hijacked', score: 0.9, rule: hijacked.rule, why: hijacked.why };
  return undefined;
}

const withoutTitle = (witnesses: Witnesses): Identity => {
  const support = named(witnesses);
  return {
    is: 'no-cited-title',
    score: 0.5,
    rule: 'no-cited-title',
    why: `The citation gives no title to compare${support ? `; ${support} agree` : ''}.`,
  };
};

function compared(
  citation: Citation,
  evidence: Evidence,
  title: string,
  match: TitleMatch | undefined,
  witnesses: Witnesses,
): Identity {
  if (!match || evidence.titles.length === 0)
    return { is: 'untitled', score: 0.9, rule: 'no-title', why: 'The page has no title to compare.' };
  const { candidate, score } = match;
  const support = named(witnesses);
  const shared = { candidate: candidate.text, origin: candidate.origin };
  if (score >= alike && match.rule !== 'other-number' && count(witnesses) > 0)
    return {
      is: 'probable',
      score: Math.round((score + 0.1) * 100) / 100,
      rule: `${match.rule}-with-witness`,
      ...shared,
      why: `The page’s ${candidate.origin} ${quote(candidate.text)} is like the cited title, and ${support} agree.`,
    };
  const language = match.rule === 'other-number' ? undefined : otherLanguage(citation, evidence);
  if (language)
    return unverifiable(
      'other-language',
      `The citation is in ${language.cited} and the page in ${language.page}: titles in two languages cannot be compared.`,
      candidate,
    );
  return {
    is: 'mismatch',
    score: Math.round(Math.max(0.55, 1 - score / 2) * 100) / 100,
    rule: match.rule,
    ...shared,
    why: `No title of the page is the cited one: the nearest, its ${candidate.origin} ${quote(candidate.text)}, ${match.rule === 'other-number' ? 'has other numbers' : `shares ${Math.round(score * 100)} % of its letters in order`} with ${quote(title)}.`,
  };
}
