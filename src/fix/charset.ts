/** A text with its bytes: what it was encoded in, and the mark in front of it. */
export interface Encoded {
  text: string;
  /** The bytes of a changed text, in the same encoding, with the same mark. */
  encode(text: string): Promise<Uint8Array> | Uint8Array;
}

const marks = [
  { bytes: [0xef, 0xbb, 0xbf], name: 'utf-8' },
  { bytes: [0xff, 0xfe], name: 'utf-16le' },
  { bytes: [0xfe, 0xff], name: 'utf-16be' },
] as const;

/** Legacy encodings texts of these languages come in, the stricter ones first. */
const legacy = [
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'gb18030',
  'big5',
  'windows-1251',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-2',
  'koi8-r',
] as const;

/**
 * Finds the encoding in which `text` gives back the very bytes it was decoded from. Undefined where none does: then no
 * edit could leave the other bytes as they are.
 */
export async function encodingOf(bytes: Uint8Array, text: string): Promise<Encoded | undefined> {
  const { default: iconv } = await import('iconv-lite');
  const mark = marks.find(({ bytes: sign }) => sign.every((byte, at) => bytes[at] === byte));
  const lead = bytes.subarray(0, mark?.bytes.length ?? 0);
  for (const name of mark ? [mark.name] : ['utf-8', ...legacy]) {
    const encode = (given: string): Uint8Array =>
      Buffer.concat([lead, iconv.encode(given, name, { addBOM: false })]);
    if (sameBytes(encode(text), bytes))
      return {
        text,
        encode: (given) => {
          const encoded = encode(given);
          // A sign the encoding lacks would be written as a question mark.
          if (iconv.decode(Buffer.from(encoded.subarray(lead.length)), name, { stripBOM: false }) !== given)
            throw new RangeError(`${name} has no sign for a part of the new text`);
          return encoded;
        },
      };
  }
  return undefined;
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && Buffer.compare(a, b) === 0;
