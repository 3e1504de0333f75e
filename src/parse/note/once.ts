import type { Finding } from '../../model/finding.ts';
import { scanUrls } from '../../text/url.ts';
import type { ParsedReference, ReferenceParser } from '../reference/index.ts';
import { readReference } from './read.ts';
import type { NoteSplitter, Split } from './split/index.ts';

/**
 * Work the model does for one document: a fixed share for every text it is given and one for each of its characters,
 * some three seconds a million on a slow machine. A book of 3,000 notes stays below it; a document made to take
 * long is cut off by it.
 */
const mostWork = 2_000_000;
const eachText = 100;

/** Reads each text of a document once, and by the model only as long as the document's share of it lasts. */
export interface ReadingOnce {
  read(text: string): ParsedReference;
  split: NoteSplitter;
  /** What was left unread, said once. */
  findings(): Finding[];
}

export function readingOnce(references: ReferenceParser, split: NoteSplitter): ReadingOnce {
  const texts = new Map<string, ParsedReference>();
  const splits = new Map<string, Split>();
  let [work, unread] = [0, 0];
  const affords = (text: string): boolean => {
    if (work > mostWork) return false;
    work += eachText + text.length;
    return true;
  };
  return {
    split(text) {
      const known = splits.get(text);
      if (known) return known;
      const fresh = affords(text)
        ? split(text)
        : { segments: [{ start: 0, end: text.length }], commentary: [] };
      splits.set(text, fresh);
      return fresh;
    },
    read(text) {
      const known = texts.get(text);
      if (known) return structuredClone(known);
      const able = affords(text);
      if (!able) unread += 1;
      const fresh = able ? readReference(text, references) : linksOnly(text);
      texts.set(text, fresh);
      return structuredClone(fresh);
    },
    findings: () =>
      unread === 0
        ? []
        : [
            {
              rule: 'notes-unread',
              severity: 'warning',
              message: `The document is too long to be read in full: of ${unread} citations only the links were taken. Split it.`,
              data: { unread },
            },
          ],
  };
}

/** A citation of which only the addresses are known; its links are checked all the same. */
function linksOnly(text: string): ParsedReference {
  const urls = [...new Set(scanUrls(text.slice(0, longest)).map(({ url }) => url))];
  return {
    item: { type: urls.length > 0 ? 'webpage' : 'document' },
    urls,
    confidence: 0,
    fields: {},
  };
}

/** Characters of a citation looked at. */
const longest = 6000;
