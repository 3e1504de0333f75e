import type { RegistryAnswer } from '../../model/evidence.ts';

/** Answers of services kept from run to run. */
export interface AnswerMemory {
  /** What was answered, where it is not due to be asked again. */
  recall(key: string, nowMs: number): RegistryAnswer[] | undefined;
  keep(key: string, answers: RegistryAnswer[]): Promise<void>;
}

const day = 24 * 3600 * 1000;

/** How long an answer holds, ms: a record changes seldom, but a retraction must be seen; what was missing may come. */
const holds: Record<RegistryAnswer['outcome'], number> = {
  found: 14 * day,
  'not-found': 3 * day,
  'not-covered': 30 * day,
  unparsable: 7 * day,
  unavailable: 0,
};

/** When answers are due to be asked again: with the first of them. */
export const expiryOf = (answers: readonly RegistryAnswer[], nowMs: number): number =>
  nowMs + Math.min(...answers.map(({ outcome }) => holds[outcome]));
