import { z } from 'zod';
import { Citation } from './citation.ts';
import { Finding } from './finding.ts';
import { Place } from './place.ts';

/** A stretch of a note that cites nothing. `text` is the slice of `Source.text` at `place`. */
export const Commentary = z.object({ text: z.string(), place: Place });
export type Commentary = z.infer<typeof Commentary>;

/** One numbered note as printed. `text` is the slice of `Source.text` at `place`, without the marker. */
export const Note = z.object({
  label: z.string(),
  /** The printed sign in front of the note (`[33]`, `「33」`, `①`, `[^a]`); empty where the list has none. */
  marker: z.string(),
  text: z.string(),
  place: Place,
  /** Where the body refers to this note. */
  references: z.array(Place),
  citations: z.array(Citation),
  commentary: z.array(Commentary),
  findings: z.array(Finding),
});
export type Note = z.infer<typeof Note>;
