import { randomUUID } from 'node:crypto';
import { type Ledger, openLedger } from '../gather/ledger.ts';
import type { Evidence } from '../model/evidence.ts';
import type { VisitLog } from '../verify.ts';
import type { World } from './invocation.ts';
import { ledgerPath } from './slug.ts';

/** The ledgers of a run, one a document, opened when the document's turn comes. */
export class Ledgers {
  /** What went wrong, in sentences for the report. */
  readonly facts: { code: string; message: string }[] = [];
  #open: Ledger[] = [];
  #world: World;
  #state: string | undefined;
  #run = randomUUID();
  #silent = false;

  constructor(world: World, state: string | undefined) {
    this.#world = world;
    this.#state = state;
  }

  /** A folder that cannot be written costs the history, never the run. */
  async of(path: string): Promise<VisitLog> {
    const file = ledgerPath(path, this.#world.cwd, this.#state);
    try {
      const ledger = await openLedger(file, this.#run, Date.now());
      this.#open.push(ledger);
      for (const message of ledger.troubles) this.facts.push({ code: 'ledger', message });
      return {
        reusable: (url) => ledger.reusable(url),
        history: (url) => ledger.history(url),
        record: (evidence) => this.#record(ledger, file, evidence),
      };
    } catch (cause) {
      this.#unwritten(file, cause);
      return { reusable: () => undefined, history: () => [], record: async () => undefined };
    }
  }

  async #record(ledger: Ledger, file: string, evidence: Evidence): Promise<void> {
    try {
      await ledger.record(evidence);
    } catch (cause) {
      this.#unwritten(file, cause);
    }
  }

  #unwritten(file: string, cause: unknown): void {
    if (this.#silent) return;
    this.#silent = true;
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === 'ENOSPC' ? 'the disk is full' : `it may not be written (${code ?? 'unknown error'})`;
    this.facts.push({
      code: 'ledger-unwritten',
      message: `${file}: ${why}; this run is not remembered. Give --state a folder that can be written.`,
    });
  }

  /** Marks the run as whole, so that the next one starts afresh; a run cut short is taken up by the next. */
  async close(whole: boolean): Promise<void> {
    for (const ledger of this.#open) {
      if (whole) await ledger.end().catch(() => undefined);
      await ledger.close().catch(() => undefined);
    }
  }
}
