import { FormRow, TextField } from '../../ui';
import type { ServiceFields, ServiceProblem } from './service-form';

export interface ServiceFieldsetProps {
  readonly fields: ServiceFields;
  readonly problems: readonly ServiceProblem[];
  readonly onChange: (fields: ServiceFields) => void;
  readonly autoFocus?: boolean | undefined;
}

export function ServiceFieldset(props: ServiceFieldsetProps) {
  const { fields, problems, onChange } = props;
  const of = (field: keyof ServiceFields) => ({
    name: field,
    value: fields[field],
    onChange: (value: string) => {
      onChange({ ...fields, [field]: value });
    },
    error: problems.find((problem) => problem.field === field)?.message,
  });
  return (
    <>
      <TextField {...of('name')} label="Name of the service" autoFocus={props.autoFocus} />
      <TextField
        {...of('teamSize')}
        label="People in the team"
        hint="About how many, volunteers too. It can wait."
        isOptional
        width="short"
        inputMode="numeric"
      />
      <FormRow>
        <TextField {...of('workingDayStart')} label="The day starts at" width="short" />
        <TextField {...of('workingDayEnd')} label="The day ends at" width="short" />
      </FormRow>
      <FormRow>
        <TextField
          {...of('fullTimeWeeklyHours')}
          label="A full-time week"
          hint="NHS Scotland: 36 since April 2026. Use your own contract."
          unit="hours"
          width="short"
          inputMode="decimal"
        />
        <TextField
          {...of('supervisionIntervalDays')}
          label="Supervision at least every"
          hint="56 days is eight weeks. A person can have their own."
          unit="days"
          width="short"
          inputMode="numeric"
        />
      </FormRow>
    </>
  );
}
