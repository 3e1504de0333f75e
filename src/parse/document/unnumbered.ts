import type { MarkedNote } from '../../model/source.ts';
import { looksLikeReference } from './lines.ts';
import type { Section } from './sections.ts';

/** A list without numbers: entries set apart by blank lines or bullets, else a line each, a line that hangs joined to the one before. */
export function unnumberedNotes({ lines }: Section): MarkedNote[] {
  const notes: MarkedNote[] = [];
  const filled = lines.filter(({ text }) => text.trim());
  const apart = lines.some(({ text }) => text.trim() === '');
  const bulleted = filled.filter(({ text }) => bullet.test(text)).length * 2 > filled.length;
  let open: MarkedNote | undefined;
  let after = true;
  for (const line of lines) {
    if (line.text.trim() === '') {
      after = true;
      continue;
    }
    if (/^#{1,6}\s|^\s{0,3}(?:[-*_]\s?){3,}$/.test(line.text)) {
      open = undefined;
      continue;
    }
    const sign = bullet.exec(line.text)?.[0].length ?? 0;
    const hangs = /^(?:\s{2,}|\t)/.test(line.text) && sign === 0;
    const goesOn =
      open !== undefined &&
      ((!after && (hangs || bulleted || (apart && !looksLikeReference(line.text))) && sign === 0) ||
        /^\s*(?:https?:\/\/|doi:)/i.test(line.text));
    const end = line.start + line.text.trimEnd().length;
    if (open && goesOn) open.end = end;
    else {
      const indent = sign || (/^\s*/.exec(line.text)?.[0].length ?? 0);
      open = { label: String(notes.length + 1), marker: '', start: line.start + indent, end, references: [] };
      notes.push(open);
    }
    after = false;
  }
  return notes;
}

const bullet = /^\s{0,8}(?:[-*+•·▪◦‣–—]\s{1,8}|[†‡※]\s{0,4})/u;
