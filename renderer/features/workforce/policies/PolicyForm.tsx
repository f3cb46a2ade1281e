import { useMemo, useState } from 'react';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { RecordFoot } from '../../../records/RecordFoot';
import { useFormFields } from '../../../records/use-form-fields';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import {
  ComboBox,
  DateField,
  Form,
  FormRow,
  Page,
  Sheet,
  TextField,
  useGo,
  type FormProblem,
} from '../../../ui';
import { newRecordId, useRecord, useRecords, type StoredRecord } from '../../../vault';
import styles from '../posts/posts.module.css';
import { NoPolicy } from './NoPolicy';
import { policyCrumbs } from './policy-crumbs';
import { emptyPolicy, fieldsOfPolicy, readPolicy, type PolicyFields } from './policy-form';

function PolicyForm(props: { readonly record: StoredRecord<'policy-review'> | null }) {
  // As it was opened: when it changes meanwhile, saving is refused.
  const [record] = useState(props.record);
  const before = record?.value ?? null;
  const today = useToday();
  const go = useGo();
  const save = useSaveWithUndo();
  const people = useRecords('person');
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useFormFields<PolicyFields>(
    'policy-review',
    record?.id ?? null,
    before === null ? emptyPolicy(today) : fieldsOfPolicy(before),
    ({ document }) =>
      document.trim() === '' ? 'A policy review' : `Policy review: ${document.trim()}`.slice(0, 200),
  );
  const { fields, set } = form;
  const errorAt = (name: string): string | undefined => problems.find(({ field }) => field === name)?.message;
  const text = (name: keyof PolicyFields) => ({
    name,
    value: fields[name],
    error: errorAt(name),
    onChange: (value: string) => {
      set({ [name]: value });
    },
  });
  const options = useMemo(
    () =>
      people
        .filter(({ value }) => value.lastDay === null || value.lastDay >= today)
        .map(({ id, value }) => ({ value: id, label: value.name, detail: value.role }))
        .sort((left, right) => left.label.localeCompare(right.label, 'en-GB')),
    [people, today],
  );

  const onSave = async (): Promise<void> => {
    if (isSaving) return;
    const reading = readPolicy(fields, before, today);
    setProblems(reading.problems);
    if (reading.review === null) return;
    const id = record?.id ?? newRecordId();
    setSaving(true);
    const problem = await save(
      [{ kind: 'policy-review', id, value: reading.review, before: record }],
      record === null ? 'Saved.' : 'Changes saved.',
      () => form.clear(),
    );
    setSaving(false);
    if (problem === null) go(`~/workforce/policies/${id}`);
    else setProblems([{ field: '', message: problem }]);
  };

  return (
    <div className={styles.formWidth}>
      <Sheet pad>
        <Form onSubmit={onSave} errors={problems} aria-label="Policy review">
          {form.isRestored && <DraftNote onDiscard={form.discard} />}
          <TextField
            {...text('document')}
            label="Document"
            hint="Such as “Lone working guidance”"
            autoFocus={record === null}
          />
          <FormRow>
            <ComboBox
              name="ownerId"
              label="Who sees to it"
              hint="Leave it empty to name a role instead"
              isOptional
              value={fields.ownerId === '' ? null : fields.ownerId}
              error={errorAt('ownerId')}
              options={options}
              onChange={(ownerId) => {
                set({ ownerId: ownerId ?? '' });
              }}
            />
            {fields.ownerId === '' && (
              <TextField {...text('ownerRole')} label="Or a role" hint="Such as “Lead nurse”" isOptional />
            )}
          </FormRow>
          <FormRow>
            <DateField
              {...text('lastReviewedOn')}
              label="Last looked at on"
              hint="Leave it blank when nobody knows"
              isOptional
              today={today}
            />
            <DateField {...text('dueOn')} label="Next due on" hint="The last day for it" today={today} />
          </FormRow>
          <FormRow>
            <TextField
              {...text('intervalMonths')}
              label="From one review to the next"
              hint="The next one is counted from it"
              inputMode="numeric"
              width="short"
              unit="months"
            />
            <TextField
              {...text('hoursNeeded')}
              label="Hours it takes"
              hint="Everybody’s hours together"
              inputMode="decimal"
              width="short"
              unit="hours"
            />
          </FormRow>
          <TextField
            {...text('note')}
            label="Note"
            hint="What has to change in it"
            isOptional
            multiline
            rows={3}
          />
          <RecordFoot
            save="Save document"
            isSaving={isSaving}
            back={record === null ? '~/workforce/policies' : `~/workforce/policies/${record.id}`}
          />
        </Form>
      </Sheet>
    </div>
  );
}

export function NewPolicyPage() {
  return (
    <Page
      title="Add a document"
      docTitle="Add a policy review"
      crumbs={policyCrumbs}
      lede="What has to be looked at, by when, and how long it takes."
    >
      <PolicyForm record={null} />
    </Page>
  );
}

export function EditPolicyPage(props: { readonly id: string }) {
  const record = useRecord('policy-review', props.id);
  if (record === undefined) return <NoPolicy />;
  return (
    <Page
      title="Change the review"
      docTitle="Change a policy review"
      crumbs={[...policyCrumbs, { label: record.value.document, href: `~/workforce/policies/${record.id}` }]}
      lede={record.value.document}
    >
      <PolicyForm key={record.id} record={record} />
    </Page>
  );
}
