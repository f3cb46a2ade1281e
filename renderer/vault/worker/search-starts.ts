/**
 * The documents of the commonest starts of words ("o", "ov", "over"), as one bit each, so that a short start need not
 * be put together from a thousand words while somebody types. Counted and filled a slice at a time once the words are
 * in; from then on kept up with each document.
 */
import { hashOf, hashStart, hashStep } from './search-text';
import type { WordIndex } from './search-words';

/** Longer starts have few words. */
const maxStartUnits = 4;
/** A start whose words stand in fewer documents in all is quick enough without. */
const leastPostings = 20_000;
const postingsPerDoc = 0.5;

export interface Start {
  readonly units: Uint16Array;
  postings: number;
  /** A bit for each document with a word that starts so; `short`: in a short text. */
  any: Uint32Array;
  short: Uint32Array;
}

export class StartSets {
  readonly #words: WordIndex;
  /** By the hash of their units; of two with one hash the second is left out. */
  readonly #starts = new Map<number, Start>();
  #counted = 0;
  #isChosen = false;
  #filled = 0;
  #isFilled = false;

  constructor(words: WordIndex) {
    this.#words = words;
  }

  get isReady(): boolean {
    return this.#isFilled;
  }

  /** Goes on until told not to. True when all is there. */
  build(docs: number, mayGoOn: () => boolean): boolean {
    const words = this.#words;
    if (!this.#isChosen) {
      this.#counted = words.eachKnown(this.#counted, this.#count, mayGoOn);
      if (this.#counted < words.size) return false;
      this.#choose(docs);
    }
    if (!this.#isFilled) this.#filled = words.eachKnown(this.#filled, this.#fill, mayGoOn);
    this.#isFilled = this.#filled === words.size || this.#isFilled;
    return this.#isFilled;
  }

  /** Null when it is no common start, or not all is there yet. */
  of(units: Uint16Array): Start | null {
    if (!this.isReady || units.length > maxStartUnits) return null;
    return this.#find(units, 0, units.length, hashOf(units, units.length));
  }

  /** Each word of each document that comes; before the starts are chosen there is nothing to keep up. */
  add(doc: number, units: Uint16Array, length: number, isShort: boolean): void {
    if (!this.#isChosen) return;
    this.#each(units, 0, length, (start) => {
      setBit(start, doc, isShort);
    });
  }

  byteLength(): number {
    let sum = 0;
    for (const { any, short } of this.#starts.values()) sum += any.byteLength + short.byteLength;
    return sum;
  }

  wipe(): void {
    for (const { units, any, short } of this.#starts.values())
      for (const each of [units, any, short]) each.fill(0);
    this.#starts.clear();
  }

  readonly #count = (word: number, units: Uint16Array, start: number, length: number): void => {
    const postings = this.#words.countOf(word);
    let hash = hashStart;
    for (let count = 1; count <= Math.min(length, maxStartUnits); count += 1) {
      hash = hashStep(hash, units[start + count - 1] ?? 0);
      const known = this.#starts.get(hash >>> 0);
      if (known === undefined) {
        const own = units.slice(start, start + count);
        this.#starts.set(hash >>> 0, { units: own, postings, any: noBits, short: noBits });
      } else if (isStart(known.units, units, start, count)) known.postings += postings;
    }
  };

  #choose(docs: number): void {
    this.#isChosen = true;
    const least = Math.max(leastPostings, docs * postingsPerDoc);
    for (const [hash, start] of this.#starts) {
      if (start.postings < least) {
        start.units.fill(0);
        this.#starts.delete(hash);
        continue;
      }
      start.any = new Uint32Array((docs >>> 5) + 1);
      start.short = new Uint32Array((docs >>> 5) + 1);
    }
  }

  readonly #fill = (word: number, units: Uint16Array, start: number, length: number): void => {
    const sets: Start[] = [];
    this.#each(units, start, length, (each) => sets.push(each));
    if (sets.length === 0) return;
    this.#words.walk(word, (doc, isShort) => {
      for (const each of sets) setBit(each, doc, isShort);
      return true;
    });
  };

  #each(units: Uint16Array, from: number, length: number, visit: (start: Start) => void): void {
    let hash = hashStart;
    for (let count = 1; count <= Math.min(length, maxStartUnits); count += 1) {
      hash = hashStep(hash, units[from + count - 1] ?? 0);
      const start = this.#find(units, from, count, hash >>> 0);
      if (start !== null) visit(start);
    }
  }

  #find(units: Uint16Array, from: number, count: number, hash: number): Start | null {
    const start = this.#starts.get(hash);
    return start !== undefined && isStart(start.units, units, from, count) ? start : null;
  }
}

const noBits = new Uint32Array(0);

function isStart(start: Uint16Array, units: Uint16Array, from: number, count: number): boolean {
  if (start.length !== count) return false;
  for (let index = 0; index < count; index += 1) if (start[index] !== units[from + index]) return false;
  return true;
}

function setBit(start: Start, doc: number, isShort: boolean): void {
  const at = doc >>> 5;
  const bit = 1 << (doc & 31);
  if (at >= start.any.length) {
    start.any = grown(start.any, at);
    start.short = grown(start.short, at);
  }
  start.any[at] = (start.any[at] ?? 0) | bit;
  if (isShort) start.short[at] = (start.short[at] ?? 0) | bit;
}

/** A quarter more than is needed: records come one at a time. */
function grown(bits: Uint32Array, at: number): Uint32Array {
  const bigger = new Uint32Array(at + 8 + (at >>> 2));
  bigger.set(bits);
  return bigger;
}
