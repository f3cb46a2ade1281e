import { useEffect, useMemo, useRef, useState } from 'react';
import { eventTypeLabels } from '@shared/records/event-plan/event-plan';
import { errorText } from '../../app/error-text';
import { formatTime, useToday } from '../../platform';
import { useNation } from '../../records/use-nation';
import { Button, Chips, Columns, Form, FormActions, Page, Section, Sheet, useGo } from '../../ui';
import { newRecordId, useDraft, useVault } from '../../vault';
import { AffectedPicker } from './AffectedPicker';
import { EventFields } from './EventFields';
import styles from './incidents.module.css';
import startStyles from './quick-start.module.css';
import {
  emptyValues,
  type FieldProblem,
  type NewPlanValues,
  readDay,
  readPlan,
  sketchPlan,
  valuesOfDraft,
} from './new-plan-values';
import { usePeople } from './people';
import { PlanPreview } from './PlanPreview';
import { SafetyQuestion } from './SafetyQuestion';
import { useTemplateChoice } from './use-templates';
import { WhoDoesWhat } from './WhoDoesWhat';

/** From "is everyone safe?" to a plan with dates, in three minutes. What is typed is kept from the first word. */
export function NewPlanPage() {
  const vault = useVault();
  const go = useGo();
  const today = useToday();
  const nation = useNation();
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
  const form = useRef<HTMLDivElement>(null);
  const choice = useTemplateChoice(values.eventType, values.templateId);
  const { template } = choice;
  const { eventType, occurredOn, occurredAt, conditions, owners, onCallPersonId, onCallRole, stepChanges } =
    values;
  // Words of what happened change nothing here: they are typed fast, and the steps are many.
  const sketch = useMemo(
    () =>
      sketchPlan(
        {
          ...emptyValues,
          eventType,
          occurredOn,
          occurredAt,
          conditions,
          owners,
          onCallPersonId,
          onCallRole,
          stepChanges,
        },
        template,
        today,
        nation,
      ),
    [
      eventType,
      occurredOn,
      occurredAt,
      conditions,
      owners,
      onCallPersonId,
      onCallRole,
      stepChanges,
      template,
      today,
      nation,
    ],
  );

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[role="radiogroup"] input')?.focus({ preventScroll: true });
  }, []);

  const set = (change: Partial<NewPlanValues>) => {
    setTyped({ ...values, ...change });
  };
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message;

  const submit = async () => {
    const plan = readPlan(values, template, today, nation);
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
    go(`/incidents/${id}/opened`);
  };

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
                <SafetyQuestion
                  value={values.everyoneSafe}
                  onChange={(everyoneSafe) => {
                    set({ everyoneSafe });
                  }}
                  error={errorOf('everyoneSafe')}
                />
                <EventFields values={values} set={set} errorOf={errorOf} today={today} choice={choice} />
                <fieldset className={startStyles.group}>
                  <legend>Who is affected?</legend>
                  <AffectedPicker people={people} today={today} value={values} onChange={set} hasSupport />
                </fieldset>
                <Chips
                  name="conditions"
                  label="Also true"
                  isOptional
                  value={values.conditions}
                  onChange={(picked) => {
                    set({ conditions: picked });
                  }}
                  options={[
                    { value: 'staff-hurt', label: 'One of us was hurt' },
                    { value: 'lone-or-remote-site', label: 'At a lone or remote site' },
                  ]}
                />
                <WhoDoesWhat
                  sketch={sketch}
                  roles={template.steps}
                  values={values}
                  set={set}
                  errorOf={errorOf}
                  people={people}
                  today={today}
                />
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
              plan={sketch}
              isChosen={values.eventType !== ''}
              occurredOn={day.ok ? day.value : null}
              affected={values.affected.length + values.others.length}
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
