/**
 * The text of a document's bytes: byte order mark, then strict UTF-8, then what a detector makes of them. Line ends are
 * kept, so that places stay true.
 */
export async function decodeText(bytes: Uint8Array): Promise<string> {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const [{ default: chardet }, { default: iconv }] = await Promise.all([
      import('chardet'),
      import('iconv-lite'),
    ]);
    const name = chardet.detect(bytes.subarray(0, 65_536)) ?? 'windows-1252';
    if (name === 'ISO-2022-JP') return new TextDecoder('iso-2022-jp').decode(bytes);
    return iconv.encodingExists(name)
      ? iconv.decode(Buffer.from(bytes), name)
      : new TextDecoder().decode(bytes);
  }
}
