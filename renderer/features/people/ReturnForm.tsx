import { useState } from 'react';
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { withReturn } from '@shared/people/spells';
import { personSchema, type Person } from '@shared/records/person/person';
import { useToday } from '../../platform';
import { DraftNote } from '../../records/DraftNote';
import { RecordFoot } from '../../records/RecordFoot';
import { useFormFields } from '../../records/use-form-fields';
import { useSaveWithUndo } from '../../records/use-save-with-undo';
import { DateField, EmptyState, Form, LinkButton, Page, TextField, useGo, type FormProblem } from '../../ui';
import { useRecord, type StoredRecord } from '../../vault';
import { NoPerson, peopleCrumb } from './NoPerson';
import styles from './people.module.css';

type ReturnFields = { readonly startDate: string; readonly role: string };

/** Somebody who left is back: a new start, and the time before kept as it was. */
export function ReturnPage(props: { readonly id: string }) {
  const record = useRecord('person', props.id);
  if (record === undefined) return <NoPerson />;
  const { id, value } = record;
  return (
    <Page
      title="They came back"
      docTitle="Somebody came back"
      crumbs={[peopleCrumb, { label: 'Person', href: `~/people/${id}` }]}
      lede={
        value.lastDay === null
          ? value.name
          : `${value.name} was here from ${formatDate(value.startDate)} to ${formatDate(value.lastDay)}. That stays.`
      }
    >
      {value.lastDay === null ? (
        <EmptyState
          title="They have not left"
          action={<LinkButton href={`~/people/${id}`}>See their page</LinkButton>}
        >
          No last day is set, so there is nothing to come back from.
        </EmptyState>
      ) : (
        <ReturnForm record={record} />
      )}
    </Page>
  );
}

function readReturn(
  fields: ReturnFields,
  person: Person,
  today: LocalDate,
): { readonly person: Person | null; readonly problems: readonly FormProblem[] } {
  const problems: FormProblem[] = [];
  const startDate = parseDateText(fields.startDate, today);
  if (startDate === null) problems.push({ field: 'startDate', message: 'Enter the day they started again' });
  else if (person.lastDay !== null && startDate <= person.lastDay)
    problems.push({
      field: 'startDate',
      message: `The new start has to be after their last day, ${formatDate(person.lastDay)}`,
    });
  if (fields.role.trim() === '') problems.push({ field: 'role', message: 'Enter a role, like key worker' });
  if (startDate === null || problems.length > 0) return { person: null, problems };
  const parsed = personSchema.safeParse({ ...withReturn(person, startDate), role: fields.role });
  return parsed.success
    ? { person: parsed.data, problems }
    : { person: null, problems: parsed.error.issues.map(({ message }) => ({ field: '', message })) };
}

function ReturnForm(props: { readonly record: StoredRecord<'person'> }) {
  const { record } = props;
  const saveWithUndo = useSaveWithUndo();
  const go = useGo();
  const today = useToday();
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const form = useFormFields<ReturnFields>(
    'return',
    record.id,
    { startDate: '', role: record.value.role },
    () => `${record.value.name} came back`,
  );
  const errorOf = (name: keyof ReturnFields) => errors.find(({ field }) => field === name)?.message;

  const save = async (): Promise<void> => {
    const read = readReturn(form.fields, record.value, today);
    setErrors(read.problems);
    if (read.person === null) return;
    const problem = await saveWithUndo(
      [{ kind: 'person', id: record.id, value: read.person, before: record }],
      'Saved.',
      () => form.clear(),
    );
    if (problem !== null) {
      setErrors([{ field: '', message: problem }]);
      return;
    }
    go(`~/people/${record.id}`);
  };

  return (
    <div className={styles.formWidth}>
      <Form errors={errors} onSubmit={save}>
        {form.isRestored && <DraftNote onDiscard={form.discard} />}
        <DateField
          name="startDate"
          label="Started again on"
          autoFocus
          value={form.fields.startDate}
          error={errorOf('startDate')}
          today={today}
          onChange={(startDate) => {
            form.set({ startDate });
          }}
        />
        <TextField
          name="role"
          label="Role"
          hint="Hours, team and contract can be changed on their page"
          value={form.fields.role}
          error={errorOf('role')}
          onChange={(role) => {
            form.set({ role });
          }}
        />
        <RecordFoot save="Save the new start" back={`~/people/${record.id}`} />
      </Form>
    </div>
  );
}
