import { useState } from 'react';
import { coverChoices, coverLabels } from '@shared/records/vacancy/vacancy';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { RecordFoot } from '../../../records/RecordFoot';
import { useFormFields } from '../../../records/use-form-fields';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import {
  DateField,
  Form,
  FormRow,
  Page,
  Select,
  Sheet,
  TextField,
  useGo,
  type FormProblem,
} from '../../../ui';
import { newRecordId, useRecord, type StoredRecord } from '../../../vault';
import { NoPost } from './NoPost';
import { postCrumbs } from './post-crumbs';
import { emptyPost, fieldsOfPost, readPost, type PostFields } from './post-form';
import styles from './posts.module.css';

function PostForm(props: { readonly record: StoredRecord<'vacancy'> | null }) {
  // As it was opened: when it changes meanwhile, saving is refused.
  const [record] = useState(props.record);
  const before = record?.value ?? null;
  const today = useToday();
  const go = useGo();
  const save = useSaveWithUndo();
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useFormFields<PostFields>(
    'vacancy',
    record?.id ?? null,
    before === null ? emptyPost(today) : fieldsOfPost(before),
    ({ title }) => (title.trim() === '' ? 'A vacancy' : `Vacancy: ${title.trim()}`.slice(0, 200)),
  );
  const { fields, set } = form;
  const errorAt = (name: string): string | undefined => problems.find(({ field }) => field === name)?.message;
  const text = (name: keyof PostFields) => ({
    name,
    value: fields[name],
    error: errorAt(name),
    onChange: (value: string) => {
      set({ [name]: value });
    },
  });

  const onSave = async (): Promise<void> => {
    if (isSaving) return;
    const reading = readPost(fields, before, today);
    setProblems(reading.problems);
    if (reading.vacancy === null) return;
    const id = record?.id ?? newRecordId();
    setSaving(true);
    const problem = await save(
      [{ kind: 'vacancy', id, value: reading.vacancy, before: record }],
      record === null ? 'Saved.' : 'Changes saved.',
      () => form.clear(),
    );
    setSaving(false);
    if (problem === null) go(`~/workforce/posts/${id}`);
    else setProblems([{ field: '', message: problem }]);
  };

  return (
    <div className={styles.formWidth}>
      <Sheet pad>
        <Form onSubmit={onSave} errors={problems} aria-label="Vacancy">
          {form.isRestored && <DraftNote onDiscard={form.discard} />}
          <TextField
            {...text('title')}
            label="Post"
            hint="Such as “Key worker”"
            autoFocus={record === null}
          />
          <FormRow>
            <TextField {...text('team')} label="Team" isOptional />
            <TextField {...text('site')} label="Site" isOptional />
          </FormRow>
          <FormRow>
            <TextField
              {...text('wte')}
              label="WTE"
              hint="1 is a full-time week"
              inputMode="decimal"
              width="short"
              unit="WTE"
            />
            <DateField
              {...text('clearedOn')}
              label="Cleared to advertise on"
              hint="The vacancy counts from this day"
              today={today}
            />
          </FormRow>
          <FormRow>
            <Select
              {...text('coveredBy')}
              label="Covered by"
              options={coverChoices.map((choice) => ({ value: choice, label: coverLabels[choice] }))}
            />
            <TextField {...text('coverNote')} label="More about the cover" hint="No names" isOptional />
          </FormRow>
          <TextField
            {...text('placeNote')}
            label="About the place"
            hint="What makes it harder to fill: an island, no housing, a long drive"
            isOptional
          />
          {before?.startedOn != null && (
            <DateField
              {...text('startedOn')}
              label="Somebody started on"
              hint="Leave it blank to open the vacancy again"
              isOptional
              today={today}
            />
          )}
          {before?.withdrawnOn != null && (
            <FormRow>
              <DateField
                {...text('withdrawnOn')}
                label="Withdrawn on"
                hint="Leave it blank to open the vacancy again"
                isOptional
                today={today}
              />
              <TextField {...text('withdrawnWhy')} label="Why withdrawn" isOptional />
            </FormRow>
          )}
          <RecordFoot
            save="Save vacancy"
            isSaving={isSaving}
            back={record === null ? '~/workforce/posts' : `~/workforce/posts/${record.id}`}
          />
        </Form>
      </Sheet>
    </div>
  );
}

export function NewPostPage() {
  return (
    <Page
      title="Add a vacancy"
      docTitle="Add a vacancy"
      crumbs={postCrumbs}
      lede="The post, how much of it, and since when. Rounds come after."
    >
      <PostForm record={null} />
    </Page>
  );
}

export function EditPostPage(props: { readonly id: string }) {
  const record = useRecord('vacancy', props.id);
  if (record === undefined) return <NoPost />;
  return (
    <Page
      title="Change the vacancy"
      docTitle="Change a vacancy"
      crumbs={[...postCrumbs, { label: record.value.title, href: `~/workforce/posts/${record.id}` }]}
      lede={record.value.title}
    >
      <PostForm key={record.id} record={record} />
    </Page>
  );
}
