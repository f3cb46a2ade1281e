import { useState } from 'react';
import { resourceTypeLabels, resourceTypes } from '@shared/records/resource/resource';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { RecordFoot } from '../../../records/RecordFoot';
import { useFormFields } from '../../../records/use-form-fields';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import { Form, FormRow, Page, Select, Sheet, TextField, useGo, type FormProblem } from '../../../ui';
import { newRecordId, useRecord, useRecords, type StoredRecord } from '../../../vault';
import { resourceCrumbs } from '../spaces-crumbs';
import styles from '../spaces.module.css';
import { NoResource } from './NoResource';
import { emptyResource, fieldsOfResource, readResource, type ResourceFields } from './resource-form';

function ResourceForm(props: { readonly record: StoredRecord<'resource'> | null }) {
  // As it was opened: when it changes meanwhile, saving is refused.
  const [record] = useState(props.record);
  const before = record?.value ?? null;
  const today = useToday();
  const go = useGo();
  const save = useSaveWithUndo();
  const sites = useRecords('site');
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useFormFields<ResourceFields>(
    'resource',
    record?.id ?? null,
    before === null ? emptyResource : fieldsOfResource(before),
    ({ name }) => (name.trim() === '' ? 'A resource' : `Resource: ${name.trim()}`.slice(0, 200)),
  );
  const { fields, set } = form;
  const text = (name: keyof ResourceFields) => ({
    name,
    value: fields[name],
    error: problems.find(({ field }) => field === name)?.message,
    onChange: (value: string) => {
      set({ [name]: value });
    },
  });

  const onSave = async (): Promise<void> => {
    if (isSaving) return;
    const reading = readResource(fields, before, today);
    setProblems(reading.problems);
    if (reading.resource === null) return;
    const id = record?.id ?? newRecordId();
    setSaving(true);
    const problem = await save(
      [{ kind: 'resource', id, value: reading.resource, before: record }],
      record === null ? 'Resource saved.' : 'Changes saved.',
      () => form.clear(),
    );
    setSaving(false);
    if (problem === null) go(`~/spaces/resources/${id}`);
    else setProblems([{ field: '', message: problem }]);
  };

  return (
    <div className={styles.formWidth}>
      <Sheet pad>
        <Form onSubmit={onSave} errors={problems} aria-label="Resource">
          {form.isRestored && <DraftNote onDiscard={form.discard} />}
          <FormRow>
            <TextField
              {...text('name')}
              label="Name"
              hint="Such as “Soothing box, back room”"
              autoFocus={record === null}
            />
            <Select
              {...text('type')}
              label="What it is"
              hint="What it is most like"
              options={resourceTypes.map((type) => ({ value: type, label: resourceTypeLabels[type] }))}
            />
          </FormRow>
          <FormRow>
            <Select
              {...text('siteId')}
              label="Site"
              options={[
                { value: '', label: 'Goes along with people' },
                ...sites.map(({ id, value }) => ({ value: id, label: value.name })),
              ]}
            />
            <TextField {...text('place')} label="Where it stands" isOptional />
          </FormRow>
          <TextField
            {...text('contents')}
            label="What is in it"
            hint="A line for each thing. Add “every 30 days” where it has to be filled up"
            multiline
            rows={7}
            isOptional
          />
          <TextField
            {...text('infectionControl')}
            label="Infection control"
            hint="What is wiped, sealed or thrown away after use"
            multiline
            rows={2}
            isOptional
          />
          <TextField
            {...text('checkEveryDays')}
            label="Look through it every"
            inputMode="numeric"
            width="short"
            unit="days"
          />
          <RecordFoot
            save="Save resource"
            isSaving={isSaving}
            back={record === null ? '~/spaces/resources' : `~/spaces/resources/${record.id}`}
          />
        </Form>
      </Sheet>
    </div>
  );
}

export function NewResourcePage() {
  return (
    <Page
      title="Add a resource"
      docTitle="Add a resource"
      crumbs={resourceCrumbs}
      lede="Today it counts as full and looked through."
    >
      <ResourceForm record={null} />
    </Page>
  );
}

export function EditResourcePage(props: { readonly id: string }) {
  const record = useRecord('resource', props.id);
  if (record === undefined) return <NoResource />;
  return (
    <Page
      title="Change the resource"
      docTitle="Change a resource"
      crumbs={[...resourceCrumbs, { label: record.value.name, href: `~/spaces/resources/${record.id}` }]}
      lede={record.value.name}
    >
      <ResourceForm key={record.id} record={record} />
    </Page>
  );
}
