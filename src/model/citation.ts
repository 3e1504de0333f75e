import { z } from 'zod';
import { Item } from './item.ts';
import { Place } from './place.ts';

export const backrefKinds = ['ibid', 'op-cit', 'supra', 'id', 'short'] as const;

/** ibid., op. cit., supra note 3, 同上, 前掲 …: which earlier citation is meant. */
export const Backref = z.object({
  kind: z.enum(backrefKinds),
  /** As printed: `Ibid.`, `同上注`, `前掲注3`. */
  printed: z.string(),
  /** The citation it points at; absent when it points nowhere. */
  target: z.object({ note: z.string(), index: z.int().nonnegative() }).optional(),
});
export type Backref = z.infer<typeof Backref>;

/** A pinpoint, with CSL's locator label (`page`, `chapter`, `section`, `paragraph`, `note`, `line` …). */
export const Locator = z.object({ label: z.string(), value: z.string() });
export type Locator = z.infer<typeof Locator>;

/**
 * One work cited in a note. (In CSL a *citation* is the cluster and its parts are *cite-items*; here the cluster is
 * `note.citations`.)
 */
export const Citation = z.object({
  item: Item,
  /** Every URL printed for this citation, in order, exactly as cleaned (not percent-normalised). */
  urls: z.array(z.string()),
  /** Printed URLs that were malformed, with the mended form used in `urls` beside what stands in the text. */
  mended: z.array(z.object({ printed: z.string(), url: z.string() })).optional(),
  locator: Locator.optional(),
  /** Commentary or signal before and after it in the note: `see`, `参见`, `转引自`. */
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  backref: Backref.optional(),
  place: Place,
  /** 0–1: how likely every field of `item` is right. */
  confidence: z.number().min(0).max(1),
  /** 0–1 for each field of `item` that was read from the text. */
  fields: z.record(z.string(), z.number()).optional(),
});
export type Citation = z.infer<typeof Citation>;
