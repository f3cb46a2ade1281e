import { useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import type { RecordId } from '@shared/kernel/ids';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { RecordFoot } from '../../../records/RecordFoot';
import { unknownPerson } from '../../../records/record-words';
import { useFormFields } from '../../../records/use-form-fields';
import { useNames } from '../../../records/use-names';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import { DateField, Form, FormRow, Note, Page, useGo, type FormProblem } from '../../../ui';
import { newRecordId, useRecord, type StoredRecord } from '../../../vault';
import { NoPerson, peopleCrumb } from '../NoPerson';
import styles from '../people.module.css';
import { fieldsOfMove, readMove, type MoveFields } from './move-form';
import { NoMove } from './NoMove';

/**
 * Conduct or capability leaves supervision: two dates, and no field for what it is about. `id` is the person's, or that
 * of a move whose dates are being corrected: a draft that waits on Today leads here with either.
 */
export function ProcessMovePage(props: { readonly id: string }) {
  const record = useRecord('person', props.id);
  const move = useRecord('process-move', props.id);
  if (move !== undefined) return <EditMovePage id={move.id} />;
  if (record === undefined) return <NoPerson />;
  return (
    <Page
      title="Move a concern to a process"
      docTitle="Move a concern to a process"
      crumbs={[peopleCrumb, { label: 'Person', href: `~/people/${record.id}` }]}
      lede={record.value.name}
    >
      <MoveForm personId={record.id} name={record.value.name} record={null} />
    </Page>
  );
}

export function EditMovePage(props: { readonly id: string }) {
  const record = useRecord('process-move', props.id);
  const nameOf = useNames();
  if (record === undefined) return <NoMove />;
  const { personId } = record.value;
  const name = nameOf(personId) ?? unknownPerson;
  return (
    <Page
      title="Correct the dates"
      docTitle="Correct the dates of a move"
      crumbs={[peopleCrumb, { label: 'Moved to a process', href: `~/people/process/${record.id}` }]}
      lede={name}
    >
      <MoveForm personId={personId} name={name} record={record} />
    </Page>
  );
}

function MoveForm(props: {
  readonly personId: RecordId;
  readonly name: string;
  readonly record: StoredRecord<'process-move'> | null;
}) {
  const { personId, name } = props;
  // As it was opened: when it changes meanwhile, saving is refused.
  const [record] = useState(props.record);
  const saveWithUndo = useSaveWithUndo();
  const go = useGo();
  const today = useToday();
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useFormFields<MoveFields>(
    'process-move',
    record?.id ?? personId,
    record === null ? { toldOn: '', movedOn: formatDate(today) } : fieldsOfMove(record.value),
    () => `A move to a process, ${name}`,
  );
  const back = record === null ? `~/people/${personId}` : `~/people/process/${record.id}`;
  const field = (which: keyof MoveFields) => ({
    name: which,
    value: form.fields[which],
    error: errors.find((problem) => problem.field === which)?.message,
    today,
    onChange: (text: string) => {
      form.set({ [which]: text });
    },
  });

  const save = async (): Promise<void> => {
    if (isSaving) return;
    const read = readMove(form.fields, personId, today);
    setErrors(read.problems);
    if (read.move === null) return;
    setSaving(true);
    const problem = await saveWithUndo(
      [{ kind: 'process-move', id: record?.id ?? newRecordId(), value: read.move, before: record }],
      record === null ? 'Saved. Only the dates are kept here.' : 'Changes saved.',
      () => form.clear(),
    );
    setSaving(false);
    if (problem === null) go(back);
    else setErrors([{ field: '', message: problem }]);
  };

  return (
    <div className={styles.formWidth}>
      <Form errors={errors} onSubmit={save}>
        {form.isRestored && <DraftNote onDiscard={form.discard} />}
        {record === null && (
          <Note kind="info" title="Why it moves">
            Supervision is a place to think. A concern about conduct or capability goes into its own named
            process, where the person has someone beside them. Write down there what it is about. Here stand
            two dates.
          </Note>
        )}
        <FormRow>
          <DateField
            {...field('toldOn')}
            label="They were told on"
            hint="First, and in person where you can"
            autoFocus
          />
          <DateField {...field('movedOn')} label="It moved on" />
        </FormRow>
        <RecordFoot save="Save the dates" isSaving={isSaving} back={back} />
      </Form>
    </div>
  );
}
