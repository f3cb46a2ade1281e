/**
 * What may happen to a wellbeing round. A closed round is locked for good: no reply is added, none taken back, no
 * detail changed. Replies are kept sorted, so their order says nothing about who answered when.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import type { LocalDate } from '@shared/kernel/local-date';
import { score, type InstrumentError } from '@shared/instruments/score';
import type { Instrument } from '@shared/instruments/instrument';
import type { WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';

export type AnswerSet = readonly (number | null)[];

export interface Reply {
  readonly answers: AnswerSet;
  /** Place among the options of the round's split, the first is 0; null = not said, or nothing was asked. */
  readonly split: number | null;
}

export type WaveRuleError =
  | { readonly tag: 'WaveLocked' }
  | { readonly tag: 'ReplyEmpty' }
  /** `reply` is its place in the batch, the first is 1. */
  | { readonly tag: 'ReplyRefused'; readonly reply: number; readonly cause: InstrumentError }
  | { readonly tag: 'MoreRepliesThanInvited'; readonly replies: number; readonly invited: number }
  | { readonly tag: 'SplitUnknown' }
  | { readonly tag: 'InstrumentMismatch' }
  | { readonly tag: 'RoundsOverlap' };

export function isLocked(wave: WellbeingWave): boolean {
  return wave.lockedOn !== null;
}

function compareAnswer(left: number | null, right: number | null): number {
  if (left === right) return 0;
  if (left === null) return -1;
  return right === null ? 1 : left - right;
}

function compareSets(left: AnswerSet, right: AnswerSet): number {
  const items = Math.max(left.length, right.length);
  for (let item = 0; item < items; item += 1) {
    const order = compareAnswer(left[item] ?? null, right[item] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

/** The replies of a round, as they are kept. */
export function repliesOf({ answerSets, splitAnswers }: WellbeingWave): Reply[] {
  return answerSets.map((answers, index) => ({ answers, split: splitAnswers[index] ?? null }));
}

function compareReplies(left: Reply, right: Reply): number {
  return compareSets(left.answers, right.answers) || compareAnswer(left.split, right.split);
}

/** By answers alone, item 1 first, not answered before 0. The same replies always give the same list. */
function withReplies(wave: WellbeingWave, replies: readonly Reply[]): WellbeingWave {
  const sorted = [...replies].sort(compareReplies);
  return {
    ...wave,
    answerSets: sorted.map(({ answers }) => [...answers]),
    splitAnswers: wave.split === null ? [] : sorted.map(({ split }) => split),
  };
}

export function checkReply(
  wave: WellbeingWave,
  { answers, split }: Reply,
  instrument: Instrument,
): Result<void, InstrumentError | { readonly tag: 'ReplyEmpty' } | { readonly tag: 'SplitUnknown' }> {
  const scored = score(instrument, answers);
  if (!scored.ok) return scored;
  if (answers.every((answer) => answer === null)) return err({ tag: 'ReplyEmpty' });
  const parts = wave.split?.options.length ?? 0;
  return split === null || (Number.isInteger(split) && split >= 0 && split < parts)
    ? ok()
    : err({ tag: 'SplitUnknown' });
}

/** Adds replies, all or none. An answer the instrument refuses is never stored. */
export function addReplies(
  wave: WellbeingWave,
  replies: readonly Reply[],
  instrument: Instrument,
): Result<WellbeingWave, WaveRuleError> {
  if (isLocked(wave)) return err({ tag: 'WaveLocked' });
  if (instrument.id !== wave.instrumentId || instrument.version !== wave.instrumentVersion) {
    return err({ tag: 'InstrumentMismatch' });
  }
  for (const [index, reply] of replies.entries()) {
    const checked = checkReply(wave, reply, instrument);
    if (checked.ok) continue;
    const cause = checked.error;
    if (cause.tag === 'ReplyEmpty' || cause.tag === 'SplitUnknown') return err(cause);
    return err({ tag: 'ReplyRefused', reply: index + 1, cause });
  }
  const count = wave.answerSets.length + replies.length;
  if (count > wave.invited)
    return err({ tag: 'MoreRepliesThanInvited', replies: count, invited: wave.invited });
  return ok(withReplies(wave, [...repliesOf(wave), ...replies]));
}

/** Takes back one reply equal to `reply`: equal replies cannot be told apart, so any of them will do. */
export function takeBackReply(wave: WellbeingWave, reply: Reply): Result<WellbeingWave, WaveRuleError> {
  if (isLocked(wave)) return err({ tag: 'WaveLocked' });
  const replies = repliesOf(wave);
  const at = replies.findIndex((each) => compareReplies(each, reply) === 0);
  return ok(
    withReplies(
      wave,
      replies.filter((_, index) => index !== at),
    ),
  );
}

export type WaveDetails = Pick<WellbeingWave, 'label' | 'opensOn' | 'closesOn' | 'invited' | 'note'>;

/** Label, dates, invited and note may change until the round is closed. */
export function changeDetails(
  wave: WellbeingWave,
  details: WaveDetails,
  others: readonly WellbeingWave[] = [],
): Result<WellbeingWave, WaveRuleError> {
  if (isLocked(wave)) return err({ tag: 'WaveLocked' });
  if (details.invited < wave.answerSets.length) {
    return err({ tag: 'MoreRepliesThanInvited', replies: wave.answerSets.length, invited: details.invited });
  }
  const changed = { ...wave, ...details };
  return overlapping(changed, others) ? err({ tag: 'RoundsOverlap' }) : ok(changed);
}

/** Closing is final. It needs no least number of replies: with fewer than 5 nothing will ever be shown. */
export function closeWave(wave: WellbeingWave, on: LocalDate): Result<WellbeingWave, WaveRuleError> {
  return isLocked(wave) ? err({ tag: 'WaveLocked' }) : ok({ ...wave, lockedOn: on });
}

/** Whether two rounds were open on the same day. */
export function windowsMeet(left: WellbeingWave, right: WellbeingWave): boolean {
  return left.opensOn <= right.closesOn && right.opensOn <= left.closesOn;
}

/** Two rounds of one measure with the same people at the same time could be subtracted from each other. */
export function overlapping(wave: WellbeingWave, others: readonly WellbeingWave[]): boolean {
  return others.some(
    (other) =>
      other.instrumentId === wave.instrumentId && other.group === wave.group && windowsMeet(other, wave),
  );
}

/** The first round of a measure with a group is its baseline. */
export function becomesBaseline(
  existing: readonly WellbeingWave[],
  instrumentId: string,
  group: string,
): boolean {
  return !existing.some(
    (wave) => wave.isBaseline && wave.instrumentId === instrumentId && wave.group === group,
  );
}
