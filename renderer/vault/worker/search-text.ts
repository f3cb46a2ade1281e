/**
 * What search takes for text and for a word. A word is a run of letters and digits, without accents, in small letters;
 * apostrophes and hyphens part words, as in the combo boxes.
 */
import { isRecordId } from '@shared/kernel/ids';
import { kindNames, recordKinds, type KindName } from '@shared/records/registry';
import type { DisclosureClass } from '@shared/records/record-kind';
import { maxSteps } from './search-words';

/** A text of a record, and the field of the record's value that it stands in. */
export interface TextPiece {
  readonly field: string;
  readonly text: string;
  /** A name, a title, a line: a word says more there than in a long note. */
  readonly isShort: boolean;
}

/** `units`: UTF-16, of which the first `length` count. They are the reader's own: copy what is to stay. */
export type WordVisitor = (units: Uint16Array, length: number, hash: number) => void;

export interface QueryWord {
  readonly units: Uint16Array;
  readonly hash: number;
  /** Looked for in its stead, each as a whole word. */
  readonly guesses?: readonly Uint16Array[];
}

/** All words have to be there; the last may be the start of one. */
export type Query = readonly QueryWord[];

export interface Match {
  readonly field: string;
  readonly score: number;
}

/** Of a longer word only this much counts, in records and in what is typed alike. */
const maxWordUnits = 64;
const maxQueryUnits = 200;
const maxShortUnits = 80;

const fieldsByKind = new Map<KindName, readonly string[]>(
  kindNames.map((kind) => {
    const fields = Object.entries<DisclosureClass>(recordKinds[kind].disclosure);
    return [kind, fields.filter(([, of]) => of !== 'internal').map(([field]) => field)];
  }),
);

/** Every text of a record but ids, dates and times; numbers are no text. Short pieces first. */
export function textsOf(kind: KindName, value: unknown): readonly TextPiece[] {
  const short: TextPiece[] = [];
  const long: TextPiece[] = [];
  const take = (field: string, of: unknown): void => {
    if (typeof of === 'string') {
      if (of === '' || isRecordId(of) || isTime(of)) return;
      const isShort = of.length <= maxShortUnits && !isCode(of);
      (isShort ? short : long).push({ field, text: of, isShort });
    } else if (Array.isArray(of)) {
      for (const each of of) take(field, each);
    } else if (typeof of === 'object' && of !== null) {
      for (const [key, each] of Object.entries(of)) if (!isIdKey(key)) take(field, each);
    }
  };
  const fields = value as Readonly<Record<string, unknown>>;
  for (const field of fieldsByKind.get(kind) ?? []) if (!isIdKey(field)) take(field, fields[field]);
  return short.length === 0 ? long : short.concat(long);
}

function isTime(text: string): boolean {
  return text.length <= 10 && /^(\d{4}-\d{2}(-\d{2})?|\d{2}:\d{2})$/.test(text);
}

/** "reflective-group": a choice from a list. It is found, after what somebody wrote. */
function isCode(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}

/** "id", "phaseId", "personIds", the "unit" of a step's timing: what stands there nobody has read or written. */
function isIdKey(key: string): boolean {
  return key === 'id' || key === 'unit' || key.endsWith('Id') || key.endsWith('Ids');
}

export function queryOf(typed: string): Query {
  const words: QueryWord[] = [];
  eachWord(typed.slice(0, maxQueryUnits), (units, length, hash) => {
    if (words.length < maxSteps) words.push({ units: units.slice(0, length), hash });
  });
  return words;
}

/** Bit k of `shortBits`: word k stands in a short piece. `isExact`: the last word is there whole. */
export function scoreOf(shortBits: number, isExact: boolean): number {
  let count = 0;
  for (let bits = shortBits; bits !== 0; bits &= bits - 1) count += 1;
  return count * 2 + (isExact ? 1 : 0);
}

/** Null when a word is missing. The field is the one with most of the words, the first of equals. */
export function matchIn(pieces: readonly TextPiece[], query: Query): Match | null {
  const last = query.length - 1;
  let found = 0;
  let shortBits = 0;
  let isExact = false;
  let inPiece = 0;
  const byField = new Map<string, number>();
  const visit: WordVisitor = (read, length) => {
    for (let index = 0; index <= last; index += 1) {
      const word = query[index];
      if (word === undefined) continue;
      if (word.guesses !== undefined) {
        if (!word.guesses.some((guess) => guess.length === length && startsWith(read, guess))) continue;
        inPiece |= 1 << index;
        if (index === last) isExact = true;
        continue;
      }
      const wanted = word.units;
      if (read[0] !== wanted[0]) continue;
      if (index === last ? length < wanted.length : length !== wanted.length) continue;
      if (!startsWith(read, wanted)) continue;
      inPiece |= 1 << index;
      if (index === last && length === wanted.length) isExact = true;
    }
  };
  for (const { field, text, isShort } of pieces) {
    inPiece = 0;
    eachWord(text, visit);
    if (inPiece === 0) continue;
    found |= inPiece;
    if (isShort) shortBits |= inPiece;
    byField.set(field, (byField.get(field) ?? 0) | inPiece);
  }
  if (query.length === 0 || found !== (1 << query.length) - 1) return null;
  let best = { field: '', words: 0 };
  for (const [field, bits] of byField) {
    const words = scoreOf(bits, false);
    if (words > best.words) best = { field, words };
  }
  return { field: best.field, score: scoreOf(shortBits, isExact) };
}

function startsWith(read: Uint16Array, start: Uint16Array): boolean {
  for (let index = 0; index < start.length; index += 1) if (read[index] !== start[index]) return false;
  return true;
}

/** Without accents, in small letters. */
function fold(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}+/gu, '');
  return bare.toLowerCase().replaceAll('ς', 'σ');
}

const separator = 0;
/** Not one letter for one: read by the slow way. */
const unusual = 0xffff;
/** Latin with its accents: for each unit its folded one. */
const foldedUnits = Uint16Array.from({ length: 0x250 }, (_, unit) => {
  const folded = fold(String.fromCharCode(unit));
  if (!/[\p{L}\p{N}]/u.test(folded)) return folded === '' ? unusual : separator;
  return folded.length === 1 ? folded.charCodeAt(0) : unusual;
});

export const hashStart = 0x811c9dc5 | 0;
const hashPrime = 0x01000193;

export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, hashPrime);
}

export function hashOf(of: Uint16Array, length: number): number {
  let hash = hashStart;
  for (let index = 0; index < length; index += 1) hash = hashStep(hash, of[index] ?? 0);
  return hash >>> 0;
}

function foldedUnit(unit: number): number {
  if (unit < 0x250) return foldedUnits[unit] ?? unusual;
  // Dashes, quotes and spaces of all kinds.
  return unit >= 0x2000 && unit <= 0x206f ? separator : unusual;
}

/** Made once: texts are read one at a time. */
const units = new Uint16Array(maxWordUnits);

export function eachWord(text: string, visit: WordVisitor): void {
  const end = text.length;
  let length = 0;
  let start = 0;
  let hash = hashStart;
  for (let at = 0; at <= end; at += 1) {
    const unit = at === end ? separator : foldedUnit(text.charCodeAt(at));
    if (unit === separator) {
      if (length > 0) visit(units, length, hash >>> 0);
      length = 0;
      hash = hashStart;
      start = at + 1;
    } else if (unit === unusual) {
      let to = at + 1;
      while (to < end && foldedUnit(text.charCodeAt(to)) !== separator) to += 1;
      eachUnusualWord(text.slice(start, to), visit);
      length = 0;
      hash = hashStart;
      start = to + 1;
      at = to;
    } else if (length < maxWordUnits) {
      units[length] = unit;
      length += 1;
      hash = hashStep(hash, unit);
    }
  }
}

function eachUnusualWord(text: string, visit: WordVisitor): void {
  for (const word of fold(text).match(/[\p{L}\p{N}]+/gu) ?? []) {
    const length = Math.min(word.length, maxWordUnits);
    let hash = hashStart;
    for (let index = 0; index < length; index += 1) {
      const unit = word.charCodeAt(index);
      units[index] = unit;
      hash = hashStep(hash, unit);
    }
    visit(units, length, hash >>> 0);
  }
}
