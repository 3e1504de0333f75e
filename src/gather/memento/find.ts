import type { Snapshot } from '../../model/evidence.ts';
import { type AskOptions, askJson, askText } from '../registry/ask.ts';
import { at, list, text } from '../registry/field.ts';
import { type Archive, archives } from './archives.ts';
import { readLinkFormat } from './link-format.ts';

export interface FindOptions extends AskOptions {
  /** Another address for the Wayback Machine; with it, no other archive is asked. */
  waybackBase?: string;
}

/** One archive, asked for its copies of a URL. */
export interface SnapshotSource {
  archive: string;
  /** Copies sorted by distance to `near` (an ISO date), captures of redirects and errors included; or what went wrong. */
  find(url: string, near: string | undefined): Promise<Snapshot[] | { why: string }>;
}

const home = 'https://web.archive.org';

/**
 * The archives in the order they are asked. The Wayback Machine's CDX index comes first, its availability API where that
 * is in trouble; then the other archives' TimeMaps, but for a run that was given a Wayback Machine of its own.
 */
export function snapshotSources(options: FindOptions): SnapshotSource[] {
  const wayback: SnapshotSource = {
    archive: 'Internet Archive',
    find: async (url, near) => {
      const rows = await askCdx(url, near, options);
      if (Array.isArray(rows)) return nearest(rows, near);
      const closest = await askAvailability(url, near, options);
      return closest ? [closest] : rows;
    },
  };
  if (options.waybackBase) return [wayback];
  const others = archives.slice(1).map((archive) => ({
    archive: archive.name,
    find: async (url: string, near: string | undefined) => {
      const rows = await askTimeMap(archive, url, options);
      return Array.isArray(rows) ? nearest(rows, near) : rows;
    },
  }));
  return [wayback, ...others];
}

const wayback = (options: FindOptions): string => (options.waybackBase ?? home).replace(/\/$/, '');

/** Rows asked of CDX: enough to step over a run of bad captures. */
const cdxRows = 20;

/** The CDX server's JSON (https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server): a header row, then rows. */
async function askCdx(
  url: string,
  near: string | undefined,
  options: FindOptions,
): Promise<Snapshot[] | { why: string }> {
  const parameters = new URLSearchParams({
    url,
    output: 'json',
    fl: 'timestamp,original,statuscode,mimetype',
    limit: String(cdxRows),
  });
  if (near) {
    parameters.set('sort', 'closest');
    parameters.set('closest', stampOf(near));
  }
  const said = await askJson(`${wayback(options)}/cdx/search/cdx?${parameters}`, 'application/json', options);
  if (said.outcome === 'unavailable') return { why: said.why };
  if (said.outcome === 'not-found') return [];
  const [header, ...rows] = list(said.value);
  const names = list(header).map(String);
  return rows.flatMap((row) => {
    const cell = (name: string) => text(at(row, names.indexOf(name)));
    const [stamp, original, status] = [cell('timestamp'), cell('original'), cell('statuscode')];
    const datetime = stamp && isoOf(stamp);
    if (!stamp || !original || !datetime) return [];
    const number = Number(status);
    return [
      {
        archive: 'Internet Archive',
        original,
        memento: `${wayback(options)}/web/${stamp}/${original}`,
        datetime,
        ...(Number.isInteger(number) && number > 99 ? { status: number } : {}),
      },
    ];
  });
}

/** The availability API (https://archive.org/help/wayback_api.php), which answers with the closest capture only. */
async function askAvailability(
  url: string,
  near: string | undefined,
  options: FindOptions,
): Promise<Snapshot | undefined> {
  const base = options.waybackBase ? wayback(options) : 'https://archive.org';
  const parameters = new URLSearchParams({ url, ...(near ? { timestamp: stampOf(near) } : {}) });
  const said = await askJson(`${base}/wayback/available?${parameters}`, 'application/json', options);
  if (said.outcome !== 'answered') return undefined;
  const closest = at(said.value, 'archived_snapshots', 'closest');
  const [memento, stamp] = [text(at(closest, 'url')), text(at(closest, 'timestamp'))];
  const datetime = stamp && isoOf(stamp);
  if (!memento || !datetime || !/^https?:\/\//.test(memento)) return undefined;
  const status = Number(text(at(closest, 'status')));
  return {
    archive: 'Internet Archive',
    original: url,
    memento,
    datetime,
    ...(status > 99 ? { status } : {}),
  };
}

async function askTimeMap(
  archive: Archive,
  url: string,
  options: FindOptions,
): Promise<Snapshot[] | { why: string }> {
  const said = await askText(`${archive.timemap}${url}`, 'application/link-format', options);
  if (said.outcome === 'unavailable') return { why: said.why };
  if (said.outcome === 'not-found') return [];
  return readLinkFormat(said.value).flatMap((link) => {
    const when = link.datetime ? Date.parse(link.datetime) : Number.NaN;
    if (!link.rel.includes('memento') || Number.isNaN(when) || !/^https?:\/\//.test(link.target)) return [];
    return [
      { archive: archive.name, original: url, memento: link.target, datetime: new Date(when).toISOString() },
    ];
  });
}

/** Sorted by distance to the wanted moment; without one, the newest first. */
export function nearest(snapshots: readonly Snapshot[], near: string | undefined): Snapshot[] {
  const wanted = near ? Date.parse(near) : Number.POSITIVE_INFINITY;
  const distance = (snapshot: Snapshot): number =>
    Number.isFinite(wanted)
      ? Math.abs(Date.parse(snapshot.datetime) - wanted)
      : -Date.parse(snapshot.datetime);
  return [...snapshots].sort((a, b) => distance(a) - distance(b));
}

/** The copy as it was captured, without the archive's banner and rewritten links: `id_` after the stamp. */
export const rawMemento = (memento: string): string =>
  memento.replace(/(\/web\/\d{4,14})(?:[a-z]{2}_)?\//, '$1id_/');

const stampOf = (iso: string): string => iso.replace(/\D/g, '').slice(0, 14);

function isoOf(stamp: string): string | undefined {
  const match = /^(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?$/.exec(stamp);
  if (!match) return undefined;
  const [year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = match.slice(1);
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
