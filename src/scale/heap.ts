/** A binary heap whose entries know where they are, so that one whose order changed finds its new place. */
export class Heap<T extends object> {
  #order: (one: T, other: T) => number;
  #rows: T[] = [];
  #at = new Map<T, number>();

  constructor(order: (one: T, other: T) => number) {
    this.#order = order;
  }

  get size(): number {
    return this.#rows.length;
  }

  peek(): T | undefined {
    return this.#rows[0];
  }

  push(row: T): void {
    this.#rows.push(row);
    this.#up(this.#rows.length - 1, row);
  }

  pop(): T | undefined {
    const first = this.#rows[0];
    const last = this.#rows.pop();
    if (first === undefined || last === undefined) return undefined;
    this.#at.delete(first);
    if (first !== last) this.#down(0, last);
    return first;
  }

  /** Puts an entry whose order changed where it belongs. */
  moved(row: T): void {
    const index = this.#at.get(row);
    if (index === undefined) return;
    this.#up(index, row);
    this.#down(this.#at.get(row) as number, row);
  }

  #up(start: number, row: T): void {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = this.#rows[parent] as T;
      if (this.#order(row, above) >= 0) break;
      this.#set(index, above);
      index = parent;
    }
    this.#set(index, row);
  }

  #down(start: number, row: T): void {
    let index = start;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= this.#rows.length) break;
      const right = child + 1;
      if (right < this.#rows.length && this.#order(this.#rows[right] as T, this.#rows[child] as T) < 0)
        child = right;
      const below = this.#rows[child] as T;
      if (this.#order(below, row) >= 0) break;
      this.#set(index, below);
      index = child;
    }
    this.#set(index, row);
  }

  #set(index: number, row: T): void {
    this.#rows[index] = row;
    this.#at.set(row, index);
  }
}
