/** What the screens of this place share: the rounds as they may be shown, and the words for their states. */
import { useMemo } from 'react';
import { assertNever } from '@shared/kernel/assert';
import type { Instrument } from '@shared/instruments/instrument';
import type { InstrumentError } from '@shared/instruments/score';
import type { ResponseRateBand } from '@shared/statistics/response-rate';
import {
  minimumReplies,
  roundViews,
  type HiddenReason,
  type RoundView,
} from '@shared/wellbeing/round-results';
import { builtInMeasures, type Measures } from '@shared/wellbeing/measures';
import type { WaveRuleError } from '@shared/wellbeing/wave-rules';
import { errorText } from '../../app/error-text';
import { useMeasures } from '../../records/use-measures';
import { useRecords, type RoundError, type StoredRecord } from '../../vault';
import { allowedText } from './replies/entry';

/** Two that people know by a shorter name than their title. */
const shortNames: Readonly<Partial<Record<string, string>>> = { who5: 'WHO-5', hse35: 'HSE 35' };

/** `measures`: with those of the service, so that its own have their title too. */
export function measureName(instrumentId: string, measures: Measures = builtInMeasures): string {
  return shortNames[instrumentId] ?? measures.find(instrumentId)?.title ?? instrumentId;
}

export function useRounds(): readonly RoundView[] {
  const waves = useRecords('wellbeing-wave');
  const measures = useMeasures();
  return useMemo(() => roundViews(waves, measures), [waves, measures]);
}

/** What the vault's worker says of sealed replies: its own rules, or those of any save. */
export function roundErrorText(error: RoundError, instrument: Instrument | null): string {
  switch (error.tag) {
    case 'RoundAbsent':
      return 'This round, or its survey, is not here any more. Nothing was saved.';
    case 'WaveLocked':
    case 'ReplyEmpty':
    case 'ReplyRefused':
    case 'SplitUnknown':
    case 'MoreRepliesThanInvited':
    case 'InstrumentMismatch':
    case 'RoundsOverlap':
      return ruleErrorText(error, instrument);
    default:
      return errorText(error);
  }
}

export type WaveRecord = StoredRecord<'wellbeing-wave'>;

export function groupName(group: string): string {
  return group === '' ? 'Whole service' : group;
}

/** "7 of 11 in, enough for results" */
export function countText(replies: number, invited: number): string {
  return replies >= minimumReplies
    ? `${replies} of ${invited} in. Enough for results: they show when you close the round`
    : `${replies} of ${invited} in. Results show at ${minimumReplies}, once the round is closed`;
}

export function hiddenText(reason: HiddenReason): {
  readonly title: string;
  readonly why: string;
  readonly ways: readonly string[];
} {
  switch (reason) {
    case 'too-few-replies':
      return {
        title: `Fewer than ${minimumReplies} replies can be scored`,
        why: 'With so few, an average would tell you how one person answered. So nothing is shown, now or later.',
        ways: [
          'Ask a wider group next time, such as two teams under one new name',
          'Ask in a season when more people are in',
          'Ask by talking: how are we doing, on a scale of cards',
        ],
      };
    case 'rest-too-small':
      return {
        title: 'This team is hidden',
        why: `The whole service replied at the same time. Taking this team away from it would leave fewer than ${minimumReplies} people, and their answers could be worked out. The whole service stays.`,
        ways: [
          'Read the whole service instead',
          'Next time, ask teams at another time than the whole service',
          'Join the small group with a sister team under a new name',
        ],
      };
    case 'measure-unknown':
      return {
        title: 'This version cannot score this round',
        why: 'It was entered with another version of the measure. Nothing is lost.',
        ways: ['Update the app, then open the round again'],
      };
    default:
      return assertNever(reason);
  }
}

export const rateWords: Readonly<Record<ResponseRateBand, string>> = {
  'very-good': 'A very good rate.',
  good: 'A good rate.',
  desirable: 'A fair rate.',
  adequate: 'Just enough. Those who did not reply may feel otherwise.',
  'below-adequate': 'Low. Those who did not reply may feel otherwise, so read this with care.',
};

export function percentText(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

function instrumentErrorText(cause: InstrumentError, instrument: Instrument): string {
  switch (cause.tag) {
    case 'ItemCountWrong':
      return `A reply has ${cause.expected} items; this one has ${cause.given}.`;
    case 'ResponseRefused':
      return `Item ${cause.item} takes ${allowedText(instrument)}.`;
    default:
      return assertNever(cause);
  }
}

export function ruleErrorText(error: WaveRuleError, instrument: Instrument | null): string {
  switch (error.tag) {
    case 'WaveLocked':
      return 'This round is closed and locked, so nothing in it can change. Nothing was saved.';
    case 'ReplyEmpty':
      return 'Nothing is filled in. Type at least one answer.';
    case 'ReplyRefused':
      return `Not saved. ${instrument === null ? '' : instrumentErrorText(error.cause, instrument)} What you typed is still here.`;
    case 'MoreRepliesThanInvited':
      return `That makes ${error.replies} replies, but ${error.invited} people were invited. Nothing was saved. Change the number invited first.`;
    case 'SplitUnknown':
      return 'This reply names a part of the service that this round does not have. Nothing was saved.';
    case 'InstrumentMismatch':
      return 'This round was opened with another version of the measure, so no reply can be added. Nothing was saved.';
    case 'RoundsOverlap':
      return 'Another round of this measure with the same people is open on those days. Choose other days.';
    default:
      return assertNever(error);
  }
}
