/** RFC 9110 10.2.3: seconds or an HTTP date, as milliseconds from now; undefined for what is neither. */
export function retryAfterMs(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  if (!/[a-z]{3}/i.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}

const baseMs = 500;
const capMs = 10_000;
/** Retry-After is obeyed up to this; what asks for longer is given up for this run. */
const longestWaitMs = 15_000;

/** Exponential backoff with full jitter: anywhere from nothing to the doubled wait. `random` answers in [0, 1). */
export const backoffMs = (attempt: number, random: () => number): number =>
  Math.floor(random() * Math.min(capMs, baseMs * 2 ** attempt));

/** Statuses another try may mend, with or without being asked to wait. */
const busy = new Set([429, 503]);
const passing = new Set([500, 502, 504]);

/** What one try came to. `passing`: it failed in a way another try may mend. */
export interface Outcome {
  passing: boolean;
  status: number | undefined;
  retryAfter: string | undefined;
}

/** How long until another try may help, ms; undefined where it cannot, or where the host asks for too long a wait. */
export function waitBeforeRetry(
  { passing: failed, status, retryAfter }: Outcome,
  attempt: number,
  nowMs: number,
  random: () => number,
): number | undefined {
  if (status === undefined) return failed ? backoffMs(attempt, random) : undefined;
  const asked = retryAfterMs(retryAfter, nowMs);
  if (busy.has(status) || (status === 403 && asked !== undefined)) {
    if (asked === undefined) return backoffMs(attempt, random);
    return asked <= longestWaitMs ? asked : undefined;
  }
  return passing.has(status) ? backoffMs(attempt, random) : undefined;
}
