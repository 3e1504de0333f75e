export type CharsetFrom = 'bom' | 'header' | 'meta' | 'utf-8' | 'detected' | 'default';

/** Labels that mean another charset than they say (WHATWG Encoding, "names and labels"). */
const aliases: Record<string, string> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'gb_2312-80': 'gb18030',
  'x-gbk': 'gb18030',
  'x-sjis': 'shift_jis',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  'windows-31j': 'shift_jis',
  ms932: 'shift_jis',
  cp932: 'shift_jis',
  'x-euc-jp': 'euc-jp',
  eucjp: 'euc-jp',
  'ks_c_5601-1987': 'euc-kr',
  ksc5601: 'euc-kr',
  'windows-949': 'euc-kr',
  cp949: 'euc-kr',
  'x-windows-949': 'euc-kr',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'big5-hkscs': 'big5',
  'x-x-big5': 'big5',
  utf8: 'utf-8',
  unicode: 'utf-8',
  none: '',
};
const legacyCjk = new Set(['gb18030', 'shift_jis', 'euc-jp', 'euc-kr', 'big5', 'iso-2022-jp']);

export interface Decoded {
  text: string;
  charset: string;
  charsetFrom: CharsetFrom;
}

/**
 * A page's text: byte order mark, then bytes that are valid UTF-8 beyond ASCII (they beat a declared legacy charset, since
 * legacy text is almost never valid UTF-8 by chance), then HTTP header, then `<meta>`, each believed where the bytes
 * decode under it, then a detector over the bytes without tags.
 */
export async function decodePage(
  bytes: Uint8Array,
  contentType: string | undefined,
  complete: boolean,
): Promise<Decoded> {
  const mark = markOf(bytes);
  if (mark) return { text: new TextDecoder(mark).decode(bytes), charset: mark, charsetFrom: 'bom' };
  const header = normal(/charset\s{0,4}=\s{0,4}["']?([\w.:-]{2,40})/i.exec(contentType ?? '')?.[1]);
  const meta = normal(metaCharset(bytes));
  const utf8 = asUtf8(bytes, complete);
  const ascii = utf8 !== undefined && !/[^\u0000-\u007f]/.test(utf8);
  if (ascii && bytes.includes(0x1b) && /\u001b\$[@B]/.test(utf8))
    return {
      text: new TextDecoder('iso-2022-jp').decode(bytes),
      charset: 'iso-2022-jp',
      charsetFrom: header ? 'header' : 'detected',
    };
  if (utf8 !== undefined && (!ascii || header === 'utf-8' || meta === 'utf-8' || !(header || meta)))
    return {
      text: utf8,
      charset: 'utf-8',
      charsetFrom: header === 'utf-8' ? 'header' : meta === 'utf-8' ? 'meta' : 'utf-8',
    };
  if (utf8 !== undefined)
    return { text: utf8, charset: header ?? meta ?? 'utf-8', charsetFrom: header ? 'header' : 'meta' };
  const declared: [string | undefined, CharsetFrom][] = [
    [header, 'header'],
    [meta, 'meta'],
  ];
  for (const [charset, charsetFrom] of declared) {
    if (!charset || charset === 'utf-8') continue;
    const text = await decodeAs(bytes, charset);
    if (text !== undefined && plausible(text, charset)) return { text, charset, charsetFrom };
  }
  const detected = await detect(bytes);
  const text = detected ? await decodeAs(bytes, detected) : undefined;
  if (detected && text !== undefined) return { text, charset: detected, charsetFrom: 'detected' };
  const fallback = header ?? meta;
  const forced = fallback && fallback !== 'utf-8' ? await decodeAs(bytes, fallback) : undefined;
  return forced !== undefined && fallback
    ? { text: forced, charset: fallback, charsetFrom: header ? 'header' : 'meta' }
    : { text: new TextDecoder().decode(bytes), charset: 'utf-8', charsetFrom: 'default' };
}

function normal(label: string | undefined): string | undefined {
  const name = label?.toLowerCase().trim();
  return name ? (aliases[name] ?? name) || undefined : undefined;
}

function markOf([a, b, c]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** Strict UTF-8; where reading stopped early, a character cut at the end is forgiven, and so are a few stray bytes in a long page. */
function asUtf8(bytes: Uint8Array, complete: boolean): string | undefined {
  for (let cut = 0; cut <= (complete ? 0 : 3); cut += 1) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(
        cut ? bytes.subarray(0, bytes.length - cut) : bytes,
      );
    } catch {
      // The next cut, or the forgiving count below.
    }
  }
  const loose = new TextDecoder().decode(bytes);
  const broken = loose.match(/\ufffd/g)?.length ?? 0;
  const beyond = loose.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return beyond > 40 && broken * 50 < beyond ? loose : undefined;
}

function metaCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return (/<meta\s[^>]{0,300}?charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w.:-]{2,40})/i.exec(head) ??
    /<\?xml[^>]{0,100}encoding\s{0,4}=\s{0,4}["']([\w.:-]{2,40})/i.exec(head))?.[1];
}

async function decodeAs(bytes: Uint8Array, charset: string): Promise<string | undefined> {
  if (charset === 'iso-2022-jp') return new TextDecoder(charset).decode(bytes);
  const { default: iconv } = await import('iconv-lite');
  return iconv.encodingExists(charset)
    ? iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), charset)
    : undefined;
}

/** Under its true charset a page has hardly any replacement characters, and CJK charsets hardly any private-use ones. */
function plausible(text: string, charset: string): boolean {
  const broken = text.match(/[\ufffd\ue000-\uf8ff\u0080-\u009f]/g)?.length ?? 0;
  const beyond = text.match(/[\u00a0-\uffff]/g)?.length ?? 0;
  if (broken * 40 > beyond + 40) return false;
  if (!legacyCjk.has(charset)) return !/[\u00c0-\u00ff]{6,}/.test(text);
  // Half-width katakana in masses are what EUC-JP and GBK look like when read as Shift_JIS.
  return (text.match(/[\uff61-\uff9f]/g)?.length ?? 0) * 4 < beyond + 20;
}

const detectable: Record<string, string> = {
  shift_jis: 'shift_jis',
  'euc-jp': 'euc-jp',
  'euc-kr': 'euc-kr',
  big5: 'big5',
  gb18030: 'gb18030',
  'iso-2022-jp': 'iso-2022-jp',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1252': 'windows-1252',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
  'iso-8859-1': 'windows-1252',
  'iso-8859-2': 'iso-8859-2',
  'iso-8859-5': 'iso-8859-5',
  'iso-8859-9': 'windows-1254',
  'koi8-r': 'koi8-r',
};

/** chardet over the page without its tags and scripts, checked by decoding. */
async function detect(bytes: Uint8Array): Promise<string | undefined> {
  const { default: chardet } = await import('chardet');
  const raw = Buffer.from(bytes.subarray(0, 262_144)).toString('latin1');
  const bare = raw
    .replace(/<(script|style)[\s>][\s\S]{0,100000}?<\/\1>/gi, ' ')
    .replace(/<[^<>]{0,3000}>/g, ' ')
    .replace(/[\x00-\x7f]{20,}/g, ' ');
  const ranked = chardet.analyse(Buffer.from(bare, 'latin1'));
  let best: { charset: string; broken: number } | undefined;
  for (const { name } of ranked.slice(0, 6)) {
    const charset = detectable[name.toLowerCase()];
    const text = charset ? await decodeAs(bytes, charset) : undefined;
    if (!charset || text === undefined) continue;
    if (plausible(text, charset)) return charset;
    const broken = text.match(/\ufffd/g)?.length ?? 0;
    if (!best || broken < best.broken) best = { charset, broken };
  }
  return best?.charset;
}
