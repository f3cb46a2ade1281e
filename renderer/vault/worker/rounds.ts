/** Sealed replies: their keys, taking them in, closing a round for good, and the hand-over to whoever answers here. */
import { err, ok, type Result } from '@shared/kernel/result';
import { recordIdFromBytes, type RecordId } from '@shared/kernel/ids';
import { noneRefused, type RefusedCounts, type WaveSurvey } from '@shared/records/wave-survey/wave-survey';
import {
  decodeAnswers,
  decodeReply,
  fromBase64Url,
  surveyHashBytes,
  surveyTag,
  toBase64Url,
} from '@shared/survey/reply-format';
import { areBytesEqual } from '@shared/vault/bytes';
import type { RecordError, VaultError } from '@shared/vault/errors';
import { format } from '@shared/vault/format';
import type { RoundsApi, RoundError, TakenReplies } from '@shared/vault/rounds';
import type { StoredRecord, Write } from '@shared/vault/vault-api';
import type { AuditNote } from '@shared/vault/vault-care';
import { measuresOf, type Measures } from '@shared/wellbeing/measures';
import { addReplies, checkReply, closeWave, isLocked, type Reply } from '@shared/wellbeing/wave-rules';
import { commitWrites } from './commit';
import { keptMs } from './compact';
import type { Sodium } from './crypto/sodium';
import { recordOf, recordsOf } from './lists';
import type { OpenVault } from './load';
import type { OwnerPlansParts } from './owner-plans';
import type { VaultParts } from './vault-parts';

const absent = err({ tag: 'RoundAbsent' } as const);
const locked = err({ tag: 'VaultLocked' } as const);

export interface RoundsPart {
  readonly api: RoundsApi;
  isHandedOver(): boolean;
  end(): void;
}

type Deps = OwnerPlansParts & { readonly isPlanHandedOver: () => boolean };

export function createRounds(deps: Deps): RoundsPart {
  const { parts, withOpen, afterCompacting, compactNow } = deps;
  const { sodium } = parts;
  let handed: RecordId | null = null;

  const put = async (
    current: OpenVault,
    writes: readonly Write[],
    notes: readonly AuditNote[],
    at: number,
  ): Promise<Result<void, VaultError | RecordError>> => {
    const done = await commitWrites(parts, current, writes, at, notes);
    if (!done.ok) return done;
    deps.stored(current, done.value);
    return ok();
  };

  /** Of a hand-over only `answerRound` is let through. */
  const inVault = <T>(
    work: (current: OpenVault) => Promise<Result<T, RoundError>>,
  ): Promise<Result<T, RoundError>> =>
    withOpen<T, RoundError>(async (current) => (handed === null ? work(current) : locked));

  const api: RoundsApi = {
    beginSurvey: ({ waveId, today, at }) =>
      inVault(async (current) => {
        const wave = recordOf(current, 'wellbeing-wave', waveId);
        if (wave === null) return absent;
        if (isLocked(wave.value)) return err({ tag: 'WaveLocked' });
        const present = surveyOf(current, waveId);
        if (present !== null) return ok({ publicKey: present.value.publicKey });
        const keys = sodium.boxKeypair();
        const publicKey = toBase64Url(keys.publicKey);
        const value: WaveSurvey = {
          waveId,
          publicKey,
          secretKey: toBase64Url(keys.secretKey),
          madeOn: today,
          takenIds: [],
          refused: noneRefused,
        };
        sodium.wipe(keys.secretKey);
        const id = recordIdFromBytes(sodium.randomBytes(format.recordIdBytes));
        const done = await put(
          current,
          [{ type: 'put', kind: 'wave-survey', id, baseRevision: 0, value }],
          [{ event: 'edit', kind: 'wave-survey', ids: [id] }],
          at,
        );
        return done.ok ? ok({ publicKey }) : done;
      }),

    takeReplies: ({ waveId, texts, at }) =>
      inVault<TakenReplies>(async (current) => {
        const wave = recordOf(current, 'wellbeing-wave', waveId);
        const survey = surveyOf(current, waveId);
        if (wave === null || survey === null) return absent;
        if (isLocked(wave.value)) return err({ tag: 'WaveLocked' });
        const { instrumentId, instrumentVersion, invited } = wave.value;
        const instrument = measuresIn(current).find(instrumentId, instrumentVersion);
        if (instrument === null) return err({ tag: 'InstrumentMismatch' });
        const opened = openReplies(
          sodium,
          survey.value,
          texts,
          (reply) => checkReply(wave.value, reply, instrument).ok,
        );
        // Which of them are left out when there are more than people asked is for chance to say.
        const room = Math.max(0, invited - wave.value.answerSets.length);
        const taken = shuffled(sodium, opened.replies).slice(0, room);
        const refused = { ...opened.refused, overInvited: opened.replies.length - taken.length };
        const added = addReplies(
          wave.value,
          taken.map(({ reply }) => reply),
          instrument,
        );
        if (!added.ok) return added;
        const value: WaveSurvey = {
          ...survey.value,
          takenIds: [...survey.value.takenIds, ...taken.map(({ id }) => id)].sort(),
          refused: sumOf(survey.value.refused, refused),
        };
        const writes = [putOf(survey, value), ...(taken.length === 0 ? [] : [putOf(wave, added.value)])];
        const done = await put(current, writes, [editOf(waveId)], at);
        if (!done.ok) return done;
        return ok({ taken: taken.length, refused, replies: added.value.answerSets.length, invited });
      }),

    closeRound: async ({ waveId, on, at }) => {
      const closed = await inVault(async (current) => {
        const wave = recordOf(current, 'wellbeing-wave', waveId);
        const survey = surveyOf(current, waveId);
        if (wave === null) return absent;
        const value = closeWave(wave.value, on);
        if (!value.ok) return value;
        const writes = [putOf(wave, value.value)];
        if (survey !== null) writes.push(putOf(survey, { ...survey.value, secretKey: '', takenIds: [] }));
        current.mustCompact = true;
        return put(current, writes, [editOf(waveId, 'closed')], at);
      });
      if (!closed.ok) return closed;
      const forgotten = await afterCompacting(() => withOpen((current) => compactNow(current, at)));
      return forgotten.ok ? ok() : forgotten;
    },

    handOverRound: ({ waveId }) =>
      withOpen((current): Promise<Result<void, RoundError>> => {
        const wave = recordOf(current, 'wellbeing-wave', waveId);
        const isOther = deps.isPlanHandedOver() || (handed !== null && handed !== waveId);
        if (isOther) return Promise.resolve(locked);
        if (wave === null) return Promise.resolve(absent);
        if (isLocked(wave.value)) return Promise.resolve(err({ tag: 'WaveLocked' }));
        handed = waveId;
        return Promise.resolve(ok());
      }),

    answerRound: ({ reply, at }) =>
      withOpen(async (current): Promise<Result<void, RoundError>> => {
        if (handed === null) return locked;
        const wave = recordOf(current, 'wellbeing-wave', handed);
        if (wave === null) return absent;
        const { instrumentId, instrumentVersion } = wave.value;
        const instrument = measuresIn(current).find(instrumentId, instrumentVersion);
        if (instrument === null) return err({ tag: 'InstrumentMismatch' });
        const added = addReplies(wave.value, [reply], instrument);
        if (!added.ok) return added;
        // No note: at which moments people answered here is for no log.
        return put(current, [putOf(wave, added.value)], [], at);
      }),
  };

  return {
    api,
    isHandedOver: () => handed !== null,
    end: () => {
      handed = null;
    },
  };
}

/** A survey goes once its round cannot be brought back any more. In turn, like any other save. */
export async function dropOrphanSurveys(parts: VaultParts, current: OpenVault, at: number): Promise<void> {
  const { manifest } = current.contents;
  const orphans = recordsOf(current, { kind: 'wave-survey' }).filter(({ value }) => {
    const wave = manifest.get(value.waveId);
    return wave === undefined || (wave.type !== 'put' && at - wave.savedAt > keptMs);
  });
  if (orphans.length === 0) return;
  const writes = orphans.map(({ kind, id, revision }): Write => ({
    type: 'remove',
    kind,
    id,
    baseRevision: revision,
  }));
  // Refused by the disk, they go the next time.
  await commitWrites(parts, current, writes, at, []);
}

interface OpenedReply {
  /** base64url. */
  readonly id: string;
  readonly reply: Reply;
}

/** Every reason counts a file once: the first that holds. */
function openReplies(
  sodium: Sodium,
  survey: WaveSurvey,
  texts: readonly string[],
  fits: (reply: Reply) => boolean,
): { readonly replies: readonly OpenedReply[]; readonly refused: RefusedCounts } {
  const publicKey = fromBase64Url(survey.publicKey) ?? new Uint8Array(0);
  const secretKey = fromBase64Url(survey.secretKey) ?? new Uint8Array(0);
  const tag = surveyTag(sodium.hash(surveyHashBytes, publicKey));
  const before = new Set(survey.takenIds);
  const inBatch = new Set<string>();
  const replies: OpenedReply[] = [];
  const refused = { ...noneRefused };
  for (const text of texts) {
    const decoded = decodeReply(text);
    if (!decoded.ok) {
      refused[decoded.error] += 1;
      continue;
    }
    if (!areBytesEqual(decoded.value.tag, tag)) {
      refused.otherRound += 1;
      continue;
    }
    const plaintext = sodium.openSealed(decoded.value.sealed, { publicKey, secretKey });
    if (plaintext === null) {
      refused.damaged += 1;
      continue;
    }
    const answered = decodeAnswers(plaintext);
    sodium.wipe(plaintext);
    if (answered === null || !fits(answered)) {
      refused.unfit += 1;
      continue;
    }
    const id = toBase64Url(answered.replyId);
    if (before.has(id)) refused.replayed += 1;
    else if (inBatch.has(id)) refused.double += 1;
    else {
      inBatch.add(id);
      replies.push({ id, reply: { answers: answered.answers, split: answered.split } });
    }
  }
  sodium.wipe(secretKey);
  return { replies, refused };
}

/** By a random number each, long enough that no two are the same. */
function shuffled<T>(sodium: Sodium, list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, drawn: toBase64Url(sodium.randomBytes(16)) }))
    .sort((left, right) => (left.drawn < right.drawn ? -1 : 1))
    .map(({ item }) => item);
}

function sumOf(left: RefusedCounts, right: RefusedCounts): RefusedCounts {
  return {
    foreign: left.foreign + right.foreign,
    otherRound: left.otherRound + right.otherRound,
    damaged: left.damaged + right.damaged,
    replayed: left.replayed + right.replayed,
    double: left.double + right.double,
    unfit: left.unfit + right.unfit,
    overInvited: left.overInvited + right.overInvited,
  };
}

function editOf(waveId: RecordId, detail?: 'closed'): AuditNote {
  const note = { event: 'edit', kind: 'wellbeing-wave', ids: [waveId] } as const;
  return detail === undefined ? note : { ...note, detail };
}

function putOf({ kind, id, revision }: StoredRecord, value: unknown): Write {
  return { type: 'put', kind, id, baseRevision: revision, value };
}

function surveyOf(current: OpenVault, waveId: RecordId): StoredRecord<'wave-survey'> | null {
  return recordsOf(current, { kind: 'wave-survey' }).find(({ value }) => value.waveId === waveId) ?? null;
}

function measuresIn(current: OpenVault): Measures {
  return measuresOf(
    recordsOf(current, { kind: 'own-measure' }).map(({ value }) => value),
    [],
  );
}
