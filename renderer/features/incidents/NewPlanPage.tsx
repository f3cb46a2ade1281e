import { useEffect, useRef, useState } from 'react';
import { templateFor } from '@shared/event-plans/registry';
import { formatTime, useToday } from '../../platform';
import { type EventPlan, eventTypeLabels, eventTypes } from '@shared/records/event-plan/event-plan';
import { errorText } from '../../app/error-text';
import {
  Button,
  Chips,
  Columns,
  ComboBox,
  DateField,
  Form,
  FormActions,
  FormRow,
  Note,
  Page,
  Section,
  Segmented,
  Select,
  Sheet,
  TextField,
  useGo,
  useToast,
} from '../../ui';
import { newRecordId, useDraft, useVault } from '../../vault';
import { AffectedPicker } from './AffectedPicker';
import styles from './incidents.module.css';
import {
  emptyValues,
  type FieldProblem,
  type NewPlanValues,
  readDay,
  readPlan,
  rolesOf,
  valuesOfDraft,
} from './new-plan-values';
import { personOptions, usePeople } from './people';
import { PlanPreview } from './PlanPreview';

/** From "is everyone safe?" to a plan with dates, in three minutes. What is typed is kept from the first word. */
export function NewPlanPage() {
  const vault = useVault();
  const go = useGo();
  const toast = useToast();
  const today = useToday();
  const people = usePeople();
  const [typed, setTyped] = useState<NewPlanValues | null>(null);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const draft = useDraft(
    'incident',
    null,
    titleOf(typed ?? emptyValues),
    typed ?? emptyValues,
    typed !== null,
  );
  const [restored] = useState(() => (draft.restored === null ? null : valuesOfDraft(draft.restored)));
  const values = typed ?? restored ?? emptyValues;
  const [hasDetail, setHasDetail] = useState(values.detail !== '');
  const form = useRef<HTMLDivElement>(null);

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[role="radiogroup"] input')?.focus({ preventScroll: true });
  }, []);

  const set = (change: Partial<NewPlanValues>) => {
    setTyped({ ...values, ...change });
  };
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message;

  const submit = async () => {
    const plan = readPlan(values, today);
    setProblems(plan.ok ? [] : plan.error);
    if (!plan.ok || isSaving) return;
    setSaving(true);
    const id = newRecordId();
    const saved = await vault.commit([
      { type: 'put', kind: 'event-plan', id, baseRevision: 0, value: plan.value },
    ]);
    setSaving(false);
    if (!saved.ok) {
      setProblems([{ field: '', message: errorText(saved.error) }]);
      return;
    }
    await draft.clear();
    toast({ text: restWords(plan.value, today) });
    go(`/incidents/${id}`);
  };

  const template = templateFor(values.eventType === '' ? 'disaster' : values.eventType);
  const day = readDay(values.occurredOn, today);
  return (
    <Page
      title="New incident plan"
      docTitle="New incident plan"
      lede="Facts first. Everything else can be added later."
      crumbs={[{ label: 'Incidents', href: '/incidents' }]}
    >
      <Columns
        main={
          <div ref={form}>
            <Sheet pad>
              <Form onSubmit={submit} errors={problems} aria-label="New incident plan">
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
                <div role="status" className={styles.safety}>
                  {values.everyoneSafe === 'no' && (
                    <Note kind="caution" title="Act first, write later">
                      Call 999 if anyone is in danger. Move people away, and stay with whoever is hurt or
                      alone. This page keeps what you typed.
                    </Note>
                  )}
                  {values.everyoneSafe === 'not-sure' && (
                    <Note kind="info" title="Find out first, if you can">
                      Ring whoever is on shift. Nothing here is lost when you leave it.
                    </Note>
                  )}
                </div>
                <Select
                  name="eventType"
                  label="What happened?"
                  value={values.eventType}
                  onChange={(picked) => {
                    set({ eventType: eventTypes.find((each) => each === picked) ?? '' });
                  }}
                  options={eventTypes.map((value) => ({ value, label: eventTypeLabels[value] }))}
                  error={errorOf('eventType')}
                  width="full"
                />
                <FormRow>
                  <DateField
                    name="occurredOn"
                    label="Day"
                    value={values.occurredOn}
                    onChange={(occurredOn) => {
                      set({ occurredOn });
                    }}
                    today={today}
                    error={errorOf('occurredOn')}
                  />
                  <TextField
                    name="occurredAt"
                    label="Time"
                    isOptional
                    width="short"
                    value={values.occurredAt}
                    onChange={(occurredAt) => {
                      set({ occurredAt });
                    }}
                    error={errorOf('occurredAt')}
                  />
                </FormRow>
                <TextField
                  name="facts"
                  label="The facts, in one line"
                  hint="No names of people who use the service. Only what you know."
                  isOptional
                  value={values.facts}
                  onChange={(facts) => {
                    set({ facts });
                  }}
                />
                {hasDetail ? (
                  <TextField
                    name="detail"
                    label="More detail"
                    hint="Facts only. How people feel is not written down here."
                    isOptional
                    multiline
                    rows={4}
                    autoFocus={values.detail === ''}
                    value={values.detail}
                    onChange={(detail) => {
                      set({ detail });
                    }}
                    error={errorOf('detail')}
                  />
                ) : (
                  <div className={styles.tight}>
                    <Button
                      variant="quiet"
                      size="small"
                      onPress={() => {
                        setHasDetail(true);
                      }}
                    >
                      Add more detail
                    </Button>
                  </div>
                )}
                <fieldset className={styles.group}>
                  <legend>Who is affected?</legend>
                  <AffectedPicker
                    people={people}
                    today={today}
                    value={values.affected}
                    onChange={(affected) => {
                      set({ affected });
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
                <details className={styles.more}>
                  <summary>Name who does what</summary>
                  <div className={styles.owners}>
                    {rolesOf(template.steps).map((role) => (
                      <ComboBox
                        key={role}
                        name={`owner-${role}`}
                        label={role}
                        isOptional
                        value={values.owners[role] ?? null}
                        onChange={(picked) => {
                          const others = Object.entries(values.owners).filter(([each]) => each !== role);
                          const person = people.all.find(({ id }) => id === picked);
                          set({
                            owners: Object.fromEntries(
                              person === undefined ? others : [...others, [role, person.id]],
                            ),
                          });
                        }}
                        options={personOptions(people, today)}
                      />
                    ))}
                  </div>
                </details>
                <FormActions>
                  <Button type="submit" variant="primary" isPending={isSaving} pendingText="Saving">
                    Open the plan
                  </Button>
                  <span className={styles.small}>
                    <kbd>Ctrl</kbd> <kbd>Enter</kbd>
                  </span>
                  {draft.savedAt !== null && (
                    <span className={styles.small}>Draft saved {formatTime(draft.savedAt)}</span>
                  )}
                </FormActions>
              </Form>
            </Sheet>
          </div>
        }
        side={
          <Section
            title={values.eventType === '' ? 'Your plan' : `Your plan: ${template.title.toLowerCase()}`}
          >
            <PlanPreview
              template={template}
              isChosen={values.eventType !== ''}
              occurredOn={day.ok ? day.value : null}
              eventType={values.eventType === '' ? null : values.eventType}
              conditions={values.conditions}
              affected={values.affected.length}
            />
          </Section>
        }
      />
    </Page>
  );
}

function titleOf(values: NewPlanValues): string {
  return values.eventType === ''
    ? 'New incident plan'
    : `Incident plan: ${eventTypeLabels[values.eventType].toLowerCase()}`;
}

function restWords(plan: EventPlan, today: string): string {
  const isToday = plan.occurredOn === today;
  return isToday
    ? 'Saved. Start with the steps for today. The rest keeps until its day.'
    : 'Saved. The dates follow the day of the event.';
}
