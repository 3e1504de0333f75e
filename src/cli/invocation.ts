import type { GatherSettings } from '../gather/settings.ts';
import type { Configuration } from './configuration.ts';
import type { Settings } from './settings.ts';

/** What a command is given: what was resolved, and the world it may touch. */
export interface Invocation {
  files: string[];
  settings: Settings;
  /** Every verb there is, for what is made from the table of them. */
  commands: readonly { name: string; summary: string }[];
  /** The configuration file as checked, for the tables that are no flags. */
  configuration?: Configuration | undefined;
  /** Standard streams and the like, injected so that tests can run a command in-process. */
  world: World;
}

export interface World {
  cwd: string;
  environment: Record<string, string | undefined>;
  stdout: { write(text: string): void; isTTY: boolean; columns: number };
  stderr: { write(text: string): void; isTTY: boolean; columns: number };
  /** Reads until the end or until more than `maxBytes` have come, whichever is first. */
  stdin(maxBytes: number): Promise<Uint8Array>;
  /** Set by tests and by whoever makes a recording of pages that are not the real ones. */
  gathering?: Pick<GatherSettings, 'ports' | 'synthetic' | 'bases'>;
  /** Aborted by the first Ctrl-C or SIGTERM: finish what is under way, report what there is. */
  stop: AbortSignal;
}
