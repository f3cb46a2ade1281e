import { LifeBuoy, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { currentPhase, phaseStates } from '@shared/event-plans/plan-state';
import { dueWords, type PlanLine, planLines } from '@shared/event-plans/step-order';
import { formatDate, formatDateWithWeekday, type LocalDate } from '@shared/kernel/local-date';
import { type PlanOutline, eventTypeLabels, phaseLabels } from '@shared/records/event-plan/event-plan';
import { useToday } from '../../platform';
import { Button, cx, EmptyState, LinkButton, Page, Row, RowList, Section, Sheet, Status } from '../../ui';
import { type StoredOutline, useRecords } from '../../vault';
import { IncidentsNav } from './IncidentsNav';
import styles from './list.module.css';
import { countWords, phaseWords, planLede } from './plan-words';

type StoredPlan = StoredOutline<'event-plan'>;

/** More are one step away: a page of hundreds of plans is read by nobody. */
const shownAtFirst = 50;

/** Plans that are open, those that wait longest first; then those that were closed. */
export function IncidentsList() {
  const today = useToday();
  const plans = useRecords('event-plan');
  const [isAll, setAll] = useState(false);
  const { open, closed } = useMemo(() => {
    const byId = new Map(plans.map((plan) => [plan.id, plan]));
    return {
      open: planLines(plans, today).flatMap((line) => {
        const plan = byId.get(line.planId);
        return plan === undefined ? [] : [{ plan, line }];
      }),
      closed: plans
        .filter(({ value }) => value.closedOn !== null)
        .sort((left, right) => (left.value.occurredOn < right.value.occurredOn ? 1 : -1)),
    };
  }, [plans, today]);
  const shownOpen = isAll ? open : open.slice(0, shownAtFirst);
  const shownClosed = isAll ? closed : closed.slice(0, shownAtFirst);
  const hidden = open.length - shownOpen.length + closed.length - shownClosed.length;
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
      <IncidentsNav />
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
                  {shownOpen.map(({ plan, line }) => (
                    <OpenRow key={plan.id} plan={plan} line={line} today={today} />
                  ))}
                </RowList>
              </Sheet>
            )}
          </Section>
          {closed.length > 0 && (
            <Section title="Closed">
              <Sheet>
                <RowList aria-label="Closed plans">
                  {shownClosed.map((plan) => (
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
          {hidden > 0 && (
            <Button
              onPress={() => {
                setAll(true);
              }}
            >
              Show {countWords(hidden, 'more plan', 'more plans')}
            </Button>
          )}
        </>
      )}
    </Page>
  );
}

function OpenRow(props: { readonly plan: StoredPlan; readonly line: PlanLine; readonly today: LocalDate }) {
  const { plan, line, today } = props;
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
          {line.next !== null && ` Next: ${sentence(line.next.title)}`}
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
            {line.overdueSince === null ? (
              <Status kind={words.kind}>{words.text}</Status>
            ) : (
              <Status kind="caution">
                {countWords(line.overdue, 'step', 'steps')} {lowerFirst(dueWords(line.overdueSince, today))}
              </Status>
            )}
          </span>
        )
      }
    />
  );
}

function affectedWords(plan: PlanOutline): string {
  const count = plan.affected.length + plan.othersAffected.length;
  return count === 0 ? 'Nobody listed as affected.' : `${countWords(count, 'person', 'people')} affected.`;
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** A title that ends as a question keeps its mark. */
function sentence(title: string): string {
  return /[.?!]$/.test(title) ? title : `${title}.`;
}
