import { type Save, type SaveOptions, savePage } from './save.ts';

/** Captures one run asks for at the most: the archive's own daily limit is several thousand, this is for a slip of ours. */
const mostCaptures = 500;

export interface SaverOptions extends Omit<SaveOptions, 'signal'> {
  /** Told once a reason why pages were not saved. */
  note(why: string): void;
}

/** Saves pages one after the other (the archive counts jobs at once), and stops asking where the keys or slots are spent. */
export function createSaver({ note, ...options }: SaverOptions): Save {
  let tail: Promise<unknown> = Promise.resolve();
  let asked = 0;
  let over = false;
  const one: Save = async (url, signal) => {
    if (over || asked >= mostCaptures || signal?.aborted) return undefined;
    asked += 1;
    const saved = await savePage(url, { ...options, ...(signal ? { signal } : {}) });
    if ('snapshot' in saved) return saved.snapshot;
    over ||= saved.over === true;
    note(saved.why);
    return undefined;
  };
  return (url, signal) => {
    const turn = tail.then(() => one(url, signal));
    tail = turn.catch(() => undefined);
    return turn;
  };
}
