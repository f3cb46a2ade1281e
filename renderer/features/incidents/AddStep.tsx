import { useState } from 'react';
import { addStep } from '@shared/event-plans/open-plan';
import { phaseWindow } from '@shared/event-plans/phases';
import { refuseStep } from '@shared/event-plans/refuse-step';
import type { LocalDate } from '@shared/kernel/local-date';
import {
  phaseLabels,
  type PlanOutline,
  type PhaseId,
  type Strand,
} from '@shared/records/event-plan/event-plan';
import { useFormFields } from '../../records/use-form-fields';
import { Button, Form, TextField } from '../../ui';
import styles from './incidents.module.css';
import { RefusalNote } from './RefusalNote';
import type { PlanHandle } from './use-plan';
import { usePlanId } from './use-plan-id';

export interface AddStepProps {
  readonly phaseId: PhaseId;
  /** Support, unless the page is another. */
  readonly strand?: Strand;
  readonly plan: PlanOutline;
  readonly today: LocalDate;
  readonly change: PlanHandle['change'];
}

/** A step of one's own. A "debrief" is met with a question and two things that help. */
export function AddStep(props: AddStepProps) {
  const { phaseId, plan, today, change, strand = 'support' } = props;
  const form = useFormFields<{ readonly title: string; readonly phaseId: string; readonly strand: string }>(
    'step',
    usePlanId(),
    { title: '', phaseId, strand },
    () => `A step of an incident plan, ${phaseLabels[phaseId].toLowerCase()}`,
    // Drafts of before there were strands are about support.
    (draft, record) => draft.phaseId === phaseId && (record.value.fields['strand'] ?? 'support') === strand,
  );
  const { title } = form.fields;
  const [error, setError] = useState<string | null>(null);
  const refusal = refuseStep(title);

  const add = async (wanted: string, detail: string) => {
    const { from, to } = phaseWindow(phaseId, plan.occurredOn);
    // In a phase that runs, a step added today is for today; otherwise for the phase's own days.
    const due = today >= from && today <= to ? today : from;
    const isAdded = await change((now) =>
      addStep(now, { phaseId, title: wanted, detail, due, ownerRole: '', strand }),
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
            <RefusalNote
              refusal={refusal}
              onPick={(alternative) => void add(alternative.title, alternative.detail)}
              onKeep={() => void add(title.trim().slice(0, 200), '')}
            />
          )}
        </div>
      </Form>
    </div>
  );
}
