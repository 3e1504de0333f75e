import type { TextEdit } from '../model/finding.ts';
import type { Link } from '../model/source.ts';
import { type DocxMap, encodePart, escapeXml, type TextRun } from './docx-map.ts';
import { applyEdits } from './plan.ts';
import { Archive } from './zip.ts';

export interface FixedDocx {
  bytes: Uint8Array;
  /** Edits that were made, in offsets of the text. */
  made: TextEdit[];
  left: number;
}

/**
 * Makes edits of a Word document's text inside the `<w:t>` they stand in; every other entry of the archive is copied as
 * it stands. Edits that reach over several runs are left, and those of a link's text, whose target stands elsewhere.
 */
export function fixDocx(
  bytes: Uint8Array,
  map: DocxMap,
  links: readonly Link[],
  edits: readonly TextEdit[],
): FixedDocx | undefined {
  const archive = Archive.open(bytes);
  if (!archive) return undefined;
  const byPart = new Map<string, { edit: TextEdit; run: TextRun }[]>();
  for (const edit of edits) {
    const run = runOf(map.runs, edit);
    if (!run || inLink(links, edit) || /[\r\n\t]/.test(edit.text)) continue;
    byPart.set(run.part, [...(byPart.get(run.part) ?? []), { edit, run }]);
  }
  const made: TextEdit[] = [];
  const changes = new Map<string, Uint8Array>();
  for (const [name, wanted] of byPart) {
    const xml = map.parts.get(name);
    const changed = xml === undefined ? undefined : editPart(xml, wanted);
    const encoded =
      xml === undefined || changed === undefined ? undefined : encodePart(archive.read(name), xml, changed);
    if (!encoded) continue;
    changes.set(name, encoded);
    made.push(...wanted.map(({ edit }) => edit));
  }
  return {
    bytes: changes.size > 0 ? archive.rewrite(changes) : bytes,
    made,
    left: edits.length - made.length,
  };
}

/** The one run an edit stands in; what is put between two runs goes to the end of the first. */
function runOf(runs: readonly TextRun[], { start, end }: TextEdit): TextRun | undefined {
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle] as TextRun).start <= start) low = middle;
    else high = middle - 1;
  }
  return [runs[low], runs[low - 1]].find(
    (run) => run?.characters && run.start <= start && end <= run.end && run.end > run.start,
  );
}

const inLink = (links: readonly Link[], { start, end }: TextEdit): boolean =>
  links.some(
    (link) =>
      link.start < Math.max(end, start + 1) && link.end > start && (end > start || link.start < start),
  );

/** A part with the characters of some runs edited; undefined where the text is not what stands there. */
function editPart(xml: string, wanted: readonly { edit: TextEdit; run: TextRun }[]): string | undefined {
  const edits: TextEdit[] = [];
  const kept = new Set<number>();
  for (const { edit, run } of wanted) {
    const { start, end, raw } = run.characters as NonNullable<TextRun['characters']>;
    const offsets = offsetsIn(xml.slice(start, end), raw);
    if (offsets.length !== run.end - run.start + 1) return undefined;
    const [from, to] = [offsets[edit.start - run.start], offsets[edit.end - run.start]];
    if (from === undefined || to === undefined || (raw && edit.text.includes(']]>'))) return undefined;
    edits.push({ start: start + from, end: start + to, text: raw ? edit.text : escapeXml(edit.text) });
    // Blanks at the ends of an element are dropped unless it says to keep them.
    const bare = xml.slice(start - 5, start) === '<w:t>' && !kept.has(start);
    if (bare && (edit.start === run.start || edit.end === run.end)) {
      kept.add(start);
      edits.push({ start: start - 1, end: start - 1, text: ' xml:space="preserve"' });
    }
  }
  return applyEdits(
    xml,
    edits.sort((a, b) => a.start - b.start || a.end - b.end),
  );
}

/** Where each character of the decoded text begins in the written one, and where the last ends. */
function offsetsIn(written: string, raw: boolean): number[] {
  const offsets: number[] = [];
  const token = raw ? /[\s\S]/g : /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|[a-z]{2,4});|[\s\S]/gi;
  for (const match of written.matchAll(token)) {
    const code = match[1] ? Number.parseInt(match[1], 16) : Number(match[2] ?? 0);
    offsets.push(match.index);
    // Beyond the basic plane one reference stands for two units.
    if (code > 0xffff) offsets.push(match.index);
  }
  offsets.push(written.length);
  return offsets;
}
