import { ArrowDown, ArrowUp } from 'lucide-react';
import { refuseStep } from '@shared/event-plans/refuse-step';
import {
  conditionLabels,
  phaseIds,
  phaseLabels,
  stepConditions,
  strandLabels,
  strands,
  timingUnitLabels,
  timingUnits,
} from '@shared/records/event-plan/event-plan';
import { Button, Checkbox, FormRow, Select, TextField } from '../../../ui';
import styles from '../incidents.module.css';
import { RefusalNote } from '../RefusalNote';
import type { EditedStep } from './template-draft';
import { timingWords } from './template-words';

export interface StepEditorProps {
  readonly step: EditedStep;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onChange: (change: Partial<EditedStep>) => void;
  readonly onMove: (direction: 'earlier' | 'later') => void;
  readonly onRemove: () => void;
  readonly error: string | undefined;
  readonly detailError: string | undefined;
}

/** One step of a template: a line with its place, and all of it once it is opened. */
export function StepEditor(props: StepEditorProps) {
  const { step, isOpen, onToggle, onChange, onMove, onRemove, error, detailError } = props;
  const name = step.title.trim() === '' ? 'New step' : step.title;
  const refusal = refuseStep(step.title, step.detail);
  const refusedIn = refusal !== null && refusal.keep === null ? refusal : null;
  const whole = (text: string): number | null => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null);
  return (
    <li className={styles.editStep}>
      <span className={styles.plainStep}>
        <b>{name}</b>
        <span className={styles.small}>
          {[timingWords(step.timing), step.ownerRole].filter((part) => part !== '').join(', ')}
        </span>
      </span>
      <span className={styles.editButtons}>
        <Button
          variant="quiet"
          size="small"
          aria-label={`Move earlier: ${name}`}
          onPress={() => {
            onMove('earlier');
          }}
        >
          <ArrowUp aria-hidden="true" />
        </Button>
        <Button
          variant="quiet"
          size="small"
          aria-label={`Move later: ${name}`}
          onPress={() => {
            onMove('later');
          }}
        >
          <ArrowDown aria-hidden="true" />
        </Button>
        <button
          type="button"
          className={styles.textButton}
          aria-expanded={isOpen}
          aria-label={`Change: ${name}`}
          onClick={onToggle}
        >
          Change
        </button>
      </span>
      {isOpen && (
        <div className={styles.panel}>
          <TextField
            name={`title-${step.id}`}
            label="What is done"
            autoFocus
            value={step.title}
            onChange={(title) => {
              onChange({ title });
            }}
            error={error}
          />
          <div role="status" className={styles.guard}>
            {refusedIn?.about === 'title' && (
              <RefusalNote refusal={refusedIn} onPick={onChange} onKeep={() => undefined} />
            )}
          </div>
          <TextField
            name={`detail-${step.id}`}
            label="In a sentence"
            isOptional
            multiline
            rows={2}
            value={step.detail}
            onChange={(detail) => {
              onChange({ detail });
            }}
            error={detailError}
          />
          <div role="status" className={styles.guard}>
            {refusedIn?.about === 'detail' && (
              <RefusalNote refusal={refusedIn} onPick={onChange} onKeep={() => undefined} />
            )}
          </div>
          <FormRow>
            <Select
              name={`phase-${step.id}`}
              label="Phase"
              value={step.phaseId}
              onChange={(picked) => {
                onChange({ phaseId: phaseIds.find((id) => id === picked) ?? step.phaseId });
              }}
              options={phaseIds.map((id) => ({ value: id, label: phaseLabels[id] }))}
              width="full"
            />
            <TextField
              name={`role-${step.id}`}
              label="Who, by role"
              isOptional
              value={step.ownerRole}
              onChange={(ownerRole) => {
                onChange({ ownerRole });
              }}
            />
          </FormRow>
          <FormRow>
            <TextField
              name={`amount-${step.id}`}
              label="After the event"
              inputMode="numeric"
              width="short"
              value={String(step.timing.amount)}
              onChange={(text) => {
                const amount = text.trim() === '' ? 0 : whole(text);
                if (amount !== null) onChange({ timing: { ...step.timing, amount } });
              }}
            />
            <Select
              name={`unit-${step.id}`}
              label="Counted in"
              value={step.timing.unit}
              onChange={(picked) => {
                const unit = timingUnits.find((each) => each === picked) ?? step.timing.unit;
                onChange({ timing: { ...step.timing, unit } });
              }}
              options={timingUnits.map((unit) => ({ value: unit, label: timingUnitLabels[unit] }))}
              width="full"
            />
          </FormRow>
          {step.timing.plusDays !== 0 && (
            <div>
              <span className={styles.small}>{timingWords(step.timing)}. </span>
              <Button
                variant="quiet"
                size="small"
                onPress={() => {
                  onChange({ timing: { ...step.timing, plusDays: 0 } });
                }}
              >
                Count to the day itself
              </Button>
            </div>
          )}
          <FormRow>
            <Select
              name={`strand-${step.id}`}
              label="What it is for"
              value={step.strand}
              onChange={(picked) => {
                onChange({ strand: strands.find((each) => each === picked) ?? step.strand });
              }}
              options={strands.map((each) => ({ value: each, label: strandLabels[each] }))}
              width="full"
            />
            <Select
              name={`condition-${step.id}`}
              label="When it applies"
              value={step.condition ?? 'always'}
              onChange={(picked) => {
                onChange({ condition: stepConditions.find((each) => each === picked) ?? null });
              }}
              options={[
                { value: 'always', label: 'Always' },
                ...stepConditions.map((each) => ({ value: each, label: conditionLabels[each] })),
              ]}
              width="full"
            />
          </FormRow>
          <Checkbox
            isSelected={step.lapses}
            onChange={(lapses) => {
              onChange({ lapses });
            }}
          >
            Only useful in its moment. In a plan made later it is shown as past
          </Checkbox>
          <div className={styles.guardButtons}>
            <Button size="small" onPress={onToggle}>
              Fold up
            </Button>
            <Button size="small" variant="quiet" onPress={onRemove}>
              Take this step out
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
