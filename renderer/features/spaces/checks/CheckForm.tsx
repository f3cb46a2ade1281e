import { useState } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import { formatDate } from '@shared/kernel/local-date';
import { checkGroups, partsFor, type CheckGroup } from '@shared/spaces/check-items';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { RecordFoot } from '../../../records/RecordFoot';
import { useFormFields } from '../../../records/use-form-fields';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import {
  DateField,
  Form,
  FormRow,
  Note,
  Page,
  Section,
  TextField,
  useGo,
  Sheet,
  type FormProblem,
} from '../../../ui';
import { newRecordId, useRecord, type StoredRecord } from '../../../vault';
import { NoSite } from '../sites/NoSite';
import { siteCrumbs } from '../spaces-crumbs';
import { groupBy } from '../space-words';
import { answeredCount, emptyCheck, fieldsOfCheck, readCheck, type CheckFields } from './check-form';
import styles from './check.module.css';
import { CheckQuestion } from './CheckQuestion';
import { NoCheck } from './NoCheck';

function CheckForm(props: {
  readonly siteId: RecordId;
  readonly group: CheckGroup;
  readonly record: StoredRecord<'space-check'> | null;
}) {
  const { siteId, group } = props;
  // As it was opened: when it changes meanwhile, saving is refused.
  const [record] = useState(props.record);
  const today = useToday();
  const go = useGo();
  const save = useSaveWithUndo();
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useFormFields<CheckFields>(
    'space-check',
    record?.id ?? null,
    record === null ? emptyCheck(siteId, group, today) : fieldsOfCheck(record.value),
    () => `Check of a site with ${groupBy[group]}`,
    (draft) => draft['siteId'] === siteId && draft['answeredBy'] === group,
  );
  const { fields, set } = form;
  const errorAt = (name: string): string | undefined => problems.find(({ field }) => field === name)?.message;
  const text = (name: string) => ({
    name,
    value: fields[name] ?? '',
    error: errorAt(name),
    onChange: (value: string) => {
      set({ [name]: value });
    },
  });
  const { done, of } = answeredCount(fields, group);

  const onSave = async (): Promise<void> => {
    if (isSaving) return;
    const reading = readCheck(fields, siteId, group, today);
    setProblems(reading.problems);
    if (reading.check === null) return;
    const id = record?.id ?? newRecordId();
    setSaving(true);
    const problem = await save(
      [{ kind: 'space-check', id, value: reading.check, before: record }],
      record === null ? 'Check saved.' : 'Changes saved.',
      () => form.clear(),
    );
    setSaving(false);
    if (problem === null) go(`~/spaces/checks/${id}`);
    else setProblems([{ field: '', message: problem }]);
  };

  return (
    <Form onSubmit={onSave} errors={problems} aria-label="Check of a site">
      {form.isRestored && <DraftNote onDiscard={form.discard} />}
      <FormRow>
        <DateField {...text('on')} label="Checked on" today={today} autoFocus={record === null} />
        <TextField
          {...text('answered')}
          label="People who agreed on the answers"
          hint="A number. Fewer than 5 is never shown as a number"
          inputMode="numeric"
          width="short"
        />
      </FormRow>
      {partsFor(group).map(({ title, items }) => (
        <Section key={title} title={title}>
          <Sheet>
            <div className={styles.sheet}>
              {items.map((item) => (
                <CheckQuestion
                  key={item.id}
                  item={item}
                  label={group === 'staff' ? item.label : (item.forPeople ?? item.label)}
                  hasHint={group === 'staff'}
                  fields={fields}
                  set={set}
                  errorAt={errorAt}
                />
              ))}
            </div>
          </Sheet>
        </Section>
      ))}
      <p className={styles.count} role="status">
        {done} of {of} answered. What nobody can say may stay open.
      </p>
      <RecordFoot
        save="Finish check"
        isSaving={isSaving}
        back={record === null ? `~/spaces/${siteId}` : `~/spaces/checks/${record.id}`}
      />
    </Form>
  );
}

const ledes = {
  staff: 'Walk round together, and agree on one answer to each.',
  'people-who-use': 'Ask a few people together, in their words. One agreed answer to each, and no names.',
} as const satisfies Record<CheckGroup, string>;

export function NewCheckPage(props: { readonly siteId: string; readonly group: string }) {
  const site = useRecord('site', props.siteId);
  const group = checkGroups.find((each) => each === props.group);
  if (site === undefined || group === undefined) return <NoSite />;
  return (
    <Page
      title={`Check with ${groupBy[group]}`}
      docTitle="Check a site"
      crumbs={siteCrumbs(site)}
      lede={ledes[group]}
    >
      <CheckForm key={`${site.id}${group}`} siteId={site.id} group={group} record={null} />
      <Note kind="plain">Staff and people who use the service answer apart. The two are never mixed.</Note>
    </Page>
  );
}

export function EditCheckPage(props: { readonly id: string }) {
  const record = useRecord('space-check', props.id);
  const site = useRecord('site', record?.value.siteId ?? '');
  if (record === undefined || site === undefined) return <NoCheck />;
  return (
    <Page
      title="Change the check"
      docTitle="Change a check"
      crumbs={[
        ...siteCrumbs(site),
        { label: `Check of ${formatDate(record.value.on)}`, href: `~/spaces/checks/${record.id}` },
      ]}
      lede={ledes[record.value.answeredBy]}
    >
      <CheckForm key={record.id} siteId={site.id} group={record.value.answeredBy} record={record} />
    </Page>
  );
}
