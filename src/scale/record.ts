import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Evidence, purposes } from '../model/evidence.ts';
import { Finding } from '../model/finding.ts';
import { Note } from '../model/note.ts';

/** A document as it was read when it was put into the queue: what `collect` judges its links by. */
export const StoredDocument = z.object({
  path: z.string(),
  format: z.string(),
  language: z.string().optional(),
  notes: z.array(Note),
  findings: z.array(Finding),
});
export type StoredDocument = z.infer<typeof StoredDocument>;

/** All that a job carries: data, checked again by whoever takes it. */
export const Job = z.object({
  v: z.literal(1),
  id: z.string().regex(/^[0-9a-f]{64}$/),
  url: z.string().max(16_384),
  purpose: z.enum(purposes),
  turn: z.int().nonnegative(),
});
export type Job = z.infer<typeof Job>;

/** A record as kept: its text, and a checksum over the text and what it is kept under. */
export interface Sealed {
  body: string;
  digest: string;
}

const checksum = (...parts: string[]): string => createHash('sha256').update(parts.join('\n')).digest('hex');

/** The key of a link. */
export const linkId = (purpose: string, url: string): string => checksum(purpose, url);

export function seal(key: string, record: unknown): Sealed {
  const body = JSON.stringify(record);
  return { body, digest: checksum(key, body) };
}

/** Undefined for what was changed, moved to another key, or does not have the shape. */
export function unseal<T>(key: string, { body, digest }: Sealed, shape: z.ZodType<T>): T | undefined {
  if (checksum(key, body) !== digest) return undefined;
  try {
    return shape.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

export const visitKey = (id: string, turn: number): string => `${id}.${turn}`;

export const unsealEvidence = (key: string, sealed: Sealed): Evidence | undefined =>
  unseal(key, sealed, Evidence);
