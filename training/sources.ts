import { createHash } from 'node:crypto';

/** The sources whose licence allows weights that ship (see src/parse/reference/PROVENANCE.md). */
export const trainedSources: readonly string[] = [
  'anystyle-core',
  'anystyle-gold',
  'extra-anystyle-good',
  'grobid-citations',
  'grobid-misc',
  'grobid-hep',
  'linkedbooks',
  'chinaxiv',
];

/** One record in five, by the hash of its id, is never trained on. */
export const heldOut = (id: string): boolean => createHash('sha256').update(id).digest()[0]! % 5 === 0;
