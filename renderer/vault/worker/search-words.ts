/**
 * Which words stand in which documents, in typed arrays: a hash table of words, and for each word the documents in
 * rising order as differences of 16 bits, in chained slices of one pool. Nothing has to be sorted or finished, so it
 * can be asked at any moment while it grows. Documents are numbered by the caller, from 0.
 */

/** Units of a word's first slice, its second and so on; the last two of each say where the next one is. */
const sliceUnits = [4, 8, 16, 32, 64, 128, 256, 512] as const;
const pointerUnits = 2;
const lastLevel = sliceUnits.length - 1;
const sliceAt = (level: number): number => sliceUnits[level] ?? 0;

/** A posting is the documents passed over since the word's last one, doubled, plus 1 for one in a short text. */
const maxSkip = 0x7fff;
/** No posting: so many documents passed over. */
const longSkip = 0xffff;

/** Steps of a search: as many words as a mark has room for. */
export const maxSteps = 12;
/** A document's mark: a bit for each step in which it stood in a short text, `wholeBit`, a bit for each step reached. */
const wholeBit = 1 << maxSteps;
const reachedBit = (step: number): number => 1 << (maxSteps + 1 + step);

export const isReached = (mark: number, step: number): boolean => (mark & reachedBit(step)) !== 0;
export const isWholeMark = (mark: number): boolean => (mark & wholeBit) !== 0;
export const shortBitsOf = (mark: number): number => mark & (wholeBit - 1);

/** What is known of a word, side by side so that one posting touches one line of memory. */
const hashField = 0;
const startField = 1;
const lengthField = 2;
const firstField = 3;
const writeAtField = 4;
const writeEndField = 5;
/** One more than the newest document; 0 before the first. */
const nextField = 6;
/** Of the newest slice. */
const levelField = 7;
const fieldBits = 3;
export class WordIndex {
  /** Words one behind the other. */
  #units = new Uint16Array(1 << 14);
  #unitsEnd = 0;
  /** Word + 1, or 0 for a free place. */
  #slots = new Uint32Array(1 << 12);
  #table = new Uint32Array(1 << 14);
  #words = 0;
  #pool = new Uint16Array(1 << 15);
  #poolEnd = 0;

  get size(): number {
    return this.#words;
  }

  byteLength(): number {
    return this.#all().reduce((sum, array) => sum + array.byteLength, 0);
  }

  /** `doc` is at least that of the call before. Of a word that comes twice in a document the first counts. */
  add(doc: number, units: Uint16Array, length: number, hash: number, isShort: boolean): void {
    const slot = this.#slotOf(units, length, hash);
    const known = this.#slots[slot] ?? 0;
    const row = known === 0 ? this.#newWord(slot, units, length, hash) : (known - 1) << fieldBits;
    const table = this.#table;
    const next = table[row + nextField] ?? 0;
    if (next > doc) return;
    table[row + nextField] = doc + 1;
    let skip = doc - next;
    for (; skip >= maxSkip; skip -= maxSkip) this.#write(table, row, longSkip);
    this.#write(table, row, skip * 2 + (isShort ? 1 : 0));
  }

  /** -1 for a word that is nowhere. */
  find(units: Uint16Array, hash: number): number {
    return (this.#slots[this.#slotOf(units, units.length, hash)] ?? 0) - 1;
  }

  startingWith(units: Uint16Array): readonly number[] {
    const found: number[] = [];
    const first = units[0];
    for (let word = 0; word < this.#words; word += 1) {
      const at = word << fieldBits;
      const start = this.#table[at + startField] ?? 0;
      if (this.#units[start] !== first || (this.#table[at + lengthField] ?? 0) < units.length) continue;
      if (this.#isAt(start, units, units.length)) found.push(word);
    }
    return found;
  }

  /**
   * Marks every document of the word that has reached the step before: with this step, with its bit when it stands in
   * a short text there, and, when `isWhole`, as one with the word that was typed and not just one that starts so.
   */
  mark(word: number, step: number, isWhole: boolean, marks: Uint32Array): void {
    const pool = this.#pool;
    const row = word << fieldBits;
    const docs = this.#table[row + nextField] ?? 0;
    const needed = step === 0 ? 0 : reachedBit(step - 1);
    const always = reachedBit(step) | (isWhole ? wholeBit : 0);
    let at = this.#table[row + firstField] ?? 0;
    let doc = 0;
    for (let level = 0; doc < docs; level = Math.min(level + 1, lastLevel)) {
      const end = at + sliceAt(level) - pointerUnits;
      while (at < end && doc < docs) {
        const posting = pool[at] ?? 0;
        at += 1;
        doc += posting >>> 1;
        if (posting === longSkip) continue;
        const before = marks[doc] ?? 0;
        if ((before & needed) === needed) marks[doc] = before | always | ((posting & 1) << step);
        doc += 1;
      }
      if (doc < docs) at = readPointer(pool, at);
    }
  }

  /** Nothing of any word is left in memory. */
  wipe(): void {
    for (const array of this.#all()) array.fill(0);
    this.#words = 0;
    this.#unitsEnd = 0;
    this.#poolEnd = 0;
  }

  #all(): readonly (Uint16Array | Uint32Array)[] {
    return [this.#units, this.#slots, this.#table, this.#pool];
  }

  /** Where the word is, or the free place where it belongs. */
  #slotOf(units: Uint16Array, length: number, hash: number): number {
    const slots = this.#slots;
    const table = this.#table;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const word = slots[slot] ?? 0;
      if (word === 0) return slot;
      const row = (word - 1) << fieldBits;
      if (table[row + hashField] === hash && table[row + lengthField] === length) {
        if (this.#isAt(table[row + startField] ?? 0, units, length)) return slot;
      }
      slot = (slot + 1) & mask;
    }
  }

  #isAt(start: number, units: Uint16Array, length: number): boolean {
    const known = this.#units;
    for (let index = 0; index < length; index += 1) {
      if (known[start + index] !== units[index]) return false;
    }
    return true;
  }

  /** Answers with its place in the table. */
  #newWord(slot: number, units: Uint16Array, length: number, hash: number): number {
    const at = this.#words << fieldBits;
    this.#words += 1;
    if (at === this.#table.length) this.#table = grown(this.#table);
    const start = this.#unitsEnd;
    this.#unitsEnd += length;
    while (this.#unitsEnd > this.#units.length) this.#units = grown(this.#units);
    for (let index = 0; index < length; index += 1) this.#units[start + index] = units[index] ?? 0;
    const first = this.#newSlice(0);
    this.#table[at + hashField] = hash;
    this.#table[at + startField] = start;
    this.#table[at + lengthField] = length;
    this.#table[at + firstField] = first;
    this.#table[at + writeAtField] = first;
    this.#table[at + writeEndField] = first + sliceAt(0) - pointerUnits;
    this.#slots[slot] = this.#words;
    if (this.#words * 2 > this.#slots.length) this.#growSlots();
    return at;
  }

  #write(table: Uint32Array, row: number, unit: number): void {
    let at = table[row + writeAtField] ?? 0;
    if (at === table[row + writeEndField]) at = this.#goOn(row, at);
    this.#pool[at] = unit;
    table[row + writeAtField] = at + 1;
  }

  /** A new slice for a word whose newest one is full up to `at`. */
  #goOn(row: number, at: number): number {
    const level = Math.min((this.#table[row + levelField] ?? 0) + 1, lastLevel);
    const next = this.#newSlice(level);
    writePointer(this.#pool, at, next);
    this.#table[row + levelField] = level;
    this.#table[row + writeEndField] = next + sliceAt(level) - pointerUnits;
    return next;
  }

  #newSlice(level: number): number {
    const at = this.#poolEnd;
    this.#poolEnd += sliceAt(level);
    while (this.#poolEnd > this.#pool.length) this.#pool = grown(this.#pool);
    return at;
  }

  #growSlots(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let word = 0; word < this.#words; word += 1) {
      let slot = (this.#table[(word << fieldBits) + hashField] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = word + 1;
    }
    this.#slots.fill(0);
    this.#slots = slots;
  }
}

function readPointer(pool: Uint16Array, at: number): number {
  return (pool[at] ?? 0) + (pool[at + 1] ?? 0) * 0x10000;
}

function writePointer(pool: Uint16Array, at: number, to: number): void {
  pool[at] = to & 0xffff;
  pool[at + 1] = to >>> 16;
}

/** Twice as long; what stood in the old one is wiped. */
function grown<T extends Uint16Array | Uint32Array>(array: T): T {
  const bigger = new (array.constructor as new (length: number) => T)(array.length * 2);
  bigger.set(array);
  array.fill(0);
  return bigger;
}
