import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** What a part may inflate to, whatever its sizes claim. */
const mostBytes = 32 * 1024 * 1024;
const signs = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 };

interface Entry {
  name: string;
  /** Offsets of its record in the central directory. */
  record: { start: number; end: number };
  /** Offsets of all it has in the archive: header, content and what follows up to the next. */
  stored: { start: number; end: number };
  method: number;
  packed: number;
}

/** A ZIP archive whose entries can be read, and rewritten with all others copied as they stand. */
export class Archive {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries: Entry[];
  readonly #end: number;

  private constructor(bytes: Uint8Array, view: DataView, entries: Entry[], end: number) {
    this.#bytes = bytes;
    this.#view = view;
    this.#entries = entries;
    this.#end = end;
  }

  /** Undefined for what is no archive, or one of a kind not rewritten: several volumes, ZIP64, encrypted, overlapping. */
  static open(given: Uint8Array): Archive | undefined {
    // A Buffer's slices share its memory; those of a plain array are copies, which are written to.
    const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = findEnd(view);
    if (end === undefined || view.getUint16(end + 4, true) !== 0) return undefined;
    const start = view.getUint32(end + 16, true);
    const entries = readDirectory(bytes, view, start, view.getUint16(end + 10, true), end);
    return entries ? new Archive(bytes, view, entries, end) : undefined;
  }

  has(name: string): boolean {
    return this.#entries.some((entry) => entry.name === name);
  }

  /** Undefined where there is no such entry, or it cannot be unpacked within the limit. */
  read(name: string): Uint8Array | undefined {
    const found = this.#entries.filter((entry) => entry.name === name);
    const [entry] = found;
    if (!entry || found.length > 1) return undefined;
    const { start } = entry.stored;
    const content =
      start + 30 + this.#view.getUint16(start + 26, true) + this.#view.getUint16(start + 28, true);
    const packed = this.#bytes.subarray(content, content + entry.packed);
    if (entry.method === 0) return packed.length <= mostBytes ? packed : undefined;
    if (entry.method !== 8) return undefined;
    try {
      return inflateRawSync(packed, { maxOutputLength: mostBytes });
    } catch {
      return undefined;
    }
  }

  /** The archive with some entries changed or added; all else, order and dates included, byte for byte as it was. */
  rewrite(changes: ReadonlyMap<string, Uint8Array>): Uint8Array {
    const parts: Uint8Array[] = [];
    const records: Uint8Array[] = [];
    let at = 0;
    const put = (part: Uint8Array) => {
      parts.push(part);
      at += part.length;
    };
    const first = Math.min(...this.#entries.map(({ stored }) => stored.start), this.#directory);
    put(this.#bytes.subarray(0, first));
    for (const entry of [...this.#entries].sort((a, b) => a.stored.start - b.stored.start)) {
      const record = this.#bytes.slice(entry.record.start, entry.record.end);
      const offset = at;
      const content = changes.get(entry.name);
      if (content === undefined) put(this.#bytes.subarray(entry.stored.start, entry.stored.end));
      else put(renewed(this.#bytes.slice(entry.stored.start, entry.stored.end), record, content));
      new DataView(record.buffer).setUint32(42, offset, true);
      records.push(record);
    }
    for (const [name, content] of changes) {
      if (this.has(name)) continue;
      const { local, record } = added(name, content, at);
      put(local);
      records.push(record);
    }
    const directory = { start: at, size: records.reduce((sum, { length }) => sum + length, 0) };
    const end = this.#bytes.slice(this.#end);
    const view = new DataView(end.buffer);
    view.setUint16(8, records.length, true);
    view.setUint16(10, records.length, true);
    view.setUint32(12, directory.size, true);
    view.setUint32(16, directory.start, true);
    return Buffer.concat([...parts, ...records, end]);
  }

  get #directory(): number {
    return this.#view.getUint32(this.#end + 16, true);
  }
}

/** The end record stands before a comment that reaches to the end of the file. */
function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at -= 1)
    if (view.getUint32(at, true) === signs.end && at + 22 + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  return undefined;
}

function readDirectory(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  count: number,
  limit: number,
): Entry[] | undefined {
  const entries: Entry[] = [];
  const names = new TextDecoder();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > limit || view.getUint32(at, true) !== signs.central) return undefined;
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [number, number, number];
    const header = view.getUint32(at + 42, true);
    const end = at + 46 + lengths[0] + lengths[1] + lengths[2];
    const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
    if (encrypted || end > limit || header + 30 > start || view.getUint32(header, true) !== signs.local)
      return undefined;
    entries.push({
      name: names.decode(bytes.subarray(at + 46, at + 46 + lengths[0])),
      record: { start: at, end },
      stored: { start: header, end: start },
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
    });
    at = end;
  }
  const ordered = [...entries].sort((a, b) => a.stored.start - b.stored.start);
  for (const [index, entry] of ordered.entries()) {
    entry.stored.end = ordered[index + 1]?.stored.start ?? start;
    // Entries that share bytes are no writer's work.
    if (entry.stored.start + 30 + entry.packed > entry.stored.end) return undefined;
  }
  return entries;
}

/** A changed entry: its own header and record with new sizes, its name, date and extra fields kept. */
function renewed(stored: Uint8Array, record: Uint8Array, content: Uint8Array): Uint8Array {
  const local = new DataView(stored.buffer);
  const central = new DataView(record.buffer);
  const packed = deflateRawSync(content);
  const head = 30 + local.getUint16(26, true) + local.getUint16(28, true);
  // Sizes stand in the header, so no descriptor follows the content.
  for (const [view, at] of [
    [local, 6],
    [central, 8],
  ] as const) {
    view.setUint16(at, view.getUint16(at, true) & ~8, true);
    view.setUint16(at + 2, 8, true);
    view.setUint32(at + 8, crc32(content), true);
    view.setUint32(at + 12, packed.length, true);
    view.setUint32(at + 16, content.length, true);
  }
  return Buffer.concat([stored.subarray(0, head), packed]);
}

/** A new entry, dated 1980 as the format's zero is: the same input gives the same bytes. */
function added(name: string, content: Uint8Array, offset: number): { local: Uint8Array; record: Uint8Array } {
  const encoded = new TextEncoder().encode(name);
  const packed = deflateRawSync(content);
  const common = new Uint8Array(26);
  const view = new DataView(common.buffer);
  view.setUint16(0, 20, true);
  view.setUint16(2, 0x0800, true);
  view.setUint16(4, 8, true);
  view.setUint16(8, 0x21, true);
  view.setUint32(10, crc32(content), true);
  view.setUint32(14, packed.length, true);
  view.setUint32(18, content.length, true);
  view.setUint16(22, encoded.length, true);
  const sign = (value: number) => new Uint8Array(new Uint32Array([value]).buffer);
  const tail = new Uint8Array(14);
  new DataView(tail.buffer).setUint32(10, offset, true);
  return {
    local: Buffer.concat([sign(signs.local), common, encoded, packed]),
    record: Buffer.concat([sign(signs.central), new Uint8Array([20, 0]), common, tail, encoded]),
  };
}
