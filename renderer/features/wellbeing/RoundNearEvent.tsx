import { roundWarning } from '@shared/event-plans/links';
import { parseDateText } from '@shared/kernel/date-text';
import type { LocalDate } from '@shared/kernel/local-date';
import { Note } from '../../ui';
import { useRecords } from '../../vault';

/** Something to think about while a round is planned; it stops nothing, and names neither the event nor anyone. */
export function RoundNearEvent(props: {
  readonly opensOn: string;
  readonly closesOn: string;
  readonly today: LocalDate;
}) {
  const plans = useRecords('event-plan');
  const opensOn = parseDateText(props.opensOn, props.today);
  const closesOn = parseDateText(props.closesOn, props.today);
  const warning =
    opensOn === null || closesOn === null || closesOn < opensOn
      ? null
      : roundWarning({ opensOn, closesOn }, plans);
  return (
    <div role="status" hidden={warning === null}>
      {warning !== null && (
        <Note kind="caution" title="Close to a hard event">
          {warning}
        </Note>
      )}
    </div>
  );
}
