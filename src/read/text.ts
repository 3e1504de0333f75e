import type { Source } from '../model/source.ts';
import { plainSource } from './source.ts';

/** Plain text: what stands there is what is read. */
export const readText = (path: string, text: string): Source => plainSource(path, 'text', text);
