import { useId, useState } from 'react';
import { leaveLine, supervisionLine } from '@shared/habits/own-care-line';
import type { LocalDate } from '@shared/kernel/local-date';
import { useOwnCare } from '../../../records/use-own-care';
import { useWorkingTime } from '../../../records/use-working-time';
import {
  Button,
  Chips,
  DateField,
  Form,
  FormActions,
  Section,
  Sheet,
  TextLink,
  useToast,
  type FormProblem,
} from '../../../ui';
import { weekdayShort } from './habit-words';
import styles from './habits.module.css';
import { ownCareFields, readOwnCare, type OwnCareFields } from './own-care-form';

const weekdayOptions = weekdayShort.map((label, index) => ({ value: String(index + 1), label }));

/** The manager's own leave, supervision and days of work: said in a line or two, changed in a short form. */
export function OwnCareSection(props: { readonly today: LocalDate }) {
  const { today } = props;
  const { care, isSet } = useOwnCare();
  const work = useWorkingTime();
  const [isOpen, setOpen] = useState(false);
  const buttonId = useId();
  const lines = [leaveLine(care, today), supervisionLine(care, today)].filter((line) => line !== '');
  return (
    <Section
      title="Your own leave and supervision"
      action={
        <Button
          variant="quiet"
          size="small"
          id={buttonId}
          aria-expanded={isOpen}
          onPress={() => {
            setOpen(!isOpen);
          }}
        >
          {isOpen ? 'Close the dates' : 'Change the dates'}
        </Button>
      }
    >
      <div className={styles.stack}>
        {lines.length === 0 ? (
          <p className={styles.muted}>
            {isSet ? 'No dates are set.' : 'No dates yet. Put the next ones in before the week fills up.'}
          </p>
        ) : (
          <p>{lines.join(' ')}</p>
        )}
        {isOpen && (
          <Sheet pad>
            <OwnCareForm
              today={today}
              onDone={() => {
                // The form goes: the button that opened it takes the focus.
                document.getElementById(buttonId)?.focus();
                setOpen(false);
              }}
            />
          </Sheet>
        )}
        <p className={styles.small}>
          You work {workingDaysWords(care.workingDays)}, {work.from} to {work.to}. Outside of it Steading
          raises nothing. The hours are those of the service, in{' '}
          <TextLink href="~/settings">Settings</TextLink>.
        </p>
      </div>
    </Section>
  );
}

/** "Mon to Fri", else each day. */
function workingDaysWords(days: readonly number[]): string {
  const names = days.map((day) => weekdayShort[day - 1] ?? '');
  const [first, last] = [names[0] ?? '', names.at(-1) ?? ''];
  const isRun = days.every((day, index) => day === (days[0] ?? 0) + index);
  if (days.length > 2 && isRun) return `${first} to ${last}`;
  return names.length < 2 ? first : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function OwnCareForm(props: { readonly today: LocalDate; readonly onDone: () => void }) {
  const { today, onDone } = props;
  const { care, change } = useOwnCare();
  const toast = useToast();
  const [fields, setFields] = useState<OwnCareFields>(() => ownCareFields(care));
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const errorAt = (name: string): string | undefined => problems.find(({ field }) => field === name)?.message;
  const date = (name: Exclude<keyof OwnCareFields, 'workingDays'>) => ({
    name,
    today,
    isOptional: true,
    value: fields[name],
    error: errorAt(name),
    onChange: (value: string) => {
      setFields({ ...fields, [name]: value });
    },
  });
  const save = async (): Promise<void> => {
    const read = readOwnCare(fields, today);
    setProblems(read.problems);
    const { part } = read;
    if (part === null) return;
    if (!(await change((now) => ({ ...now, ...part })))) return;
    toast({ text: 'Saved. Today says it in a line.' });
    onDone();
  };
  return (
    <Form onSubmit={save} errors={problems} aria-label="Your own leave and supervision">
      <DateField {...date('lastLeaveUntil')} label="Your last leave ended on" autoFocus />
      <DateField {...date('nextLeaveFrom')} label="Your next leave begins on" />
      <DateField {...date('lastSupervisionOn')} label="Your own supervision, last" />
      <DateField {...date('nextSupervisionOn')} label="Your own supervision, next" />
      <Chips
        name="workingDays"
        label="Days you work"
        value={weekdayOptions.map(({ value }) => value).filter((day) => fields.workingDays.includes(day))}
        error={errorAt('workingDays')}
        options={weekdayOptions}
        onChange={(workingDays) => {
          setFields({ ...fields, workingDays });
        }}
      />
      <FormActions>
        <Button type="submit" variant="primary">
          Save dates
        </Button>
      </FormActions>
    </Form>
  );
}
