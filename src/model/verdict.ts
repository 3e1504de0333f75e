import { z } from 'zod';
import { Finding } from './finding.ts';

export const reaches = [
  'live',
  'moved',
  'redirected',
  'not-found',
  'gone',
  'forbidden',
  'blocked',
  'auth-required',
  'paywalled',
  'legal',
  'rate-limited',
  'server-error',
  'timeout',
  'reset',
  'refused',
  'dns-missing',
  'dns-temporary',
  'tls-invalid',
  'redirect-loop',
  'too-large',
  'undecodable',
  'unsafe-target',
  'unsupported-scheme',
  'malformed-url',
  'excluded',
  'not-attempted',
] as const;
export const Reach = z.enum(reaches);
export type Reach = z.infer<typeof Reach>;

export const identities = [
  'match',
  'probable',
  'mismatch',
  'soft-404',
  'redirected-to-root',
  'parked',
  'hijacked',
  'untitled',
  'no-cited-title',
  'unverifiable',
] as const;

/** Is it what was cited? Says by which candidate and rule it was reached, and how sure it is. */
export const Identity = z.object({
  is: z.enum(identities),
  /** 0–1: how sure. */
  score: z.number().min(0).max(1),
  /** The rule that decided (`exact-folded`, `contained`, `bigram-dice`, `other-language` …). */
  rule: z.string(),
  /** The page's title it was decided on, and where the page gave it. */
  candidate: z.string().optional(),
  origin: z.string().optional(),
  /** One sentence a person can follow. */
  why: z.string(),
});
export type Identity = z.infer<typeof Identity>;

export const persistences = ['first-seen', 'healthy', 'suspect', 'confirmed', 'recovered', 'waived'] as const;
export const Persistence = z.object({
  is: z.enum(persistences),
  /** Failures in a row, on different days. */
  strikes: z.int().nonnegative(),
  since: z.string().optional(),
  waiver: z.object({ reason: z.string(), owner: z.string(), until: z.string() }).optional(),
});
export type Persistence = z.infer<typeof Persistence>;

export const statuses = [
  'verified',
  'moved',
  'mismatched',
  'gone',
  'blocked',
  'unreachable',
  'unchecked',
] as const;
/** The one word a person reads. */
export const Status = z.enum(statuses);
export type Status = z.infer<typeof Status>;

/** What the evidence means for the claim. It never fetches. */
export const Verdict = z.object({
  status: Status,
  reach: Reach,
  /** The subcode: a TLS code, a timeout's phase. */
  reachDetail: z.string().optional(),
  identity: Identity.optional(),
  persistence: Persistence,
  findings: z.array(Finding),
  /** A better URL for the citation, and why. */
  suggestion: z.object({ url: z.string(), why: z.string() }).optional(),
  /** What to do next, one sentence; empty where nothing is. */
  todo: z.string().optional(),
});
export type Verdict = z.infer<typeof Verdict>;
