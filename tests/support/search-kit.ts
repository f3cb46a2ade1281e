/** Records for the search index, and the same search said in the plainest way. */
import type { RecordId } from '@shared/kernel/ids';
import type { RecordKind } from '@shared/records/record-kind';
import { recordKinds, type KindName, type RecordValue } from '@shared/records/registry';
import { canonicalJson } from '@shared/vault/canonical-json';
import type { SearchFilter, SearchGuess } from '@shared/vault/vault-api';
import type { SearchDoc } from '../../renderer/vault/worker/search-index';
import { textsOf } from '../../renderer/vault/worker/search-text';

export type Docs = ReadonlyMap<RecordId, SearchDoc>;

const encoder = new TextEncoder();

export function docOf<K extends KindName>(kind: K, value: RecordValue<K>, savedAt = 0): SearchDoc {
  const { tableId, schemaVersion: schema } = recordKinds[kind];
  return { tableId, schema, savedAt, body: encoder.encode(canonicalJson(value) ?? '') };
}

export function sessionWith(
  note: string,
  action = 'Ring the clinic',
  savedAt = 0,
  more: Partial<RecordValue<'supervision-session'>> = {},
): SearchDoc {
  const [example] = recordKinds['supervision-session'].examples;
  const actions = [{ text: action, owner: '', due: null, doneOn: null, droppedOn: null }];
  return docOf('supervision-session', { ...example!, note, actions, ...more }, savedAt);
}

/** The words of a text by one regular expression. */
export function wordsOf(text: string): readonly string[] {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ς', 'σ');
  return (bare.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, 64));
}

/** The ids of what holds the words as they were typed. */
export function naive(docs: Docs, typed: string, filter: SearchFilter = {}): readonly RecordId[] {
  const wanted = wordsOf(typed).slice(0, 12);
  if (wanted.length === 0 && Object.keys(filter).length === 0) return [];
  const isOne = (index: number, word: string): boolean =>
    index === wanted.length - 1 ? word.startsWith(wanted[index]!) : word === wanted[index];
  return found(docs, filter, wanted.length, isOne, (word) => word === wanted.at(-1));
}

/** With other spellings where there is nothing. */
export function naiveAnswer(
  docs: Docs,
  typed: string,
  filter: SearchFilter = {},
): { readonly ids: readonly RecordId[]; readonly guesses: readonly SearchGuess[] } {
  const ids = naive(docs, typed, filter);
  const wanted = wordsOf(typed).slice(0, 12);
  if (ids.length > 0 || wanted.length === 0) return { ids, guesses: [] };
  const counts = new Map<string, number>();
  for (const doc of docs.values())
    for (const word of new Set(piecesOf(doc).flatMap(({ text }) => wordsOf(text))))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const guesses: SearchGuess[] = [];
  const choices = wanted.map((word, index): readonly string[] | null => {
    const isLast = index === wanted.length - 1;
    if ([...counts.keys()].some((each) => (isLast ? each.startsWith(word) : each === word))) return null;
    const words = nearest(word, isLast, counts);
    guesses.push({ typed: word, words });
    return words;
  });
  if (guesses.length === 0 || guesses.some(({ words }) => words.length === 0)) return { ids, guesses: [] };
  const last = wanted.length - 1;
  const isOne = (index: number, word: string): boolean =>
    choices[index]?.includes(word) ??
    (index === last ? word.startsWith(wanted[index]!) : word === wanted[index]);
  const isWhole = (word: string): boolean => choices[last]?.includes(word) ?? word === wanted[last];
  const guessedIds = found(docs, filter, wanted.length, isOne, isWhole);
  return { ids: guessedIds, guesses: guessedIds.length === 0 ? [] : guesses };
}

function nearest(typed: string, isLast: boolean, counts: ReadonlyMap<string, number>): readonly string[] {
  const most = typed.length < 4 || /[0-9]/.test(typed) ? 0 : typed.length < 8 ? 1 : 2;
  if (most === 0) return [];
  const ranked = [...counts].map(([word, count]) => ({ word, count, rank: naiveRank(typed, word, isLast) }));
  const best = Math.min(...ranked.map(({ rank }) => rank));
  if (best > most * 2 + 1) return [];
  return ranked
    .filter(({ rank }) => rank === best)
    .sort((left, right) => right.count - left.count || (left.word < right.word ? -1 : 1))
    .slice(0, 12)
    .map(({ word }) => word);
}

/** Twice the edits, and one more where only a start of the word is so near. */
export function naiveRank(typed: string, word: string, isBegun: boolean): number {
  const whole = edits(typed, word) * 2;
  if (!isBegun) return whole;
  const starts = Array.from(
    { length: word.length + 1 },
    (_, end) => edits(typed, word.slice(0, end)) * 2 + 1,
  );
  return Math.min(whole, ...starts);
}

function edits(left: string, right: string): number {
  const table: number[][] = [];
  for (let row = 0; row <= left.length; row += 1) {
    table.push([row]);
    for (let column = 1; column <= right.length; column += 1) {
      if (row === 0) {
        table[0]!.push(column);
        continue;
      }
      const isSame = left[row - 1] === right[column - 1];
      const ways = [
        table[row - 1]![column - 1]! + (isSame ? 0 : 1),
        table[row - 1]![column]! + 1,
        table[row]![column - 1]! + 1,
      ];
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && isSwap) ways.push(table[row - 2]![column - 2]! + 1);
      table[row]!.push(Math.min(...ways));
    }
  }
  return table[left.length]![right.length]!;
}

function found(
  docs: Docs,
  filter: SearchFilter,
  count: number,
  isOne: (index: number, word: string) => boolean,
  isWhole: (word: string) => boolean,
): readonly RecordId[] {
  const scored: { id: RecordId; short: number; isExact: boolean; time: number; isDraft: boolean }[] = [];
  for (const [id, doc] of docs) {
    const day = dayOf(doc);
    if (!passes(id, doc, day, filter)) continue;
    const pieces = piecesOf(doc);
    const all = pieces.flatMap(({ text }) => wordsOf(text));
    const short = pieces.filter(({ isShort }) => isShort).flatMap(({ text }) => wordsOf(text));
    const steps = Array.from({ length: count }, (_, index) => index);
    if (!steps.every((index) => all.some((word) => isOne(index, word)))) continue;
    scored.push({
      id,
      short: steps.filter((index) => short.some((word) => isOne(index, word))).length,
      isExact: all.some(isWhole),
      time: count === 0 ? Date.parse(day) : doc.savedAt,
      isDraft: kindOf(doc) === 'draft',
    });
  }
  scored.sort(
    (left, right) =>
      Number(left.isDraft) - Number(right.isDraft) ||
      right.short - left.short ||
      Number(right.isExact) - Number(left.isExact) ||
      right.time - left.time ||
      (left.id < right.id ? -1 : 1),
  );
  return scored.map(({ id }) => id);
}

/** Its own, else that of saving. */
function dayOf(doc: SearchDoc): string {
  const kind: RecordKind = recordKinds[kindOf(doc)];
  const saved = new Date(doc.savedAt);
  const savedOn = `${saved.getFullYear()}-${two(saved.getMonth() + 1)}-${two(saved.getDate())}`;
  return kind.searchFacets?.(valueOf(doc)).date ?? savedOn;
}

function passes(id: RecordId, doc: SearchDoc, day: string, filter: SearchFilter): boolean {
  const kind: RecordKind = recordKinds[kindOf(doc)];
  const value = valueOf(doc);
  const themes = kind.searchFacets?.(value).themes ?? [];
  return (
    (filter.kinds?.includes(kindOf(doc)) ?? true) &&
    (filter.personId === undefined || kind.people(value, id).includes(filter.personId)) &&
    (filter.from === undefined || day >= filter.from) &&
    (filter.to === undefined || day <= filter.to) &&
    (filter.theme === undefined || themes.includes(filter.theme))
  );
}

const two = (number: number): string => String(number).padStart(2, '0');

function kindOf({ tableId }: SearchDoc): KindName {
  return Object.values(recordKinds).find((each) => each.tableId === tableId)!.kind;
}

function valueOf({ body }: SearchDoc): unknown {
  return JSON.parse(new TextDecoder().decode(body));
}

function piecesOf(doc: SearchDoc): ReturnType<typeof textsOf> {
  return textsOf(kindOf(doc), valueOf(doc));
}
