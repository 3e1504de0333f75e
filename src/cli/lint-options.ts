import { type LintOptions, rules, type StyleName, styleNames } from '../lint/index.ts';
import type { Invocation } from './invocation.ts';

/** What the configuration and the call say about linting. A name that is no lint rule’s is told, as it may be a slip. */
export function lintOptionsOf(
  { settings, configuration, world }: Invocation,
  nowMs = dayOf(world.environment),
): LintOptions {
  const table = (configuration?.values.rules ?? {}) as NonNullable<LintOptions['rules']>;
  const known = new Set(rules.map(({ id }) => id));
  for (const name of Object.keys(table))
    if (name !== '*' && !known.has(name))
      world.stderr.write(`refvouch: ${configuration?.path}: no lint rule is called "${name}".\n`);
  const style = settings.text('style');
  return {
    rules: table,
    ...(styleNames.some((name) => name === style) ? { style: style as StyleName } : {}),
    today: new Date(nowMs).toISOString().slice(0, 10),
  };
}

/** The time of the run; `SOURCE_DATE_EPOCH` (seconds, reproducible-builds.org) sets it for runs that must repeat. */
export function dayOf(environment: Record<string, string | undefined>): number {
  const epoch = environment.SOURCE_DATE_EPOCH;
  return epoch && /^\d{1,12}$/.test(epoch) ? Number(epoch) * 1000 : Date.now();
}
