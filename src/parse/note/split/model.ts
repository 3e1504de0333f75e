import { type Token, tokenize } from '../../reference/tokens.ts';
import { type Traces, traces } from '../evidence.ts';
import { cuesOf } from './cues.ts';
import { bestPath, type Chain, stateCount } from './states.ts';

/** Reads off every token of a note whether it is part of a citation. Pure once built. */
export interface NoteModel {
  read(text: string): { tokens: Token[]; path: Uint8Array; found: Traces };
}

interface Head {
  rows: number;
  scale: number;
  chain: number[];
}

const S = stateCount;

/** A note's tokens, a link in one piece. */
export const tokensOf = (text: string, { urls, dois }: Traces): Token[] =>
  tokenize(
    text,
    [...urls.map((span) => ({ ...span, tag: 'url' })), ...dois.map((span) => ({ ...span, tag: 'doi' }))].sort(
      (a, b) => a.start - b.start,
    ),
  );

/** Builds the model from packed bytes: a JSON head, the cues' hashes (32 bits), then a signed byte a state each. */
export function unpack(bytes: Buffer): NoteModel {
  const headSize = bytes.readUInt32LE(0);
  const head = JSON.parse(bytes.toString('utf8', 4, 4 + headSize)) as Head;
  const from = 4 + headSize;
  const rows = new Map<number, number>();
  for (let row = 0; row < head.rows; row += 1) rows.set(bytes.readInt32LE(from + row * 4), row * stateCount);
  const weights = new Int8Array(
    bytes.buffer.slice(
      bytes.byteOffset + from + head.rows * 4,
      bytes.byteOffset + from + head.rows * (4 + stateCount),
    ),
  );
  const chain: Chain = Float32Array.from(head.chain);
  const { scale } = head;
  return {
    read(text) {
      const found = traces(text);
      const tokens = tokensOf(text, found);
      const { values, offsets } = cuesOf(text, tokens, found);
      const emission = new Float32Array(tokens.length * S);
      for (let t = 0; t < tokens.length; t += 1)
        for (let at = offsets[t] as number, end = offsets[t + 1] as number; at < end; at += 1) {
          const row = rows.get(values[at] as number);
          if (row === undefined) continue;
          for (let s = 0; s < S; s += 1)
            emission[t * S + s] = (emission[t * S + s] as number) + (weights[row + s] as number) * scale;
        }
      return { tokens, path: bestPath(emission, tokens.length, chain), found };
    },
  };
}
