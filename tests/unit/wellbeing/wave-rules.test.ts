import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hse35 } from '@shared/instruments/hse35';
import { who5 } from '@shared/instruments/who5';
import { toLocalDate } from '@shared/kernel/local-date';
import { wellbeingWaveKind, type WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import {
  addReplies,
  becomesBaseline,
  changeDetails,
  closeWave,
  overlapping,
  repliesOf,
  takeBackReply,
  type AnswerSet,
  type Reply,
} from '@shared/wellbeing/wave-rules';

const wave = (over: Partial<WellbeingWave> = {}): WellbeingWave => ({
  instrumentId: 'who5',
  instrumentVersion: 1,
  label: 'Baseline',
  group: '',
  opensOn: toLocalDate('2026-01-05'),
  closesOn: toLocalDate('2026-01-16'),
  invited: 100,
  answerSets: [],
  split: null,
  splitAnswers: [],
  isBaseline: true,
  lockedOn: null,
  note: '',
  ...over,
});
/** Of a round that asks for no part. */
const plain = (answers: AnswerSet): Reply => ({ answers, split: null });
const today = toLocalDate('2026-01-20');
const answer = fc.option(fc.integer({ min: 0, max: 5 }), { nil: null });
const reply: fc.Arbitrary<AnswerSet> = fc
  .array(answer, { minLength: 5, maxLength: 5 })
  .filter((set) => set.some((each) => each !== null));
const replies = fc.array(reply, { maxLength: 30 });

function added(start: WellbeingWave, sets: readonly AnswerSet[]): WellbeingWave {
  const result = addReplies(start, sets.map(plain), who5);
  if (!result.ok) throw new Error(result.error.tag);
  return result.value;
}

describe('replies', () => {
  it('keep nothing of the order in which they came', () => {
    fc.assert(
      fc.property(replies, fc.infiniteStream(fc.nat()), (sets, keys) => {
        const shuffled = sets
          .map((set) => ({ set, key: keys.next().value ?? 0 }))
          .sort((left, right) => left.key - right.key)
          .map(({ set }) => set);
        const oneByOne = shuffled.reduce((current, set) => added(current, [set]), wave());
        expect(oneByOne).toEqual(added(wave(), sets));
      }),
    );
  });

  it('make a wave that the store accepts', () => {
    fc.assert(
      fc.property(replies, (sets) => {
        expect(wellbeingWaveKind.schema.safeParse(added(wave(), sets)).success).toBe(true);
      }),
    );
  });

  it('are taken back exactly', () => {
    fc.assert(
      fc.property(replies, reply, (sets, extra) => {
        const before = added(wave(), sets);
        const after = takeBackReply(added(before, [extra]), plain(extra));
        expect(after).toEqual({ ok: true, value: before });
      }),
    );
    expect(takeBackReply(wave(), plain([1, 1, 1, 1, 1]))).toMatchObject({
      ok: true,
      value: { answerSets: [] },
    });
  });

  it('are refused whole when one answer is out of range, and nothing is stored', () => {
    const start = wave();
    expect(addReplies(start, [plain([1, 2, 3, 4, 5]), plain([6, 1, 1, 1, 1])], who5)).toEqual({
      ok: false,
      error: {
        tag: 'ReplyRefused',
        reply: 2,
        cause: { tag: 'ResponseRefused', item: 1, reason: 'out-of-range' },
      },
    });
    expect(start.answerSets).toEqual([]);
    expect(addReplies(start, [plain([1, 2])], who5)).toMatchObject({
      ok: false,
      error: { tag: 'ReplyRefused' },
    });
    expect(addReplies(start, [plain([null, null, null, null, null])], who5)).toMatchObject({
      ok: false,
      error: { tag: 'ReplyEmpty' },
    });
    expect(addReplies(start, [], hse35)).toMatchObject({ ok: false, error: { tag: 'InstrumentMismatch' } });
  });

  it('are never more than people invited', () => {
    const full = added(wave({ invited: 2 }), [
      [1, 1, 1, 1, 1],
      [2, 2, 2, 2, 2],
    ]);
    expect(addReplies(full, [plain([3, 3, 3, 3, 3])], who5)).toEqual({
      ok: false,
      error: { tag: 'MoreRepliesThanInvited', replies: 3, invited: 2 },
    });
  });

  it('sort blanks before 0', () => {
    const kept = added(wave(), [
      [0, 1, 0, 0, 0],
      [null, 5, 0, 0, 0],
      [0, null, 0, 0, 0],
    ]);
    expect(kept.answerSets.map(([first, second]) => [first, second])).toEqual([
      [null, 5],
      [0, null],
      [0, 1],
    ]);
  });

  it('keep the part that each was given with, in whatever order they come', () => {
    const split = { question: 'How you work here', options: ['Paid', 'Volunteer'] };
    const asked = wave({ split });
    const given = fc.record({ answers: reply, split: fc.constantFrom(0, 1, null) });
    fc.assert(
      fc.property(fc.array(given, { maxLength: 20 }), (list) => {
        const one = addReplies(asked, list, who5);
        const other = addReplies(asked, [...list].reverse(), who5);
        expect(one).toEqual(other);
        if (!one.ok) throw new Error('refused');
        const key = ({ answers, split: part }: Reply): string => JSON.stringify([answers, part]);
        expect(repliesOf(one.value).map(key).sort()).toEqual(list.map(key).sort());
        expect(wellbeingWaveKind.schema.safeParse(one.value).success).toBe(true);
      }),
    );
    for (const part of [2, -1, 0.5]) {
      const refused = { ok: false, error: { tag: 'SplitUnknown' } };
      expect(addReplies(asked, [{ answers: [1, 1, 1, 1, 1], split: part }], who5)).toEqual(refused);
    }
    expect(addReplies(wave(), [{ answers: [1, 1, 1, 1, 1], split: 0 }], who5).ok).toBe(false);
  });
});

describe('a locked round', () => {
  it('refuses every change, whatever it is', () => {
    fc.assert(
      fc.property(
        replies,
        reply,
        fc.string(),
        fc.integer({ min: 1, max: 500 }),
        (sets, extra, label, invited) => {
          const closed = closeWave(added(wave(), sets), today);
          if (!closed.ok) throw new Error('not closed');
          const locked = { ok: false, error: { tag: 'WaveLocked' } };
          const { opensOn, closesOn, note } = closed.value;
          expect(addReplies(closed.value, [plain(extra)], who5)).toEqual(locked);
          expect(addReplies(closed.value, [], who5)).toEqual(locked);
          expect(takeBackReply(closed.value, plain(extra))).toEqual(locked);
          expect(changeDetails(closed.value, { label, opensOn, closesOn, invited, note })).toEqual(locked);
          expect(closeWave(closed.value, today)).toEqual(locked);
        },
      ),
    );
  });

  it('keeps all that was in it', () => {
    const open = added(wave(), [[3, 2, 3, 1, 4]]);
    expect(closeWave(open, today)).toEqual({ ok: true, value: { ...open, lockedOn: today } });
  });
});

describe('details', () => {
  const details = {
    label: 'New',
    opensOn: toLocalDate('2026-02-02'),
    closesOn: toLocalDate('2026-02-10'),
    invited: 3,
    note: 'Moved office',
  };

  it('change while the round is open, never below the replies that are in', () => {
    expect(changeDetails(wave(), details)).toMatchObject({ ok: true, value: details });
    const five = added(
      wave(),
      Array.from({ length: 5 }, () => [1, 1, 1, 1, 1]),
    );
    expect(changeDetails(five, details)).toEqual({
      ok: false,
      error: { tag: 'MoreRepliesThanInvited', replies: 5, invited: 3 },
    });
  });

  it('do not let two rounds of one measure and group meet', () => {
    const other = wave({ opensOn: toLocalDate('2026-02-10'), closesOn: toLocalDate('2026-02-20') });
    expect(changeDetails(wave(), details, [other])).toMatchObject({
      ok: false,
      error: { tag: 'RoundsOverlap' },
    });
    expect(overlapping(wave(), [wave({ group: 'Hub' }), wave({ instrumentId: 'hse35' })])).toBe(false);
  });

  it('make the first round of a measure and group its baseline', () => {
    expect(becomesBaseline([], 'who5', '')).toBe(true);
    expect(becomesBaseline([wave()], 'who5', '')).toBe(false);
    expect(becomesBaseline([wave()], 'who5', 'Hub')).toBe(true);
    expect(becomesBaseline([wave()], 'hse35', '')).toBe(true);
  });
});
