import { z } from 'zod';
import { Place } from './place.ts';

export const severities = ['info', 'warning', 'error', 'critical'] as const;
/** Rising. `critical` is kept for retracted, corrected or likely invented works. */
export const Severity = z.enum(severities);
export type Severity = z.infer<typeof Severity>;

/** One replacement in `Source.text` offsets; `fix/` maps it to the original file. */
export const TextEdit = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
});
export type TextEdit = z.infer<typeof TextEdit>;

/**
 * One thing to look at. `rule` is a stable kebab-case id. `message` is the English sentence; `data` holds the values
 * in it, so that a reporter can say it in another language from a table keyed on `rule`.
 */
export const Finding = z.object({
  rule: z.string(),
  severity: Severity,
  message: z.string(),
  place: Place.optional(),
  expected: z.string().optional(),
  actual: z.string().optional(),
  data: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  fix: z.object({ description: z.string(), edits: z.array(TextEdit), safe: z.boolean() }).optional(),
});
export type Finding = z.infer<typeof Finding>;
