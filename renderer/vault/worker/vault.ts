/**
 * The vault: one state machine, one queue. It takes its parts, so that tests in Node drive the real thing. Keys
 * live here and leave in no answer; expected failures are values; a throw is a defect and locks (`entry.ts`).
 */
import { err, ok, type Result } from '@shared/kernel/result';
import type { RecordId } from '@shared/kernel/ids';
import type { RecordError, VaultError } from '@shared/vault/errors';
import { format } from '@shared/vault/format';
import type { AuditNote, BackupSecret, CompactReport, ErasedCounts } from '@shared/vault/vault-care';
import type { UnlockReport, VaultApi, VaultState } from '@shared/vault/vault-api';
import { appendOps } from './append';
import { readAuditLog } from './audit-log';
import { openBackup, planBackup, restoreFrom, rotateBackups, writeBackup } from './backup';
import { newestOwnBackup } from './backup-owner';
import { createBundles } from './bundles';
import { rebuildCache, rebuildOutlines, type Tail } from './cache';
import { checkVault } from './check';
import { cacheCommit, cachePlaceOf, commitWrites } from './commit';
import { beginCompact, dropAged, finishCompact, isCompactDue, writeCheckpoint } from './compact';
import {
  decodeHeader,
  encodeHeader,
  type KeySlot,
  type SlotType,
  type VaultHeader,
} from './crypto/v1/header';
import type { FrameOp } from './crypto/v1/frame';
import { deriveKeys, wipeKeys } from './crypto/v1/keys';
import { erasePerson, purgeRecords } from './erase';
import { fileToVaultError } from './file-errors';
import { shutWhile } from './hand-over';
import { readEarlierVersions, readHistory, readRemoved } from './history';
import { isPassphrase, makePassphraseSlot, makeRecoverySlot, rootKeyBySecret } from './key-slots';
import { listOutlines, listRecords, savedOutline } from './lists';
import { loadVault, type OpenVault } from './load';
import { createOutlineStream, type OutlineStream } from './early-outlines';
import { outlineBatches } from './outlines';
import { createOwnerPlans, type OwnerPlansParts } from './owner-plans';
import { createRounds, dropOrphanSurveys } from './rounds';
import { createVaultSearch } from './search';
import type { VaultParts } from './vault-parts';

export type { VaultParts } from './vault-parts';

export function createVault(parts: VaultParts): VaultApi {
  const { sodium, store, files } = parts;
  let unlocked: OpenVault | null = null;
  const search = createVaultSearch();
  let isUnlocking = false;
  /** What the page gets while the vault is being unlocked. */
  let opening: OutlineStream | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  /** A checkpoint being written: two at a time would write into one file. */
  let compacting: Promise<unknown> = Promise.resolve();
  /** Work outside the queue that uses keys: a lock waits for it to notice. */
  const busy = new Set<Promise<unknown>>();

  /** One at a time: a commit never meets a lock, a passphrase change or another commit half way. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    search.hold();
    const result = queue.then(work).finally(search.release);
    queue = result.catch(() => undefined);
    return result;
  };
  const withOpen = <T, E>(
    work: (current: OpenVault) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | VaultError>> => inTurn(async () => (unlocked === null ? locked : work(unlocked)));

  const watched = <T>(work: Promise<T>): Promise<T> => {
    const tracked = work.finally(() => busy.delete(tracked));
    busy.add(tracked);
    return tracked;
  };
  /** Behind a checkpoint that is being written, and before the next one. */
  const afterCompacting = <T>(work: () => Promise<T>): Promise<T> => {
    const result = compacting.then(work);
    compacting = result.catch(() => undefined);
    return result;
  };

  const readHeader = async (): Promise<Result<VaultHeader, VaultError>> => {
    const read = await files.readHeader();
    if (!read.ok) return err(fileToVaultError(read.error));
    if (read.value !== null) return decodeHeader(sodium, read.value);
    // A journal without a header is a vault whose key file was lost, not a place for a new one.
    const start = await files.journalStart();
    if (!start.ok) return err(fileToVaultError(start.error));
    const journal = await files.readJournal(start.value.firstSegment, 0, 1);
    if (!journal.ok) return err(fileToVaultError(journal.error));
    const checkpoints = await files.listCheckpoints();
    const isVault = journal.value.end > 0 || (checkpoints.ok && checkpoints.value.length > 0);
    return isVault ? err({ tag: 'HeaderCorrupt' }) : err({ tag: 'VaultAbsent' });
  };

  const writeHeader = async (header: VaultHeader): Promise<Result<void, VaultError>> => {
    const written = await files.writeHeader(encodeHeader(sodium, header));
    return written.ok ? ok() : err(fileToVaultError(written.error));
  };

  /** The cache being made anew, and which one it is: two at a time would write over each other. */
  let rebuilding: Promise<unknown> = Promise.resolve();
  let rebuildNumber = 0;
  const stopRebuilding = async (): Promise<void> => {
    rebuildNumber += 1;
    await rebuilding;
  };
  /** After `stopRebuilding`. What it has written when it is stopped is only part of a cache. */
  const rebuildOne = (
    current: OpenVault,
    work: (isOver: () => boolean) => Promise<boolean>,
  ): Promise<boolean> => {
    rebuildNumber += 1;
    const own = rebuildNumber;
    const made = watched(work(() => current.isEnded || own !== rebuildNumber));
    rebuilding = made.catch(() => undefined);
    return made;
  };

  /** In the background, where unlocking found the cache or its outlines wanting. */
  const remake = (current: OpenVault): void => {
    const { remake: wanted } = current;
    if (wanted === null) return;
    if (wanted.what === 'cache') current.saved = wanted.tail;
    void afterCompacting(async () => {
      await stopRebuilding();
      const { saved } = current;
      if (current.isEnded) return;
      const place = cachePlaceOf(current);
      if (wanted.what === 'outlines') {
        await rebuildOne(current, (isOver) => rebuildOutlines(parts, place, current.contents, isOver));
      } else if (saved !== null) {
        // What is saved from here on comes behind it in the store's own order.
        current.saved = null;
        await rebuildOne(current, (isOver) => rebuildCache(parts, place, current.contents, saved, isOver));
      }
    });
  };

  /** Takes the root key over: it is wiped when anything does not verify. */
  const load = async (
    header: VaultHeader,
    rootKey: Uint8Array,
    outlines: OutlineStream,
  ): Promise<Result<UnlockReport, VaultError>> => {
    const keys = deriveKeys(sodium, rootKey);
    const loaded = await loadVault(parts, header, keys, outlines);
    if (!loaded.ok) {
      wipeKeys(sodium, keys);
      return loaded;
    }
    unlocked = loaded.value;
    search.begin(unlocked.contents);
    remake(unlocked);
    return ok(loaded.value.report);
  };

  const unlockWith = (secret: BackupSecret): Promise<Result<UnlockReport, VaultError>> => {
    const early = createOutlineStream();
    opening = early;
    return inTurn(async () => {
      isUnlocking = true;
      try {
        const header = await readHeader();
        if (!header.ok) return header;
        const rootKey = await rootKeyBySecret(parts, header.value, secret);
        if (!rootKey.ok) return rootKey;
        if (unlocked !== null) {
          // Asked again while open: the secret was right, and nothing has to be read again.
          sodium.wipe(rootKey.value);
          return ok(unlocked.report);
        }
        return await load(header.value, rootKey.value, early);
      } finally {
        isUnlocking = false;
        // Of one that did not come so far: whoever waits for outlines asks the open vault.
        early.fail();
        if (opening === early) opening = null;
      }
    });
  };

  /** Writes one slot anew beside the others; the file is swapped whole, so the old or the new one works. */
  const replaceSlot = async (
    current: OpenVault,
    type: SlotType,
    make: (revision: number) => Promise<Result<KeySlot, VaultError>>,
  ): Promise<Result<void, VaultError>> => {
    const old = current.header.slots.find((slot) => slot.type === type);
    const made = await make((old?.revision ?? 0) + 1);
    if (!made.ok) return made;
    const others = current.header.slots.filter((slot) => slot.type !== type);
    const header = {
      ...current.header,
      revision: current.header.revision + 1,
      slots: [...others, made.value],
    };
    const written = await writeHeader(header);
    if (written.ok) current.header = header;
    return written;
  };

  /** Told in the log when it can be: a full disk does not undo what was done. */
  const noteQuietly = async (current: OpenVault, notes: readonly AuditNote[], at: number): Promise<void> => {
    if (unlocked === current) await appendOps(parts, current, [], notes, at);
  };

  const takeOver = async (
    current: OpenVault,
    plan: ReturnType<typeof beginCompact>,
    keepsOld: boolean,
  ): Promise<Result<CompactReport, VaultError | { readonly tag: 'NeedsExclusive' }>> => {
    const written = await watched(writeCheckpoint(parts, current, plan));
    if (!written.ok) return written;
    const finish = async (): Promise<Result<CompactReport, VaultError>> => {
      if (unlocked !== current) return locked;
      await stopRebuilding();
      await store.clearSegments();
      const finished = await finishCompact(parts, current, plan, written.value, keepsOld);
      if (!finished.ok) return finished;
      const saved: Tail = current.saved ?? new Map<RecordId, FrameOp>();
      current.saved = null;
      // Not waited for: the rows that later saves write come behind it in the store's own order.
      const rebuilt = rebuildOne(current, async (isOver) => {
        if (!keepsOld) await store.reset();
        return rebuildCache(parts, cachePlaceOf(current), current.contents, saved, isOver);
      });
      if (!keepsOld) await rebuilt;
      return ok(written.value.report);
    };
    return plan.isExclusive ? finish() : inTurn(finish);
  };

  /** All of it in turn: nothing is saved meanwhile. `keepsOld` false: what came before goes at once. */
  const compactExclusively = async (
    current: OpenVault,
    at: number,
    keepsOld: boolean,
  ): Promise<Result<CompactReport, VaultError>> => {
    const done = await takeOver(current, beginCompact(current, at, true), keepsOld);
    if (done.ok) return done;
    current.saved = null;
    return done.error.tag === 'NeedsExclusive'
      ? err({ tag: 'StorageUnavailable', code: 'EXCLUSIVE' })
      : err(done.error);
  };

  const compact = (at: number, isForced: boolean): Promise<Result<CompactReport | null, VaultError>> =>
    afterCompacting(async () => {
      const begun = await inTurn(async () => {
        const current = unlocked;
        if (current === null) return null;
        await dropAged(parts, current, at);
        await dropOrphanSurveys(parts, current, at);
        if (!isForced && !isCompactDue(current)) return 'not-due';
        return { current, plan: beginCompact(current, at, false) };
      });
      if (begun === null) return locked;
      if (begun === 'not-due') return ok(null);
      const { current, plan } = begun;
      const done = await takeOver(current, plan, true);
      if (done.ok) return done;
      current.saved = null;
      if (done.error.tag !== 'NeedsExclusive') return err(done.error);
      return inTurn(async () => (unlocked === current ? compactExclusively(current, at, true) : locked));
    });

  const underneath: OwnerPlansParts = {
    parts,
    withOpen,
    afterCompacting,
    compactNow: (current, at) => compactExclusively(current, at, false),
    stored: (current, ops) => {
      search.changed(ops.map((op) => op.recordId));
      void inTurn(() => (unlocked === current ? cacheCommit(parts, current, ops) : Promise.resolve()));
    },
    reindex: (current) => {
      search.begin(current.contents);
    },
  };
  const ownerPlans = createOwnerPlans(underneath);
  const rounds = createRounds({ ...underneath, isPlanHandedOver: ownerPlans.isHandedOver });
  const isHandedOver = (): boolean => ownerPlans.isHandedOver() || rounds.isHandedOver();

  return shutWhile(isHandedOver, {
    ...ownerPlans.api,
    ...rounds.api,
    ...createBundles(underneath),
    handOver: (request) =>
      rounds.isHandedOver() ? Promise.resolve(locked) : ownerPlans.api.handOver(request),
    dropExpiredSections: (request) =>
      rounds.isHandedOver() ? Promise.resolve(locked) : ownerPlans.api.dropExpiredSections(request),

    inspect: async () => {
      if (unlocked !== null) return ok({ state: 'unlocked' });
      if (isUnlocking) return ok({ state: 'unlocking' });
      const header = await readHeader();
      if (header.ok) return ok<{ readonly state: VaultState }>({ state: 'locked' });
      return header.error.tag === 'VaultAbsent' ? ok({ state: 'absent' }) : header;
    },

    create: ({ passphrase }) =>
      inTurn(async () => {
        if (!isPassphrase(passphrase)) return err({ tag: 'WrongPassphrase' });
        const present = await readHeader();
        if (present.ok) return err({ tag: 'VaultExists' });
        if (present.error.tag !== 'VaultAbsent') return present;
        const vaultId = sodium.randomBytes(format.vaultIdBytes);
        const rootKey = sodium.randomBytes(format.keyBytes);
        const slot = await makePassphraseSlot(parts, vaultId, 1, passphrase, rootKey);
        if (!slot.ok) {
          sodium.wipe(rootKey);
          return slot;
        }
        const recovery = makeRecoverySlot(parts, vaultId, 1, rootKey);
        const header: VaultHeader = { vaultId, revision: 1, slots: [slot.value, recovery.slot] };
        const written = await writeHeader(header);
        if (!written.ok) {
          sodium.wipe(rootKey);
          return written;
        }
        const loaded = await load(header, rootKey, createOutlineStream());
        return loaded.ok ? ok({ recoveryCode: recovery.recoveryCode }) : loaded;
      }),

    unlock: ({ passphrase }) => unlockWith({ by: 'passphrase', bytes: passphrase }),

    unlockWithRecoveryCode: ({ code }) => unlockWith({ by: 'code', bytes: code }),

    setPassphrase: ({ passphrase }) =>
      withOpen(async (current) => {
        if (!isPassphrase(passphrase)) return err({ tag: 'WrongPassphrase' } as const);
        const { vaultId } = current.header;
        return replaceSlot(current, 'passphrase', (revision) =>
          makePassphraseSlot(parts, vaultId, revision, passphrase, current.keys.rootKey),
        );
      }),

    replaceRecoveryCode: () =>
      withOpen(async (current) => {
        let recoveryCode = '';
        const replaced = await replaceSlot(current, 'recovery', (revision) => {
          const made = makeRecoverySlot(parts, current.header.vaultId, revision, current.keys.rootKey);
          recoveryCode = made.recoveryCode;
          return Promise.resolve(ok(made.slot));
        });
        return replaced.ok ? ok({ recoveryCode }) : replaced;
      }),

    lock: () => {
      if (unlocked !== null) unlocked.isEnded = true;
      return inTurn(async () => {
        if (unlocked !== null) {
          unlocked.isEnded = true;
          await Promise.allSettled([...busy, unlocked.anchor.settled()]);
          wipeKeys(sodium, unlocked.keys);
          unlocked.keyring.wipe();
          ownerPlans.end();
          rounds.end();
          search.end();
          for (const body of unlocked.contents.bodies.values()) sodium.wipe(body);
          unlocked.contents.bodies.clear();
        }
        unlocked = null;
        opening = null;
        store.close();
        return ok();
      });
    },

    commit: ({ writes, at }) =>
      withOpen(async (current) => {
        if (writes.length === 0) return ok([]);
        const committed = await commitWrites(parts, current, writes, at);
        if (!committed.ok) return committed;
        const ops = committed.value;
        search.changed(ops.map((op) => op.recordId));
        // The answer does not wait for the copy; the next in turn does.
        void inTurn(() => (unlocked === current ? cacheCommit(parts, current, ops) : Promise.resolve()));
        return ok(ops.map((op) => savedOutline(current, op)));
      }),

    outlines: async ({ from }) => {
      if (opening !== null) return ok(await opening.take(from));
      if (unlocked === null) return locked;
      return ok({ batches: outlineBatches(unlocked.contents), isLast: true });
    },
    outlinesStand: () => Promise.resolve(unlocked === null ? locked : ok(unlocked.isAsHanded)),
    outlinesOf: (request) => Promise.resolve(listOutlines(unlocked, request)),
    list: (request) => {
      search.hold();
      return Promise.resolve(listRecords(unlocked, request)).finally(search.release);
    },
    search: (request) => Promise.resolve(search.find(request)),

    history: ({ kind, id }) => withOpen((current) => readHistory(parts, current, kind, id)),
    earlierVersions: ({ kind, wanted }) =>
      withOpen((current) => readEarlierVersions(parts, current, kind, wanted)),
    removed: () => withOpen((current) => readRemoved(parts, current)),

    check: async ({ at }) => {
      const checked = await withOpen((current) => checkVault(parts, current));
      if (!checked.ok) return checked;
      const { findings, frames, bytes, needs, tail } = checked.value;
      const mended = await mend(needs, tail, at);
      const records = unlocked?.contents.manifest.liveCount() ?? 0;
      const told = findings.map((finding) => ({
        ...finding,
        isMended: finding.copyIn !== null && mended.has(finding.piece),
      }));
      const event = findings.length === 0 ? 'check' : 'mended';
      await withOpen(async (current) => {
        await noteQuietly(current, [{ event, count: findings.length }], at);
        return ok();
      });
      return ok({ records, frames, bytes, findings: told.slice(0, 500), findingCount: findings.length });
    },

    acceptOlderCopy: ({ at }) =>
      withOpen(async (current) => {
        current.report = { ...current.report, isOlderCopy: false };
        const appended = await appendOps(parts, current, [], [{ event: 'older-copy-accepted' }], at);
        // Answered once the anchor stands: a stop in between must not ask again.
        await current.anchor.settled();
        return appended;
      }),

    compact: ({ at, force = false }) => compact(at, force),

    note: ({ notes, at }) =>
      withOpen(async (current) => (notes.length === 0 ? ok() : appendOps(parts, current, [], notes, at))),

    auditLog: () => withOpen((current) => readAuditLog(parts, current)),

    erasePerson: ({ personId, redactions, at }) =>
      afterCompacting(() =>
        withOpen<ErasedCounts, VaultError | RecordError>(async (current) => {
          const erased = await erasePerson(parts, current, personId, redactions, at);
          if (!erased.ok) return erased;
          search.begin(current.contents);
          const compacted = await compactExclusively(current, at, false);
          return compacted.ok ? erased : compacted;
        }),
      ),

    purge: ({ ids, at }) =>
      afterCompacting(() =>
        withOpen<{ readonly purged: number }, VaultError | RecordError>(async (current) => {
          const purged = await purgeRecords(parts, current, ids, at);
          if (!purged.ok || purged.value.purged === 0) return purged;
          search.begin(current.contents);
          const compacted = await compactExclusively(current, at, false);
          return compacted.ok ? purged : compacted;
        }),
      ),

    backUp: async ({ at }) => {
      if (unlocked?.mustCompact === true) await compact(at, true);
      const planned = await withOpen<
        { readonly current: OpenVault; readonly plan: ReturnType<typeof planBackup> },
        VaultError
      >((current) => Promise.resolve(ok({ current, plan: planBackup(parts, current, at) })));
      if (!planned.ok) return planned;
      const { current, plan } = planned.value;
      const written = await watched(writeBackup(parts, current, plan));
      const note: AuditNote = written.ok
        ? { event: 'backup', count: written.value.records }
        : { event: 'backup-failed' };
      await inTurn(() => noteQuietly(current, [note], at));
      if (written.ok) await rotateBackups(parts, at);
      return written;
    },

    newestBackup: ({ at }) => newestOwnBackup(parts, at),

    drill: async ({ source, secret }) => {
      const opened = await openBackup(parts, source, secret, () => Promise.resolve(ok()));
      return opened.ok ? ok(opened.value.proof) : opened;
    },

    restoreBackup: ({ source, secret }) =>
      inTurn(async () => {
        if (unlocked !== null) return err({ tag: 'VaultExists' } as const);
        return restoreFrom(parts, source, secret);
      }),
  } satisfies VaultApi);

  /** Answers with the pieces that were made whole. */
  async function mend(
    needs: { readonly compact: boolean; readonly cache: boolean; readonly ring: boolean },
    tail: Parameters<typeof rebuildCache>[3],
    at: number,
  ): Promise<ReadonlySet<string>> {
    const mended = new Set<string>();
    if (needs.ring) {
      const saved = await withOpen((current) => {
        current.keyring.touch();
        return current.keyring.save();
      });
      if (saved.ok) mended.add('keyring');
    }
    if (needs.compact) {
      const compacted = await compact(at, true);
      // The damaged one is now the generation before, which should be whole as well: it goes with the second.
      if (compacted.ok) await compact(at, true);
      if (compacted.ok) for (const piece of ['journal', 'checkpoint', 'cache']) mended.add(piece);
    } else if (needs.cache) {
      const rebuilt = await withOpen(async (current) => {
        await stopRebuilding();
        return ok(
          await rebuildOne(current, (isOver) =>
            rebuildCache(parts, cachePlaceOf(current), current.contents, tail, isOver),
          ),
        );
      });
      if (rebuilt.ok && rebuilt.value) mended.add('cache');
    }
    return mended;
  }
}

const locked = err({ tag: 'VaultLocked' } as const);
