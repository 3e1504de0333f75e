import type { Answer, Asked } from '../answer.ts';

/** One service of the scholarly or archived web: its hosts, and what it answers. `state` lives as long as a replica. */
export interface Service {
  name: string;
  hosts: string[];
  answer(asked: Asked, state: Map<string, unknown>): Answer;
}
