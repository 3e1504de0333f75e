import type { Language } from '../messages/index.ts';
import type { History } from './survival.ts';

/** A history and what kind of pages it is of. */
export interface HistoryReport {
  history: History;
  /** Every visit was to a synthetic page: said in whatever is made of it. */
  synthetic: boolean;
}

export interface HistoryOptions {
  language: Language;
}

export interface HistoryReporter {
  name: string;
  /** What the file is called behind its stem. */
  ending: string;
  load(): Promise<(report: HistoryReport, options: HistoryOptions) => string>;
}
