import { encodingOf, sameBytes } from '../fix/charset.ts';
import { unifiedDiff } from '../fix/diff.ts';
import { canFix } from '../fix/encode-text.ts';
import { fixDocx } from '../fix/fix-docx.ts';
import { fixText } from '../fix/fix-text.ts';
import { applyEdits, planEdits } from '../fix/plan.ts';
import { type Replacement, replaceUrls } from '../fix/replace-urls.ts';
import { distinct, type LintOptions, lint, settle } from '../lint/index.ts';
import type { Finding } from '../model/finding.ts';
import type { Source } from '../model/source.ts';
import type { Parser } from '../parse/index.ts';
import { decodeText } from '../read/decode.ts';
import { docxRuns } from '../read/docx/index.ts';
import { type ReadOptions, readDocument } from '../read/index.ts';

export interface FixRequest {
  path: string;
  bytes: Uint8Array;
  parser: Parser;
  lint: LintOptions;
  read: ReadOptions;
  replacements: readonly Replacement[];
}

export type Fixing =
  | { path: string; bytes: Uint8Array; diff: string; made: number }
  | { path: string; unreadable: string };

/** Fixes that free others (a space that parts two URLs) are made round by round; no document has needed more. */
const mostRounds = 8;

/** A document with its safe fixes made, round by round until nothing is left to do, and what changed. */
export async function fixDocument(request: FixRequest): Promise<Fixing> {
  const first = await readDocument(request.path, request.bytes, request.read);
  if ('unreadable' in first) return first;
  if (!canFix(first.format))
    return {
      path: request.path,
      unreadable: `is ${first.format}, which is not written back; mend it by hand.`,
    };
  return first.format === 'docx' ? fixWord(request, first) : fixPlain(request, first);
}

function findingsOf({ parser, lint: options }: FixRequest, source: Source): Finding[] {
  const { notes, findings } = parser.parse(source);
  const found = settle([...findings, ...notes.flatMap((note) => note.findings)], options.rules);
  return distinct([...lint(source, notes, options), ...found]);
}

/** Rules whose findings put one address in the place of another. */
const addressRules = new Set(['url-tracking', 'url-text-fragment']);

/** In formats with links, an address is changed wherever it stands: in print and in the mark-up. */
function parted(
  findings: readonly Finding[],
  { format }: Source,
): { addresses: Replacement[]; others: Finding[] } {
  if (format !== 'html' && format !== 'markdown') return { addresses: [], others: [...findings] };
  const addresses = findings.flatMap(({ rule, actual, expected }) =>
    addressRules.has(rule) && actual && expected ? [{ from: actual, to: expected }] : [],
  );
  return { addresses, others: findings.filter(({ rule }) => !addressRules.has(rule)) };
}

async function fixPlain(request: FixRequest, first: Source): Promise<Fixing> {
  const { path, bytes, replacements } = request;
  const before = await decodeText(bytes);
  const encoded = await encodingOf(bytes, before);
  if (!encoded) return { path, unreadable: 'is in an encoding that cannot be written back byte for byte.' };
  let text = applyEdits(before, replaceUrls(before, first.format, replacements));
  let made = text === before ? 0 : replaceUrls(before, first.format, replacements).length;
  const seen = [text];
  for (let round = 0; round < mostRounds; round += 1) {
    const current = await encoded.encode(text);
    const source = await readDocument(path, current, { ...request.read, format: first.format });
    if ('unreadable' in source) return source;
    const { addresses, others } = parted(findingsOf(request, source), source);
    const swapped = replaceUrls(text, source.format, addresses);
    const fixed =
      swapped.length > 0
        ? { text: applyEdits(text, swapped), made: swapped }
        : fixText(text, source, planEdits(others));
    if (fixed.text === text) break;
    made += fixed.made.length;
    const cycle = seen.indexOf(fixed.text);
    // Two rules that undo each other's work: one state of the round dance is settled on, the same from each of them.
    text = cycle < 0 ? fixed.text : (seen.slice(cycle).sort()[0] as string);
    if (cycle >= 0) break;
    seen.push(text);
  }
  const after = await encoded.encode(text);
  return {
    path,
    bytes: sameBytes(after, bytes) ? bytes : after,
    diff: unifiedDiff(path, before, text),
    made,
  };
}

async function fixWord(request: FixRequest, first: Source): Promise<Fixing> {
  const { path, replacements } = request;
  let { bytes } = request;
  let source = first;
  let made = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const moved = round === 0 ? replaceUrls(source.text, 'text', replacements) : [];
    const edits = moved.length > 0 ? moved : planEdits(findingsOf(request, source));
    const fixed = fixDocx(bytes, docxRuns(bytes), source.links, edits);
    if (!fixed) return { path, unreadable: 'is a Word document of an unusual build; save it anew.' };
    if (fixed.made.length === 0 && moved.length === 0) break;
    bytes = fixed.bytes;
    made += fixed.made.length;
    const again = await readDocument(path, bytes, request.read);
    if ('unreadable' in again) return again;
    source = again;
  }
  return { path, bytes, diff: unifiedDiff(path, first.text, source.text), made };
}
