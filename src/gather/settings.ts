import type { FetchPort } from './fetch-port.ts';
import type { JudgePage } from './memento/archive.ts';
import type { Pacing, PolitenessOptions } from './politeness.ts';
import type { Clock } from './ports.ts';
import type { IsSure } from './registry/identify.ts';
import type { ServiceName } from './registry/services.ts';
import type { Resolve } from './resolve.ts';

/** Everything gathering is told, resolved once. Units are in the names; what is left out has the default said. */
export interface GatherSettings {
  /** Said in the User-Agent and in recordings. */
  tool: { name: string; version: string; url: string };
  /** Mail address or page, added to the User-Agent and sent to services that ask for one. */
  contact?: string;
  /** Requests at once over all hosts. */
  concurrency: number;
  /** Requests at once to one host; 10 at the most to a host outside `allowNet`. */
  perHost: number;
  /** Between the starts of two requests to one host. Services have a pace of their own. */
  paceMs: number;
  /** Work a link may take, hops and retries included; waiting for a host's turn is not counted. */
  timeoutMs: number;
  /** 2 at the most. */
  retries: number;
  /** Decoded bytes of a page. */
  maxBodyBytes: number;
  /** Ranges that may be reached although they are not public, as CIDR. Throws a `RangeError` for what is none. */
  allowNet: readonly string[];
  /** Send credentials that stand in a cited URL to that origin. Default false: they are taken off. */
  urlCredentials?: boolean;
  /** Other addresses for services, by name (`doi.org`, `crossref` …); an empty one is as good as none. */
  bases?: Partial<Record<ServiceName | 'wayback', string>>;
  /** Ask robots.txt first. Default false. */
  robots?: boolean;
  /** Default true, both. */
  identify?: boolean;
  archive?: boolean;
  save?: 'none' | 'missing' | 'all';
  /** archive.org S3 keys for `save`; never printed, never recorded. */
  saveKeys?: { accessKey: string; secretKey: string };
  /** Chromium with which pages that need JavaScript are read. */
  render?: string;
  /** A WARC file to write, or one to answer from with no network at all. */
  record?: string;
  replay?: string;
  /** Folder for the run's WACZ. */
  evidence?: string;
  /** Says in every recording that the pages are not the real ones, where they are not. */
  synthetic?: string;
  /** NDJSON file in which services' answers are kept from run to run. */
  answers?: string;
  /** Says whether an archived page is what was cited; without it a capture with status 200 is taken for good. */
  judgePage?: JudgePage;
  /** Says whether a candidate of an index is surely the cited work. */
  sure?: IsSure;
  /** Ports: time, chance, the wire, and who keeps the pace. */
  ports?: {
    /** Keeps pace and concurrency a host together with other machines, instead of this process for itself. */
    pacing?: (options: PolitenessOptions) => Pacing;
    clock?: Clock;
    random?: () => number;
    /** Instead of undici; then neither the guard nor the timeouts of the connection are in force. */
    fetch?: FetchPort;
    /** Answers all addresses of a host, or fails as `dns.lookup` does. */
    resolve?: Resolve;
    /** Dials instead of the guarded connector, in the shape of undici's `buildConnector()`. */
    connect?: (options: never, callback: never) => void;
  };
}
