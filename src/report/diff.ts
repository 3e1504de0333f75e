import type { Finding } from '../model/finding.ts';
import type { Report, ReportCitation } from '../model/report.ts';
import type { Status } from '../model/verdict.ts';
import { citationIdentity, type Entry, entriesOf, fingerprints } from './entries.ts';
import type { Change } from './messages/messages.ts';

/** One citation at one time. */
export interface Side {
  note: string;
  citation: ReportCitation;
}

/** What became of a citation between two reports. */
export interface DiffRow {
  change: Change;
  path: string;
  before?: Side;
  after?: Side;
}

export interface Diff {
  rows: DiffRow[];
  /** Citations that are as they were. */
  same: number;
  /** Findings the earlier report did not have. */
  findings: Finding[];
}

/**
 * What recovered, rotted, moved, is new in the text or gone from it. Citations are matched by what they cite (DOI,
 * address, work), then by note and title, so that moved notes and renumbering are no change.
 */
export function diff(earlier: Report, later: Report): Diff {
  const rows: DiffRow[] = [];
  let same = 0;
  const before = sidesOf(earlier);
  const after = sidesOf(later);
  const pairs: [path: string, before: Side | undefined, after: Side][] = [];
  for (const [name, { path, side }] of after) {
    pairs.push([path, before.get(name)?.side, side]);
    before.delete(name);
  }
  for (const [path, old, now] of pairs) {
    const was = old ?? takeAlike(before, path, now);
    const change = was ? changeOf(was, now, old === undefined) : 'new';
    if (change === undefined) same += 1;
    else rows.push({ change, path, ...(was ? { before: was } : {}), after: now });
  }
  for (const { path, side } of before.values()) rows.push({ change: 'removed', path, before: side });
  return { rows, same, findings: newFindings(earlier, later) };
}

/** Every citation under a name of its own: document, what it cites, and how manieth citation of it. */
function sidesOf(report: Report): Map<string, { path: string; side: Side }> {
  const sides = new Map<string, { path: string; side: Side }>();
  for (const { path, notes } of report.documents)
    for (const note of notes)
      for (const citation of note.citations) {
        const stem = JSON.stringify([path, citationIdentity(citation)]);
        let name = stem;
        for (let next = 2; sides.has(name); next += 1) name = `${stem}#${next}`;
        sides.set(name, { path, side: { note: note.label, citation } });
      }
  return sides;
}

/** A citation of the same title whose address was changed in the text; taken out of those still unmatched. */
function takeAlike(
  left: Map<string, { path: string; side: Side }>,
  path: string,
  now: Side,
): Side | undefined {
  const { title } = now.citation.item;
  if (!title) return undefined;
  for (const [name, { path: where, side }] of left)
    if (where === path && side.citation.item.title === title) {
      left.delete(name);
      return side;
    }
  return undefined;
}

const lost = new Set<Status>(['gone', 'mismatched']);
const open = new Set<Status>(['blocked', 'unreachable', 'unchecked']);

function changeOf(was: Side, now: Side, readdressed: boolean): Change | undefined {
  const [a, b] = [was.citation.verdict.status, now.citation.verdict.status];
  if (readdressed) return 'changed';
  if (a === b) return undefined;
  if (lost.has(b)) return lost.has(a) ? undefined : 'rotted';
  if (open.has(b)) return open.has(a) ? undefined : 'doubtful';
  if (lost.has(a) || a === 'unreachable') return 'recovered';
  if (b === 'moved') return 'moved';
  return 'settled';
}

/** Findings the earlier report does not have of the same citation (or note, or document), however the text has moved. */
export function newFindings(earlier: Report, report: Report): Finding[] {
  const known = new Set(named(earlier).map(({ name }) => name));
  return named(report)
    .filter(({ name }) => !known.has(name))
    .map(({ entry }) => entry.finding);
}

function named(report: Report): { name: string; entry: Entry }[] {
  const entries = entriesOf(report);
  const names = fingerprints(entries, (text) => text);
  return entries.map((entry, index) => ({ entry, name: names[index] as string }));
}
