import type { Finding, Severity, TextEdit } from '../model/finding.ts';
import type { Source } from '../model/source.ts';
import type { Context } from './context.ts';

/** A little document, and the stretches of it (as printed) that the rule must find, in order. */
export interface Example {
  text: string;
  finds: readonly string[];
  /** The document after the safe fixes, where the rule has them. */
  fixed?: string;
  /** What the document is; plain text unless said. */
  format?: 'bibtex' | 'markdown';
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
  /** What kinds of sources it reads: notes in prose (the default), a bibliography's ready entries, or both. */
  reads?: 'prose' | 'entries' | 'both';
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

/** One replacement a person should look at first. */
export const perhaps = (description: string, start: number, end: number, text: string) => ({
  description,
  edits: [{ start, end, text }],
  safe: false,
});

/** Examples of a reference list: the same heading over each. */
export const list = (notes: string, finds: readonly string[] = [], fixed?: string): Example => ({
  text: `参考文献\n\n${notes}`,
  finds,
  ...(fixed === undefined ? {} : { fixed: `参考文献\n\n${fixed}` }),
});

/** Findings of one rule that are told of one document: whoever has more of a kind has seen enough of it. */
export const mostFindings = 1000;
