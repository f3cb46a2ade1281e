import { useMemo } from 'react';
import { halfYearLoad } from '@shared/instruments/chooser';
import type { Instrument } from '@shared/instruments/instrument';
import { roundWarning } from '@shared/event-plans/links';
import { parseDateText } from '@shared/kernel/date-text';
import type { LocalDate } from '@shared/kernel/local-date';
import { minimumReplies } from '@shared/wellbeing/round-results';
import { useMeasures } from '../../../records/use-measures';
import { useRecords } from '../../../vault';
import { Note } from '../../../ui';
import { loadText, plannedRounds, tooSoonText } from './planned-rounds';
import { invitedNumber, type RoundFieldValues } from './round-fields';

/** Things to think about while a round is planned. They stop nothing. */
export function RoundCautions(props: {
  readonly fields: RoundFieldValues;
  readonly instrument: Instrument | null;
  readonly today: LocalDate;
}) {
  const { fields, instrument, today } = props;
  const measures = useMeasures();
  const waves = useRecords('wellbeing-wave');
  const plans = useRecords('event-plan');
  const opensOn = parseDateText(fields.opensOn, today);
  const closesOn = parseDateText(fields.closesOn, today);
  const load = useMemo(
    () =>
      instrument === null || opensOn === null
        ? null
        : halfYearLoad(plannedRounds(waves, measures), {
            opensOn,
            minutes: instrument.minutes,
            group: fields.group,
          }),
    [instrument, opensOn, waves, measures, fields.group],
  );
  // Within two weeks of an event the note beside the dates says more (RoundNearEvent.tsx).
  const isVeryNear =
    opensOn !== null &&
    closesOn !== null &&
    closesOn >= opensOn &&
    roundWarning({ opensOn, closesOn }, plans) !== null;
  const tooSoon =
    opensOn === null || isVeryNear
      ? null
      : tooSoonText(
          plans.map(({ value }) => value.occurredOn),
          opensOn,
        );
  const invited = invitedNumber(fields.invited);
  const isTooSmall = invited !== null && invited < minimumReplies;
  return (
    <div role="status" hidden={tooSoon === null && load?.isTooMuch !== true && !isTooSmall}>
      {isTooSmall && (
        <Note kind="caution" title="Talk instead">
          A form costs people time, and here it could show nothing. Ask in supervision, or together: what
          helps, what wears you out, what to change first.
        </Note>
      )}
      {tooSoon !== null && (
        <Note kind="caution" title="Soon after a hard event">
          {tooSoon}
        </Note>
      )}
      {load?.isTooMuch === true && (
        <Note kind="caution" title="Much to ask in half a year">
          {loadText(load)}
        </Note>
      )}
    </div>
  );
}
