import type { Clock, Visit } from '../gather/ports.ts';
import type { Case } from '../judge/index.ts';
import type { Finding } from '../model/finding.ts';
import type { Note } from '../model/note.ts';
import type { Run } from '../model/report.ts';
import type { Source } from '../model/source.ts';
import type { Language } from '../report/index.ts';
import type { Stages } from '../verify.ts';

/** Gathering as a run opens it: the ports of `verify`, and an end. */
export interface Opened extends Pick<Stages, 'identify' | 'archive'> {
  visit: Visit;
  clock: Clock;
  facts(): Run['facts'];
  close(): Promise<void>;
}

/** A file of the built page. */
export interface PageFile {
  type: string;
  text: string;
}

/** All that the page needs of the world, given by whoever starts it: files, network and settings are not its own. */
export interface Desk {
  tool: Run['tool'];
  /** `replay` where a recording stands in for the network. */
  mode: Extract<Run['mode'], 'live' | 'replay'>;
  /** Language the page opens in. */
  language: Language;
  /** The built page, by path: `/`, `/page.js`, `/page.css`. */
  page: ReadonlyMap<string, PageFile>;
  /** Reads a document's bytes by the readers the command line uses. */
  read(name: string, bytes: Uint8Array): Promise<Source | { unreadable: string }>;
  /** Finds notes and their citations. */
  parse(source: Source): Promise<{ notes: Note[]; findings: Finding[] }>;
  lint(source: Source, notes: readonly Note[]): Finding[];
  /** Opens the network for one run; closed at its end. */
  open(): Promise<Opened>;
  /** Waivers of the configuration, beside those given on the page. */
  waivers: NonNullable<Case['waivers']>;
  /** Epoch milliseconds. */
  now(): number;
}

/** The largest document that is taken, in bytes. */
export const maxBytes = 16 * 1024 * 1024;
