/** The best of many finds, in order. */
import type { RecordId } from '@shared/kernel/ids';

interface Found {
  readonly rank: number;
  readonly score: number;
  /** Of saving, or the record's day: the newer the better. */
  readonly time: number;
  readonly id: RecordId;
  /** Null when it is still to be looked up. */
  readonly field: string | null;
}

/** Drafts have the other one. */
export const highestRank = 2;

/** The best so far, best first: most are turned away by one look at the last. */
export class Best {
  readonly kept: Found[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** A first look, for the many: false when even the highest rank would not bring it in. */
  mayTake(score: number, time: number): boolean {
    const worst = this.kept.at(-1);
    if (worst === undefined || this.kept.length < this.#limit || worst.rank < highestRank) return true;
    return score > worst.score || (score === worst.score && time >= worst.time);
  }

  offer(rank: number, score: number, time: number, id: RecordId | undefined, field: string | null): void {
    const worst = this.kept.at(-1);
    if (id === undefined) return;
    if (this.kept.length >= this.#limit && worst !== undefined) {
      if (compare(rank, score, time, id, worst) >= 0) return;
    }
    if (this.kept.some((each) => each.id === id)) return;
    let at = this.kept.length;
    for (; at > 0; at -= 1) {
      const before = this.kept[at - 1];
      if (before !== undefined && compare(rank, score, time, id, before) >= 0) break;
    }
    this.kept.splice(at, 0, { rank, score, time, id, field });
    if (this.kept.length > this.#limit) this.kept.pop();
  }
}

/** Below 0: comes before `other`. */
function compare(rank: number, score: number, time: number, id: RecordId, other: Found): number {
  if (rank !== other.rank) return other.rank - rank;
  if (score !== other.score) return other.score - score;
  if (time !== other.time) return other.time - time;
  return id < other.id ? -1 : 1;
}
