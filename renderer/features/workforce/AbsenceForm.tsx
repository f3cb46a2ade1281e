import { useMemo, useState } from 'react';
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { absenceSchema, type Absence } from '@shared/records/absence/absence';
import type { Person } from '@shared/records/person/person';
import { errorText } from '../../app/error-text';
import { useToday } from '../../platform';
import { DraftNote } from '../../records/DraftNote';
import { useFormFields } from '../../records/use-form-fields';
import { useToldWithUndo } from '../../records/use-told-with-undo';
import { useRecord, useRecords, useVault, type StoredRecord } from '../../vault';
import styles from './workforce.module.css';
import {
  Button,
  ComboBox,
  DateField,
  Form,
  FormActions,
  FormRow,
  LinkButton,
  Page,
  Select,
  Sheet,
  useGo,
  type FormProblem,
} from '../../ui';

const crumbs = [
  { label: 'Workforce', href: '/' },
  { label: 'Away from work', href: '/absences' },
];

/** Broad headings of our own; those that the extracts use come first. */
const broadReasons = [
  'Cold or flu',
  'Stomach upset',
  'Stress or low mood',
  'Back, joints or muscles',
  'Injury',
  'Operation or treatment',
  'Other',
];

type Fields = {
  /** Empty while nobody is chosen. */
  readonly personId: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly reason: string;
};

interface Read {
  readonly value: Absence | null;
  readonly problems: readonly FormProblem[];
}

function readFields(fields: Fields, today: LocalDate, people: readonly StoredRecord<'person'>[]): Read {
  const problems: FormProblem[] = [];
  const person = people.find((each) => each.id === fields.personId);
  if (person === undefined) problems.push({ field: 'personId', message: 'Choose who is away' });
  const firstDay = parseDateText(fields.firstDay, today);
  const isOpen = fields.lastDay.trim() === '';
  const lastDay = isOpen ? null : parseDateText(fields.lastDay, today);
  if (firstDay === null)
    problems.push({ field: 'firstDay', message: 'Enter the first day away, such as today or 24 nov' });
  else if (firstDay > today)
    problems.push({
      field: 'firstDay',
      message: 'The first day is still to come. Sickness is recorded once it is there',
    });
  else if (person !== undefined) {
    const { startDate, lastDay: lastInPost } = person.value;
    if (firstDay < startDate)
      problems.push({
        field: 'firstDay',
        message: `The first day is before they started, on ${formatDate(startDate)}`,
      });
    else if (lastInPost !== null && firstDay > lastInPost) {
      problems.push({
        field: 'firstDay',
        message: `The first day is after their last day in post, ${formatDate(lastInPost)}`,
      });
    }
  }
  if (!isOpen && lastDay === null)
    problems.push({
      field: 'lastDay',
      message: 'Enter the last day away, or leave it blank while they are still away',
    });
  else if (firstDay !== null && lastDay !== null && lastDay < firstDay)
    problems.push({ field: 'lastDay', message: 'The last day is before the first day' });
  if (problems.length > 0 || person === undefined || firstDay === null) return { value: null, problems };
  const parsed = absenceSchema.safeParse({ personId: person.id, firstDay, lastDay, reason: fields.reason });
  return parsed.success
    ? { value: parsed.data, problems }
    : {
        value: null,
        problems: parsed.error.issues.map((issue) => ({
          field: String(issue.path[0] ?? ''),
          message: issue.message,
        })),
      };
}

function peopleOptions(
  people: readonly StoredRecord<'person'>[],
): { readonly value: string; readonly label: string; readonly detail: string }[] {
  const detail = (person: Person): string =>
    [person.role, person.team].filter((part) => part !== '').join(', ');
  return people
    .filter(({ value }) => value.engagement !== 'volunteer')
    .map(({ id, value }) => ({ value: id, label: value.name, detail: detail(value) }))
    .sort((left, right) => left.label.localeCompare(right.label, 'en-GB'));
}

function AbsenceForm(props: { readonly record: StoredRecord<'absence'> | null }) {
  const { record } = props;
  const vault = useVault();
  const today = useToday();
  const go = useGo();
  const told = useToldWithUndo('absence');
  const people = useRecords('person');
  const absences = useRecords('absence');
  const nameOf = (personId: string): string | undefined =>
    people.find(({ id }) => id === personId)?.value.name;
  const form = useFormFields<Fields>(
    'absence',
    record?.id ?? null,
    {
      personId: record?.value.personId ?? '',
      firstDay: formatDate(record?.value.firstDay ?? today),
      lastDay: record?.value.lastDay == null ? '' : formatDate(record.value.lastDay),
      reason: record?.value.reason ?? '',
    },
    ({ personId }) => `An absence of ${nameOf(personId) ?? 'someone'}`,
  );
  const { fields, set: change } = form;
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const reasons = useMemo(() => {
    const used = [
      ...new Set(absences.map(({ value }) => value.reason).filter((reason) => reason !== '')),
    ].sort((left, right) => left.localeCompare(right, 'en-GB'));
    return [...new Set([...used, ...broadReasons])];
  }, [absences]);
  const options = useMemo(() => peopleOptions(people), [people]);
  const errorAt = (field: string): string | undefined =>
    problems.find((problem) => problem.field === field)?.message;

  async function save(): Promise<void> {
    const read = readFields(fields, today, people);
    setProblems(read.problems);
    if (read.value === null) return;
    const saved = await vault.put('absence', read.value, record ?? undefined);
    if (!saved.ok) {
      setProblems([{ field: '', message: errorText(saved.error) }]);
      return;
    }
    await form.clear();
    told('Saved.', saved.value, record);
    go('/absences');
  }

  return (
    <Page
      title={record === null ? 'Log an absence' : 'Change an absence'}
      docTitle={record === null ? 'Log an absence' : 'Change an absence'}
      crumbs={crumbs}
      lede="Dates and a broad heading. No diagnosis, no notes."
    >
      <div className={styles.form}>
        <Form onSubmit={save} errors={problems}>
          {form.isRestored && <DraftNote onDiscard={form.discard} />}
          <ComboBox
            label="Who is away"
            autoFocus={record === null}
            name="personId"
            value={fields.personId === '' ? null : fields.personId}
            error={errorAt('personId')}
            options={options}
            onChange={(personId) => {
              change({ personId: personId ?? '' });
            }}
          />
          <FormRow>
            <DateField
              label="First day away"
              hint="Such as today, mon or 24 nov."
              name="firstDay"
              value={fields.firstDay}
              today={today}
              error={errorAt('firstDay')}
              onChange={(firstDay) => {
                change({ firstDay });
              }}
            />
            <DateField
              label="Last day away"
              hint="Leave it blank while they are still away."
              name="lastDay"
              isOptional
              value={fields.lastDay}
              today={today}
              error={errorAt('lastDay')}
              onChange={(lastDay) => {
                change({ lastDay });
              }}
            />
          </FormRow>
          <Select
            label="Reason"
            hint="A broad heading, if they gave one."
            name="reason"
            isOptional
            value={fields.reason}
            onChange={(reason) => {
              change({ reason });
            }}
            options={[
              { value: '', label: 'Not said' },
              ...reasons.map((reason) => ({ value: reason, label: reason })),
            ]}
          />
          <FormActions>
            <Button type="submit" variant="primary">
              Save absence
            </Button>
            <LinkButton href="/absences" variant="quiet">
              Not now
            </LinkButton>
          </FormActions>
        </Form>
      </div>
    </Page>
  );
}

export function AbsenceFormPage(props: { readonly id: string | null }) {
  const record = useRecord('absence', props.id ?? undefined);
  if (props.id === null) return <AbsenceForm record={null} />;
  if (record === undefined) {
    return (
      <Page title="This absence is not here" crumbs={crumbs}>
        <Sheet pad>
          <p>It may have been deleted. Nothing else changed.</p>
          <LinkButton href="/absences">See who is away</LinkButton>
        </Sheet>
      </Page>
    );
  }
  return <AbsenceForm key={record.id} record={record} />;
}
