import { useState } from 'react';
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { RecordId } from '@shared/kernel/ids';
import { processMoveSchema, type ProcessMove } from '@shared/records/process-move/process-move';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { useFormFields } from '../../../records/use-form-fields';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import {
  Button,
  DateField,
  Form,
  FormActions,
  FormRow,
  LinkButton,
  Note,
  Page,
  useGo,
  type FormProblem,
} from '../../../ui';
import { newRecordId, useRecord, type StoredRecord } from '../../../vault';
import { NoPerson, peopleCrumb } from '../NoPerson';
import styles from '../people.module.css';

type MoveFields = { readonly toldOn: string; readonly movedOn: string };

/** Conduct or capability leaves supervision: two dates, and no field for what it is about. */
export function ProcessMovePage(props: { readonly personId: string }) {
  const record = useRecord('person', props.personId);
  if (record === undefined) return <NoPerson />;
  return (
    <Page
      title="Move a concern to a process"
      docTitle="Move a concern to a process"
      crumbs={[peopleCrumb, { label: 'Person', href: `~/people/${record.id}` }]}
      lede={record.value.name}
    >
      <MoveForm person={record} />
    </Page>
  );
}

function readMove(
  fields: MoveFields,
  personId: RecordId,
  today: LocalDate,
): { readonly move: ProcessMove | null; readonly problems: readonly FormProblem[] } {
  const problems: FormProblem[] = [];
  const day = (field: keyof MoveFields, missing: string): LocalDate | null => {
    const read = parseDateText(fields[field], today);
    if (read === null) problems.push({ field, message: missing });
    else if (read > today) problems.push({ field, message: 'This day is still to come' });
    return read;
  };
  const toldOn = day('toldOn', 'Enter the day they were told: they have to know first');
  const movedOn = day('movedOn', 'Enter the day it moved');
  if (problems.length > 0) return { move: null, problems };
  const parsed = processMoveSchema.safeParse({ personId, movedOn, toldOn });
  return parsed.success
    ? { move: parsed.data, problems }
    : {
        move: null,
        problems: parsed.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), message })),
      };
}

function MoveForm(props: { readonly person: StoredRecord<'person'> }) {
  const { person } = props;
  const saveWithUndo = useSaveWithUndo();
  const go = useGo();
  const today = useToday();
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const form = useFormFields<MoveFields>(
    'process-move',
    person.id,
    { toldOn: '', movedOn: formatDate(today) },
    () => `A move to a process, ${person.value.name}`,
  );
  const field = (name: keyof MoveFields) => ({
    name,
    value: form.fields[name],
    error: errors.find((problem) => problem.field === name)?.message,
    today,
    onChange: (text: string) => {
      form.set({ [name]: text });
    },
  });

  const save = async (): Promise<void> => {
    const read = readMove(form.fields, person.id, today);
    setErrors(read.problems);
    if (read.move === null) return;
    const problem = await saveWithUndo(
      [{ kind: 'process-move', id: newRecordId(), value: read.move, before: null }],
      'Saved. Only the dates are kept here.',
    );
    if (problem !== null) {
      setErrors([{ field: '', message: problem }]);
      return;
    }
    await form.clear();
    go(`~/people/${person.id}`);
  };

  return (
    <div className={styles.formWidth}>
      <Form errors={errors} onSubmit={save}>
        {form.isRestored && <DraftNote onDiscard={form.discard} />}
        <Note kind="info" title="Why it moves">
          Supervision is a place to think. A concern about conduct or capability goes into its own named
          process, where the person has someone beside them. Write down there what it is about. Here stand two
          dates.
        </Note>
        <FormRow>
          <DateField
            {...field('toldOn')}
            label="They were told on"
            hint="First, and in person where you can"
            autoFocus
          />
          <DateField {...field('movedOn')} label="It moved on" />
        </FormRow>
        <FormActions>
          <Button type="submit" variant="primary">
            Save the dates
          </Button>
          <LinkButton href={`~/people/${person.id}`} variant="quiet">
            Leave for now
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
