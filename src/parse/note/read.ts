import { languageOf } from '../../text/language.ts';
import type { ParsedReference, ReferenceParser } from '../reference/index.ts';
import { traces } from './evidence.ts';
import { type Fields, fieldsOf, typeOf } from './fields.ts';

/** How sure a field read by the order of a note's pieces is. */
const byOrder = 0.9;

/** One citation's text: what its build gives away is believed, the model reads the rest. */
export function readReference(text: string, references: ReferenceParser): ParsedReference {
  const read = references.parse(text);
  const fields = fieldsOf(text, traces(text));
  const item = fields ? merged(read, fields) : read.item;
  const language = languageOf(item.title ?? text);
  const pinpoint =
    fields?.page && !/[-–—~～]/.test(fields.page) ? { locator: { label: 'page', value: fields.page } } : {};
  return {
    ...read,
    ...pinpoint,
    item: { ...item, ...(language ? { language } : {}) },
    fields: {
      ...read.fields,
      ...Object.fromEntries(Object.keys(fields ?? {}).map((field) => [field, byOrder])),
    },
    confidence: fields
      ? Math.max(read.confidence, fields.author || !read.item.author ? byOrder : 0.6)
      : read.confidence,
  };
}

/** Where the build was read, the model's words for the same places are dropped, not mixed in. */
function merged(read: ParsedReference, fields: Fields): ParsedReference['item'] {
  const { DOI, URL, edition, translator, editor } = read.item;
  const kept = Object.fromEntries(
    Object.entries({ DOI, URL, edition, translator, editor }).filter(([, value]) => value !== undefined),
  );
  return { ...kept, ...fields, type: typeOf(fields, read.urls.length > 0) ?? read.item.type };
}
