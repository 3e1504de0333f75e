import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = process.env.REFVOUCH_EVAL_DATA ?? fileURLToPath(new URL('../../shared/', import.meta.url));

/** The path of optional evaluation data, or undefined where it is not there: the test then skips and says so. */
export function evaluationData(...segments: string[]): string | undefined {
  const path = [root.replace(/\/$/, ''), ...segments].join('/');
  return existsSync(path) ? path : undefined;
}
