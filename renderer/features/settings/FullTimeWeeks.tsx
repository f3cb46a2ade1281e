import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useToday } from '../../platform';
import { Button, DateField, TextField } from '../../ui';
import { nhsScotlandWeekFields, weekField, withoutWeek, type FullTimeWeekFields } from './full-time-weeks';
import styles from './settings.module.css';

export interface FullTimeWeeksProps {
  readonly fields: FullTimeWeekFields;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (fields: FullTimeWeekFields) => void;
}

/** The changes of the full-time week, each from its day on; the hours before the first stand in the form above. */
export function FullTimeWeeks({ fields, errorOf, onChange }: FullTimeWeeksProps) {
  const today = useToday();
  const [said, setSaid] = useState('');
  /** The line that was added last: whoever adds one wants to type in it. */
  const [added, setAdded] = useState<number | null>(null);
  const group = useRef<HTMLDivElement>(null);
  const withText = (list: readonly string[], index: number, text: string): readonly string[] =>
    list.map((each, at) => (at === index ? text : each));
  return (
    <div
      ref={group}
      tabIndex={-1}
      className={styles.weeks}
      role="group"
      aria-label="Changes of working hours"
    >
      {fields.weekFrom.map((from, index) => (
        // A place in the list is all that a line has: what is typed in it can change to anything.
        <div key={index} className={styles.week} role="group" aria-label={`Change ${index + 1}`}>
          <DateField
            name={weekField('weekFrom', index)}
            label="From"
            value={from}
            error={errorOf(weekField('weekFrom', index))}
            today={today}
            autoFocus={index === added}
            onChange={(text) => {
              onChange({ ...fields, weekFrom: withText(fields.weekFrom, index, text) });
            }}
          />
          <div className={styles.weekHours}>
            <TextField
              name={weekField('weekHours', index)}
              label="From then on"
              unit="hours"
              width="short"
              inputMode="decimal"
              value={fields.weekHours[index] ?? ''}
              error={errorOf(weekField('weekHours', index))}
              onChange={(text) => {
                onChange({ ...fields, weekHours: withText(fields.weekHours, index, text) });
              }}
            />
            <Button
              variant="quiet"
              size="small"
              aria-label={`Take away change ${index + 1}`}
              onPress={() => {
                onChange(withoutWeek(fields, index));
                setSaid('The change is taken away.');
                // Its button is gone with it: the next key goes on from here.
                group.current?.focus();
              }}
            >
              Take away
            </Button>
          </div>
        </div>
      ))}
      <div className={styles.weekButtons}>
        <Button
          size="small"
          icon={<Plus aria-hidden="true" />}
          onPress={() => {
            onChange({
              ...fields,
              weekFrom: [...fields.weekFrom, ''],
              weekHours: [...fields.weekHours, ''],
            });
            setSaid('');
            setAdded(fields.weekFrom.length);
          }}
        >
          {fields.weekFrom.length === 0 ? 'The hours changed on a day' : 'Add another change'}
        </Button>
        <Button
          size="small"
          variant="quiet"
          onPress={() => {
            onChange(nhsScotlandWeekFields());
            setSaid('37.5 hours, 37 from 1 April 2024 and 36 from 1 April 2026.');
          }}
        >
          Fill in NHS Scotland’s steps
        </Button>
      </div>
      <p className={styles.quiet} role="status">
        {said}
      </p>
      {fields.weekFrom.length > 0 && (
        <p className={styles.quiet}>
          Everybody keeps their share of full time in every month. Bring in a new staff list after a change,
          so that hours are those of now.
        </p>
      )}
    </div>
  );
}
