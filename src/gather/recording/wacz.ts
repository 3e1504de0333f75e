import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { cdxjLines, type IndexRow, indexFiles } from './cdxj.ts';

/** One cited page, as a reader of the WACZ finds it. */
export interface EvidencePage {
  url: string;
  /** When it was visited, ISO 8601. */
  at: string;
  title?: string;
  /** Notes that cite it, as printed. */
  notes: readonly string[];
  /** The record the verdict rests on. */
  record?: string;
}

export interface WaczOptions {
  /** The WARC file to put in; it stays where it is. */
  warc: string;
  rows: readonly IndexRow[];
  pages: readonly EvidencePage[];
  software: string;
  /** ISO 8601. */
  created: string;
  synthetic?: string;
}

const warcName = 'data.warc.gz';
/** ZIP without its 64-bit extension. */
const mostBytes = 0xffff_0000;

interface Resource {
  name: string;
  path: string;
  hash: string;
  bytes: number;
}

/**
 * Packs a run's evidence as one WACZ 1.1.1 file (https://specs.webrecorder.net/wacz/1.1.1/): the WARC as it is, an index, a
 * page for each cited URL labelled by its notes, and digests of it all.
 */
export async function writeWacz(path: string, options: WaczOptions): Promise<void> {
  const temporary = `${path}.part`;
  const handle = await open(temporary, 'wx');
  try {
    let tail: Promise<unknown> = Promise.resolve();
    let failed: unknown;
    const zip = new Zip((error, bytes) => {
      failed ??= error ?? undefined;
      if (bytes) tail = tail.then(() => handle.write(bytes));
    });
    await fill(zip, options, () => tail);
    await tail;
    if (failed) throw failed;
    await handle.sync();
  } catch (error) {
    await handle.close();
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await handle.close();
  await rename(temporary, path);
}

async function fill(zip: Zip, options: WaczOptions, written: () => Promise<unknown>): Promise<void> {
  const resources: Resource[] = [await storeFile(zip, `archive/${warcName}`, options.warc, written)];
  for (const { name, bytes } of await indexFiles(cdxjLines(options.rows, warcName)))
    resources.push(put(zip, `indexes/${name}`, bytes));
  resources.push(put(zip, 'pages/pages.jsonl', Buffer.from(pageLines(options.pages))));
  const manifest = Buffer.from(`${JSON.stringify(packageOf(options, resources), null, 2)}\n`);
  const { hash } = put(zip, 'datapackage.json', manifest);
  put(
    zip,
    'datapackage-digest.json',
    Buffer.from(`${JSON.stringify({ path: 'datapackage.json', hash }, null, 2)}\n`),
  );
  zip.end();
}

/** An already compressed file goes in as it is, so that its records can be read by offset. */
async function storeFile(
  zip: Zip,
  path: string,
  file: string,
  written: () => Promise<unknown>,
): Promise<Resource> {
  const entry = new ZipPassThrough(path);
  zip.add(entry);
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const part = chunk as Buffer;
    hash.update(part);
    bytes += part.length;
    if (bytes > mostBytes)
      throw new RangeError('the recording is larger than a WACZ file may be here (4 GiB)');
    entry.push(new Uint8Array(part));
    await written();
  }
  entry.push(new Uint8Array(0), true);
  return { name: nameOf(path), path, hash: `sha256:${hash.digest('hex')}`, bytes };
}

function put(zip: Zip, path: string, bytes: Uint8Array): Resource {
  const entry = path.endsWith('.gz') ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
  zip.add(entry);
  entry.push(new Uint8Array(bytes), true);
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { name: nameOf(path), path, hash: `sha256:${hash}`, bytes: bytes.length };
}

const nameOf = (path: string): string => path.split('/').at(-1) as string;

function packageOf({ software, created, synthetic, pages }: WaczOptions, resources: Resource[]): object {
  const first = pages[0];
  return {
    profile: 'data-package',
    wacz_version: '1.1.1',
    title: `What was seen of ${pages.length} cited ${pages.length === 1 ? 'page' : 'pages'}`,
    description: synthetic ?? 'Every exchange of one run of refvouch, with a page for each cited URL.',
    created,
    modified: created,
    software,
    ...(first ? { mainPageUrl: first.url, mainPageDate: first.at } : {}),
    resources,
  };
}

function pageLines(pages: readonly EvidencePage[]): string {
  const lines = pages.map(({ url, at, title, notes, record }, index) => ({
    id: String(index + 1),
    url,
    ts: at,
    title: `${notes.length > 0 ? `[${notes.join(', ')}] ` : ''}${title ?? url}`,
    notes,
    ...(record ? { record } : {}),
  }));
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'Cited pages, by note' };
  return [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** A name for a run's evidence that is not taken; the folder is made where it is missing. */
export async function waczPath(folder: string, created: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const stem = `refvouch-${created.replace(/\D/g, '').slice(0, 14)}`;
  for (let turn = 1; turn < 1000; turn += 1) {
    const path = join(folder, turn === 1 ? `${stem}.wacz` : `${stem}-${turn}.wacz`);
    const taken = await open(path, 'r').then(
      (handle) => handle.close().then(() => true),
      () => false,
    );
    if (!taken) return path;
  }
  throw new RangeError(`${folder} is full of evidence of this second`);
}
