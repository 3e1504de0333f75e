import { z } from 'zod';

/**
 * Where something stands in the original document.
 *
 * `offset` and `end` are 0-based UTF-16 offsets into `Source.text` (what a note's text is a slice of);
 * `line` and `column` are 1-based and point into the original file, `column` in UTF-16 units.
 * DOCX has no lines worth naming, so there `paragraph` (1-based, in document order) and `note` (the displayed
 * number) are set and `line` counts lines of the extracted text; PDF sets `page` (1-based).
 */
export const Place = z.object({
  offset: z.int().nonnegative(),
  end: z.int().nonnegative(),
  line: z.int().positive(),
  column: z.int().positive(),
  page: z.int().positive().optional(),
  paragraph: z.int().positive().optional(),
  note: z.string().optional(),
});
export type Place = z.infer<typeof Place>;

/** A half-open range of UTF-16 offsets. What it indexes is said where it is used. */
export interface Span {
  start: number;
  end: number;
}
