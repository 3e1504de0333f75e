/** What is asked of every worker alike before a request to a host starts. All in ms. */
export interface Policy {
  /** Between the starts of two requests to one host. */
  paceMs: number;
  /** How late a turn that was given may be used; put on top of the pace, so that a late start never shortens the next gap. */
  spareMs: number;
  /** Requests at once to one host. */
  perHost: number;
  /** How long a turn counts as under way where nobody gives it back: the longest a request may take, and some. */
  holdMs: number;
}

/** What is remembered of a host. Times are the store's own clock, epoch ms. */
export interface HostState {
  /** No request may start before. */
  nextAt: number;
  /** Requests under way, by the turn they were given, and until when each counts at the longest. */
  held: Map<string, number>;
}

/** Asking again for a place that is taken is done no less often than this. */
export const longestAskMs = 250;

/**
 * Gives a turn, or says how long to wait before asking again; 0 is a turn. A start lies between the moment `now` and
 * `spareMs` after it, and the next `now` a turn is given at lies at least pace and spare later: so two starts are never
 * closer than the pace, whichever machines make them and whatever their clocks say.
 */
export function takeTurn(state: HostState, turn: string, policy: Policy, now: number): number {
  if (state.nextAt > now) return state.nextAt - now;
  for (const [id, until] of state.held) if (until <= now) state.held.delete(id);
  if (state.held.size >= policy.perHost) {
    const freeAt = Math.min(...state.held.values());
    return Math.max(1, Math.min(longestAskMs, freeAt - now));
  }
  state.held.set(turn, now + policy.holdMs);
  state.nextAt = now + policy.paceMs + policy.spareMs;
  return 0;
}

/** The policy of a worker's own flags. */
export const policyOf = (paceMs: number, perHost: number, timeoutMs: number): Policy => ({
  paceMs,
  spareMs: paceMs === 0 ? 0 : Math.min(250, Math.max(50, Math.round(paceMs / 10))),
  perHost,
  holdMs: timeoutMs + 5000,
});

/**
 * Links of one host that are handed to the engine at a time: what its pace lets through in two seconds. More would wait
 * for their host in a worker's hands, where links of other hosts could be visited.
 */
export const portionOf = ({ paceMs, spareMs }: Policy): number =>
  Math.min(mostAtATime, Math.max(1, Math.ceil(horizonMs / Math.max(1, paceMs + spareMs))));

/** Links of one host that may be handed out and not yet done: a host that answers slowly is not to fill every worker. */
export const mostHanded = (policy: Policy): number => portionOf(policy) + policy.perHost;

/** How much later than the last time a host is handed its next portion, so that it is handed just what its pace lets through. */
export const portionMs = (policy: Policy): number => portionOf(policy) * (policy.paceMs + policy.spareMs);

/** A portion handed out late is made up for by the next being early, up to this. */
export const mostLateMs = 1000;

const horizonMs = 2000;
const mostAtATime = 64;
