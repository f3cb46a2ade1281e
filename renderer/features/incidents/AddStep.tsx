import { useState } from 'react';
import { addStep } from '@shared/event-plans/open-plan';
import { phaseWindow } from '@shared/event-plans/phases';
import { refuseStep } from '@shared/event-plans/refuse-step';
import type { LocalDate } from '@shared/kernel/local-date';
import { phaseLabels, type EventPlan, type PhaseId } from '@shared/records/event-plan/event-plan';
import { useFormFields } from '../../records/use-form-fields';
import { Button, Form, Note, TextField } from '../../ui';
import styles from './incidents.module.css';
import type { PlanHandle } from './use-plan';
import { usePlanId } from './use-plan-id';

export interface AddStepProps {
  readonly phaseId: PhaseId;
  readonly plan: EventPlan;
  readonly today: LocalDate;
  readonly change: PlanHandle['change'];
}

/** A step of one's own. A "debrief" is met with a question and two things that help. */
export function AddStep(props: AddStepProps) {
  const { phaseId, plan, today, change } = props;
  const form = useFormFields<{ readonly title: string; readonly phaseId: string }>(
    'step',
    usePlanId(),
    { title: '', phaseId },
    () => `A step of an incident plan, ${phaseLabels[phaseId].toLowerCase()}`,
    (draft) => draft.phaseId === phaseId,
  );
  const { title } = form.fields;
  const [error, setError] = useState<string | null>(null);
  const refusal = refuseStep(title);

  const add = async (wanted: string, detail: string) => {
    const { from, to } = phaseWindow(phaseId, plan.occurredOn);
    // In a phase that runs, a step added today is for today; otherwise for the phase's own days.
    const due = today >= from && today <= to ? today : from;
    const isAdded = await change((now) =>
      addStep(now, { phaseId, title: wanted, detail, due, ownerRole: '' }),
    );
    if (isAdded) form.discard();
  };
  const submit = async () => {
    const wanted = title.trim();
    if (refusal !== null) return;
    if (wanted === '' || wanted.length > 200) {
      setError(wanted === '' ? 'Write what has to be done' : 'Use 200 characters or fewer');
      return;
    }
    setError(null);
    await add(wanted, '');
  };

  return (
    <div className={styles.addStep}>
      <Form
        onSubmit={submit}
        errors={error === null ? [] : [{ field: 'newStep', message: error }]}
        aria-label="Add a step"
      >
        <div className={styles.addLine}>
          <TextField
            name="newStep"
            label="Add a step"
            value={title}
            onChange={(next) => {
              form.set({ title: next });
              if (error !== null) setError(null);
            }}
            error={error ?? undefined}
          />
          <Button type="submit">Add</Button>
        </div>
        <div role="status" className={styles.guard}>
          {refusal !== null && (
            <Note kind="info" title={refusal.question}>
              {refusal.reason}
              <span className={styles.guardButtons}>
                {refusal.alternatives.map((alternative) => (
                  <Button
                    key={alternative.title}
                    size="small"
                    onPress={() => void add(alternative.title, alternative.detail)}
                  >
                    {alternative.title}
                  </Button>
                ))}
              </span>
            </Note>
          )}
        </div>
      </Form>
    </div>
  );
}
