/**
 * What is typed into the sheets, from the key to the vault. Each cell that is left is saved with its month, in one
 * sealed commit for all that have come together; a cell that cannot be saved stays as it was typed. Saves never overlap,
 * so that no month can get a second record.
 */
import type { DecimalMark } from '@shared/import/number-cells';
import { isLocalMonth, type LocalMonth } from '@shared/kernel/local-date';
import type { KindName } from '@shared/records/registry';
import {
  byMonthAndTeam,
  handKey,
  handSheets,
  handText,
  settleRow,
  type HandField,
  type HandSheet,
  type HandValues,
  type TypedFigure,
} from '@shared/workforce/hand-sheets';
import {
  newRecordId,
  type RecordError,
  type StoredRecord,
  type VaultClient,
  type VaultError,
  type Write,
} from '../../../vault';

export interface HandPlace {
  readonly kind: HandSheet['kind'];
  /** Empty: the whole service. */
  readonly team: string;
}
export interface HandCell extends HandPlace {
  readonly month: LocalMonth;
  readonly field: HandField;
}
export interface TypedCell extends HandCell, TypedFigure {
  /** It was typed before the page was left or the vault was locked, and may be half a number. */
  readonly isFromBefore: boolean;
}
export interface HandEntry extends HandCell {
  readonly text: string;
  readonly mark?: DecimalMark | undefined;
}

export interface HandState {
  /** Cells whose text is not saved, by `cellKey`. */
  readonly typed: ReadonlyMap<string, TypedCell>;
  readonly isSaving: boolean;
  readonly error: VaultError | RecordError | null;
}

export interface HandKeeper {
  state(): HandState;
  subscribe(listener: () => void): () => void;
  /** As the cell shows it: what was typed, else what is stored. */
  textOf(cell: HandCell): string;
  /** Why a typed cell cannot be saved; null when it can, or is. */
  problemOf(cell: HandCell): string | null;
  /** Cells that were left with this text: one step of undo. */
  enter(entries: readonly HandEntry[]): void;
  /** The cells of the last step on this sheet and team, put back; null when there is none. */
  undo(place: HandPlace): readonly HandCell[] | null;
  redo(place: HandPlace): readonly HandCell[] | null;
  /** After a save that the vault refused. */
  retry(): void;
}

type Client = Pick<VaultClient, 'commit' | 'records'>;
export type HandRecord = StoredRecord<'month-figures'> | StoredRecord<'practice-time'>;

interface Step extends HandPlace {
  readonly before: readonly HandEntry[];
  readonly after: readonly HandEntry[];
}

/** The team comes last: it may hold any sign. */
export function cellKey({ kind, month, field, team }: HandCell): string {
  return `${kind}|${month}|${field}|${team}`;
}

export function cellOfKey(key: string): HandCell | null {
  const parts = /^([a-z-]+)\|([\d-]+)\|(\w+)\|(.*)$/s.exec(key);
  if (parts === null) return null;
  const [, kind = '', month = '', field = '', team = ''] = parts;
  if ((kind !== 'month-figures' && kind !== 'practice-time') || !isLocalMonth(month)) return null;
  const column = handSheets[kind].columns.find((each) => each.field === field);
  return column === undefined ? null : { kind, month, field: column.field, team };
}

export function handRecords(client: Pick<Client, 'records'>, kind: HandSheet['kind']): readonly HandRecord[] {
  return kind === 'month-figures' ? client.records('month-figures') : client.records('practice-time');
}

export function valuesOf(record: HandRecord | undefined): HandValues {
  return record === undefined ? {} : record.value;
}

export function createHandKeeper(client: Client, restored: ReadonlyMap<string, string>): HandKeeper {
  let state: HandState = { typed: typedBefore(restored), isSaving: false, error: null };
  const steps: Step[] = [];
  const undone: Step[] = [];
  const waiting = new Map<string, HandCell>();
  let queue: Promise<void> = Promise.resolve();
  const listeners = new Set<() => void>();

  const change = (next: Partial<HandState>): void => {
    state = { ...state, ...next };
    for (const listener of [...listeners]) listener();
  };

  // The vault gives the same array until something changes: a block of cells looks into one index.
  const indexes = new WeakMap<readonly HandRecord[], ReadonlyMap<string, HandRecord>>();
  const storedOf = ({ kind, month, team }: HandCell): HandRecord | undefined => {
    const records = handRecords(client, kind);
    const index = indexes.get(records) ?? byMonthAndTeam(records);
    indexes.set(records, index);
    return index.get(handKey(month, team));
  };

  const textOf = (cell: HandCell): string =>
    state.typed.get(cellKey(cell))?.text ?? handText(valuesOf(storedOf(cell))[cell.field]);

  const typedInRow = ({ kind, month, team }: HandCell): ReadonlyMap<HandField, TypedCell> =>
    new Map(
      [...state.typed.values()]
        .filter((cell) => cell.kind === kind && cell.month === month && cell.team === team)
        .map((cell) => [cell.field, cell]),
    );

  const saveRows = async (rows: readonly HandCell[], isAgain: boolean): Promise<void> => {
    const writes: Write[] = [];
    const done: TypedCell[] = [];
    for (const row of rows) {
      const record = storedOf(row);
      const typed = typedInRow(row);
      const { values, problems } = settleRow(handSheets[row.kind], valuesOf(record), typed);
      for (const [field, cell] of typed) if (!problems.has(field)) done.push(cell);
      const write = writeOf(row, record, values);
      if (write !== null) writes.push(write);
    }
    const saved = writes.length === 0 ? null : await client.commit(writes);
    if (saved?.ok === false) {
      if (saved.error.tag === 'RevisionConflict' && !isAgain) return saveRows(rows, true);
      for (const row of rows) waiting.set(rowKey(row), row);
      change({ error: saved.error });
      return;
    }
    const typed = new Map(state.typed);
    // What has been typed over since stays.
    for (const cell of done) if (typed.get(cellKey(cell)) === cell) typed.delete(cellKey(cell));
    change({ typed, error: null });
  };

  const save = (): void => {
    queue = queue.then(async () => {
      if (waiting.size === 0) return;
      const rows = [...waiting.values()];
      waiting.clear();
      change({ isSaving: true });
      await saveRows(rows, false);
      change({ isSaving: false });
    });
  };

  const put = (entries: readonly HandEntry[]): void => {
    const typed = new Map(state.typed);
    for (const entry of entries) {
      typed.set(cellKey(entry), { ...entry, isFromBefore: false });
      waiting.set(rowKey(entry), entry);
    }
    change({ typed });
    save();
  };

  const step = (from: Step[], to: Step[], place: HandPlace, side: 'before' | 'after') => {
    const at = from.findLastIndex(({ kind, team }) => kind === place.kind && team === place.team);
    const [found] = at === -1 ? [] : from.splice(at, 1);
    if (found === undefined) return null;
    to.push(found);
    put(found[side]);
    return found[side];
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    textOf,
    enter: (entries) => {
      const changed = entries.filter(
        (entry) => entry.text !== textOf(entry) || state.typed.get(cellKey(entry))?.isFromBefore === true,
      );
      const [first] = changed;
      if (first === undefined) return;
      const before = changed.map(({ kind, team, month, field }) => {
        const cell = { kind, team, month, field };
        return { ...cell, text: textOf(cell), mark: state.typed.get(cellKey(cell))?.mark };
      });
      steps.push({ kind: first.kind, team: first.team, before, after: changed });
      undone.length = 0;
      put(changed);
    },
    problemOf: (cell) =>
      settleRow(handSheets[cell.kind], valuesOf(storedOf(cell)), typedInRow(cell)).problems.get(cell.field) ??
      null,
    undo: (place) => step(steps, undone, place, 'before'),
    redo: (place) => step(undone, steps, place, 'after'),
    retry: save,
  };
}

function rowKey({ kind, month, team }: HandCell): string {
  return `${kind}|${handKey(month, team)}`;
}

function typedBefore(restored: ReadonlyMap<string, string>): ReadonlyMap<string, TypedCell> {
  const typed = new Map<string, TypedCell>();
  for (const [key, text] of restored) {
    const cell = cellOfKey(key);
    if (cell !== null) typed.set(key, { ...cell, text, isFromBefore: true });
  }
  return typed;
}

/** Null: nothing changes. A month without any figure is no record. */
function writeOf(row: HandCell, record: HandRecord | undefined, values: HandValues): Write | null {
  const fields = handSheets[row.kind].columns.map(({ field }) => field);
  const stood = valuesOf(record);
  if (fields.every((field) => (stood[field] ?? null) === (values[field] ?? null))) return null;
  const kind: KindName = row.kind;
  if (fields.every((field) => (values[field] ?? null) === null))
    return record === undefined
      ? null
      : { type: 'remove', kind, id: record.id, baseRevision: record.revision };
  return {
    type: 'put',
    kind,
    id: record?.id ?? newRecordId(),
    baseRevision: record?.revision ?? 0,
    value: {
      month: row.month,
      team: record?.value.team ?? row.team,
      ...values,
    },
  };
}
