/** Sealed replies in the real vault: taken in, refused, closed for good, and given on a handed-over laptop. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import { noneRefused } from '@shared/records/wave-survey/wave-survey';
import {
  decodeReply,
  encodeAnswers,
  encodeReply,
  fromBase64Url,
  surveyHashBytes,
  surveyTag,
} from '@shared/survey/reply-format';
import type { VaultApi } from '@shared/vault/vault-api';
import type { Sodium } from '../../renderer/vault/worker/crypto/sodium';
import { createSeeded } from '@shared/demo/seeded';
import { day } from '../unit/retention/support';
import { at, must, passphraseOf, setupVaultKit, testId } from '../support/vault-kit';

const waveId = testId(700);
const otherWaveId = testId(701);
const today = day('2026-05-04');

function waveOf(over: Partial<WellbeingWave> = {}): WellbeingWave {
  return {
    instrumentId: 'who5',
    instrumentVersion: 1,
    label: 'Spring',
    group: '',
    opensOn: day('2026-05-01'),
    closesOn: day('2026-05-14'),
    invited: 5000,
    answerSets: [],
    split: { question: 'How you work here', options: ['Paid', 'Volunteer'] },
    splitAnswers: [],
    isBaseline: true,
    lockedOn: null,
    note: '',
    ...over,
  };
}

async function setupRound(over: Partial<WellbeingWave> = {}) {
  const kit = await setupVaultKit();
  const vault = await kit.restart();
  must(await vault.create({ passphrase: passphraseOf() }));
  await put(vault, waveOf(over));
  const { publicKey } = must(await vault.beginSurvey({ waveId, today, at }));
  return { kit, vault, publicKey };
}

async function put(vault: VaultApi, value: WellbeingWave, id = waveId): Promise<void> {
  must(
    await vault.commit({ writes: [{ type: 'put', kind: 'wellbeing-wave', id, baseRevision: 0, value }], at }),
  );
}

async function waveIn(vault: VaultApi): Promise<WellbeingWave> {
  const [record] = must(await vault.list({ kind: 'wellbeing-wave', ids: [waveId] }));
  if (record === undefined) throw new Error('No round');
  return record.value;
}

async function surveyIn(vault: VaultApi) {
  const [record] = must(await vault.list({ kind: 'wave-survey' }));
  if (record === undefined) throw new Error('No survey');
  return record;
}

interface Given {
  readonly answers: readonly (number | null)[];
  readonly split?: number | null;
  readonly replyId?: Uint8Array;
}

/** As the survey file does it. */
function sealedReply(sodium: Sodium, publicKey: string, given: Given): string {
  const key = fromBase64Url(publicKey);
  if (key === null) throw new Error('No key');
  const { answers, split = null, replyId = sodium.randomBytes(16) } = given;
  const sealed = sodium.sealTo(encodeAnswers({ answers, split, replyId }), key);
  return encodeReply(surveyTag(sodium.hash(surveyHashBytes, key)), sealed);
}

describe('taking replies in', () => {
  it('takes 1,000 and loses none, in an order that says nothing', { timeout: 60_000 }, async () => {
    const { kit, vault, publicKey } = await setupRound();
    const seeded = createSeeded(31);
    const given = Array.from({ length: 1000 }, () => ({
      answers: Array.from({ length: 5 }, () => (seeded.chance(0.05) ? null : seeded.whole(0, 5))),
      split: seeded.chance(0.1) ? null : seeded.whole(0, 1),
    })).map((reply) => ({
      ...reply,
      answers: reply.answers.every((answer) => answer === null) ? [1, 1, 1, 1, 1] : reply.answers,
    }));
    const texts = given.map((reply) => sealedReply(kit.sodium, publicKey, reply));
    const taken = must(await vault.takeReplies({ waveId, texts, at }));
    expect(taken).toEqual({ taken: 1000, refused: noneRefused, replies: 1000, invited: 5000 });
    const { answerSets, splitAnswers } = await waveIn(vault);
    const key = (answers: unknown, split: unknown): string => JSON.stringify([answers, split]);
    const kept = answerSets.map((answers, index) => key(answers, splitAnswers[index]));
    expect([...kept].sort()).toEqual(given.map(({ answers, split }) => key(answers, split)).sort());
    // The same ones, given in another order, would stand the same.
    const other = await setupRound();
    const again = given.toReversed().map((reply) => sealedReply(other.kit.sodium, other.publicKey, reply));
    must(await other.vault.takeReplies({ waveId, texts: again, at }));
    const { answerSets: sets, splitAnswers: parts } = await waveIn(other.vault);
    expect(sets).toEqual(answerSets);
    expect(parts).toEqual(splitAnswers);
  });

  it('names each reason why a file was not taken, and stores nothing of it', async () => {
    const { kit, vault, publicKey } = await setupRound();
    const { sodium } = kit;
    await put(vault, waveOf({ group: 'Night team' }), otherWaveId);
    const other = must(await vault.beginSurvey({ waveId: otherWaveId, today, at }));
    const good = sealedReply(sodium, publicKey, { answers: [1, 2, 3, 4, 5], split: 1 });
    const replyId = sodium.randomBytes(16);
    const first = sealedReply(sodium, publicKey, { answers: [5, 5, 5, 5, 5], replyId });
    const second = sealedReply(sodium, publicKey, { answers: [0, 0, 0, 0, 0], replyId });
    must(await vault.takeReplies({ waveId, texts: [good], at }));
    const texts = [
      '',
      'PK\u0003\u0004 a spreadsheet',
      'steading-reply-1:',
      good.slice(0, -4),
      `${good.slice(0, 60)}${good[60] === 'A' ? 'B' : 'A'}${good.slice(61)}`,
      sealedReply(sodium, other.publicKey, { answers: [1, 1, 1, 1, 1] }),
      good,
      ` ${good}\r\n`,
      first,
      second,
      sealedReply(sodium, publicKey, { answers: [6, 1, 1, 1, 1] }),
      sealedReply(sodium, publicKey, { answers: [1, 1, 1, 1] }),
      sealedReply(sodium, publicKey, { answers: [null, null, null, null, null] }),
      sealedReply(sodium, publicKey, { answers: [1, 1, 1, 1, 1], split: 2 }),
      'x'.repeat(5000),
    ];
    const taken = must(await vault.takeReplies({ waveId, texts, at }));
    const refused = {
      ...noneRefused,
      foreign: 3,
      damaged: 3,
      otherRound: 1,
      replayed: 2,
      double: 1,
      unfit: 4,
    };
    expect(taken).toEqual({ taken: 1, refused, replies: 2, invited: 5000 });
    expect((await surveyIn(vault)).value.refused).toEqual(refused);
    expect((await waveIn(vault)).answerSets).toHaveLength(2);
    const again = must(await vault.takeReplies({ waveId, texts: [first, second, good], at }));
    expect(again).toMatchObject({ taken: 0, replies: 2, refused: { replayed: 3 } });
  });

  it('never takes more than were invited, and says so', async () => {
    const { kit, vault, publicKey } = await setupRound({ invited: 3 });
    const texts = [1, 2, 3, 4, 5].map((answer) =>
      sealedReply(kit.sodium, publicKey, { answers: Array.from({ length: 5 }, () => answer) }),
    );
    const taken = must(await vault.takeReplies({ waveId, texts, at }));
    expect(taken).toMatchObject({ taken: 3, replies: 3, refused: { overInvited: 2 } });
    // The two that were left out come in once there is room.
    const [record] = must(await vault.list({ kind: 'wellbeing-wave', ids: [waveId] }));
    if (record === undefined) throw new Error('No round');
    const value = { ...record.value, invited: 5 };
    const write = { type: 'put', kind: 'wellbeing-wave', id: waveId, baseRevision: record.revision, value };
    must(await vault.commit({ writes: [write as never], at }));
    expect(must(await vault.takeReplies({ waveId, texts, at }))).toMatchObject({ taken: 2, replies: 5 });
  });

  it('accepts none of 10,000 changed files, and stands', { timeout: 120_000 }, async () => {
    const { kit, vault, publicKey } = await setupRound();
    const { sodium } = kit;
    const seeded = createSeeded(77);
    const originals = Array.from({ length: 50 }, (_, index) =>
      sealedReply(sodium, publicKey, { answers: Array.from({ length: 5 }, () => index % 6), split: 0 }),
    );
    const texts = Array.from({ length: 10_800 }, (_, index) => {
      const text = originals[index % originals.length]!;
      const place = seeded.whole(0, text.length - 1);
      switch (seeded.whole(0, 6)) {
        case 0:
          return text.slice(0, place);
        case 1: {
          const code = text.charCodeAt(place) ^ (1 << seeded.whole(0, 6));
          return text.slice(0, place) + String.fromCharCode(code) + text.slice(place + 1);
        }
        case 2:
          return text.slice(0, place) + text.slice(place + 1);
        case 3:
          return `${text.slice(0, place)}A${text.slice(place)}`;
        case 4:
          return text.slice(place) + text.slice(0, place === 0 ? 1 : place);
        case 5: {
          // One bit of the bytes themselves, spelt well.
          const bytes = Buffer.from(text.slice(17), 'base64url');
          const at = seeded.whole(0, bytes.length - 1);
          bytes[at] = (bytes[at] ?? 0) ^ (1 << seeded.whole(0, 7));
          return `steading-reply-1:${bytes.toString('base64url')}`;
        }
        default: {
          // Two replies, each half of one.
          const other = originals[(index + 1) % originals.length]!;
          return text.slice(0, 17 + (place % 300) + 1) + other.slice(17 + (place % 300) + 1);
        }
      }
    }).filter((text) => !originals.includes(text.trim()));
    expect(texts.length).toBeGreaterThanOrEqual(10_000);
    const taken = must(await vault.takeReplies({ waveId, texts, at }));
    expect(taken.taken).toBe(0);
    const { foreign, damaged, otherRound } = taken.refused;
    expect(foreign + damaged + otherRound).toBe(texts.length);
    expect((await waveIn(vault)).answerSets).toEqual([]);
    expect(must(await vault.takeReplies({ waveId, texts: originals, at })).taken).toBe(50);
  });

  it('has one spelling for each reply: every other text is refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeReply(text).ok).toBe(false);
        expect(decodeReply(`steading-reply-1:${text}`).ok).toBe(false);
      }),
    );
  });
});

describe('the survey’s key', () => {
  it('is made once, and the same after a restart', async () => {
    const { kit, vault, publicKey } = await setupRound();
    expect(must(await vault.beginSurvey({ waveId, today, at })).publicKey).toBe(publicKey);
    must(await vault.lock({}));
    const next = await kit.restart();
    must(await next.unlock({ passphrase: passphraseOf() }));
    expect(must(await next.beginSurvey({ waveId, today, at })).publicKey).toBe(publicKey);
    const text = sealedReply(kit.sodium, publicKey, { answers: [1, 2, 3, 4, 5] });
    expect(must(await next.takeReplies({ waveId, texts: [text], at })).taken).toBe(1);
  });

  it('has a secret half that no list gives', async () => {
    const { vault } = await setupRound();
    const [outline] = must(await vault.outlinesOf({ kind: 'wave-survey' }));
    expect(outline?.value).not.toHaveProperty('secretKey');
    expect(outline?.value).not.toHaveProperty('takenIds');
  });

  it('needs a round that is there and open', async () => {
    const { vault } = await setupRound();
    const missing = { waveId: testId(9), today, at };
    expect(await vault.beginSurvey(missing)).toEqual({ ok: false, error: { tag: 'RoundAbsent' } });
    expect(await vault.takeReplies({ ...missing, texts: [] })).toMatchObject({
      error: { tag: 'RoundAbsent' },
    });
    must(await vault.closeRound({ waveId, on: today, at }));
    const shut = { ok: false, error: { tag: 'WaveLocked' } };
    expect(await vault.beginSurvey({ waveId, today, at })).toEqual(shut);
    expect(await vault.takeReplies({ waveId, texts: [], at })).toEqual(shut);
    expect(await vault.closeRound({ waveId, on: today, at })).toEqual(shut);
    expect(await vault.handOverRound({ waveId })).toEqual(shut);
  });
});

describe('closing', () => {
  it('wipes the key, and no earlier version of the round is on the disk', async () => {
    const { kit, vault, publicKey } = await setupRound();
    const [first, second] = [
      [1, 2, 3, 4, 5],
      [5, 4, 3, 2, 1],
    ].map((answers) => sealedReply(kit.sodium, publicKey, { answers }));
    const isOnDisk = (stretch: Buffer): boolean =>
      kit.files.disk
        .paths()
        .some((path) => Buffer.from(kit.files.disk.bytesOf(path) ?? []).includes(stretch));
    must(await vault.takeReplies({ waveId, texts: [first!], at }));
    must(await vault.takeReplies({ waveId, texts: [second!], at }));
    const before = [...kit.files.journal];
    // Every stretch of the journal so far that is no header: the frames of the two saves, and the key's.
    const stretches = [0.3, 0.5, 0.7, 0.9].map((share) =>
      Buffer.from(before.slice(Math.floor(before.length * share)).slice(0, 24)),
    );
    expect(stretches.every((stretch) => isOnDisk(stretch))).toBe(true);
    must(await vault.closeRound({ waveId, on: today, at }));
    expect((await waveIn(vault)).lockedOn).toBe(today);
    expect((await surveyIn(vault)).value).toMatchObject({ secretKey: '', takenIds: [] });
    expect(stretches.some((stretch) => isOnDisk(stretch))).toBe(false);
    expect(must(await vault.history({ kind: 'wellbeing-wave', id: waveId }))).toEqual([]);
    expect(must(await vault.history({ kind: 'wave-survey', id: (await surveyIn(vault)).id }))).toEqual([]);
    must(await vault.lock({}));
    const next = await kit.restart();
    must(await next.unlock({ passphrase: passphraseOf() }));
    expect((await waveIn(next)).answerSets).toHaveLength(2);
    expect(await next.takeReplies({ waveId, texts: [first!], at })).toMatchObject({
      error: { tag: 'WaveLocked' },
    });
  });
});

describe('a round that is deleted', () => {
  const dayMs = 24 * 60 * 60 * 1000;

  it('goes on taking replies once it is brought back, and takes its survey along when it is gone for good', async () => {
    const { kit, vault, publicKey } = await setupRound();
    const before = sealedReply(kit.sodium, publicKey, { answers: [1, 2, 3, 4, 5] });
    const [record] = must(await vault.list({ kind: 'wellbeing-wave', ids: [waveId] }));
    if (record === undefined) throw new Error('No round');
    const base = { kind: 'wellbeing-wave', id: waveId } as const;
    must(await vault.commit({ writes: [{ ...base, type: 'remove', baseRevision: 1 }], at }));
    must(await vault.compact({ at: at + 29 * dayMs, force: true }));
    expect(must(await vault.removed({})).map(({ kind }) => kind)).toEqual(['wellbeing-wave']);
    const back = { ...base, type: 'put', baseRevision: 2, value: record.value } as const;
    must(await vault.commit({ writes: [back], at: at + 29 * dayMs }));
    expect(must(await vault.takeReplies({ waveId, texts: [before], at })).taken).toBe(1);
    const again = at + 40 * dayMs;
    must(await vault.commit({ writes: [{ ...base, type: 'remove', baseRevision: 4 }], at: again }));
    must(await vault.compact({ at: again + 31 * dayMs, force: true }));
    expect(must(await vault.list({ kind: 'wave-survey' }))).toEqual([]);
    expect(must(await vault.removed({}))).toEqual([]);
    must(await vault.lock({}));
    const next = await kit.restart();
    expect(must(await next.unlock({ passphrase: passphraseOf() })).findings).toEqual([]);
    expect(must(await next.list({ kind: 'wave-survey' }))).toEqual([]);
  });
});

describe('the hand-over', () => {
  it('answers nothing but replies until the lock', async () => {
    const { vault } = await setupRound();
    must(await vault.handOverRound({ waveId }));
    const locked = { ok: false, error: { tag: 'VaultLocked' } };
    expect(await vault.list({ kind: 'wellbeing-wave' })).toEqual(locked);
    expect(await vault.takeReplies({ waveId, texts: [], at })).toEqual(locked);
    expect(await vault.closeRound({ waveId, on: today, at })).toEqual(locked);
    expect(await vault.beginSurvey({ waveId, today, at })).toEqual(locked);
    expect(await vault.handOver({ ownerId: testId(1) })).toEqual(locked);
    expect(await vault.dropExpiredSections({ today, at })).toEqual(locked);
    expect(await vault.unlock({ passphrase: passphraseOf() })).toEqual(locked);
    expect(await vault.handOverRound({ waveId: otherWaveId })).toEqual(locked);
    must(await vault.answerRound({ reply: { answers: [1, 2, 3, 4, 5], split: 0 }, at }));
    must(await vault.answerRound({ reply: { answers: [3, 3, 3, 3, null], split: null }, at }));
    expect(await vault.answerRound({ reply: { answers: [9, 3, 3, 3, 3], split: null }, at })).toMatchObject({
      error: { tag: 'ReplyRefused' },
    });
    must(await vault.lock({}));
    must(await vault.unlock({ passphrase: passphraseOf() }));
    expect((await waveIn(vault)).answerSets).toHaveLength(2);
    expect(await vault.answerRound({ reply: { answers: [1, 1, 1, 1, 1], split: 0 }, at })).toEqual(locked);
    // The log has the hand-over's round, and no line for each who answered.
    const lines = must(await vault.auditLog({})).entries.filter(
      ({ event, kind }) => event === 'edit' && kind === 'wellbeing-wave',
    );
    expect(lines).toHaveLength(1);
  });

  it('is for a plan or for a round, never for both', async () => {
    const { vault } = await setupRound();
    must(await vault.handOver({ ownerId: testId(1) }));
    expect(await vault.handOverRound({ waveId })).toMatchObject({ error: { tag: 'VaultLocked' } });
    expect(await vault.answerRound({ reply: { answers: [1, 1, 1, 1, 1], split: 0 }, at })).toMatchObject({
      error: { tag: 'VaultLocked' },
    });
  });
});
