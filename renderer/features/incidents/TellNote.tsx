import { notificationsFor } from '@shared/event-plans/notifications';
import type { RecordId } from '@shared/kernel/ids';
import { formatDateShort, type LocalDate } from '@shared/kernel/local-date';
import type { PlanOutline } from '@shared/records/event-plan/event-plan';
import { Section, Status, TextLink } from '../../ui';
import styles from './incidents.module.css';
import { countWords } from './plan-words';

/** How many of those who may have to be told are still to be looked at, and the first latest day. */
export function TellNote(props: {
  readonly id: RecordId;
  readonly plan: PlanOutline;
  readonly today: LocalDate;
}) {
  const { id, plan, today } = props;
  const open = notificationsFor(plan).filter(({ noted }) => noted.state === 'open');
  const days = open.flatMap(({ limits }) => limits.flatMap(({ latest }) => latest ?? []));
  const first = days.sort()[0];
  return (
    <Section title="Who may have to be told">
      <div className={styles.linkLine}>
        {open.length === 0 ? (
          <Status kind="good">Each was looked at</Status>
        ) : (
          <Status kind={first !== undefined && first <= today ? 'caution' : 'due'}>
            {countWords(open.length, 'not looked at yet', 'not looked at yet')}
            {first !== undefined &&
              (first < today
                ? `, one since ${formatDateShort(first)}`
                : `, the first by ${formatDateShort(first)}`)}
          </Status>
        )}
        <TextLink href={`~/incidents/${id}/notifications`}>
          {open.length === 0 ? 'See the list' : 'Go through the list'}
        </TextLink>
      </div>
    </Section>
  );
}
