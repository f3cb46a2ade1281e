/** One number over records in any order: a store that loses, repeats or changes one gives another. */
import type { BenchRecord } from './records.js';

export interface Digest {
  readonly count: number;
  readonly digest: number;
}

const modulus = 2 ** 48;

export function digestOf(records: Iterable<BenchRecord>): Digest {
  let count = 0;
  let digest = 0;
  for (const { id, value } of records) {
    // By name: a store may give the fields back in another order.
    const actions = value.actions.map(({ text, owner, due, doneOn }) => [text, owner, due, doneOn].join('|'));
    const text = [id, value.kind, value.date, value.note, ...value.themes, ...actions].join('|');
    count += 1;
    digest = (digest + hashOf(text)) % modulus;
  }
  return { count, digest };
}

export function addDigests(left: Digest, right: Digest): Digest {
  return { count: left.count + right.count, digest: (left.digest + right.digest) % modulus };
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c_9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x0100_0193);
  }
  return hash >>> 0;
}
