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

/** Exponential backoff with full jitter: anywhere from nothing to the doubled wait. `random` answers in [0, 1). */
export const backoffMs = (attempt: number, random: () => number): number =>
  Math.floor(random() * Math.min(capMs, baseMs * 2 ** attempt));
