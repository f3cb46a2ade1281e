import { useState } from 'react';
import { openPlan } from '@shared/event-plans/open-plan';
import { templateFor } from '@shared/event-plans/registry';
import { makeUpEvent, missedIn, type MadeUpEvent } from '@shared/event-plans/rehearsal';
import type { LocalDate } from '@shared/kernel/local-date';
import { eventTypeLabels, eventTypes } from '@shared/records/event-plan/event-plan';
import { errorText } from '../../../app/error-text';
import { clock, formatTime, useToday } from '../../../platform';
import { useNation } from '../../../records/use-nation';
import {
  Button,
  Chips,
  Form,
  FormActions,
  type FormProblem,
  LinkButton,
  Note,
  Page,
  Section,
  Segmented,
  Select,
  Sheet,
  TextField,
  useGo,
} from '../../../ui';
import { newRecordId, useVault } from '../../../vault';
import { DrillNotifications, DrillOwners } from './DrillDecisions';
import { DrillPeople } from './DrillPeople';
import { type DrillValues, emptyDrill, eventTypeOf, readDrill, readDrillNumber } from './drill-values';
import { RehearsalMark } from './RehearsalMark';
import styles from './rehearsal.module.css';
import { WhenFields } from '../WhenFields';

const crumbs = [
  { label: 'Incidents', href: '~/incidents' },
  { label: 'Rehearsal', href: '~/incidents/rehearsal' },
];

/** One drill: what a colleague says on the phone on one side, the plan on the other. */
export function DrillPage(props: { readonly number: string }) {
  const seed = readDrillNumber(props.number);
  const today = useToday();
  if (seed === null) {
    return (
      <Page title="Rehearsal" docTitle="Rehearsal" crumbs={crumbs}>
        <Note kind="plain" title="There is no drill of that number">
          A drill has a number from 1 to 9999.
        </Note>
        <LinkButton href="~/incidents/rehearsal">All rehearsals</LinkButton>
      </Page>
    );
  }
  return <Drill seed={seed} today={today} />;
}

function Drill(props: { readonly seed: number; readonly today: LocalDate }) {
  const { seed, today } = props;
  const vault = useVault();
  const nation = useNation();
  const go = useGo();
  const [event] = useState<MadeUpEvent>(() => makeUpEvent(seed, today));
  const [startedAt] = useState(() => clock.now());
  const [values, setValues] = useState<DrillValues>(emptyDrill);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const set = (change: Partial<DrillValues>): void => {
    setValues((now) => ({ ...now, ...change }));
  };
  const errorOf = (field: string): string | undefined =>
    problems.find((problem) => problem.field === field)?.message;

  const finish = async (): Promise<void> => {
    if (isSaving) return;
    const seconds = Math.max(0, Math.round((clock.now() - startedAt) / 1000));
    const plan = readDrill(values, event, today, nation);
    setProblems(plan.ok ? [] : plan.error);
    if (!plan.ok) return;
    setSaving(true);
    const id = newRecordId();
    // Only what was missed is kept: the plan itself goes no further than this line.
    const saved = await vault.commit([
      {
        type: 'put',
        kind: 'rehearsal',
        id,
        baseRevision: 0,
        value: {
          heldOn: today,
          seconds: Math.min(seconds, 86_400),
          eventType: event.eventType,
          missed: [...missedIn(plan.value, seconds)],
          note: '',
        },
      },
    ]);
    setSaving(false);
    if (saved.ok) go(`~/incidents/rehearsal/${id}`);
    else setProblems([{ field: '', message: errorText(saved.error) }]);
  };

  return (
    <Page
      title={`Rehearsal, drill ${String(seed)}`}
      docTitle="Rehearsal"
      crumbs={crumbs}
      lede={`Started at ${formatTime(startedAt)}. Make the plan as you would. You may stop at any time.`}
    >
      <RehearsalMark />
      <div className={styles.drill}>
        <div className={styles.callSide}>
          <Section title="A colleague rings you">
            <div className={styles.call}>
              <p className={styles.small}>
                Made up. It is about {event.occurredOn === today ? 'today' : 'yesterday'}, {event.occurredAt}.
              </p>
              {event.told.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
          </Section>
        </div>
        <Sheet pad>
          <Form onSubmit={finish} errors={problems} aria-label="Rehearsal of a new incident plan">
            <Segmented
              name="everyoneSafe"
              label="Is everyone safe right now?"
              value={values.everyoneSafe}
              onChange={(everyoneSafe) => {
                set({ everyoneSafe });
              }}
              options={[
                { value: 'yes', label: 'Yes' },
                { value: 'no', label: 'No' },
                { value: 'not-sure', label: 'Not sure' },
              ]}
              error={errorOf('everyoneSafe')}
            />
            <Select
              name="eventType"
              label="What happened?"
              width="full"
              value={values.eventType}
              onChange={(text) => {
                set({ eventType: eventTypeOf(text) });
              }}
              options={eventTypes.map((value) => ({ value, label: eventTypeLabels[value] }))}
              error={errorOf('eventType')}
            />
            <WhenFields values={values} set={set} errorOf={errorOf} today={today} />
            <TextField
              name="facts"
              label="The facts, in one line"
              isOptional
              value={values.facts}
              onChange={(facts) => {
                set({ facts });
              }}
            />
            <fieldset className={styles.group}>
              <legend>Who is affected?</legend>
              <DrillPeople
                people={event.people}
                value={values.affected}
                onChange={(affected) => {
                  set({ affected });
                }}
              />
              <TextField
                name="others"
                label="Others, by role"
                hint="Those on no list. Put commas between them."
                isOptional
                value={values.others}
                onChange={(others) => {
                  set({ others });
                }}
              />
            </fieldset>
            <Chips
              name="conditions"
              label="Also true"
              isOptional
              value={values.conditions}
              onChange={(conditions) => {
                set({ conditions });
              }}
              options={[
                { value: 'staff-hurt', label: 'One of us was hurt' },
                { value: 'lone-or-remote-site', label: 'At a lone or remote site' },
              ]}
            />
            <Decisions values={values} set={set} event={event} today={today} />
            <FormActions>
              <Button type="submit" variant="primary" isPending={isSaving} pendingText="Saving">
                Finish the rehearsal
              </Button>
              <LinkButton href="~/incidents/rehearsal" variant="quiet">
                Stop without a result
              </LinkButton>
            </FormActions>
          </Form>
        </Sheet>
      </div>
    </Page>
  );
}

/** Roles and notifications follow from what happened: before that is chosen there is nothing to decide. */
function Decisions(props: {
  readonly values: DrillValues;
  readonly set: (change: Partial<DrillValues>) => void;
  readonly event: MadeUpEvent;
  readonly today: LocalDate;
}) {
  const { values, set, event, today } = props;
  const nation = useNation();
  if (values.eventType === '')
    return <p className={styles.small}>Once you choose what happened, roles and notifications stand here.</p>;
  const plan = openPlan({
    template: templateFor(values.eventType),
    eventType: values.eventType,
    nation,
    occurredOn: today,
    occurredAt: '',
    everyoneSafe: 'not-sure',
    facts: '',
    affected: [],
    conditions: values.conditions,
  });
  return (
    <>
      <DrillOwners plan={plan} values={values} set={set} event={event} />
      <DrillNotifications plan={plan} values={values} set={set} />
    </>
  );
}
