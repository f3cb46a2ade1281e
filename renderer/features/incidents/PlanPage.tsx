import { CalendarClock, CalendarPlus, History, Printer } from 'lucide-react';
import { useRef, useState } from 'react';
import { canClose, everyoneAffected } from '@shared/event-plans/contacts';
import { stepsOf } from '@shared/event-plans/open-plan';
import { isContactPhase } from '@shared/event-plans/phases';
import { currentPhase, phaseStates } from '@shared/event-plans/plan-state';
import { isInvestigation } from '@shared/event-plans/strands';
import { eventTypeLabels, type PhaseId, phaseLabels } from '@shared/records/event-plan/event-plan';
import { useToday } from '../../platform';
import {
  Button,
  Columns,
  MoreMenu,
  Note,
  Page,
  PhaseThread,
  Section,
  Sheet,
  Status,
  useGo,
  useToast,
} from '../../ui';
import { AddStep } from './AddStep';
import { ContactRow } from './ContactRow';
import { CorrectDateDialog } from './CorrectDateDialog';
import { FreshNote } from './FreshNote';
import styles from './incidents.module.css';
import { OnePage } from './OnePage';
import { usePeople } from './people';
import { incidentsCrumb, PlanGone } from './PlanGone';
import { PlanNav } from './PlanNav';
import { PlanSide } from './PlanSide';
import { phaseWords, planLede, windowWords } from './plan-words';
import { SaveProblem } from './SaveProblem';
import { StepRow } from './StepRow';
import { usePlan } from './use-plan';
import { usePlanCalendar } from './use-plan-calendar';

/** One plan: where it stands, the steps of one phase, the people, and what stands in the way of closing it. */
export function PlanPage(props: { readonly id: string; readonly isFresh?: boolean }) {
  const { record, whole, problem, change } = usePlan(props.id);
  const today = useToday();
  const people = usePeople();
  const toast = useToast();
  const go = useGo();
  const saveCalendar = usePlanCalendar();
  const [chosenPhase, setChosenPhase] = useState<PhaseId | null>(null);
  const [answering, setAnswering] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'date' | 'page' | null>(null);
  const [hasTriedToClose, setTriedToClose] = useState(false);
  const closing = useRef<HTMLDivElement>(null);

  if (record === undefined) return <PlanGone title="Incident plan" />;

  const plan = record.value;
  const isClosed = plan.closedOn !== null;
  // What investigates stands on a page of its own, and is in no count here.
  const support = { ...plan, steps: plan.steps.filter((step) => !isInvestigation(step)) };
  const states = phaseStates(support, today);
  const selected = chosenPhase ?? currentPhase(support, today);
  // The words that the plan started with: its template may have changed since, or be gone.
  const template = whole?.value.fromTemplate;
  const phase = template?.phases.find(({ id }) => id === selected);
  const stillPossible = states.find(({ id }) => id === selected)?.stillPossible ?? null;

  const close = async () => {
    if (!canClose(plan).canClose) {
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
  const print = () => {
    setDialog('page');
  };
  const calendar = () => void saveCalendar(record.id, plan, today);

  return (
    <Page
      title={eventTypeLabels[plan.eventType]}
      lede={planLede(plan, today)}
      crumbs={[incidentsCrumb]}
      actions={
        <>
          <Button icon={<Printer aria-hidden="true" />} onPress={print}>
            One page
          </Button>
          {isClosed ? (
            <Button onPress={() => void reopen()}>Open it again</Button>
          ) : (
            <Button onPress={() => void close()}>Close plan</Button>
          )}
          {!isClosed && (
            <Button
              variant="quiet"
              icon={<CalendarClock aria-hidden="true" />}
              onPress={() => {
                setDialog('date');
              }}
            >
              Correct the date
            </Button>
          )}
          <MoreMenu
            items={[
              {
                label: 'Add to calendar',
                icon: <CalendarPlus aria-hidden="true" />,
                onAction: calendar,
              },
              {
                label: 'Earlier versions',
                icon: <History aria-hidden="true" />,
                onAction: () => {
                  go(`~/incidents/${record.id}/history`);
                },
              },
            ]}
          />
        </>
      }
    >
      <SaveProblem problem={problem} />
      <PlanNav id={record.id} />
      {props.isFresh === true && (
        <FreshNote plan={support} today={today} onPrint={print} onCalendar={calendar} />
      )}
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
            title={
              phase === undefined || phase.focus === ''
                ? phaseLabels[selected]
                : `${phaseLabels[selected]}: ${phase.focus}`
            }
            action={phase !== undefined && <span className={styles.small}>{phase.takes}</span>}
          >
            {stillPossible !== null && (
              <Note kind="info" title="Past when this plan was made">
                {stillPossible}
              </Note>
            )}
            <Sheet>
              <ul className={styles.steps} aria-label={`Steps, ${phaseLabels[selected]}`}>
                {isContactPhase(selected) &&
                  everyoneAffected(plan).map((each) => (
                    <ContactRow
                      key={`${selected}-${each.id}`}
                      plan={plan}
                      affected={each}
                      phaseId={selected}
                      people={people}
                      today={today}
                      isOpen={answering === each.id}
                      onOpenChange={(isOpen) => {
                        setAnswering(isOpen ? each.id : null);
                      }}
                      change={change}
                    />
                  ))}
                {stepsOf(support, selected).map((step) => (
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
          <PlanSide
            record={record}
            whole={whole}
            people={people}
            today={today}
            hasTriedToClose={hasTriedToClose}
            closingRef={closing}
            onAnswer={(id) => {
              setChosenPhase('day-28');
              setAnswering(id);
            }}
          />
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
        planId={record.id}
        plan={plan}
        avoid={template?.avoid ?? []}
        people={people}
        today={today}
      />
    </Page>
  );
}
