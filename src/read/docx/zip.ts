import { inflateRawSync } from 'node:zlib';
import { UnreadableError } from '../unreadable.ts';

/**
 * Caps on what really comes out of the archive; sizes it declares are never believed. A long book's main part is under
 * 20 MB of XML.
 */
export const zipLimits = { part: 32 * 1024 * 1024, total: 64 * 1024 * 1024 };

interface Entry {
  method: number;
  encrypted: boolean;
  packed: number;
  header: number;
}

/** The parts of a ZIP archive, inflated one at a time and only when asked for. Nothing is ever written anywhere. */
export interface Zip {
  has(name: string): boolean;
  /** Undefined where there is no such part. Throws UnreadableError for a part that is damaged, encrypted or too large. */
  read(name: string): Uint8Array | undefined;
}

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;

/** Reads the central directory (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12 and 4.3.16). */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) throw damaged('its directory is missing');
  const count = view.getUint16(end + 10, true);
  const entries = new Map<string, Entry>();
  const ranges: [number, number][] = [];
  const twice = new Set<string>();
  const names = new TextDecoder();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== centralSignature)
      throw damaged('its directory is cut short');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true),
    ) as [number, number, number];
    const name = names.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const entry = {
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      header: view.getUint32(at + 42, true),
    };
    if (entries.has(name)) twice.add(name);
    entries.set(name, entry);
    ranges.push([entry.header, entry.header + 30 + nameLength + entry.packed]);
    at += 46 + nameLength + extraLength + commentLength;
  }
  refuseOverlap(ranges);
  let total = 0;
  return {
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name);
      if (!entry) return undefined;
      if (twice.has(name)) throw damaged(`it holds ${name} twice`);
      const content = inflate(bytes, view, entry, name, Math.min(zipLimits.part, zipLimits.total - total));
      total += content.length;
      return content;
    },
  };
}

/** The end record stands in the last 65,557 bytes, before a comment that reaches to the end of the file. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - 22;
  let loose: number | undefined;
  for (let at = last; at >= Math.max(0, last - 65_535); at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at;
    loose ??= at;
  }
  return loose;
}

/** Entries that share bytes are how a small archive inflates without end; no writer makes them. */
function refuseOverlap(ranges: [number, number][]): void {
  ranges.sort((a, b) => a[0] - b[0]);
  for (let index = 1; index < ranges.length; index += 1)
    if ((ranges[index] as [number, number])[0] < (ranges[index - 1] as [number, number])[1])
      throw damaged('its parts overlap');
}

function inflate(bytes: Uint8Array, view: DataView, entry: Entry, name: string, cap: number): Uint8Array {
  if (entry.encrypted) throw new UnreadableError('is encrypted; save it without a password.');
  const { header } = entry;
  if (header + 30 > bytes.length || view.getUint32(header, true) !== localSignature)
    throw damaged(`${name} is not where its directory says`);
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const packed = bytes.subarray(start, Math.min(bytes.length, start + entry.packed));
  const tooLarge = () =>
    new UnreadableError(
      `holds more than ${Math.floor(zipLimits.part / 1024 / 1024)} MiB in ${name}, or ${Math.floor(zipLimits.total / 1024 / 1024)} MiB in all, and is not read.`,
    );
  if (cap <= 0) throw tooLarge();
  if (entry.method === 0) {
    if (packed.length > cap) throw tooLarge();
    return packed;
  }
  if (entry.method !== 8) throw damaged(`${name} is packed in an unknown way (method ${entry.method})`);
  try {
    return inflateRawSync(packed, { maxOutputLength: cap });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw damaged(`${name} cannot be unpacked`);
  }
}

const damaged = (why: string): UnreadableError =>
  new UnreadableError(`is a damaged Word document (${why}); save it anew.`);
