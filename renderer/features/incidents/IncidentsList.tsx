import { LifeBuoy, Plus } from 'lucide-react';
import { currentPhase, phaseStates } from '@shared/event-plans/plan-state';
import { formatDate, formatDateWithWeekday, type LocalDate } from '@shared/kernel/local-date';
import { type EventPlan, eventTypeLabels, phaseLabels } from '@shared/records/event-plan/event-plan';
import { useToday } from '../../platform';
import { cx, EmptyState, LinkButton, Page, Row, RowList, Section, Sheet, Status } from '../../ui';
import { type StoredRecord, useRecords } from '../../vault';
import styles from './incidents.module.css';
import { countWords, phaseWords, planLede } from './plan-words';

type StoredPlan = StoredRecord<'event-plan'>;

/** Plans that are open, then those that were closed. */
export function IncidentsList() {
  const today = useToday();
  const plans = useRecords('event-plan');
  const newestFirst = [...plans].sort((left, right) =>
    right.value.occurredOn.localeCompare(left.value.occurredOn),
  );
  const open = newestFirst.filter(({ value }) => value.closedOn === null);
  const closed = newestFirst.filter(({ value }) => value.closedOn !== null);
  const newButton = (
    <LinkButton href="/incidents/new" variant="primary" icon={<Plus aria-hidden="true" />}>
      New plan
    </LinkButton>
  );
  return (
    <Page
      title="Incidents"
      lede="When something hard happens: who does what, and who is asked, until the anniversary."
      actions={plans.length > 0 ? newButton : undefined}
    >
      {plans.length === 0 ? (
        <EmptyState icon={<LifeBuoy />} title="No plans yet" action={newButton}>
          <p>
            A plan takes about three minutes. You say what happened and who is affected. The steps and their
            dates are there at once, for example a check-in with each person four weeks on.
          </p>
          <p>
            From anywhere: <kbd>Ctrl</kbd> <kbd>Shift</kbd> <kbd>N</kbd>
          </p>
        </EmptyState>
      ) : (
        <>
          <Section title="Open">
            {open.length === 0 ? (
              <p>No plan is open.</p>
            ) : (
              <Sheet>
                <RowList aria-label="Open plans">
                  {open.map((plan) => (
                    <OpenRow key={plan.id} plan={plan} today={today} />
                  ))}
                </RowList>
              </Sheet>
            )}
          </Section>
          {closed.length > 0 && (
            <Section title="Closed">
              <Sheet>
                <RowList aria-label="Closed plans">
                  {closed.map((plan) => (
                    <Row
                      key={plan.id}
                      href={`/incidents/${plan.id}`}
                      title={eventTypeLabels[plan.value.eventType]}
                      detail={`${formatDateWithWeekday(plan.value.occurredOn)}. ${affectedWords(plan.value)}`}
                      status={
                        plan.value.closedOn !== null && (
                          <Status kind="none">Closed {formatDate(plan.value.closedOn)}</Status>
                        )
                      }
                    />
                  ))}
                </RowList>
              </Sheet>
            </Section>
          )}
        </>
      )}
    </Page>
  );
}

function OpenRow(props: { readonly plan: StoredPlan; readonly today: LocalDate }) {
  const { plan, today } = props;
  const states = phaseStates(plan.value, today);
  const phaseId = currentPhase(plan.value, today);
  const phase = states.find(({ id }) => id === phaseId);
  const words = phase === undefined ? null : phaseWords(phase, today, plan.value.occurredOn);
  return (
    <Row
      href={`/incidents/${plan.id}`}
      title={eventTypeLabels[plan.value.eventType]}
      detail={
        <>
          {planLede(plan.value, today)} {affectedWords(plan.value)}
          <span className={styles.beads} aria-hidden="true">
            {states.map(({ id, state }) => (
              <span
                key={id}
                className={cx(
                  styles.bead,
                  state === 'done' && styles.beadDone,
                  id === phaseId && state !== 'done' && styles.beadNow,
                )}
              />
            ))}
          </span>
        </>
      }
      status={
        words !== null && (
          <span className={styles.rowState}>
            <span>{phaseLabels[phaseId]}</span>
            <Status kind={words.kind}>{words.text}</Status>
          </span>
        )
      }
    />
  );
}

function affectedWords(plan: EventPlan): string {
  return plan.affected.length === 0
    ? 'Nobody listed as affected.'
    : `${countWords(plan.affected.length, 'person', 'people')} affected.`;
}
