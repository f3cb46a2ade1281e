/**
 * Typed words to records, over everything that is unlocked. Built a slice at a time; what is not in it yet is read
 * through on the spot, the newest first, for as long as an answer may take. Pure: records and stopwatch come from
 * outside, and no body is kept here.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { RecordKind } from '@shared/records/record-kind';
import { kindOfTable, recordKinds, type KindName } from '@shared/records/registry';
import type { SearchAnswer, SearchFilter, SearchGuess, SearchHit } from '@shared/vault/vault-api';
import { decodePayload } from './payload';
import { Backlog } from './search-backlog';
import { Best, highestRank } from './search-best';
import { facetsOf, isFilter, letsThrough, narrowingOf, personMarker, themeMarker } from './search-facets';
import type { Narrowing } from './search-facets';
import { guessed } from './search-guess';
import { mayHold, needleOf } from './search-scan';
import { StartSets } from './search-starts';
import { eachWord, hashOf, matchIn, queryOf, scoreOf, textsOf } from './search-text';
import type { Query, QueryWord, WordVisitor } from './search-text';
import { isReached, isWholeMark, markBits, shortBitsOf, WordIndex } from './search-words';

/** A record that is there, as it was sealed: see `ManifestEntry`. */
export interface SearchDoc {
  readonly tableId: number;
  readonly schema: number;
  readonly savedAt: number;
  readonly body: Uint8Array;
}

export interface SearchIndexParts {
  /** Null for a record that is not there. */
  readonly docOf: (id: RecordId) => SearchDoc | null;
  /** Milliseconds from any start. */
  readonly now: () => number;
}

/** How long a search may index first, and how long it may then read what is not indexed. */
const catchUpMs = 10;
const scanMs = 50;
/** Records between two looks at the stopwatch. */
const buildStep = 16;
const scanStep = 64;
const maxHits = 100;
/** Documents that were saved anew or removed, beyond which the index is made again. */
const wornDocs = 2000;

export class SearchIndex {
  readonly #parts: SearchIndexParts;
  #words = new WordIndex();
  #starts = new StartSets(this.#words);
  /** Of people and themes, made once each. */
  readonly #markers = new Map<string, QueryWord>();
  /** An id may stand there twice; once it is indexed it is passed over. */
  #waiting: Backlog;
  readonly #docs = new Map<RecordId, number>();
  #ids: RecordId[] = [];
  #savedAt = new Float64Array(1 << 10);
  #days = new Int32Array(1 << 10);
  /** Of its kind; 0 for a document that was saved anew or removed since. */
  #tables = new Uint8Array(1 << 10);
  /** Of the search that is under way. */
  #marks = new Uint32Array(1 << 10);

  constructor(parts: SearchIndexParts) {
    this.#parts = parts;
    this.#waiting = this.#backlogOf([]);
  }

  /** Everything anew. */
  begin(ids: Iterable<RecordId>): void {
    this.wipe();
    this.#waiting = this.#backlogOf([...ids]);
  }

  /** Saved, removed or erased: what was indexed counts no more, what is there now waits. */
  changed(ids: readonly RecordId[]): void {
    for (const id of ids) {
      const doc = this.#docs.get(id);
      if (doc !== undefined) this.#tables[doc] = 0;
      this.#docs.delete(id);
      this.#waiting.push(id);
    }
  }

  /** Goes on until the stopwatch says so. True when there is nothing left to do. */
  build(until: number): boolean {
    const mayGoOn = (): boolean => this.#parts.now() < until;
    return this.#takeAll(mayGoOn) && this.#starts.build(this.#ids.length, mayGoOn);
  }

  search(typed: string, limit: number, filter: SearchFilter = {}): SearchAnswer {
    const query = queryOf(typed);
    const from = this.#parts.now();
    const isBuilt = this.build(from + catchUpMs);
    if (query.length === 0 && !isFilter(filter)) return { hits: [], guesses: [], isComplete: isBuilt };
    const best = new Best(Math.min(Math.max(limit, 1), maxHits));
    const narrowing = narrowingOf(filter);
    this.#ask(query, narrowing, best);
    if (!isBuilt) this.#scan(query, filter, best, from + catchUpMs + scanMs);
    if (best.kept.length > 0 || !isBuilt)
      return { hits: this.#hitsOf(best, query), guesses: [], isComplete: isBuilt };
    const other = guessed(query, this.#words, (doc) => (this.#tables[doc] ?? 0) !== 0);
    if (other !== null) this.#ask(other.query, narrowing, best);
    const guesses: readonly SearchGuess[] = other === null || best.kept.length === 0 ? [] : other.guesses;
    return { hits: this.#hitsOf(best, other?.query ?? query), guesses, isComplete: true };
  }

  /** Nothing of any word is left. */
  wipe(): void {
    this.#words.wipe();
    this.#starts.wipe();
    this.#words = new WordIndex();
    this.#starts = new StartSets(this.#words);
    this.#markers.clear();
    this.#savedAt.fill(0);
    this.#days.fill(0);
    this.#tables.fill(0);
    this.#waiting = this.#backlogOf([]);
    this.#docs.clear();
    this.#ids = [];
  }

  byteLength(): number {
    const perDoc = [this.#savedAt, this.#days, this.#tables, this.#marks];
    const parts = this.#words.byteLength() + this.#starts.byteLength();
    return perDoc.reduce((sum, array) => sum + array.byteLength, parts);
  }

  #backlogOf(ids: readonly RecordId[]): Backlog {
    return new Backlog(ids, (id) => this.#parts.docOf(id)?.savedAt ?? 0);
  }

  /** True when every record is in. */
  #takeAll(mayGoOn: () => boolean): boolean {
    while (this.#waiting.size > 0 && this.#waiting.order(mayGoOn)) {
      for (let step = 0; step < buildStep; step += 1) {
        const id = this.#waiting.pop();
        if (id === undefined) break;
        if (!this.#docs.has(id)) this.#take(id);
      }
      const worn = this.#ids.length - this.#docs.size;
      if (this.#waiting.size === 0 && worn > wornDocs && worn > this.#docs.size)
        this.begin([...this.#docs.keys()]);
      if (!mayGoOn()) break;
    }
    return this.#waiting.size === 0;
  }

  #take(id: RecordId): void {
    const read = this.#read(id);
    if (read === null) return;
    const doc = this.#ids.length;
    this.#ids.push(id);
    this.#docs.set(id, doc);
    if (doc >= this.#savedAt.length) this.#grow();
    this.#savedAt[doc] = read.savedAt;
    this.#tables[doc] = recordKinds[read.kind].tableId;
    const { day, people, themes } = facetsOf(read.kind, id, read.value, read.savedAt);
    this.#days[doc] = day;
    for (const person of people) this.#addMarker(doc, this.#markerOf(person, personMarker));
    for (const theme of themes) this.#addMarker(doc, this.#markerOf(theme, themeMarker));
    let isShortNow = false;
    const visit: WordVisitor = (units, length, hash) => {
      this.#words.add(doc, units, length, hash, isShortNow);
      this.#starts.add(doc, units, length, isShortNow);
    };
    for (const { text, isShort } of textsOf(read.kind, read.value)) {
      isShortNow = isShort;
      eachWord(text, visit);
    }
  }

  #markerOf<T extends string>(text: T, make: (text: T) => QueryWord): QueryWord {
    const known = this.#markers.get(text) ?? make(text);
    this.#markers.set(text, known);
    return known;
  }

  #addMarker(doc: number, { units, hash }: QueryWord): void {
    this.#words.add(doc, units, units.length, hash, false);
  }

  #read(id: RecordId): Read | null {
    const doc = this.#parts.docOf(id);
    const opened = doc === null ? null : decodePayload(doc.tableId, doc.schema, doc.body);
    if (doc === null || opened === null || isPrivate(opened.kind)) return null;
    return { kind: opened.kind, savedAt: doc.savedAt, value: opened.value };
  }

  #hitsOf(best: Best, query: Query): readonly SearchHit[] {
    return best.kept.flatMap(({ id, field: known }): SearchHit[] => {
      const read = this.#read(id);
      if (read === null) return [];
      const match =
        query.length === 0 ? '' : (known ?? matchIn(textsOf(read.kind, read.value), query)?.field);
      return match === undefined ? [] : [{ kind: read.kind, id, field: match }];
    });
  }

  /** Every word narrows the documents down, and so does every marker of the filter. */
  #ask(query: Query, narrowing: Narrowing, best: Best): void {
    const count = this.#ids.length;
    const marks = this.#marks.fill(0, 0, count);
    const last = query.length - 1;
    for (const [step, word] of query.entries()) this.#markWord(word, step, step === last, marks);
    const had = this.#narrowed(narrowing, count);
    const ofKinds = narrowing.kinds === null ? null : tablesOf(narrowing.kinds);
    const { from, to, markers } = narrowing;
    const [tables, days, times] = [this.#tables, this.#days, this.#savedAt];
    for (let doc = 0; doc < count; doc += 1) {
      const mark = marks[doc] ?? 0;
      if (last >= 0 && !isReached(mark, last)) continue;
      const table = tables[doc] ?? 0;
      if (table === 0 || (ofKinds !== null && ofKinds[table] === 0)) continue;
      const day = days[doc] ?? 0;
      if (day < from || day > to) continue;
      if (had !== null && had[doc] !== markers.length) continue;
      const score = scoreOf(shortBitsOf(mark), isWholeMark(mark));
      const time = last < 0 ? day : (times[doc] ?? 0);
      if (best.mayTake(score, time)) best.offer(rankOf(table), score, time, this.#ids[doc], null);
    }
  }

  #markWord(word: QueryWord, step: number, isLast: boolean, marks: Uint32Array): void {
    const words = this.#words;
    if (word.guesses !== undefined) {
      for (const guess of word.guesses) {
        const known = words.find(guess, hashOf(guess, guess.length));
        if (known >= 0) words.mark(known, step, isLast, marks);
      }
      return;
    }
    const whole = words.find(word.units, word.hash);
    if (whole >= 0) words.mark(whole, step, isLast, marks);
    if (!isLast) return;
    const start = this.#starts.of(word.units);
    if (start !== null) markBits(start.any, start.short, step, marks, this.#ids.length);
    else
      for (const known of words.startingWith(word.units))
        if (known !== whole) words.mark(known, step, false, marks);
  }

  /** For each document how many of the filter's markers it has; null when it has none to have. */
  #narrowed({ markers }: Narrowing, count: number): Uint8Array | null {
    if (markers.length === 0) return null;
    const had = new Uint8Array(count);
    for (const { units, hash } of markers) {
      const known = this.#words.find(units, hash);
      if (known < 0) continue;
      this.#words.walk(known, (doc) => {
        had[doc] = (had[doc] ?? 0) + 1;
        return true;
      });
    }
    return had;
  }

  #scan(query: Query, filter: SearchFilter, best: Best, until: number): void {
    const needle = needleOf(query);
    const { docOf, now } = this.#parts;
    this.#waiting.order(() => true);
    for (let at = 0; at < this.#waiting.size; at += 1) {
      if (at % scanStep === scanStep - 1 && now() >= until) return;
      const id = this.#waiting.at(at);
      const doc = id === undefined || this.#docs.has(id) ? null : docOf(id);
      if (id === undefined || doc === null) continue;
      if (needle !== null && isOfOurVersion(doc) && !mayHold(doc.body, needle)) continue;
      const read = this.#read(id);
      if (read === null) continue;
      const { kind, value, savedAt } = read;
      const facets = isFilter(filter) ? facetsOf(kind, id, value, savedAt) : null;
      if (facets !== null && !letsThrough(filter, kind, facets)) continue;
      const match = query.length === 0 ? everything : matchIn(textsOf(kind, value), query);
      const time = query.length === 0 && facets !== null ? facets.day : savedAt;
      if (match !== null) best.offer(rankOf(doc.tableId), match.score, time, id, match.field);
    }
  }

  #grow(): void {
    const { length } = this.#savedAt;
    this.#savedAt = longer(new Float64Array(length * 2), this.#savedAt);
    this.#days = longer(new Int32Array(length * 2), this.#days);
    this.#tables = longer(new Uint8Array(length * 2), this.#tables);
    this.#marks = new Uint32Array(length * 2);
  }
}

interface Read {
  readonly kind: KindName;
  readonly savedAt: number;
  readonly value: unknown;
}

const everything = { field: '', score: 0 } as const;

function longer<T extends Float64Array | Int32Array | Uint8Array>(array: T, old: T): T {
  array.set(old);
  return array;
}

function tablesOf(kinds: ReadonlySet<KindName>): Uint8Array {
  const tables = new Uint8Array(256);
  for (const kind of kinds) tables[recordKinds[kind].tableId] = 1;
  return tables;
}

/** The texts of a migrated value need not stand in its bytes. */
function isOfOurVersion({ tableId, schema }: SearchDoc): boolean {
  const kind = kindOfTable(tableId);
  return kind !== null && recordKinds[kind].schemaVersion === schema;
}

function isPrivate(name: KindName): boolean {
  const kind: RecordKind = recordKinds[name];
  return kind.isPrivate === true;
}

/** Drafts come last. */
function rankOf(tableId: number): number {
  return tableId === recordKinds.draft.tableId ? 1 : highestRank;
}
