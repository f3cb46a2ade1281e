import { nations } from '@shared/kernel/bank-holidays';
import { nationLabels } from '@shared/records/service/service';
import { FormRow, Select, TextField } from '../../ui';
import { FullTimeWeeks } from './FullTimeWeeks';
import styles from './settings.module.css';
import { readNation, type ServiceFields, type ServiceProblem } from './service-form';

export interface ServiceFieldsetProps {
  readonly fields: ServiceFields;
  readonly problems: readonly ServiceProblem[];
  readonly onChange: (fields: ServiceFields) => void;
  readonly autoFocus?: boolean | undefined;
  /** The first run: what has to be known to begin. The rest waits in Settings. */
  readonly isShort?: boolean | undefined;
}

export function ServiceFieldset(props: ServiceFieldsetProps) {
  const { fields, problems, onChange } = props;
  const errorOf = (field: string): string | undefined =>
    problems.find((problem) => problem.field === field)?.message;
  const of = (field: Exclude<keyof ServiceFields, 'nation' | 'weekFrom' | 'weekHours'>) => ({
    name: field,
    value: fields[field],
    onChange: (value: string) => {
      onChange({ ...fields, [field]: value });
    },
    error: errorOf(field),
  });
  return (
    <>
      <TextField {...of('name')} label="Name of the service" autoFocus={props.autoFocus} />
      <FormRow>
        <Select
          name="nation"
          label="Where it is"
          hint="Its bank holidays are not working days."
          value={fields.nation}
          onChange={(text) => {
            onChange({ ...fields, nation: readNation(text, fields.nation) });
          }}
          options={nations.map((value) => ({ value, label: nationLabels[value] }))}
        />
        <TextField
          {...of('teamSize')}
          label="People in the team"
          hint="Volunteers too. It can wait."
          isOptional
          width="short"
          inputMode="numeric"
        />
      </FormRow>
      <FormRow>
        <TextField {...of('workingDayStart')} label="The day starts at" width="short" />
        <TextField {...of('workingDayEnd')} label="The day ends at" width="short" />
      </FormRow>
      <div className={styles.hours}>
        <TextField
          {...of('fullTimeWeeklyHours')}
          label={fields.weekFrom.length === 0 ? 'A full-time week' : 'A full-time week, at first'}
          hint="NHS Scotland: 36 since April 2026. Use your own contract."
          unit="hours"
          width="short"
          inputMode="decimal"
        />
        {props.isShort !== true && (
          <FullTimeWeeks
            fields={fields}
            errorOf={errorOf}
            onChange={(weeks) => {
              onChange({ ...fields, ...weeks });
            }}
          />
        )}
      </div>
      <FormRow>
        <TextField
          {...of('supervisionIntervalDays')}
          label="Supervision at least every"
          hint="56 days is eight weeks. A person can have their own."
          unit="days"
          width="short"
          inputMode="numeric"
        />
        {props.isShort !== true && (
          <TextField
            {...of('caseloadLimit')}
            label="Open cases, at most"
            hint="For each full-time worker: your own limit, drawn beside the figures."
            unit="cases"
            isOptional
            width="short"
            inputMode="decimal"
          />
        )}
      </FormRow>
    </>
  );
}
