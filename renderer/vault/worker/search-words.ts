/**
 * Which words stand in which documents, in typed arrays: a hash table of words, and for each word the documents in
 * rising order as differences of 16 bits, in chained slices of a pool that grows by pages. Nothing has to be sorted or finished, so it
 * can be asked at any moment while it grows. Documents are numbered by the caller, from 0.
 */

/** Units of a word's first slice, its second and so on; the last two of each say where the next one is. */
const sliceUnits = [4, 8, 16, 32, 64, 128] as const;
const pointerUnits = 2;
const lastLevel = sliceUnits.length - 1;
const sliceAt = (level: number): number => sliceUnits[level] ?? 0;

/** A slice is in one page. Pages are never copied, so that growing costs no second pool for a moment. */
const pageBits = 16;
const pageUnits = 1 << pageBits;
const pageMask = pageUnits - 1;

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

/** Marks as `WordIndex.mark` does, from a bit for each document. */
export function markBits(
  any: Uint32Array,
  short: Uint32Array,
  step: number,
  marks: Uint32Array,
  docs: number,
): void {
  const needed = step === 0 ? 0 : reachedBit(step - 1);
  const always = reachedBit(step);
  for (let at = 0; at < any.length; at += 1) {
    const shortBits = short[at] ?? 0;
    for (let bits = any[at] ?? 0; bits !== 0; bits &= bits - 1) {
      const place = 31 - Math.clz32(bits & -bits);
      const doc = (at << 5) + place;
      const before = marks[doc] ?? 0;
      if (doc < docs && (before & needed) === needed)
        marks[doc] = before | always | (((shortBits >>> place) & 1) << step);
    }
  }
}

/** What is known of a word, side by side so that one posting touches one line of memory. */
const hashField = 0;
const startField = 1;
const lengthField = 2;
const firstField = 3;
const writeAtField = 4;
const writeEndField = 5;
/** One more than the newest document; 0 before the first. */
const nextField = 6;
/** How many documents, and in the lowest bits the newest slice's level. */
const countField = 7;
const levelBits = 3;
const levelMask = (1 << levelBits) - 1;
const fieldBits = 3;

/** Of `units`, those of a word from `start`. */
export type KnownWordVisitor = (word: number, units: Uint16Array, start: number, length: number) => void;

export class WordIndex {
  /** Words one behind the other. */
  #units = new Uint16Array(1 << 14);
  #unitsEnd = 0;
  /** Word + 1, or 0 for a free place. */
  #slots = new Uint32Array(1 << 12);
  #table = new Uint32Array(1 << 14);
  #words = 0;
  #pages: Uint16Array[] = [];
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
    table[row + countField] = (table[row + countField] ?? 0) + (1 << levelBits);
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
    const row = word << fieldBits;
    const docs = this.#table[row + nextField] ?? 0;
    const needed = step === 0 ? 0 : reachedBit(step - 1);
    const always = reachedBit(step) | (isWhole ? wholeBit : 0);
    let at = this.#table[row + firstField] ?? 0;
    let doc = 0;
    for (let level = 0; doc < docs; level = Math.min(level + 1, lastLevel)) {
      const page = this.#pageOf(at);
      at &= pageMask;
      const end = at + sliceAt(level) - pointerUnits;
      while (at < end && doc < docs) {
        const posting = page[at] ?? 0;
        at += 1;
        doc += posting >>> 1;
        if (posting === longSkip) continue;
        const before = marks[doc] ?? 0;
        if ((before & needed) === needed) marks[doc] = before | always | ((posting & 1) << step);
        doc += 1;
      }
      if (doc < docs) at = readPointer(page, at);
    }
  }

  /** Every document of the word in rising order, until `visit` says false. */
  walk(word: number, visit: (doc: number, isShort: boolean) => boolean): void {
    const row = word << fieldBits;
    const docs = this.#table[row + nextField] ?? 0;
    let at = this.#table[row + firstField] ?? 0;
    let doc = 0;
    for (let level = 0; doc < docs; level = Math.min(level + 1, lastLevel)) {
      const page = this.#pageOf(at);
      at &= pageMask;
      const end = at + sliceAt(level) - pointerUnits;
      while (at < end && doc < docs) {
        const posting = page[at] ?? 0;
        at += 1;
        doc += posting >>> 1;
        if (posting === longSkip) continue;
        if (!visit(doc, (posting & 1) === 1)) return;
        doc += 1;
      }
      if (doc < docs) at = readPointer(page, at);
    }
  }

  /** In how many documents, those counted that are there no more. */
  countOf(word: number): number {
    return (this.#table[(word << fieldBits) + countField] ?? 0) >>> levelBits;
  }

  /** Words from number `from` on, in the order in which they came, at least one, until `mayGoOn` says no. */
  eachKnown(from: number, visit: KnownWordVisitor, mayGoOn: () => boolean): number {
    for (let word = from; word < this.#words; word += 1) {
      if (word > from && !mayGoOn()) return word;
      const at = word << fieldBits;
      visit(word, this.#units, this.#table[at + startField] ?? 0, this.#table[at + lengthField] ?? 0);
    }
    return this.#words;
  }

  /** Nothing of any word is left in memory. */
  wipe(): void {
    for (const array of this.#all()) array.fill(0);
    this.#pages = [];
    this.#words = 0;
    this.#unitsEnd = 0;
    this.#poolEnd = 0;
  }

  #all(): readonly (Uint16Array | Uint32Array)[] {
    return [this.#units, this.#slots, this.#table, ...this.#pages];
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
    this.#pageOf(at)[at & pageMask] = unit;
    table[row + writeAtField] = at + 1;
  }

  /** A new slice for a word whose newest one is full up to `at`. */
  #goOn(row: number, at: number): number {
    const count = this.#table[row + countField] ?? 0;
    const level = Math.min((count & levelMask) + 1, lastLevel);
    const next = this.#newSlice(level);
    writePointer(this.#pageOf(at), at & pageMask, next);
    this.#table[row + countField] = (count & ~levelMask) | level;
    this.#table[row + writeEndField] = next + sliceAt(level) - pointerUnits;
    return next;
  }

  #newSlice(level: number): number {
    const units = sliceAt(level);
    const isOver = (this.#poolEnd & pageMask) + units > pageUnits;
    const at = isOver ? (this.#poolEnd | pageMask) + 1 : this.#poolEnd;
    this.#poolEnd = at + units;
    if (at >>> pageBits === this.#pages.length) this.#pages.push(new Uint16Array(pageUnits));
    return at;
  }

  #pageOf(at: number): Uint16Array {
    return this.#pages[at >>> pageBits] ?? noPage;
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

const noPage = new Uint16Array(0);

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
