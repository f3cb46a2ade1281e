/** What is still to be indexed, the newest first. Putting 50,000 ids in order takes a while, so that too is cut up. */
import type { RecordId } from '@shared/kernel/ids';

const step = 256;

export class Backlog {
  readonly #ids: readonly RecordId[];
  readonly #savedAtOf: (id: RecordId) => number;
  /** First times of saving; then, rising, one number for each id that holds time and place: numbers sort at once. */
  #keys: Float64Array;
  #read = 0;
  #isOrdered = false;
  /** How many of the keys are left. */
  #left: number;
  /** Saved since, the newest last. An id may stand here and among the keys. */
  #later: RecordId[] = [];

  constructor(ids: readonly RecordId[], savedAtOf: (id: RecordId) => number) {
    this.#ids = ids;
    this.#savedAtOf = savedAtOf;
    this.#keys = new Float64Array(ids.length);
    this.#left = ids.length;
  }

  get size(): number {
    return this.#left + this.#later.length;
  }

  /** Goes on for as long as `mayGoOn`. True when the order stands. */
  order(mayGoOn: () => boolean): boolean {
    const { length } = this.#ids;
    while (this.#read < length) {
      const to = Math.min(this.#read + step, length);
      for (; this.#read < to; this.#read += 1) {
        const id = this.#ids[this.#read];
        this.#keys[this.#read] = id === undefined ? 0 : this.#savedAtOf(id);
      }
      if (!mayGoOn()) return false;
    }
    if (!this.#isOrdered) this.#sort();
    return true;
  }

  push(id: RecordId): void {
    this.#later.push(id);
  }

  /** The newest; only once the order stands. */
  pop(): RecordId | undefined {
    const later = this.#later.pop();
    if (later !== undefined || this.#left === 0) return later;
    this.#left -= 1;
    return this.#idAt(this.#left);
  }

  /** 0 is the newest. */
  at(index: number): RecordId | undefined {
    const { length } = this.#later;
    return index < length ? this.#later[length - 1 - index] : this.#idAt(this.#left - 1 - (index - length));
  }

  #idAt(index: number): RecordId | undefined {
    return this.#ids[(this.#keys[index] ?? 0) % this.#ids.length];
  }

  #sort(): void {
    const { length } = this.#ids;
    let oldest = Infinity;
    let newest = -Infinity;
    for (const time of this.#keys) {
      if (time < oldest) oldest = time;
      if (time > newest) newest = time;
    }
    const unit = Math.max(1, Math.ceil(((newest - oldest + 1) * length) / Number.MAX_SAFE_INTEGER));
    const keyOf = (time: number, index: number): number =>
      Math.floor((time - oldest) / unit) * length + index;
    this.#keys = this.#keys.map(keyOf).sort();
    this.#isOrdered = true;
  }
}
