/** What is asked for now and then: folded away, so that the usual record stays short. */
import { meetingModeLabels, meetingModes } from '@shared/records/supervision-parts';
import { Checkbox, FormRow, Segmented, TextField } from '../../ui';
import type { SessionFields } from './session-form';
import styles from './supervision.module.css';

export interface MoreFieldsProps {
  readonly fields: SessionFields;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly agreedMinutes: number | null;
  readonly error: (name: string) => string | undefined;
  readonly warning: (text: string) => string | undefined;
  readonly onChange: (patch: Partial<SessionFields>) => void;
  /** False once somebody has signed: that is no longer taken back from here. */
  readonly canAskToSign: boolean;
}

export function MoreFields(props: MoreFieldsProps) {
  const { fields, error, warning, onChange, agreedMinutes } = props;
  const isHeld = fields.status === 'held';
  return (
    <details
      className={styles.more}
      open={props.isOpen}
      onToggle={(event) => props.onOpenChange(event.currentTarget.open)}
    >
      <summary>Add more, or leave it for later</summary>
      <p className={styles.small}>
        {isHeld
          ? 'How you met, open cases, what was learned, what was decided, signatures.'
          : 'How you were to meet, and for how long.'}
      </p>
      <div className={styles.moreBody}>
        <Segmented
          name="mode"
          label={isHeld ? 'How you met' : 'How you were to meet'}
          isOptional
          value={fields.mode}
          error={error('mode')}
          onChange={(mode) => onChange({ mode })}
          options={[
            ...meetingModes.map((value) => ({ value, label: meetingModeLabels[value] })),
            { value: '', label: 'Not said' },
          ]}
        />
        <FormRow>
          <TextField
            name="plannedMinutes"
            label="Minutes planned"
            hint={agreedMinutes === null ? undefined : `Left empty, the ${agreedMinutes} minutes agreed.`}
            isOptional
            width="short"
            inputMode="numeric"
            value={fields.plannedMinutes}
            error={error('plannedMinutes')}
            onChange={(plannedMinutes) => onChange({ plannedMinutes })}
          />
          {isHeld && (
            <TextField
              name="workload"
              label="Open cases"
              hint="The figure as it stood that day."
              isOptional
              width="short"
              inputMode="numeric"
              value={fields.workload}
              error={error('workload')}
              onChange={(workload) => onChange({ workload })}
            />
          )}
        </FormRow>
        {isHeld && (
          <>
            <TextField
              name="learning"
              label="What was learned"
              hint="Skills and ideas, not cases. Case decisions go into the case record."
              isOptional
              multiline
              rows={2}
              value={fields.learning}
              error={error('learning')}
              warning={warning(fields.learning)}
              onChange={(learning) => onChange({ learning })}
            />
            <TextField
              name="decisions"
              label="What was decided"
              hint="About work and support. Nothing kept for a later process: that has its own record."
              isOptional
              multiline
              rows={2}
              value={fields.decisions}
              error={error('decisions')}
              warning={warning(fields.decisions)}
              onChange={(decisions) => onChange({ decisions })}
            />
            {props.canAskToSign && (
              <Checkbox
                name="isForSigning"
                isSelected={fields.isForSigning}
                onChange={(isForSigning) => onChange({ isForSigning })}
              >
                Both sign this record
                <span className={styles.lastDetail}>You tick who has signed on its page.</span>
              </Checkbox>
            )}
          </>
        )}
      </div>
    </details>
  );
}
