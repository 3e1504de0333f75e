import { jsonText } from '../encode/json.ts';
import type { HistoryReport } from './options.ts';

/** The history for programs; bumped when a field changes its meaning. */
export const historyJson = ({ history, synthetic }: HistoryReport): string =>
  jsonText({ version: 1, synthetic, ...history });
