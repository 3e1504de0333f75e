/** Characters of the page looked at. */
const head = 8192;

/**
 * The target of a `<meta http-equiv=refresh>` that sends the reader on within five seconds (HTML, "shared declarative
 * refresh steps"), by one scan of the page's beginning; undefined where the page stays or only reloads itself.
 */
export function metaRefresh(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes.subarray(0, head)).toString('latin1');
  if (!/http-equiv/i.test(text)) return undefined;
  for (const [tag] of text.matchAll(/<meta\s[^>]{1,1000}>/gi)) {
    if (!/http-equiv\s{0,4}=\s{0,4}["']?refresh\b/i.test(tag)) continue;
    const content = /\bcontent\s{0,4}=\s{0,4}(?:"([^"]{0,800})"|'([^']{0,800})')/i.exec(tag);
    const match =
      /^\s{0,9}(\d{1,4})(?:\.\d{0,9})?\s{0,9}[;,]\s{0,9}(?:url\s{0,9}=\s{0,9})?['"]?([^'"]{1,700})['"]?\s{0,9}$/i.exec(
        (content?.[1] ?? content?.[2] ?? '').replaceAll('&amp;', '&'),
      );
    if (match && Number(match[1]) <= 5) return match[2];
  }
  return undefined;
}
