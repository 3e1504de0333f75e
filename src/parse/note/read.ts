import { languageOf } from '../../text/language.ts';
import type { ParsedReference, ReferenceParser } from '../reference/index.ts';

/** One citation's text read by the model, with its language told from the title. */
export function readReference(text: string, references: ReferenceParser): ParsedReference {
  const read = references.parse(text);
  const language = languageOf(read.item.title ?? text);
  return { ...read, item: { ...read.item, ...(language ? { language } : {}) } };
}
