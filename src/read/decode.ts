/**
 * The text of a document's bytes: byte order mark, then the zeros of UTF-16 and UTF-32, then strict UTF-8, then what
 * the document says of itself, then what a detector makes of it. Line ends are kept, so that places stay true; halves
 * of surrogate pairs become U+FFFD, so that whatever is written later is valid.
 */
export async function decodeText(bytes: Uint8Array): Promise<string> {
  return (wide(bytes) ?? utf8(bytes) ?? (await legacy(bytes))).toWellFormed();
}

function wide(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return utf32(bytes.subarray(4), true);
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return utf32(bytes.subarray(4), false);
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // Without a mark: mark-up and white space leave a zero in every second byte, on one side only.
  const head = bytes.subarray(0, 2000);
  const zeros = head.reduce<[number, number]>(
    (sums, byte, index) => {
      if (byte === 0) sums[index % 2] = (sums[index % 2] ?? 0) + 1;
      return sums;
    },
    [0, 0],
  );
  const [even, odd] = zeros;
  const many = head.length / 8;
  if (odd > many && even < many / 10) return new TextDecoder('utf-16le').decode(bytes);
  if (even > many && odd < many / 10) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
}

function utf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, little);
    parts.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
  }
  return parts.join('');
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const declared =
  /<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([\w-]{2,40})|<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}["']([\w-]{2,40})|coding[:=]\s{0,5}([\w-]{2,40})/i;

async function legacy(bytes: Uint8Array): Promise<string> {
  const [{ default: chardet }, { default: iconv }] = await Promise.all([
    import('chardet'),
    import('iconv-lite'),
  ]);
  const match = declared.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)));
  const own = match?.[1] ?? match?.[2] ?? match?.[3];
  const known =
    own && !/^utf-?(?:8|16)/i.test(own) && (iconv.encodingExists(own) || /^iso-2022-jp$/i.test(own));
  const name = known ? own : (chardet.detect(bytes.subarray(0, 65_536)) ?? 'windows-1252');
  if (/^iso-2022-jp$/i.test(name)) return new TextDecoder('iso-2022-jp').decode(bytes);
  // What says it is GB2312 is GBK more often than not, and GB18030 holds both.
  const wider = /^gb(?:2312|k)$/i.test(name) ? 'gb18030' : name;
  return iconv.encodingExists(wider)
    ? iconv.decode(Buffer.from(bytes), wider)
    : new TextDecoder().decode(bytes);
}
