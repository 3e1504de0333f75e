export const exit = {
  clean: 0,
  findings: 1,
  usage: 2,
  inconclusive: 3,
} as const;

/** Misuse: one clear line and what to do. The only error class the command line shows as it is. */
export class UsageError extends Error {
  override name = 'UsageError' as const;
}
