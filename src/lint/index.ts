import { type Finding, type Severity, severities } from '../model/finding.ts';
import type { Note } from '../model/note.ts';
import type { Place } from '../model/place.ts';
import type { Source } from '../model/source.ts';
import { type Context, contextOf } from './context.ts';
import { mostFindings, type Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { type StyleName, styles } from './styles.ts';

export { rules } from './rules/index.ts';
export { type StyleName, styleNames } from './styles.ts';

/** What a rule may be set to: turned off or on, or given another severity. */
export type RuleSetting = 'off' | 'on' | Severity | boolean;

export interface LintOptions {
  /** By rule id; `*` is for all that are not named. */
  rules?: Readonly<Record<string, RuleSetting>>;
  /** Without one, the document’s own habits hold. */
  style?: StyleName;
  /** ISO date of the run. */
  today: string;
  /** ISO date of the document; told from its first lines otherwise. */
  documentDate?: string;
}

/** The mechanical findings of a document, in the order of its text. Pure; never throws for what a document holds. */
export function lint(source: Source, notes: readonly Note[], options: LintOptions): Finding[] {
  const context = contextOf(source, notes, {
    today: options.today,
    documentDate: options.documentDate,
    style: options.style ? styles[options.style] : undefined,
  });
  const found = rules
    .filter((rule) => reads(rule, context) && settingOf(rule.id, options.rules) !== 'off')
    .flatMap((rule) => rule.check(context).slice(0, mostFindings));
  return settle(found, options.rules).sort(byPlace);
}

const reads = ({ reads: kind = 'prose' }: Rule, { source }: Context): boolean =>
  kind === 'both' || (kind === 'entries') === source.entries.length > 0;

/** What the table says of a rule: `off`, a severity, or nothing of its own. */
function settingOf(id: string, table: LintOptions['rules'] = {}): 'off' | Severity | undefined {
  const setting = Object.hasOwn(table, id) ? table[id] : table['*'];
  if (setting === 'off' || setting === false) return 'off';
  return severities.find((severity) => severity === setting);
}

/** Findings from anywhere, with the rules’ table held to: those of a rule that is off are left out. */
export function settle(findings: readonly Finding[], table: LintOptions['rules'] = {}): Finding[] {
  return findings.flatMap((finding) => {
    const setting = settingOf(finding.rule, table);
    if (setting === 'off') return [];
    return [setting ? { ...finding, severity: setting } : finding];
  });
}

/** Each thing told once: of two findings of one rule at one place the one with a fix stays. */
export function distinct(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.place?.offset ?? ''} ${finding.data?.side ?? finding.data?.field ?? ''}`;
    const other = kept.get(key);
    if (!other || (!other.fix && finding.fix)) kept.set(key, finding);
  }
  return [...kept.values()];
}

const byPlace = (a: Finding, b: Finding): number =>
  (a.place?.offset ?? 0) - (b.place?.offset ?? 0) || (a.place?.end ?? 0) - (b.place?.end ?? 0);

/**
 * Shares findings out: those that lie within a note, or touch it at its marker or its end, by note, and those of the
 * document as a whole.
 */
export function shareOut(
  notes: readonly Note[],
  findings: readonly Finding[],
): { byNote: Map<Note, Finding[]>; rest: Finding[] } {
  const ordered = [...notes].sort((a, b) => a.place.offset - b.place.offset);
  const byNote = new Map<Note, Finding[]>();
  const rest: Finding[] = [];
  for (const finding of findings) {
    const note = finding.place && noteOf(ordered, finding.place);
    const own = note && byNote.get(note);
    if (own) own.push(finding);
    else if (note) byNote.set(note, [finding]);
    else rest.push(finding);
  }
  return { byNote, rest };
}

function noteOf(ordered: readonly Note[], { offset, end }: Place): Note | undefined {
  let [low, high] = [0, ordered.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ordered[middle] as Note).place.offset <= offset) low = middle;
    else high = middle - 1;
  }
  const [note, next] = [ordered[low], ordered[low + 1]];
  // Within the note, or a space at its very end.
  const inside = note && note.place.offset <= offset && end <= note.place.end;
  const atEnd = note && offset === note.place.end && end <= note.place.end + mostSpaces;
  if (inside || atEnd) return note;
  return [note, next].find(
    (after) =>
      after?.marker &&
      end <= after.place.offset &&
      offset >= after.place.offset - after.marker.length - mostSpaces,
  );
}

/** Spaces between a marker and its note, or after a note. */
const mostSpaces = 4;
