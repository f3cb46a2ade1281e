/**
 * Typed words to records, over everything that is unlocked. Built a slice at a time; what is not in it yet is read
 * through on the spot, the newest first, for as long as an answer may take. Pure: records and stopwatch come from
 * outside, and no body is kept here.
 */
import type { RecordId } from '@shared/kernel/ids';
import { kindOfTable, recordKinds, type KindName } from '@shared/records/registry';
import type { SearchAnswer, SearchHit } from '@shared/vault/vault-api';
import { decodePayload } from './payload';
import { Backlog } from './search-backlog';
import { mayHold, needleOf } from './search-scan';
import { eachWord, matchIn, queryOf, scoreOf, textsOf } from './search-text';
import type { Match, Query, TextPiece, WordVisitor } from './search-text';
import { isReached, isWholeMark, shortBitsOf, WordIndex } from './search-words';

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
  /** An id may stand there twice; once it is indexed it is passed over. */
  #waiting: Backlog;
  readonly #docs = new Map<RecordId, number>();
  #ids: RecordId[] = [];
  #savedAt = new Float64Array(1 << 10);
  /** 0 for a document that was saved anew or removed since. */
  #ranks = new Uint8Array(1 << 10);
  /** Of the search that is under way. */
  #marks = new Uint32Array(1 << 10);

  constructor(parts: SearchIndexParts) {
    this.#parts = parts;
    this.#waiting = this.#backlogOf([]);
  }

  get isBuilt(): boolean {
    return this.#waiting.size === 0;
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
      if (doc !== undefined) this.#ranks[doc] = 0;
      this.#docs.delete(id);
      this.#waiting.push(id);
    }
  }

  /** Goes on until the stopwatch says so. True when everything is in. */
  build(until: number): boolean {
    const mayGoOn = (): boolean => this.#parts.now() < until;
    while (!this.isBuilt && this.#waiting.order(mayGoOn)) {
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
    return this.isBuilt;
  }

  search(typed: string, limit: number): SearchAnswer {
    const query = queryOf(typed);
    const from = this.#parts.now();
    const isBuilt = this.build(from + catchUpMs);
    if (query.length === 0) return { hits: [], isComplete: isBuilt };
    const best = new Best(Math.min(Math.max(limit, 1), maxHits));
    this.#ask(query, best);
    if (!isBuilt) this.#scan(query, best, from + catchUpMs + scanMs);
    const hits = best.kept.flatMap((found): SearchHit[] => {
      const read = this.#read(found.id);
      const field = found.field ?? (read === null ? null : (matchIn(read.texts, query)?.field ?? null));
      return read === null || field === null ? [] : [{ kind: read.kind, id: found.id, field }];
    });
    return { hits, isComplete: isBuilt };
  }

  /** Nothing of any word is left. */
  wipe(): void {
    this.#words.wipe();
    this.#words = new WordIndex();
    this.#savedAt.fill(0);
    this.#waiting = this.#backlogOf([]);
    this.#docs.clear();
    this.#ids = [];
  }

  byteLength(): number {
    return (
      this.#words.byteLength() + this.#savedAt.byteLength + this.#ranks.byteLength + this.#marks.byteLength
    );
  }

  #backlogOf(ids: readonly RecordId[]): Backlog {
    return new Backlog(ids, (id) => this.#parts.docOf(id)?.savedAt ?? 0);
  }

  #take(id: RecordId): void {
    const read = this.#read(id);
    if (read === null) return;
    const doc = this.#ids.length;
    this.#ids.push(id);
    this.#docs.set(id, doc);
    if (doc >= this.#savedAt.length) this.#grow();
    this.#savedAt[doc] = read.savedAt;
    this.#ranks[doc] = rankOf(read.kind);
    let isShortNow = false;
    const visit: WordVisitor = (units, length, hash) => {
      this.#words.add(doc, units, length, hash, isShortNow);
    };
    for (const { text, isShort } of read.texts) {
      isShortNow = isShort;
      eachWord(text, visit);
    }
  }

  #read(
    id: RecordId,
  ): { readonly kind: KindName; readonly savedAt: number; readonly texts: readonly TextPiece[] } | null {
    const doc = this.#parts.docOf(id);
    const opened = doc === null ? null : decodePayload(doc.tableId, doc.schema, doc.body);
    if (doc === null || opened === null) return null;
    return { kind: opened.kind, savedAt: doc.savedAt, texts: textsOf(opened.kind, opened.value) };
  }

  /** Every word narrows the documents down. */
  #ask(query: Query, best: Best): void {
    const count = this.#ids.length;
    const marks = this.#marks.fill(0, 0, count);
    const last = query.length - 1;
    for (const [step, { units, hash }] of query.entries()) {
      const whole = this.#words.find(units, hash);
      const words = step === last ? this.#words.startingWith(units) : whole < 0 ? [] : [whole];
      for (const word of words) this.#words.mark(word, step, step === last && word === whole, marks);
    }
    for (let doc = 0; doc < count; doc += 1) {
      const rank = this.#ranks[doc] ?? 0;
      const mark = marks[doc] ?? 0;
      if (rank === 0 || !isReached(mark, last)) continue;
      const score = scoreOf(shortBitsOf(mark), isWholeMark(mark));
      best.offer(rank, score, this.#savedAt[doc] ?? 0, this.#ids[doc], null);
    }
  }

  #scan(query: Query, best: Best, until: number): void {
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
      const match: Match | null = read === null ? null : matchIn(read.texts, query);
      if (read !== null && match !== null)
        best.offer(rankOf(read.kind), match.score, doc.savedAt, id, match.field);
    }
  }

  #grow(): void {
    const savedAt = new Float64Array(this.#savedAt.length * 2);
    savedAt.set(this.#savedAt);
    this.#savedAt = savedAt;
    const ranks = new Uint8Array(this.#ranks.length * 2);
    ranks.set(this.#ranks);
    this.#ranks = ranks;
    this.#marks = new Uint32Array(savedAt.length);
  }
}

/** The texts of a migrated value need not stand in its bytes. */
function isOfOurVersion({ tableId, schema }: SearchDoc): boolean {
  const kind = kindOfTable(tableId);
  return kind !== null && recordKinds[kind].schemaVersion === schema;
}

/** Drafts come last. */
function rankOf(kind: KindName): number {
  return kind === 'draft' ? 1 : 2;
}

interface Found {
  readonly rank: number;
  readonly score: number;
  readonly savedAt: number;
  readonly id: RecordId;
  /** Null when it is still to be looked up. */
  readonly field: string | null;
}

/** The best so far, best first: most are turned away by one look at the last. */
class Best {
  readonly kept: Found[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(rank: number, score: number, savedAt: number, id: RecordId | undefined, field: string | null): void {
    const worst = this.kept.at(-1);
    if (id === undefined) return;
    if (this.kept.length >= this.#limit && worst !== undefined) {
      if (compare(rank, score, savedAt, id, worst) >= 0) return;
    }
    if (this.kept.some((each) => each.id === id)) return;
    let at = this.kept.length;
    for (; at > 0; at -= 1) {
      const before = this.kept[at - 1];
      if (before !== undefined && compare(rank, score, savedAt, id, before) >= 0) break;
    }
    this.kept.splice(at, 0, { rank, score, savedAt, id, field });
    if (this.kept.length > this.#limit) this.kept.pop();
  }
}

/** Below 0: comes before `other`. */
function compare(rank: number, score: number, savedAt: number, id: RecordId, other: Found): number {
  if (rank !== other.rank) return other.rank - rank;
  if (score !== other.score) return other.score - score;
  if (savedAt !== other.savedAt) return other.savedAt - savedAt;
  return id < other.id ? -1 : 1;
}
