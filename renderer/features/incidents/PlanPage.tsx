import { CalendarClock, History, Printer } from 'lucide-react';
import { useRef, useState } from 'react';
import { canClose } from '@shared/event-plans/contacts';
import { currentPhase, phaseStates } from '@shared/event-plans/plan-state';
import { templateById } from '@shared/event-plans/registry';
import { eventTypeLabels, type PhaseId, phaseLabels } from '@shared/records/event-plan/event-plan';
import { useToday } from '../../platform';
import {
  Button,
  Columns,
  EmptyState,
  LinkButton,
  Note,
  Page,
  PhaseThread,
  Section,
  Sheet,
  Status,
  TextLink,
  useToast,
} from '../../ui';
import { AddStep } from './AddStep';
import { ClosingNote } from './ClosingNote';
import { ContactRow } from './ContactRow';
import { CorrectDateDialog } from './CorrectDateDialog';
import { ExposureNotes } from './ExposureNotes';
import styles from './incidents.module.css';
import { OnePage } from './OnePage';
import { PeopleAffected } from './PeopleAffected';
import { usePeople } from './people';
import { phaseWords, planLede, windowWords } from './plan-words';
import { StepRow } from './StepRow';
import { usePlan } from './use-plan';
import { stepsOf } from '@shared/event-plans/open-plan';
import { isContactPhase } from '@shared/event-plans/phases';

/** One plan: where it stands, the steps of one phase, the people, and what stands in the way of closing it. */
export function PlanPage(props: { readonly id: string }) {
  const { record, problem, change } = usePlan(props.id);
  const today = useToday();
  const people = usePeople();
  const toast = useToast();
  const [chosenPhase, setChosenPhase] = useState<PhaseId | null>(null);
  const [answering, setAnswering] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'date' | 'page' | null>(null);
  const [hasTriedToClose, setTriedToClose] = useState(false);
  const closing = useRef<HTMLDivElement>(null);

  if (record === undefined) {
    return (
      <Page title="Incident plan" crumbs={[{ label: 'Incidents', href: '/incidents' }]}>
        <EmptyState
          title="This plan is not here"
          action={<LinkButton href="/incidents">All plans</LinkButton>}
        >
          It may have been removed. Nothing else is changed.
        </EmptyState>
      </Page>
    );
  }

  const plan = record.value;
  const isClosed = plan.closedOn !== null;
  const states = phaseStates(plan, today);
  const selected = chosenPhase ?? currentPhase(plan, today);
  const template = templateById(plan.templateId);
  const phase = template?.phases.find(({ id }) => id === selected);
  const { waitingFor } = canClose(plan);

  const close = async () => {
    if (waitingFor.length > 0) {
      setTriedToClose(true);
      requestAnimationFrame(() => {
        closing.current?.focus();
      });
      return;
    }
    if (await change((now) => ({ ...now, closedOn: today }))) {
      toast({
        text: 'Plan closed. The anniversary stays in it.',
        actions: [{ label: 'Undo', onPress: () => void reopen() }],
      });
    }
  };
  const reopen = () => change((now) => ({ ...now, closedOn: null }));

  return (
    <Page
      title={eventTypeLabels[plan.eventType]}
      lede={planLede(plan, today)}
      crumbs={[{ label: 'Incidents', href: '/incidents' }]}
      actions={
        <>
          <Button
            icon={<Printer aria-hidden="true" />}
            onPress={() => {
              setDialog('page');
            }}
          >
            One page
          </Button>
          {isClosed ? (
            <Button onPress={() => void reopen()}>Open it again</Button>
          ) : (
            <>
              <Button
                icon={<CalendarClock aria-hidden="true" />}
                onPress={() => {
                  setDialog('date');
                }}
              >
                Correct the date
              </Button>
              <Button onPress={() => void close()}>Close plan</Button>
            </>
          )}
          <LinkButton
            href={`~/incidents/${record.id}/history`}
            variant="quiet"
            icon={<History aria-hidden="true" />}
          >
            Earlier versions
          </LinkButton>
        </>
      }
    >
      <div role="alert">
        {problem !== null && (
          <Note kind="caution" title="Not saved">
            {problem}
          </Note>
        )}
      </div>
      <PhaseThread
        aria-label="Phases of the plan"
        selected={selected}
        onSelect={(id) => {
          setChosenPhase(id);
          setAnswering(null);
        }}
        phases={states.map((state) => {
          const words = phaseWords(state, today, plan.occurredOn);
          return {
            id: state.id,
            title: phaseLabels[state.id],
            when: windowWords(state.window, plan.occurredOn),
            state: state.state === 'behind' ? ('now' as const) : state.state,
            note: (
              <Status kind={isClosed && words.kind !== 'good' ? 'none' : words.kind}>{words.text}</Status>
            ),
          };
        })}
      />
      <Columns
        main={
          <Section
            title={phase === undefined ? phaseLabels[selected] : `${phaseLabels[selected]}: ${phase.focus}`}
            action={phase !== undefined && <span className={styles.small}>{phase.takes}</span>}
          >
            <Sheet>
              <ul className={styles.steps} aria-label={`Steps, ${phaseLabels[selected]}`}>
                {isContactPhase(selected) &&
                  plan.affected.map((person) => (
                    <ContactRow
                      key={`${selected}-${person.personId}`}
                      plan={plan}
                      person={person}
                      phaseId={selected}
                      people={people}
                      today={today}
                      isOpen={answering === person.personId}
                      onOpenChange={(isOpen) => {
                        setAnswering(isOpen ? person.personId : null);
                      }}
                      change={change}
                    />
                  ))}
                {stepsOf(plan, selected).map((step) => (
                  <StepRow
                    key={step.id}
                    step={step}
                    plan={plan}
                    people={people}
                    today={today}
                    change={change}
                  />
                ))}
              </ul>
              {!isClosed && (
                <AddStep key={selected} phaseId={selected} plan={plan} today={today} change={change} />
              )}
            </Sheet>
          </Section>
        }
        side={
          <>
            {!isClosed && (
              <ClosingNote
                ref={closing}
                plan={plan}
                today={today}
                people={people}
                hasTried={hasTriedToClose}
                onAnswer={(personId) => {
                  setChosenPhase('day-28');
                  setAnswering(personId);
                }}
              />
            )}
            <Section
              title="People affected"
              action={
                !isClosed && (
                  <TextLink href={`/incidents/${record.id}/people`}>
                    {plan.affected.length === 0 ? 'Add people' : 'Change the list'}
                  </TextLink>
                )
              }
            >
              <PeopleAffected plan={plan} people={people} today={today} />
            </Section>
            <ExposureNotes plan={plan} people={people} today={today} />
            {plan.facts !== '' && (
              <Section title="What is known">
                <p className={styles.facts}>{plan.facts}</p>
              </Section>
            )}
            {template !== null && (
              <details className={styles.more}>
                <summary>Things to avoid, and why</summary>
                <dl className={styles.avoid}>
                  {template.avoid.map(({ what, why }) => (
                    <div key={what}>
                      <dt>{what}</dt>
                      <dd>{why}</dd>
                    </div>
                  ))}
                </dl>
                <p className={styles.small}>
                  This leans on: {template.sources.map(({ name }) => name).join('; ')}.
                </p>
              </details>
            )}
          </>
        }
      />
      <CorrectDateDialog
        key={`${plan.occurredOn} ${plan.occurredAt}`}
        isOpen={dialog === 'date'}
        onOpenChange={(isOpen) => {
          setDialog(isOpen ? 'date' : null);
        }}
        plan={plan}
        today={today}
        change={change}
      />
      <OnePage
        isOpen={dialog === 'page'}
        onOpenChange={(isOpen) => {
          setDialog(isOpen ? 'page' : null);
        }}
        plan={plan}
        people={people}
        today={today}
      />
    </Page>
  );
}
