import type { Severity } from '../../model/finding.ts';
import type { identities, persistences, Reach, Status } from '../../model/verdict.ts';

/** Sentences of the reporters, with what stands in their braces. */
export const phrases = [
  'title',
  'documents',
  'counts',
  'checked',
  'replayed',
  'offline',
  'linted',
  'incomplete',
  'synthetic',
  'allWell',
  'handHeading',
  'handNothing',
  'openHeading',
  'openIntro',
  'restHeading',
  'unreadableHeading',
  'documentFindings',
  'note',
  'noteOnly',
  'printed',
  'found',
  'cited',
  'page',
  'leadsTo',
  'todo',
  'fix',
  'copy',
  'copyJudged',
  'registry',
  'noTitle',
  'noLink',
  'waived',
  'strikes',
  'commentary',
  'status',
  'number',
  'meaning',
  'moreNotes',
  'madeBy',
  'line',
  'pageNumber',
  'paragraph',
  'expected',
  'actual',
] as const;
export type Phrase = (typeof phrases)[number];

/** What to do next, by case; the judge's own sentence is used in English where it has one. */
export const nextSteps = [
  'critical',
  'cite-copy',
  'find-other',
  'compare',
  'replace',
  'open',
  'wait',
  'mend-note',
  'mend-address',
  'differs',
] as const;
export type NextStep = (typeof nextSteps)[number];

/** What a diff says. */
export const changes = [
  'recovered',
  'rotted',
  'moved',
  'doubtful',
  'settled',
  'changed',
  'new',
  'removed',
] as const;
export type Change = (typeof changes)[number];

export const diffPhrases = [
  'title',
  'nothing',
  'was',
  'now',
  'same',
  'newNote',
  'lastNote',
  'findingNew',
] as const;

/** Everything a reporter says in its own words, in one language. Typed so that no table can be short of an entry. */
export interface Messages {
  language: 'en' | 'zh' | 'ja';
  status: Record<Status, { name: string; meaning: string }>;
  reach: Record<Reach, string>;
  identity: Record<(typeof identities)[number], string>;
  persistence: Record<(typeof persistences)[number], string>;
  severity: Record<Severity, string>;
  phrase: Record<Phrase, string>;
  todo: Record<NextStep, string>;
  change: Record<Change, string>;
  diff: Record<(typeof diffPhrases)[number], string>;
  /** Facts of a run by their code; others are said in the words they came with. */
  fact: Partial<Record<string, string>>;
  /** Findings by their rule, `{…}` filled from the finding; others are said in the words they came with. */
  rule: Partial<Record<string, string>>;
}
