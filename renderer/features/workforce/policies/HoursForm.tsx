import { useRef, useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import type { PolicyReview } from '@shared/records/policy-review/policy-review';
import { useToday } from '../../../platform';
import type { ChangeRecord } from '../../../records/use-change-record';
import { Button, DateField, Form, TextField, type FormProblem } from '../../../ui';
import styles from '../posts/posts.module.css';
import { hoursWords } from './policy-words';
import { readHours, type HoursFields } from './policy-form';

/** A line to add what was found. The focus goes back to the hours: often several lines come after each other. */
export function HoursForm(props: {
  readonly review: PolicyReview;
  readonly change: ChangeRecord<'policy-review'>;
}) {
  const today = useToday();
  const first: HoursFields = { on: formatDate(today), hours: '', by: '' };
  const [fields, setFields] = useState(first);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const hours = useRef<HTMLInputElement>(null);
  const errorAt = (name: string): string | undefined => problems.find(({ field }) => field === name)?.message;
  const save = async (): Promise<void> => {
    const reading = readHours(fields, props.review, today);
    setProblems(reading.problems);
    const added = reading.review;
    if (added === null) return;
    const isSaved = await props.change(
      (now) => readHours(fields, now, today).review ?? now,
      `${hoursWords(Number(fields.hours.trim().replace(',', '.')))} added.`,
    );
    if (!isSaved) return;
    setFields(first);
    hours.current?.focus();
  };
  return (
    <Form onSubmit={save} errors={problems} aria-label="Hours found">
      <TextField
        name="hours"
        label="Hours found"
        inputMode="decimal"
        width="short"
        unit="hours"
        inputRef={hours}
        value={fields.hours}
        error={errorAt('hours')}
        onChange={(typed) => {
          setFields({ ...fields, hours: typed });
        }}
      />
      <DateField
        name="on"
        label="On"
        today={today}
        value={fields.on}
        error={errorAt('on')}
        onChange={(on) => {
          setFields({ ...fields, on });
        }}
      />
      <TextField
        name="by"
        label="Whose time"
        hint="In words, such as “two key workers”"
        isOptional
        value={fields.by}
        error={errorAt('by')}
        onChange={(by) => {
          setFields({ ...fields, by });
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit">Add hours</Button>
      </div>
    </Form>
  );
}
