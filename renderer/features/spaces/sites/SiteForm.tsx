import { useState } from 'react';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { RecordFoot } from '../../../records/RecordFoot';
import { useFormFields } from '../../../records/use-form-fields';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import { Checkbox, Form, FormRow, Page, Sheet, TextField, useGo, type FormProblem } from '../../../ui';
import { newRecordId, useRecord, type StoredRecord } from '../../../vault';
import { siteCrumbs, spacesCrumbs } from '../spaces-crumbs';
import styles from '../spaces.module.css';
import { NoSite } from './NoSite';
import { emptySite, fieldsOfSite, readSite, type SiteFields } from './site-form';

const traits = [
  { name: 'isRural', label: 'Rural' },
  { name: 'isIsland', label: 'On an island' },
  { name: 'isLone', label: 'One person works alone there' },
] as const;

function SiteForm(props: { readonly record: StoredRecord<'site'> | null }) {
  // As it was opened: when it changes meanwhile, saving is refused.
  const [record] = useState(props.record);
  const before = record?.value ?? null;
  const today = useToday();
  const go = useGo();
  const save = useSaveWithUndo();
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useFormFields<SiteFields>(
    'site',
    record?.id ?? null,
    before === null ? emptySite : fieldsOfSite(before),
    ({ name }) => (name.trim() === '' ? 'A site' : `Site: ${name.trim()}`.slice(0, 200)),
  );
  const { fields, set } = form;
  const text = (name: 'name' | 'travelMinutes' | 'travelNote') => ({
    name,
    value: fields[name],
    error: problems.find(({ field }) => field === name)?.message,
    onChange: (value: string) => {
      set({ [name]: value });
    },
  });

  const onSave = async (): Promise<void> => {
    if (isSaving) return;
    const reading = readSite(fields, before, today);
    setProblems(reading.problems);
    if (reading.site === null) return;
    const id = record?.id ?? newRecordId();
    setSaving(true);
    const problem = await save(
      [{ kind: 'site', id, value: reading.site, before: record }],
      record === null ? 'Site saved.' : 'Changes saved.',
      () => form.clear(),
    );
    setSaving(false);
    if (problem === null) go(`~/spaces/${id}`);
    else setProblems([{ field: '', message: problem }]);
  };

  return (
    <div className={styles.formWidth}>
      <Sheet pad>
        <Form onSubmit={onSave} errors={problems} aria-label="Site">
          {form.isRestored && <DraftNote onDiscard={form.discard} />}
          <TextField
            {...text('name')}
            label="Site"
            hint="Such as “Harbour” or “North isles”"
            autoFocus={record === null}
          />
          <fieldset className={styles.traits}>
            <legend>What sort of place</legend>
            {traits.map(({ name, label }) => (
              <Checkbox
                key={name}
                name={name}
                isSelected={fields[name]}
                onChange={(isSelected) => {
                  set({ [name]: isSelected });
                }}
              >
                {label}
              </Checkbox>
            ))}
          </fieldset>
          <FormRow>
            <TextField
              {...text('travelMinutes')}
              label="From the main site"
              hint="One way. Blank for the main site itself"
              inputMode="numeric"
              width="short"
              unit="minutes"
              isOptional
            />
            <TextField
              {...text('travelNote')}
              label="About the way there"
              hint="Such as “Ferry twice a day”"
              isOptional
            />
          </FormRow>
          <RecordFoot
            save="Save site"
            isSaving={isSaving}
            back={record === null ? '~/spaces' : `~/spaces/${record.id}`}
          />
        </Form>
      </Sheet>
    </div>
  );
}

export function NewSitePage() {
  return (
    <Page
      title="Add a site"
      docTitle="Add a site"
      crumbs={spacesCrumbs}
      lede="A place where people work. Its rooms and its checks come next."
    >
      <SiteForm record={null} />
    </Page>
  );
}

export function EditSitePage(props: { readonly id: string }) {
  const record = useRecord('site', props.id);
  if (record === undefined) return <NoSite />;
  return (
    <Page
      title="Change the site"
      docTitle="Change a site"
      crumbs={siteCrumbs(record)}
      lede={record.value.name}
    >
      <SiteForm key={record.id} record={record} />
    </Page>
  );
}
