import type { Finding, Severity, TextEdit } from '../model/finding.ts';
import type { Note } from '../model/note.ts';
import type { Source } from '../model/source.ts';

/** What every rule sees: the document, its notes, and what the whole of it was found to do by habit. */
export interface Context {
  source: Source;
  notes: readonly Note[];
  /** ISO date of the run; nothing printed can lie after it. */
  today: string;
  /** ISO date of the document itself, where it says one. */
  documentDate?: string;
}

/** A little document, and the stretches of it (as printed) that the rule must find, in order. */
export interface Example {
  text: string;
  finds: readonly string[];
  /** The document after the safe fixes, where the rule has them. */
  fixed?: string;
}

export interface Rule {
  id: string;
  severity: Severity;
  /** One sentence. */
  summary: string;
  /** Why it matters, and what to do. */
  why: string;
  /** At least one that is found and one that is not; they are the rule's tests. */
  examples: readonly Example[];
  check(context: Context): Finding[];
}

export interface Extra {
  expected?: string;
  actual?: string;
  data?: Finding['data'];
  fix?: { description: string; edits: TextEdit[]; safe: boolean };
}

/** A finding of a rule at a stretch of the text. */
export function findingAt(
  rule: Pick<Rule, 'id' | 'severity'>,
  source: Source,
  start: number,
  end: number,
  message: string,
  extra: Extra = {},
): Finding {
  return { rule: rule.id, severity: rule.severity, message, place: source.place(start, end), ...extra };
}

/** One replacement that changes nothing a reader would call content. */
export const safely = (description: string, start: number, end: number, text: string) => ({
  description,
  edits: [{ start, end, text }],
  safe: true,
});
