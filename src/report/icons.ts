import type { Status } from '../model/verdict.ts';

/** A sign a status, for formats that show pictures. */
export const icons: Record<Status, string> = {
  verified: '✅',
  moved: '➡️',
  mismatched: '⚠️',
  gone: '❌',
  blocked: '🚧',
  unreachable: '⏳',
  unchecked: '⬜',
};
