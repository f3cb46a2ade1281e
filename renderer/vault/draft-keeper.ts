/**
 * One form's draft. Saves never overlap: each waits for the one before, takes the newest fields and the revision
 * that the one before was given, so fast typing cannot conflict with itself.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { RecordValue } from '@shared/records/registry';
import { canonicalJson } from '@shared/vault/canonical-json';
import type { StoredRecord } from '@shared/vault/vault-api';
import type { VaultClient } from './client';

type DraftForm = RecordValue<'draft'>['form'];
type Fields = Record<string, unknown>;
type Stored = { readonly id: RecordId; readonly revision: number };

export interface DraftKeeper {
  readonly restored: Fields | null;
  /** Called with every drawing of the form; saves within a second of a change. */
  note(title: string, fields: Fields): void;
  /** Saves at once what is not saved yet. */
  flush(): Promise<void>;
  clear(): Promise<void>;
  savedAt(): number | null;
  subscribe(listener: () => void): () => void;
}

/** A crash loses a second of typing at most: half for waiting, the other half for the way to the disk. */
const longestWaitMs = 500;
const maxTitle = 200;

type Client = Pick<VaultClient, 'put' | 'remove' | 'records'>;

/** A save on its way: who opens the form again before it ends goes on from what was typed, not from what is stored. */
interface SaveUnderWay {
  readonly fields: Fields;
  /** What the draft stands at then; null when it was not saved. */
  readonly ended: Promise<Stored | null>;
}

/** By the draft's id, and only until the save has ended. */
const savesUnderWay = new WeakMap<Client, Map<RecordId, SaveUnderWay>>();

function savesOf(client: Client): Map<RecordId, SaveUnderWay> {
  const saves = savesUnderWay.get(client) ?? new Map<RecordId, SaveUnderWay>();
  savesUnderWay.set(client, saves);
  return saves;
}

/** Which of the drafts of a form this form goes on with; one that it refuses is left alone, whatever is typed. */
export type AcceptDraft = (draft: StoredRecord<'draft'>) => boolean;

export function createDraftKeeper(
  client: Client,
  form: DraftForm,
  recordId: RecordId | null,
  initialFields: Fields,
  accepts: AcceptDraft = () => true,
): DraftKeeper {
  const found = newestDraft(client.records('draft'), form, recordId, accepts);
  const untouched = textOf(initialFields);
  let stored: Stored | null = found ?? null;
  const saves = savesOf(client);
  const underWay = found === undefined ? undefined : saves.get(found.id);
  const restored = underWay?.fields ?? found?.value.fields ?? null;
  let storedText = restored === null ? untouched : textOf(restored);
  let storedAt = found?.savedAt ?? null;
  let latest: { readonly title: string; readonly fields: Fields; readonly text: string } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Behind the save that is under way: its revision is what the next one is made on.
  let queue: Promise<void> = (underWay?.ended ?? Promise.resolve(null)).then((ended) => {
    if (ended !== null) stored = ended;
    else if (underWay !== undefined) storedText = textOf(found?.value.fields ?? {});
  });
  const listeners = new Set<() => void>();

  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };

  /** After somebody else changed or removed the draft (another form on the same record), goes on from theirs. */
  const catchUp = (): Stored | null => {
    const { id } = stored ?? {};
    stored = client.records('draft').find((draft) => draft.id === id) ?? null;
    return stored;
  };

  const saveLatest = async (): Promise<void> => {
    const wanted = latest;
    if (wanted === null || wanted.text === storedText) return;
    if (wanted.text === untouched) {
      // Everything typed was taken back: nothing is left to offer again.
      await removeStored();
      storedText = untouched;
      return;
    }
    const value = { form, recordId, title: wanted.title.slice(0, maxTitle), fields: wanted.fields };
    const saving = client.put('draft', value, stored ?? undefined);
    const save: SaveUnderWay = {
      fields: wanted.fields,
      ended: saving.then((answer) => (answer.ok ? answer.value : null)),
    };
    const { id } = stored ?? {};
    if (id !== undefined) saves.set(id, save);
    const saved = await saving;
    if (id !== undefined && saves.get(id) === save) saves.delete(id);
    if (saved.ok) {
      stored = saved.value;
      storedText = wanted.text;
      storedAt = client.records('draft').find((draft) => draft.id === saved.value.id)?.savedAt ?? storedAt;
      tell();
    } else if (saved.error.tag === 'RevisionConflict') {
      catchUp();
    }
    // Any other failure leaves the text unsaved in the form; the next change or blur tries again.
  };

  const removeStored = async (): Promise<void> => {
    if (stored !== null) {
      const removed = await client.remove('draft', stored.id, stored.revision);
      if (!removed.ok && removed.error.tag === 'RevisionConflict') {
        const theirs = catchUp();
        if (theirs !== null) await client.remove('draft', theirs.id, theirs.revision);
      }
    }
    stored = null;
    storedAt = null;
    tell();
  };

  const enqueue = (work: () => Promise<void>): Promise<void> => {
    queue = queue.then(work);
    return queue;
  };

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    return enqueue(saveLatest);
  };

  return {
    restored,
    note: (title, fields) => {
      const text = textOf(fields);
      // The title alone does not count: it may follow a record that is still being looked up.
      if (text === (latest?.text ?? storedText)) {
        if (latest !== null) latest = { ...latest, title };
        return;
      }
      latest = { title, fields, text };
      // Not put off by each further letter: whoever types on without a pause loses no more than who stops.
      timer ??= setTimeout(() => void flush(), longestWaitMs);
    },
    flush,
    clear: () => {
      clearTimeout(timer);
      timer = undefined;
      return enqueue(async () => {
        // What stands in the form now is saved elsewhere or unwanted: only a later change makes a draft again.
        storedText = latest?.text ?? storedText;
        await removeStored();
      });
    },
    savedAt: () => storedAt,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** In the order in which the vault seals it, so that a draft that is only opened is not saved again. */
function textOf(fields: Fields): string {
  return canonicalJson(fields) ?? JSON.stringify(fields);
}

function newestDraft(
  drafts: readonly StoredRecord<'draft'>[],
  form: DraftForm,
  recordId: RecordId | null,
  accepts: AcceptDraft,
): StoredRecord<'draft'> | undefined {
  return drafts
    .filter((draft) => draft.value.form === form && draft.value.recordId === recordId && accepts(draft))
    .reduce<StoredRecord<'draft'> | undefined>(
      (newest, draft) => (newest === undefined || draft.savedAt > newest.savedAt ? draft : newest),
      undefined,
    );
}
