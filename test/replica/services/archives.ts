import { createHash } from 'node:crypto';
import type { Answer, Asked } from '../answer.ts';
import { bytes, json, plain, redirect } from '../answer.ts';
import { loginPage } from '../behaviours.ts';
import type { Capture } from '../captures.ts';
import { allCaptures } from '../captures.ts';
import { liveAnswer } from '../live.ts';
import { missing, original } from '../sites/all.ts';
import { savedCaptures, savePageNow } from './save-page-now.ts';
import type { Service } from './service.ts';
import { parameter } from './service.ts';

/** Addresses that an archive takes for the same: scheme, `www.`, fragment and a closing slash do not count. */
const canonical = (address: string): string => {
  const bare = address.replace(/#[^\n]*$/, '').replace(/^https?:\/\//i, '');
  return bare
    .replace(/^www\./i, '')
    .replace(/\/$/, '')
    .toLowerCase();
};

type State = Map<string, unknown>;

const capturesOf = (address: string, archive: Capture['archive'], state: State): Capture[] =>
  [...allCaptures, ...(archive === 'wayback' ? savedCaptures(state) : [])]
    .filter((row) => row.archive === archive && canonical(row.url) === canonical(address))
    .sort((one, other) => one.timestamp.localeCompare(other.timestamp));

/** The bytes of a capture, as its site sent them. */
function captured(capture: Capture): Answer {
  const url = new URL(capture.url);
  if (capture.holds === 'good') return original(url) ?? missing(url, 404);
  if (capture.holds === 'error-page') return missing(url, 200);
  if (capture.holds === 'not-found') return missing(url, 404);
  if (capture.holds === 'login') return loginPage(url);
  return liveAnswer(url) ?? missing(url, 404);
}

const epoch = (timestamp: string) => {
  const full = timestamp.padEnd(14, '0');
  const at = (start: number, length: number) => Number(full.slice(start, start + length));
  return Date.UTC(at(0, 4), Math.max(at(4, 2) - 1, 0), at(6, 2) || 1, at(8, 2), at(10, 2), at(12, 2));
};
const httpDate = (timestamp: string) => new Date(epoch(timestamp)).toUTCString();

const nearest = (rows: Capture[], timestamp: string): Capture | undefined => {
  const wanted = timestamp ? epoch(timestamp) : Number.MAX_SAFE_INTEGER;
  const distance = (row: Capture) => Math.abs(epoch(row.timestamp) - wanted);
  return [...rows].sort((one, other) => distance(one) - distance(other))[0];
};

const fieldsOf = (row: Capture): Record<string, string> => {
  const answer = captured(row);
  const url = new URL(row.url);
  const host = url.hostname
    .replace(/^www\./, '')
    .split('.')
    .reverse()
    .join(',');
  return {
    urlkey: `${host})${url.pathname}${url.search}`.toLowerCase(),
    timestamp: row.timestamp,
    original: row.url,
    mimetype: (answer.headers['content-type'] ?? 'text/html').split(';')[0]!,
    statuscode: String(answer.status),
    digest: createHash('sha1').update(answer.body).digest('hex').slice(0, 32).toUpperCase(),
    length: String(answer.body.length),
  };
};

/** https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server */
function cdx(asked: Asked, state: State): Answer {
  const address = parameter(asked, 'url');
  if (!address) return plain('The url parameter is required', 400);
  const [from, to] = [parameter(asked, 'from'), parameter(asked, 'to')];
  const filters = asked.url.searchParams.getAll('filter');
  const passes = (fields: Record<string, string>) =>
    filters.every((filter) => {
      const [, not, name = '', pattern = ''] = /^(!?)([a-z]+):([^\n]*)$/.exec(filter) ?? [];
      return (
        (fields[name] === pattern || (pattern === '[23]..' && /^[23]/.test(fields[name] ?? ''))) !==
        (not === '!')
      );
    });
  const within = (stamp: string) =>
    (!from || stamp >= from.padEnd(14, '0')) && (!to || stamp <= to.padEnd(14, '9'));
  let rows = capturesOf(address, 'wayback', state).map(fieldsOf);
  rows = rows.filter((fields) => within(fields.timestamp!) && passes(fields));
  const closest = parameter(asked, 'closest');
  if (closest && parameter(asked, 'sort') === 'closest') {
    const distance = (fields: Record<string, string>) => Math.abs(epoch(fields.timestamp!) - epoch(closest));
    rows.sort((one, other) => distance(one) - distance(other));
  }
  const limit = Number(parameter(asked, 'limit') || 0);
  if (limit > 0) rows = rows.slice(0, limit);
  if (limit < 0) rows = rows.slice(limit);
  const names = (
    parameter(asked, 'fl') || 'urlkey,timestamp,original,mimetype,statuscode,digest,length'
  ).split(',');
  const table = rows.map((fields) => names.map((name) => fields[name] ?? '-'));
  if (parameter(asked, 'output') === 'json') return json(table.length > 0 ? [names, ...table] : []);
  return plain(table.map((row) => `${row.join(' ')}\n`).join(''));
}

/** https://archive.org/help/wayback_api.php */
function availability(asked: Asked, state: State): Answer {
  const address = parameter(asked, 'url');
  const good = capturesOf(address, 'wayback', state).filter((row) => captured(row).status === 200);
  const found = nearest(good, parameter(asked, 'timestamp'));
  const closest = found && {
    status: '200',
    available: true,
    url: `http://web.archive.org/web/${found.timestamp}/${found.url}`,
    timestamp: found.timestamp,
  };
  return json({ url: address, archived_snapshots: closest ? { closest } : {} });
}

interface Archive {
  archive: Capture['archive'];
  origin: string;
  prefix: string;
}

const linksOf = (rows: Capture[], address: string, { origin, prefix }: Archive, separator: string): string =>
  [
    `<${rows[0]?.url ?? address}>; rel="original"`,
    `<${origin}${prefix}timemap/link/${address}>; rel="self"; type="application/link-format"; from="${httpDate(rows[0]!.timestamp)}"`,
    `<${origin}${prefix}${address}>; rel="timegate"`,
    ...rows.map((row, at) => {
      const place = [at === 0 ? 'first' : '', at === rows.length - 1 && at > 0 ? 'last' : '', 'memento'];
      return `<${origin}${prefix}${row.timestamp}/${row.url}>; rel="${place.filter(Boolean).join(' ')}"; datetime="${httpDate(row.timestamp)}"`;
    }),
  ].join(separator);

const nothing = () =>
  bytes(
    404,
    'text/html; charset=utf-8',
    '<!DOCTYPE html><html><head><title>Wayback Machine</title></head><body><h1>The Wayback Machine has not archived that URL.</h1><p>(synthetic)</p></body></html>',
  );

/** A memento (RFC 7089): the raw bytes under `id_`, else with the archive's own lines put into the page. */
function memento(rows: Capture[], stamp: string, flag: string, address: string, where: Archive): Answer {
  const found = nearest(rows, stamp);
  if (!found) return nothing();
  if (found.timestamp !== stamp)
    return redirect(302, `${where.origin}${where.prefix}${found.timestamp}${flag}/${found.url}`);
  const answer = captured(found);
  const own = Buffer.from(
    '<head><script src="/_static/js/bundle-playback.js"></script><!-- archive toolbar -->',
  );
  const { location } = answer.headers;
  const body = flag === 'id_' ? answer.body : withToolbar(answer.body, own);
  return {
    status: answer.status,
    headers: {
      'content-type': answer.headers['content-type'] ?? 'text/html',
      'memento-datetime': httpDate(found.timestamp),
      link: linksOf(rows, address, where, ', '),
      'x-archive-orig-server': 'replica',
      ...(location ? { location: `${where.origin}${where.prefix}${stamp}${flag}/${location}` } : {}),
    },
    body,
  };
}

function withToolbar(body: Uint8Array, toolbar: Buffer): Uint8Array {
  const page = Buffer.from(body);
  const at = page.indexOf('<head>');
  return at < 0 ? body : Buffer.concat([page.subarray(0, at), toolbar, page.subarray(at + '<head>'.length)]);
}

/** TimeMap, TimeGate and mementos below an archive's prefix. */
function byPath(asked: Asked, state: State, where: Archive): Answer | undefined {
  const path = asked.url.pathname + asked.url.search;
  if (!path.startsWith(where.prefix)) return undefined;
  const rest = path.slice(where.prefix.length);
  const map = /^timemap\/(?:link\/)?(https?:\/\/[^\n]+)$/i.exec(rest);
  if (map) {
    const rows = capturesOf(map[1]!, where.archive, state);
    if (rows.length === 0) return plain('', 404);
    return bytes(200, 'application/link-format', `${linksOf(rows, map[1]!, where, ',\n')},\n`);
  }
  const [, stamp, flag = '', address] =
    /^(?:(\d{1,14})([a-z]{2}_)?\/)?(https?:\/\/[^\n]+)$/i.exec(rest) ?? [];
  if (!address) return undefined;
  const wanted = asked.headers['accept-datetime'];
  const rows = capturesOf(address, where.archive, state);
  const negotiated = wanted ? new Date(wanted).toISOString().replace(/\D/g, '').slice(0, 14) : '';
  return memento(rows, stamp ?? negotiated, flag, address, where);
}

export const wayback: Service = {
  name: 'wayback',
  hosts: ['web.archive.org', 'archive.org'],
  answer(asked, state) {
    const path = asked.url.pathname;
    if (path === '/cdx/search/cdx' || path === '/cdx/search') return cdx(asked, state);
    if (path === '/wayback/available') return availability(asked, state);
    if (path.startsWith('/save')) return savePageNow(asked, state);
    return byPath(asked, state, { archive: 'wayback', origin: 'https://web.archive.org', prefix: '/web/' });
  },
};

/** Another archive that speaks Memento. */
export const arquivo: Service = {
  name: 'arquivo',
  hosts: ['arquivo.pt'],
  answer: (asked, state) =>
    byPath(asked, state, { archive: 'arquivo', origin: 'https://arquivo.pt', prefix: '/wayback/' }),
};
