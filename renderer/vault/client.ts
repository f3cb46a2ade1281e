/**
 * The page's handle on the vault worker: state, snapshots of what is unlocked, and the way to save. No key and no
 * store here. Lock ends the worker, so that nothing of the old session is left in its memory.
 */
import * as Comlink from 'comlink';
import { err, ok, type Result } from '@shared/kernel/result';
import type { RecordId } from '@shared/kernel/ids';
import type { KindName, RecordValue } from '@shared/records/registry';
import { isLockWorthy, lockWorthyCodes, type RecordError, type VaultError } from '@shared/vault/errors';
import { stripRecoveryCode } from '@shared/vault/recovery-code';
import { decodeOutlines } from '@shared/vault/outline-codec';
import type { AuditEvent } from '@shared/vault/vault-care';
import type { VaultFilesDep } from '@shared/vault/vault-files';
import type {
  Change,
  OutlinePart,
  Saved,
  SearchAnswer,
  SearchFilter,
  StoredOutline,
  StoredRecord,
  UnlockReport,
  VaultApi,
  VaultName,
  VaultState,
  Write,
} from '@shared/vault/vault-api';
import { createBundlesClient, type Bundles } from './bundles-client';
import type { VaultCare } from './care';
import { createVaultCare } from './care-client';
import { createOwnerPlansClient, type OwnerPlans } from './owner-plans-client';
import { newRecordId } from './random';
import { createRoundsClient, type Rounds } from './rounds-client';
import { passphraseBytes } from './passphrase';
import { createSession, type Session } from './session';
import { createSnapshots } from './snapshots';

export interface VaultClient {
  readonly name: VaultName;
  state(): VaultState;
  /**
   * True once everything has been read and checked. From unlocking until then the lists are there already: they are
   * sealed by this vault, but whether they are the newest is not known yet.
   */
  isSettled(): boolean;
  /** Why the vault closed again although its lists were there already; null otherwise. */
  unlockFailure(): VaultError | null;
  /** Told when the state changes and after each save. */
  subscribeState(listener: () => void): () => void;
  /** Looks whether there is a vault at all. */
  inspect(): Promise<Result<{ readonly state: VaultState }, VaultError>>;
  /** Makes the vault and leaves it unlocked. The code is shown once and kept nowhere. */
  create(passphrase: string): Promise<Result<{ readonly recoveryCode: string }, VaultError>>;
  unlock(passphrase: string): Promise<Result<UnlockReport, VaultError>>;
  unlockWithRecoveryCode(code: string): Promise<Result<UnlockReport, VaultError>>;
  /** Whether it is the passphrase of now, asked while the vault is open: before a key is replaced. */
  confirmPassphrase(passphrase: string): Promise<Result<void, VaultError>>;
  setPassphrase(passphrase: string): Promise<Result<void, VaultError>>;
  replaceRecoveryCode(): Promise<Result<{ readonly recoveryCode: string }, VaultError>>;
  lock(): Promise<void>;
  /** All or none, in one sealed frame. Answers once it is on the disk and in the snapshots. */
  commit(writes: readonly Write[]): Promise<Result<readonly Saved[], VaultError | RecordError>>;
  put<K extends KindName>(
    kind: K,
    value: RecordValue<K>,
    base?: { readonly id: RecordId; readonly revision: number },
  ): Promise<Result<Saved, VaultError | RecordError>>;
  remove(
    kind: KindName,
    id: RecordId,
    baseRevision: number,
  ): Promise<Result<readonly Saved[], VaultError | RecordError>>;
  /** Without long texts. The same array until a record of the kind changes. Empty while locked. */
  records<K extends KindName>(kind: K): readonly StoredOutline<K>[];
  subscribe(kind: KindName, listener: () => void): () => void;
  /** As `records`, with every field that outlines leave out: for showing, changing or copying a record whole. */
  whole<K extends KindName>(
    kind: K,
    ids: readonly RecordId[],
  ): Promise<Result<readonly StoredRecord<K>[], VaultError>>;
  /** Records with these words in them: see `VaultApi.search`. */
  search(text: string, limit: number, filter?: SearchFilter): Promise<Result<SearchAnswer, VaultError>>;
  /**
   * `flush` seals what was typed. The content leaves the screen after half a second at most; a draft that is still
   * being written then gets one and a half seconds more, before the keys go.
   */
  beforeLock(flush: () => Promise<void>): () => void;
  /** Every cache of unlocked content registers here and empties itself when called. */
  clearOnLock(clear: () => void): () => void;
  lastSavedAt(): number | null;
  /** What keeps the vault sound, beside saving and reading. */
  readonly care: VaultCare;
  /** Wellbeing Plans, and the hand-over to their owners. */
  readonly plans: OwnerPlans;
  /** Sealed replies of wellbeing rounds, and the hand-over to whoever answers here. */
  readonly rounds: Rounds;
  /** Service-level bundles: signed, and checked. */
  readonly bundles: Bundles;
}

export interface VaultClientParts {
  readonly name: VaultName;
  readonly files: VaultFilesDep;
  readonly clock: { now(): number };
  /** A new worker each time: `createVaultWorker`. */
  readonly createWorker: () => Worker;
}

/** How long drafts may take before the content leaves the screen, and how much longer a save under way may. */
const flushBoundMs = 500;
const drainBoundMs = 1500;
const workerLockBoundMs = 500;

export function createVaultClient(parts: VaultClientParts): VaultClient {
  let state: VaultState = 'locked';
  let session: Session | null = null;
  /** The session that is being locked, while drafts that are under way may still end. */
  let draining: Session | null = null;
  let locking: Promise<void> | null = null;
  let savedAt: number | null = null;
  /** Open, read to the end and found to be what was shown meanwhile. */
  let isSettled = false;
  let failure: VaultError | null = null;
  const stateListeners = new Set<() => void>();
  const flushes = new Set<() => Promise<void>>();
  const clears = new Set<() => void>();
  const commitsUnderWay = new Set<Promise<unknown>>();
  const snapshots = createSnapshots();

  const tellState = (): void => {
    for (const listener of [...stateListeners]) listener();
  };
  const setState = (next: VaultState): void => {
    if (next === state) return;
    state = next;
    if (next !== 'unlocked') isSettled = false;
    tellState();
  };
  const clearOnLock = (clear: () => void): (() => void) => {
    clears.add(clear);
    return () => clears.delete(clear);
  };
  clearOnLock(snapshots.clear);
  clearOnLock(() => {
    savedAt = null;
  });

  const openSession = (): Session => {
    session ??= createSession(parts, () => {
      dropSession();
    });
    return session;
  };

  /** Everything of the session goes: worker, keys, snapshots. */
  const dropSession = (): void => {
    session?.end();
    session = null;
    for (const clear of [...clears]) clear();
    if (state !== 'absent') setState('locked');
  };

  /** A defect in the worker, or a disk that is not as it should be, locks. */
  const answerOf = async <T, E extends { readonly tag: string }>(
    current: Session,
    ask: (api: VaultApi) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | VaultError>> => {
    const answer = await Promise.race([
      ask(current.api).catch(() => defect),
      current.gone.then(() => locked),
    ]);
    if (!answer.ok && isLockWorthy(answer.error) && session === current) dropSession();
    return answer;
  };

  /** What arrives after its session was locked is shown to nobody. */
  const call = async <T, E extends { readonly tag: string }>(
    ask: (api: VaultApi) => Promise<Result<T, E>>,
    current = openSession(),
  ): Promise<Result<T, E | VaultError>> => {
    const answer = await answerOf(current, ask);
    return answer.ok && session !== current ? locked : answer;
  };

  const refresh = async (
    current: Session,
    kind: KindName,
    ids?: readonly RecordId[],
  ): Promise<Result<void, VaultError>> => {
    if (session !== current) return locked;
    const request = ids === undefined ? { kind } : { kind, ids };
    const listed = await call((api) => api.outlinesOf(request), current);
    if (!listed.ok) return err(asVaultError(listed.error));
    snapshots.replace(kind, ids ?? null, listed.value);
    return ok();
  };

  /** Every outline into the snapshots; false when there is no whole set yet. Tells nobody yet. */
  const takeOutlines = async (current: Session): Promise<Result<boolean, VaultError>> => {
    const ask = (from: number): Promise<Result<OutlinePart | null, VaultError>> =>
      call((api) => api.outlines({ from }), current);
    snapshots.begin();
    let asked = ask(0);
    for (let from = 0; ;) {
      const answer = await asked;
      if (!answer.ok || answer.value === null) {
        snapshots.begin();
        return answer.ok ? ok(false) : answer;
      }
      const { batches, isLast } = answer.value;
      from += batches.length;
      // Before these are read: the worker is soon busy with everything else, and answers late.
      if (!isLast) asked = ask(from);
      for (const batch of batches) snapshots.add(decodeOutlines(decoder.decode(batch)));
      if (isLast) return ok(true);
    }
  };

  const loadAll = async (): Promise<Result<void, VaultError>> => {
    const current = session;
    if (current === null) return locked;
    const taken = await takeOutlines(current);
    if (!taken.ok) return taken;
    return taken.value ? ok() : defect;
  };

  const open = async (
    ask: (api: VaultApi) => Promise<Result<UnlockReport, VaultError>>,
  ): Promise<Result<UnlockReport, VaultError>> => {
    await locking;
    const before = state === 'unlocked' ? 'unlocked' : 'locked';
    if (before === 'locked') setState('unlocking');
    failure = null;
    const opening = call(ask);
    const current = session;
    // What the worker hands over early is shown at once; whether it is all as found is known when the vault is open.
    const early = before === 'locked' && current !== null ? await takeOutlines(current) : ok(false);
    const hasEarly = early.ok && early.value;
    if (hasEarly && session === current) {
      setState('unlocked');
      snapshots.tellAll();
    }
    const answer = await opening;
    const stands = answer.ok && hasEarly ? await call((api) => api.outlinesStand({})) : ok(false);
    const isToBeLoaded = answer.ok && before === 'locked' && !(stands.ok && stands.value);
    const loaded = answer.ok && isToBeLoaded ? await loadAll() : answer;
    if (!loaded.ok) {
      failure = hasEarly ? loaded.error : null;
      // What was shown in the meantime goes with everything else.
      if (hasEarly && session !== null) dropSession();
      setState(loaded.error.tag === 'VaultAbsent' ? 'absent' : session === null ? 'locked' : before);
      return loaded;
    }
    isSettled = true;
    if (hasEarly) tellState();
    setState('unlocked');
    if (isToBeLoaded) snapshots.tellAll();
    return answer;
  };

  const lockNow = async (): Promise<void> => {
    if (state === 'unlocked') {
      // Asynchronous all of them, so that one form that throws cannot keep the vault open.
      await bounded(Promise.allSettled([...flushes].map(async (flush) => flush())), flushBoundMs);
    }
    const ending = session;
    session = null;
    draining = ending;
    for (const clear of [...clears]) clear();
    if (state !== 'absent') setState('locked');
    if (ending !== null) {
      await bounded(drained(), drainBoundMs);
      draining = null;
      await bounded(
        ending.api.lock({}).catch(() => defect),
        workerLockBoundMs,
      );
      ending.end();
    }
  };

  /** Saves under way, and the drafts that waited for them in the forms. */
  const drained = async (): Promise<void> => {
    while (commitsUnderWay.size > 0) {
      await Promise.allSettled(commitsUnderWay);
      await new Promise((resolve) => setTimeout(resolve));
    }
  };

  /** A lock gives it a moment to end. */
  const underWay = <T>(saving: Promise<T>): Promise<T> => {
    const tracked = saving.finally(() => {
      commitsUnderWay.delete(tracked);
    });
    commitsUnderWay.add(tracked);
    return tracked;
  };

  const commit: VaultClient['commit'] = async (writes) => {
    const isDraft = writes.every((write) => write.kind === 'draft');
    const current = state === 'unlocked' ? session : isDraft ? draining : null;
    if (current === null) return locked;
    const at = parts.clock.now();
    const answer = await underWay(answerOf(current, (api) => api.commit({ writes, at })));
    if (!answer.ok) return answer;
    if (writes.length === 0) return ok([]);
    const saved = answer.value.map(({ id, revision }) => ({ id, revision }));
    // The save itself has succeeded; if the vault locks meanwhile there is nothing left to show it to.
    if (session !== current) return ok(saved);
    // What was saved twice in one commit stands as it was saved last.
    const outlines = new Map(answer.value.map(({ id, outline }) => [id, outline]));
    const changes = changesOf(writes);
    for (const { kind, ids } of changes)
      snapshots.replace(
        kind,
        ids,
        ids.flatMap((id) => outlines.get(id) ?? []),
      );
    savedAt = at;
    snapshots.tell(changes.map((change) => change.kind));
    tellState();
    return ok(saved);
  };

  const care = createVaultCare({
    now: parts.clock.now,
    call: (ask) => call(ask),
    reload: async (kinds) => {
      const current = session;
      if (current === null || state !== 'unlocked') return;
      for (const kind of kinds) await refresh(current, kind);
      snapshots.tellAll();
    },
    transfer: transferred,
  });
  const settled = async (): Promise<void> => {
    // Forms that have just gone hand in their drafts first.
    await new Promise((resolve) => setTimeout(resolve));
    await Promise.allSettled(commitsUnderWay);
  };
  const emptyScreens = (): void => {
    for (const clear of [...clears]) clear();
  };
  const rounds = createRoundsClient({
    now: parts.clock.now,
    call: (ask) => underWay(call(ask)),
    settled,
    emptyScreens,
    reload: async (kinds) => {
      const current = session;
      if (current === null || state !== 'unlocked') return;
      for (const kind of kinds) await refresh(current, kind);
      snapshots.tell(kinds);
    },
  });
  const plans = createOwnerPlansClient({
    now: parts.clock.now,
    call: (ask) => call(ask),
    // What an owner has typed is sealed while the vault locks, as drafts are.
    save: (ask) => {
      const current = state === 'unlocked' ? session : draining;
      return current === null ? Promise.resolve(locked) : underWay(answerOf(current, ask));
    },
    settled,
    emptyScreens,
    reload: async () => {
      const current = session;
      if (current === null || state !== 'unlocked') return;
      await refresh(current, 'wellbeing-plan');
      snapshots.tell(['wellbeing-plan']);
    },
    transfer: transferred,
  });
  /** For the log; it does not hold anything up, and a disk that takes no writes does not undo what was done. */
  const note = (event: AuditEvent, count?: number): void => {
    void care.note([count === undefined ? { event } : { event, count }]);
  };

  /** Tries that were refused before it are counted by main, which outlives this page: the lock screen notes them. */
  const noted = (
    event: AuditEvent,
    answer: Result<UnlockReport, VaultError>,
  ): Result<UnlockReport, VaultError> => {
    if (answer.ok) note(event);
    return answer;
  };

  return {
    name: parts.name,
    care,
    plans,
    rounds,
    bundles: createBundlesClient((ask) => call(ask)),
    state: () => state,
    isSettled: () => isSettled,
    unlockFailure: () => failure,
    subscribeState: (listener) => {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    inspect: async () => {
      await locking;
      const answer = await call((api) => api.inspect({}));
      if (answer.ok) setState(answer.value.state);
      return answer;
    },
    create: async (passphrase) => {
      await locking;
      const bytes = passphraseBytes(passphrase);
      if (bytes === null) return err({ tag: 'WrongPassphrase' });
      const answer = await call((api) => api.create({ passphrase: transferred(bytes) }));
      if (!answer.ok) return answer;
      const loaded = await loadAll();
      if (!loaded.ok) return loaded;
      isSettled = true;
      setState('unlocked');
      snapshots.tellAll();
      note('created');
      return answer;
    },
    unlock: async (passphrase) => {
      const bytes = passphraseBytes(passphrase);
      if (bytes === null) return err({ tag: 'WrongPassphrase' });
      return noted('unlock', await open((api) => api.unlock({ passphrase: transferred(bytes) })));
    },
    unlockWithRecoveryCode: async (code) => {
      const bytes = new TextEncoder().encode(stripRecoveryCode(code));
      const answer = await open((api) => api.unlockWithRecoveryCode({ code: transferred(bytes) }));
      return noted('unlock-by-code', answer);
    },
    confirmPassphrase: async (passphrase) => {
      if (state !== 'unlocked') return locked;
      const bytes = passphraseBytes(passphrase);
      if (bytes === null) return err({ tag: 'WrongPassphrase' });
      const answer = await call((api) => api.unlock({ passphrase: transferred(bytes) }));
      if (answer.ok) return ok();
      if (answer.error.tag === 'WrongPassphrase') note('unlock-refused', 1);
      return answer;
    },
    setPassphrase: async (passphrase) => {
      if (state !== 'unlocked') return locked;
      const bytes = passphraseBytes(passphrase);
      if (bytes === null) return err({ tag: 'WrongPassphrase' });
      const answer = await call((api) => api.setPassphrase({ passphrase: transferred(bytes) }));
      if (answer.ok) note('passphrase-changed');
      return answer;
    },
    replaceRecoveryCode: async () => {
      if (state !== 'unlocked') return locked;
      const answer = await call((api) => api.replaceRecoveryCode({}));
      if (answer.ok) note('recovery-code-replaced');
      return answer;
    },
    lock: async () => {
      locking ??= lockNow().finally(() => {
        locking = null;
      });
      return locking;
    },
    commit,
    put: async (kind, value, base) => {
      const id = base?.id ?? newRecordId();
      const answer = await commit([{ type: 'put', kind, id, baseRevision: base?.revision ?? 0, value }]);
      if (!answer.ok) return answer;
      const [saved] = answer.value;
      return saved === undefined ? defect : ok(saved);
    },
    remove: (kind, id, baseRevision) => commit([{ type: 'remove', kind, id, baseRevision }]),
    records: snapshots.records,
    subscribe: snapshots.subscribe,
    whole: async (kind, ids) => {
      if (state !== 'unlocked') return locked;
      const listed = await call((api) => api.list({ kind, ids }));
      return listed.ok ? listed : err(asVaultError(listed.error));
    },
    search: async (text, limit, filter) =>
      state === 'unlocked' ? call((api) => api.search({ text, limit, filter })) : locked,
    beforeLock: (flush) => {
      flushes.add(flush);
      return () => flushes.delete(flush);
    },
    clearOnLock,
    lastSavedAt: () => savedAt,
  };
}

const decoder = new TextDecoder();
const locked = err({ tag: 'VaultLocked' } as const);
const defect = err({ tag: 'StorageUnavailable', code: lockWorthyCodes.defect } as const);

function changesOf(writes: readonly Write[]): readonly Change[] {
  const idsByKind = new Map<KindName, RecordId[]>();
  for (const { kind, id } of writes) {
    const ids = idsByKind.get(kind) ?? [];
    ids.push(id);
    idsByKind.set(kind, ids);
  }
  return [...idsByKind].map(([kind, ids]) => ({ kind, ids }));
}

/** A kind that this code itself listed cannot be unknown; if it is, that is a defect. */
function asVaultError(error: VaultError | RecordError): VaultError {
  switch (error.tag) {
    case 'RecordInvalid':
    case 'KindUnknown':
    case 'SchemaTooNew':
      return defect.error;
    default:
      return error;
  }
}

/** The bytes leave this thread with the message: what stays behind is an empty array. */
function transferred(bytes: Uint8Array<ArrayBuffer>): Uint8Array {
  return Comlink.transfer(bytes, [bytes.buffer]);
}

async function bounded(work: Promise<unknown>, boundMs: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const bound = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, boundMs);
  });
  await Promise.race([work, bound]);
  clearTimeout(timer);
}
