/**
 * Wellbeing Plans under their owners' own passphrases, and the hand-over: while one lasts the vault stays open only to
 * keep what the owner seals. The plan key lives here from the owner's passphrase to the lock.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import { recordIdFromBytes, type RecordId } from '@shared/kernel/ids';
import type { WellbeingPlan } from '@shared/records/wellbeing-plan/wellbeing-plan';
import { canonicalJson } from '@shared/vault/canonical-json';
import type { RecordError, VaultError } from '@shared/vault/errors';
import { format } from '@shared/vault/format';
import { isWithinKdfPolicy } from '@shared/vault/kdf-policy';
import type { OwnerPlansApi, OwnPlan } from '@shared/vault/owner-plans';
import type { Write } from '@shared/vault/vault-api';
import type { AuditNote } from '@shared/vault/vault-care';
import { emptyPlan, planContentSchema, type PlanContent } from '@shared/wellbeing/plan-content';
import { shareAnew, visibleSections, withoutExpired } from '@shared/wellbeing/shared-sections';
import { toBase64 } from './base64';
import { commitWrites } from './commit';
import type { FrameOp } from './crypto/v1/frame';
import {
  encodeSealedPlan,
  lockPlanKey,
  openPlan,
  sealPlan,
  unlockPlanKey,
  type PlanLock,
  type PlanPlace,
  type SealedPlan,
} from './crypto/v1/owner-plan';
import { keyIdsOf, purgeRecords } from './erase';
import { deriveAnew, isPassphrase } from './key-slots';
import type { OpenVault } from './load';
import { editOf, noPlan, planOf, plansOf, readContent, sealedOf, writeOf } from './owner-plan-records';
import type { VaultParts } from './vault-parts';

interface OpenPlan {
  readonly id: RecordId;
  lock: PlanLock;
  readonly planKey: Uint8Array;
  /** The log names the change once for each hand-over, however often the words were sealed. */
  isNoted: boolean;
}

export interface OwnerPlansParts {
  readonly parts: VaultParts;
  readonly withOpen: <T, E>(
    work: (current: OpenVault) => Promise<Result<T, E>>,
  ) => Promise<Result<T, E | VaultError>>;
  readonly afterCompacting: <T>(work: () => Promise<T>) => Promise<T>;
  /** Writes everything anew and drops what came before at once. */
  readonly compactNow: (current: OpenVault, at: number) => Promise<Result<unknown, VaultError>>;
  /** The index and the cache follow what was saved. */
  readonly stored: (current: OpenVault, ops: readonly FrameOp[]) => void;
  /** Everything in memory changed. */
  readonly reindex: (current: OpenVault) => void;
}

export interface OwnerPlansPart {
  readonly api: OwnerPlansApi;
  isHandedOver(): boolean;
  /** Wipes the plan's key, and ends the hand-over. */
  end(): void;
}

const locked = err({ tag: 'VaultLocked' } as const);
const encoder = new TextEncoder();

export function createOwnerPlans(deps: OwnerPlansParts): OwnerPlansPart {
  const { parts, withOpen, afterCompacting, compactNow } = deps;
  const { sodium, kdf } = parts;
  let ownerId: RecordId | null = null;
  let opened: OpenPlan | null = null;

  const closePlan = (): void => {
    if (opened !== null) sodium.wipe(opened.planKey);
    opened = null;
  };

  const placeFor = (current: OpenVault, recordId: RecordId, owner: RecordId): PlanPlace => ({
    vaultId: current.header.vaultId,
    recordId,
    ownerId: owner,
  });

  /** One frame. `forgets`: the owners' keys are renewed, so that earlier versions open no more once it is compacted. */
  const put = async (
    current: OpenVault,
    writes: readonly Write[],
    notes: readonly AuditNote[],
    at: number,
    forgets: boolean,
  ): Promise<Result<void, VaultError | RecordError>> => {
    const done = await commitWrites(parts, current, writes, at, notes);
    if (!done.ok) return done;
    deps.stored(current, done.value);
    if (!forgets) return ok();
    current.mustCompact = true;
    const keyIds = await keyIdsOf(parts, current, new Set(writes.map(({ id }) => id)));
    if (!keyIds.ok) return keyIds;
    current.keyring.renewKeys(keyIds.value);
    return current.keyring.save();
  };

  /** What was taken back goes from the files too. Stopped in between, the next unlock goes on with it. */
  const forgetEarlier = (at: number): Promise<Result<unknown, VaultError>> =>
    afterCompacting(() => withOpen((current) => compactNow(current, at)));

  const keyByPassphrase = async (
    place: PlanPlace,
    { lock }: SealedPlan,
    passphrase: Uint8Array,
  ): Promise<Result<Uint8Array, VaultError>> => {
    if (!isPassphrase(passphrase)) return err({ tag: 'WrongPassphrase' });
    // Parameters under the floor mean a changed record: to derive with them would help whoever changed it.
    if (!isWithinKdfPolicy(lock.params, kdf.policy)) return noPlan;
    const derived = await kdf.derive({ passphrase, salt: lock.salt, params: lock.params });
    if (!derived.ok) return derived;
    const planKey = unlockPlanKey(sodium, place, lock, derived.value);
    sodium.wipe(derived.value);
    return planKey === null ? err({ tag: 'WrongPassphrase' }) : ok(planKey);
  };

  const seal = (place: PlanPlace, plan: OpenPlan, content: PlanContent): string => {
    const plaintext = encoder.encode(canonicalJson(content) ?? '');
    const sealed = sealPlan(sodium, place, plan.lock, plan.planKey, plaintext);
    sodium.wipe(plaintext);
    return toBase64(sealed);
  };

  const withOwner = <T, E>(
    work: (current: OpenVault, owner: RecordId) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | VaultError>> =>
    withOpen<T, E | VaultError>(async (current) => (ownerId === null ? locked : work(current, ownerId)));

  const api: OwnerPlansApi = {
    handOver: (request) =>
      withOpen((current) => {
        // Asked again for the same person; another one needs a lock first.
        const isOther = ownerId !== null && ownerId !== request.ownerId;
        if (!isOther) ownerId = request.ownerId;
        return Promise.resolve(isOther ? locked : ok({ hasPlan: planOf(current, request.ownerId) !== null }));
      }),

    beginOwnPlan: ({ passphrase, today, at }) =>
      withOwner<OwnPlan, VaultError | RecordError>(async (current, owner) => {
        if (!isPassphrase(passphrase)) return err({ tag: 'WrongPassphrase' });
        const present = planOf(current, owner);
        if (present !== null)
          return err({ tag: 'RevisionConflict', id: present.id, currentRevision: present.revision });
        const derived = await deriveAnew(parts, passphrase);
        if (!derived.ok) return derived;
        const id = recordIdFromBytes(sodium.randomBytes(format.recordIdBytes));
        const place = placeFor(current, id, owner);
        const planKey = sodium.randomBytes(format.keyBytes);
        const lock = lockPlanKey(sodium, place, derived.value, derived.value.key, planKey);
        sodium.wipe(derived.value.key);
        const plan: OpenPlan = { id, lock, planKey, isNoted: true };
        const value: WellbeingPlan = {
          ownerId: owner,
          sealed: seal(place, plan, emptyPlan),
          sealedOn: today,
          reviewOn: null,
          shared: [],
          withdrawnOn: [],
        };
        const saved = await put(current, [writeOf(id, 0, value)], [editOf([id])], at, false);
        if (!saved.ok) {
          sodium.wipe(planKey);
          return saved;
        }
        closePlan();
        opened = plan;
        return ok({ content: emptyPlan, shared: [], reviewOn: null });
      }),

    openOwnPlan: ({ passphrase, today }) =>
      withOwner<OwnPlan, VaultError>(async (current, owner) => {
        const record = planOf(current, owner);
        if (record === null) return noPlan;
        const sealed = sealedOf(record);
        if (!sealed.ok) return sealed;
        const place = placeFor(current, record.id, owner);
        const planKey = await keyByPassphrase(place, sealed.value, passphrase);
        if (!planKey.ok) return planKey;
        const plaintext = openPlan(sodium, place, sealed.value, planKey.value);
        const content = plaintext === null ? noPlan : readContent(plaintext);
        if (plaintext !== null) sodium.wipe(plaintext);
        if (!content.ok) {
          sodium.wipe(planKey.value);
          return content;
        }
        closePlan();
        opened = { id: record.id, lock: sealed.value.lock, planKey: planKey.value, isNoted: false };
        const { reviewOn } = record.value;
        return ok({ content: content.value, shared: visibleSections(record.value, today), reviewOn });
      }),

    saveOwnPlan: async ({ plan, today, at }) => {
      const saved = await withOwner<
        { readonly plan: OwnPlan; readonly forgets: boolean },
        VaultError | RecordError
      >(async (current, owner) => {
        const record = planOf(current, owner);
        if (record === null || opened?.id !== record.id) return locked;
        const content = planContentSchema.safeParse(plan.content);
        if (!content.success) {
          const issues = content.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
          return err({ tag: 'RecordInvalid', issues });
        }
        const next = shareAnew(record.value, plan.shared, today);
        const value: WellbeingPlan = {
          ...next.plan,
          sealed: seal(placeFor(current, record.id, owner), opened, content.data),
          sealedOn: today,
          reviewOn: plan.reviewOn,
        };
        const notes = next.takenBack > 0 ? [editOf([record.id], 'taken-back')] : [];
        if (notes.length === 0 && !opened.isNoted) notes.push(editOf([record.id]));
        const write = writeOf(record.id, record.revision, value);
        const done = await put(current, [write], notes, at, next.forgets);
        if (!done.ok) return done;
        opened.isNoted = true;
        const { shared, reviewOn } = value;
        return ok({ plan: { content: content.data, shared, reviewOn }, forgets: next.forgets });
      });
      if (!saved.ok) return saved;
      if (saved.value.forgets) {
        const forgotten = await forgetEarlier(at);
        if (!forgotten.ok) return forgotten;
      }
      return ok(saved.value.plan);
    },

    changeOwnPassphrase: async ({ passphrase, next, today, at }) => {
      const changed = await withOwner(
        async (current, owner): Promise<Result<void, VaultError | RecordError>> => {
          const record = planOf(current, owner);
          if (record === null || opened?.id !== record.id) return locked;
          if (!isPassphrase(next)) return err({ tag: 'WrongPassphrase' });
          const sealed = sealedOf(record);
          if (!sealed.ok) return sealed;
          const place = placeFor(current, record.id, owner);
          const known = await keyByPassphrase(place, sealed.value, passphrase);
          if (!known.ok) return known;
          sodium.wipe(known.value);
          const derived = await deriveAnew(parts, next);
          if (!derived.ok) return derived;
          const lock = lockPlanKey(sodium, place, derived.value, derived.value.key, opened.planKey);
          sodium.wipe(derived.value.key);
          const value = {
            ...withoutExpired(record.value, today),
            sealed: toBase64(encodeSealedPlan({ ...sealed.value, lock })),
            sealedOn: today,
          };
          const note = editOf([record.id], 'passphrase');
          // The versions before open with the passphrase of before: they go too.
          const done = await put(current, [writeOf(record.id, record.revision, value)], [note], at, true);
          if (done.ok) opened.lock = lock;
          return done;
        },
      );
      if (!changed.ok) return changed;
      const forgotten = await forgetEarlier(at);
      return forgotten.ok ? ok() : forgotten;
    },

    deleteOwnPlan: ({ at }) =>
      afterCompacting(() =>
        withOwner(async (current, owner): Promise<Result<void, VaultError | RecordError>> => {
          const record = planOf(current, owner);
          closePlan();
          if (record === null) return ok();
          const purged = await purgeRecords(parts, current, [record.id], at);
          if (!purged.ok) return purged;
          deps.reindex(current);
          const compacted = await compactNow(current, at);
          return compacted.ok ? ok() : compacted;
        }),
      ),

    dropExpiredSections: async ({ today, at }) => {
      const dropped = await withOpen<number, VaultError | RecordError>(async (current) => {
        if (ownerId !== null) return locked;
        const writes = plansOf(current).flatMap(({ id, revision, value }) => {
          const left = withoutExpired(value, today);
          return left === value ? [] : [writeOf(id, revision, left)];
        });
        if (writes.length === 0) return ok(0);
        const note = editOf(
          writes.map(({ id }) => id),
          'ended',
        );
        const done = await put(current, writes, [note], at, true);
        return done.ok ? ok(writes.length) : done;
      });
      if (!dropped.ok) return dropped;
      if (dropped.value > 0) {
        const forgotten = await forgetEarlier(at);
        if (!forgotten.ok) return forgotten;
      }
      return ok({ dropped: dropped.value });
    },
  };

  return {
    api,
    isHandedOver: () => ownerId !== null,
    end: () => {
      closePlan();
      ownerId = null;
    },
  };
}
