import { useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { finishedChecks } from '@shared/readiness/finish';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { RecordFoot } from '../../../records/RecordFoot';
import { useFormFields } from '../../../records/use-form-fields';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import { DateField, Form, FormRow, Note, Page, Sheet, TextField, useGo, type FormProblem } from '../../../ui';
import { newRecordId, useRecord, useRecords, type StoredRecord } from '../../../vault';
import { emptyCheck, fieldsOfCheck, readCheck, type CheckFields } from './check-form';
import { NoCheck } from './NoCheck';
import { checkCrumbs, checkHref, readinessCrumbs, readinessHref } from './readiness-crumbs';
import styles from './readiness.module.css';

type Check = StoredRecord<'readiness-check'>;

function CheckForm(props: { readonly record: Check | null; readonly previous: Check | null }) {
  // As it was opened: when it changes meanwhile, saving is refused.
  const [record] = useState(props.record);
  const [previous] = useState(props.previous);
  const today = useToday();
  const go = useGo();
  const save = useSaveWithUndo();
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useFormFields<CheckFields>(
    'readiness-check',
    record?.id ?? null,
    record === null ? emptyCheck(previous, today) : fieldsOfCheck(record.value),
    ({ name }) => (name.trim() === '' ? 'A readiness check' : name.trim().slice(0, 200)),
  );
  const { fields, set } = form;
  const text = (name: keyof CheckFields) => ({
    name,
    value: fields[name],
    error: problems.find(({ field }) => field === name)?.message,
    onChange: (value: string) => {
      set({ [name]: value });
    },
  });
  const onSave = async (): Promise<void> => {
    if (isSaving) return;
    const reading = readCheck(fields, record?.value ?? null, previous, today);
    setProblems(reading.problems);
    if (reading.check === null) return;
    const id = record?.id ?? newRecordId();
    setSaving(true);
    const problem = await save(
      [{ kind: 'readiness-check', id, value: reading.check, before: record }],
      record === null ? 'The check is open.' : 'Changes saved.',
      () => form.clear(),
    );
    setSaving(false);
    if (problem === null) go(checkHref(id));
    else setProblems([{ field: '', message: problem }]);
  };
  return (
    <div className={styles.formWidth}>
      <Sheet pad>
        <Form onSubmit={onSave} errors={problems} aria-label="Readiness check">
          {form.isRestored && <DraftNote onDiscard={form.discard} />}
          <TextField {...text('name')} label="Name" autoFocus={record === null} />
          <FormRow>
            <DateField {...text('startedOn')} label="Begun on" today={today} />
            <TextField
              {...text('coverageTarget')}
              label="Target for supervision"
              hint="Of everyone in post, on time"
              inputMode="numeric"
              width="short"
              unit="%"
            />
          </FormRow>
          <RecordFoot
            save={record === null ? 'Begin the check' : 'Save changes'}
            isSaving={isSaving}
            back={record === null ? readinessHref : checkHref(record.id)}
          />
        </Form>
      </Sheet>
    </div>
  );
}

export function NewCheckPage() {
  const previous = finishedChecks(useRecords('readiness-check'))[0] ?? null;
  return (
    <Page
      title="Begin a readiness check"
      docTitle="Begin a readiness check"
      crumbs={readinessCrumbs}
      lede="Eight areas, rated with evidence. It can stay open for weeks."
    >
      {previous?.value.finalisedOn != null && (
        <Note kind="plain" title={`It begins from “${previous.value.name}”`}>
          That one was finished on {formatDate(previous.value.finalisedOn)}. Owners and what stands in the way
          come along. Ratings are asked for anew, with the last ones beside them.
        </Note>
      )}
      <CheckForm record={null} previous={previous} />
    </Page>
  );
}

export function EditCheckPage(props: { readonly id: string }) {
  const record = useRecord('readiness-check', props.id);
  if (record === undefined || record.value.finalisedOn !== null) return <NoCheck />;
  return (
    <Page
      title="Change name or target"
      docTitle="Change a readiness check"
      crumbs={checkCrumbs(record.id, record.value.name)}
    >
      <CheckForm key={record.id} record={record} previous={null} />
    </Page>
  );
}
