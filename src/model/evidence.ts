import { z } from 'zod';

/** How an exchange ended without an HTTP answer that could be read whole. */
export const failureKinds = [
  'dns-missing',
  'dns-temporary',
  'refused',
  'reset',
  'timeout',
  'tls-invalid',
  'redirect-loop',
  'too-large',
  'undecodable',
  'unsafe-target',
  'unsupported-scheme',
  'malformed-url',
  'excluded',
  'not-attempted',
  'protocol',
] as const;
export const Failure = z.object({
  kind: z.enum(failureKinds),
  /** For `timeout`: which phase. `total` is the deadline over all hops. */
  phase: z.enum(['dns', 'connect', 'tls', 'headers', 'body', 'total']).optional(),
  /** The platform's code (`ENOTFOUND`, `CERT_HAS_EXPIRED`), where there was one. */
  code: z.string().optional(),
  message: z.string(),
});
export type Failure = z.infer<typeof Failure>;

/** One exchange: a request and what answered. Secrets in `url` and `location` are redacted. */
export const Hop = z.object({
  url: z.string(),
  status: z.int().optional(),
  location: z.string().optional(),
  /** Why this hop followed the last: an HTTP redirect or a meta refresh. */
  via: z.enum(['request', 'redirect', 'meta-refresh']).default('request'),
  durationMs: z.number().nonnegative().optional(),
});
export type Hop = z.infer<typeof Hop>;

export const titleOrigins = [
  'citation_title',
  'dc.title',
  'json-ld',
  'og:title',
  'twitter:title',
  'h1',
  'title',
  'title-cut',
  'heading',
  'pdf-info',
  'pdf-xmp',
  'pdf-first-page',
  'oembed',
  'microdata',
  'registry',
  'noscript',
  'file-name',
  'alternate',
] as const;
/** A title the page gives for itself, and where it gives it. */
export const TitleCandidate = z.object({ text: z.string(), origin: z.enum(titleOrigins) });
export type TitleCandidate = z.infer<typeof TitleCandidate>;

/** What a page says of itself and what it looks like: facts only. Texts are capped by the reader. */
export const PageFacts = z.object({
  kind: z.enum(['html', 'pdf', 'text', 'json', 'image', 'binary', 'empty']),
  /** BCP 47 as declared or, failing that, as detected from the text. */
  language: z.string().optional(),
  languageFrom: z.enum(['declared', 'detected']).optional(),
  siteName: z.string().optional(),
  authors: z.array(z.string()),
  /** ISO dates with their origin, best first. */
  dates: z.array(
    z.object({ date: z.string(), origin: z.string(), role: z.enum(['published', 'modified', 'unknown']) }),
  ),
  description: z.string().optional(),
  canonical: z.string().optional(),
  alternates: z.array(z.object({ language: z.string(), url: z.string() })),
  /** Links of the page worth following up, never followed by the reader: oEmbed, citation_pdf_url. */
  followUps: z.array(z.object({ rel: z.string(), url: z.string() })),
  headings: z.array(z.object({ level: z.int().min(1).max(6), text: z.string() })),
  /** The first part of the visible text (up to 4,000 characters) and the length of all that was seen. */
  excerpt: z.string(),
  textLength: z.int().nonnegative(),
  /** Main content, without navigation and footer, where it could be told apart. */
  mainTextLength: z.int().nonnegative().optional(),
  /** Counts and signs in the mark-up, by name (`scripts`, `forms`, `password-inputs`, `links`, `iframes` …). */
  counts: z.record(z.string(), z.number()),
  /** Signs by name (`accessible-for-free:false`, `noindex`, `cf-challenge`, `parking:sedo`, `login-form` …). */
  signs: z.array(z.string()),
  /** The fragment asked for, and whether the page has it. */
  fragment: z
    .object({
      kind: z.enum(['text', 'id']),
      wanted: z.string(),
      found: z.boolean(),
      why: z.string().optional(),
    })
    .optional(),
  pages: z.int().positive().optional(),
  /** A 64-bit simhash of the text in hex, to compare pages with each other. */
  fingerprint: z.string().optional(),
});
export type PageFacts = z.infer<typeof PageFacts>;

/** An archived copy, in RFC 7089's words. */
export const Snapshot = z.object({
  archive: z.string(),
  original: z.string(),
  memento: z.string(),
  datetime: z.string(),
  status: z.int().optional(),
  /** How the copy itself was judged against the citation. */
  judged: z.object({ identity: z.string(), why: z.string() }).optional(),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** What a registry or index said of a work. */
export const RegistryAnswer = z.object({
  /** A row of the table of sources: `doi.org`, `crossref`, `datacite`, `jalc`, `openalex`, `cinii`, `ndl` … */
  service: z.string(),
  /** What was asked, in words a person can follow. */
  query: z.string(),
  outcome: z.enum(['found', 'not-found', 'unavailable', 'not-covered', 'unparsable']),
  /** For `unavailable`: what happened. */
  why: z.string().optional(),
  agency: z.string().optional(),
  /** Where the identifier leads. */
  target: z.string().optional(),
  /** CSL-JSON items as the registry has them, best first. */
  items: z.array(z.record(z.string(), z.unknown())),
  /** Retractions, corrections, expressions of concern. */
  updates: z.array(
    z.object({
      type: z.string(),
      doi: z.string().optional(),
      date: z.string().optional(),
      label: z.string().optional(),
    }),
  ),
  at: z.string(),
});
export type RegistryAnswer = z.infer<typeof RegistryAnswer>;

/** Why a visit was made. Only `cited` visits decide `reach`. */
export const purposes = [
  'cited',
  'confirm',
  'https-twin',
  'probe',
  'alternate',
  'snapshot',
  'canonical',
  'oembed',
] as const;

/** What one visit to one URL saw. It never judges. */
export const Evidence = z.object({
  url: z.string(),
  purpose: z.enum(purposes),
  /** When, ISO 8601 UTC. */
  at: z.string(),
  from: z.enum(['live', 'ledger', 'recording']),
  hops: z.array(Hop),
  finalUrl: z.string().optional(),
  status: z.int().optional(),
  failure: Failure.optional(),
  /** Response headers that matter, lower case: content-type, server, cf-mitigated, retry-after, link … */
  headers: z.record(z.string(), z.string()),
  charset: z.string().optional(),
  charsetFrom: z.enum(['bom', 'header', 'meta', 'utf-8', 'detected', 'default']).optional(),
  contentType: z.string().optional(),
  /** Decoded bytes read, and whether that was the whole body. */
  bytes: z.int().nonnegative().optional(),
  complete: z.boolean().optional(),
  /** The best candidate of `titles`. */
  title: z.string().optional(),
  titles: z.array(TitleCandidate),
  page: PageFacts.optional(),
  /** SHA-256 of the decoded body as read, hex. */
  digest: z.string().optional(),
  /** Requests spent on this visit, retries and confirmations included. */
  requests: z.int().nonnegative(),
  /** WARC-Record-ID of the final response in the recording, where one was made. */
  record: z.string().optional(),
  /** Set where the pages visited are not the real ones, and says so in words. */
  synthetic: z.string().optional(),
});
export type Evidence = z.infer<typeof Evidence>;
