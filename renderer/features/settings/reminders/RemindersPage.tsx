import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { reminderKindLabels, reminderKinds } from '@shared/records/reminder-settings/reminder-settings';
import { errorText } from '../../../app/error-text';
import { useToday } from '../../../platform';
import { useReminders, useReminderSettings } from '../../../records/use-reminders';
import { useSaveCalendar } from '../../../records/use-save-calendar';
import {
  Button,
  Chips,
  Columns,
  Form,
  FormActions,
  FormRow,
  Note,
  Page,
  Section,
  Segmented,
  Sheet,
  TextField,
  useToast,
  type FormProblem,
} from '../../../ui';
import { useRecords, useVault } from '../../../vault';
import { settingsCrumb } from '../settings-crumb';
import { calendarEntries } from './calendar-entries';
import { readReminders, reminderFields, weekdayOptions, type ReminderFields } from './reminders-form';
import styles from './reminders.module.css';

const yearAhead = 365;
const kindOptions = reminderKinds.map((value) => ({ value, label: reminderKindLabels[value] }));

/** When the computer may speak up and about what, and the dates for a calendar elsewhere. */
export function RemindersPage() {
  return (
    <Page
      title="Reminders and calendar"
      docTitle="Reminders and calendar"
      crumbs={settingsCrumb}
      lede="Today and People always show what is due. Here you choose what else may speak up, and when."
    >
      <Columns main={<Messages />} side={<CalendarDates />} />
    </Page>
  );
}

function Messages() {
  const vault = useVault();
  const toast = useToast();
  const stored = useRecords('reminder-settings')[0];
  const settings = useReminderSettings();
  const [fields, setFields] = useState(() => reminderFields(settings));
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const [isBusy, setBusy] = useState(false);
  const set = (patch: Partial<ReminderFields>): void => {
    setFields((now) => ({ ...now, ...patch }));
  };
  const text = (name: 'from' | 'to' | 'leadDays') => ({
    name,
    value: fields[name],
    error: errorOf(name),
    onChange: (value: string) => {
      set({ [name]: value });
    },
  });
  function errorOf(name: keyof ReminderFields): string | undefined {
    return errors.find(({ field }) => field === name)?.message;
  }

  const save = async (): Promise<void> => {
    const read = readReminders(fields);
    setErrors(read.problems);
    if (read.settings === null || isBusy) return;
    setBusy(true);
    const saved = await vault.put('reminder-settings', read.settings, stored);
    setBusy(false);
    if (saved.ok) toast({ text: 'Saved. It counts from now on.' });
    else setErrors([{ field: '', message: errorText(saved.error) }]);
  };

  return (
    <Section title="Messages on this computer">
      <Sheet pad>
        <Form aria-label="Messages on this computer" errors={errors} onSubmit={save}>
          <Segmented
            name="isOn"
            label="Show messages"
            hint="While Steading is open, and never outside working time. They say numbers only, like “2 supervisions, 1 reply due”"
            value={fields.isOn}
            onChange={(isOn) => {
              set({ isOn });
            }}
            options={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
            ]}
          />
          <Chips
            name="weekdays"
            label="On which days"
            value={weekdayOptions.map(({ value }) => value).filter((day) => fields.weekdays.includes(day))}
            error={errorOf('weekdays')}
            onChange={(weekdays) => {
              set({ weekdays });
            }}
            options={weekdayOptions}
          />
          <FormRow>
            <TextField {...text('from')} label="From" hint="A time like 09:00" width="short" />
            <TextField {...text('to')} label="Until" hint="Silent from then on" width="short" />
          </FormRow>
          <Chips
            name="kinds"
            label="About what"
            value={reminderKinds.filter((kind) => fields.kinds.includes(kind))}
            error={errorOf('kinds')}
            onChange={(kinds) => {
              set({ kinds });
            }}
            options={kindOptions}
          />
          <TextField
            {...text('leadDays')}
            label="Days ahead"
            hint="How early People shows what comes up"
            width="short"
            inputMode="numeric"
            unit="days"
          />
          <FormActions>
            <Button type="submit" variant="primary" isPending={isBusy} pendingText="Saving">
              Save reminders
            </Button>
          </FormActions>
        </Form>
      </Sheet>
    </Section>
  );
}

function CalendarDates() {
  const today = useToday();
  const { kinds } = useReminderSettings();
  const entries = calendarEntries(useReminders(today, yearAhead), kinds);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const saveCalendar = useSaveCalendar({ suggestedName: 'steading-dates.ics', onProblem: setProblem });

  const save = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    await saveCalendar(entries);
    setBusy(false);
  };

  return (
    <Section title="Dates for a calendar">
      <div className={styles.stack}>
        <p>
          {entries.length === 1 ? '1 date' : `${entries.length} dates`} of the twelve months to come, about
          what you chose. Each says a neutral word such as “Supervision” or “Review”, and no name.
        </p>
        <div>
          <Button icon={<CalendarPlus aria-hidden="true" />} isPending={isBusy} onPress={() => void save()}>
            Save a calendar file
          </Button>
        </div>
        <p className={styles.small}>
          A calendar that goes on the internet shows these days to whoever can see it. Bring the file in again
          after changes: entries move, and are not doubled.
        </p>
        <div aria-live="polite">
          {problem !== null && (
            <Note kind="caution" title="Not saved">
              {problem}
            </Note>
          )}
        </div>
      </div>
    </Section>
  );
}
