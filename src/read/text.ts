import type { Source } from '../model/source.ts';
import { isReview, readReview } from './review.ts';
import { plainSource } from './source.ts';

/** Plain text: what stands there is what is read, but for mark-up that is text with commands. */
export const readText = (path: string, text: string): Source =>
  isReview(text) ? readReview(path, text) : plainSource(path, 'text', text);
