const listeners = new WeakMap<AbortSignal, Set<(reason: unknown) => void>>();

/**
 * Calls `tell` when the signal is aborted, at once where it has been; answers how to take that back. A signal looks
 * through all its listeners for each that comes or goes, which thousands of links under one signal make slow: here it has
 * one listener for all of them.
 */
export function whenAborted(signal: AbortSignal, tell: (reason: unknown) => void): () => void {
  if (signal.aborted) {
    tell(signal.reason);
    return () => undefined;
  }
  const known = listeners.get(signal);
  const all = known ?? new Set();
  all.add(tell);
  if (!known) {
    listeners.set(signal, all);
    const passOn = (): void => {
      for (const one of all) one(signal.reason);
      all.clear();
    };
    signal.addEventListener('abort', passOn, { once: true });
  }
  return () => void all.delete(tell);
}

/**
 * What ends a link's work early: its deadline or the run's end. Lighter than an `AbortSignal`, which costs more than the
 * request it goes with; one is made only for those who ask for it.
 */
export class Stop {
  #reason: unknown;
  #stopped = false;
  #told = new Set<(reason: unknown) => void>();
  #controller: AbortController | undefined;

  get stopped(): boolean {
    return this.#stopped;
  }

  get reason(): unknown {
    return this.#reason;
  }

  /** Calls `tell` when it comes to that, at once where it has; answers how to take that back. */
  whenStopped(tell: (reason: unknown) => void): () => void {
    if (this.#stopped) tell(this.#reason);
    else this.#told.add(tell);
    return () => void this.#told.delete(tell);
  }

  stop(reason: unknown): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#reason = reason;
    this.#controller?.abort(reason);
    for (const tell of this.#told) tell(reason);
    this.#told.clear();
  }

  /** The same as a signal, for the platform's own functions. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#stopped) this.#controller.abort(this.#reason);
    return this.#controller.signal;
  }
}
