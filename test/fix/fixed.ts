import { type Fixing, fixDocument } from '../../src/cli/fix-document.ts';
import type { Replacement } from '../../src/fix/index.ts';
import { loadParser } from '../../src/parse/index.ts';

/** What `fix` makes of a document's bytes. */
export const fixed = async (
  path: string,
  bytes: Uint8Array,
  replacements: readonly Replacement[] = [],
): Promise<Extract<Fixing, { bytes: Uint8Array }>> => {
  const answer = await fixDocument({
    path,
    bytes,
    parser: await loadParser(),
    lint: { today: '2026-01-01' },
    read: {},
    replacements,
  });
  if ('unreadable' in answer) throw new Error(answer.unreadable);
  return answer;
};

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
