import type { LocalDate } from '@shared/kernel/local-date';
import { DateField, FormRow, TextField } from '../../ui';

export interface WhenValues {
  readonly occurredOn: string;
  readonly occurredAt: string;
}

/** The day of an event, and its time where somebody knows it: in a plan and in a rehearsal of one. */
export function WhenFields(props: {
  readonly values: WhenValues;
  readonly set: (change: Partial<WhenValues>) => void;
  readonly errorOf: (field: string) => string | undefined;
  readonly today: LocalDate;
  readonly dayHint?: string | undefined;
}) {
  const { values, set, errorOf, today, dayHint } = props;
  return (
    <FormRow>
      <DateField
        name="occurredOn"
        label="Day"
        hint={dayHint}
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
  );
}
