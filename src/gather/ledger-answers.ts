import { z } from 'zod';
import { RegistryAnswer } from '../model/evidence.ts';
import { type LinesOptions, openLines, version } from './ledger-lines.ts';
import { type AnswerMemory, expiryOf } from './registry/answers.ts';

export interface AnswerLedger extends AnswerMemory {
  close(): Promise<void>;
  /** What could not be read or written, one sentence each. */
  troubles: string[];
}

/**
 * Answers of registries and indexes kept from run to run: a `registry` line each, with the moment it is due to be asked
 * again. A file that cannot be written costs the memory, never the run.
 */
export async function openAnswers(
  path: string,
  run: string,
  now: () => number,
  options: Pick<LinesOptions, 'open'> = {},
): Promise<AnswerLedger> {
  const lines = await openLines(path, { ...options, kinds: ['registry'] });
  const known = new Map<string, { until: number; answers: unknown }>();
  for (const { key, until, answers } of lines.read)
    if (typeof key === 'string' && typeof until === 'string')
      known.set(key, { until: Date.parse(until), answers });
  const troubles = [...lines.troubles];
  let writable = true;
  return {
    troubles,
    recall(key, nowMs) {
      const row = known.get(key);
      if (!row || !(row.until > nowMs)) return undefined;
      const parsed = z.array(RegistryAnswer).safeParse(row.answers);
      return parsed.success ? parsed.data : undefined;
    },
    async keep(key, answers) {
      const until = expiryOf(answers, now());
      known.set(key, { until, answers });
      if (!writable) return;
      const at = new Date(now()).toISOString();
      const line = {
        v: version,
        kind: 'registry',
        run,
        at,
        key,
        until: new Date(until).toISOString(),
        answers,
      };
      await lines.append(line).catch((error: NodeJS.ErrnoException) => {
        writable = false;
        troubles.push(`${path}: answers of services are not kept (${error.code ?? error.message}).`);
      });
    },
    close: lines.close,
  };
}
