import { useState } from 'react';
import { impactWords, likelihoodWords } from '@shared/records/outside-issue/outside-issue';
import { noteWarning } from '@shared/supervision/note-check';
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
  Section,
  Select,
  Sheet,
  TextField,
  useGo,
  type FormProblem,
} from '../../../ui';
import { newRecordId, useWholeRecord, type StoredRecord } from '../../../vault';
import styles from '../posts/posts.module.css';
import { FigurePicker } from './FigurePicker';
import { issueCrumbs } from './issue-crumbs';
import { emptyIssue, fieldsOfIssue, readIssue, type IssueFields } from './issue-form';
import { NoIssue } from './NoIssue';

type TextName = Exclude<keyof IssueFields, 'figures'>;

const rankOptions = (words: readonly string[]) => [
  { value: '', label: 'Not rated' },
  ...words.map((label, index) => ({ value: String(index + 1), label })),
];

function IssueForm(props: { readonly record: StoredRecord<'outside-issue'> | null }) {
  // As it was opened: when it changes meanwhile, saving is refused.
  const [record] = useState(props.record);
  const before = record?.value ?? null;
  const today = useToday();
  const go = useGo();
  const save = useSaveWithUndo();
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useFormFields<IssueFields>(
    'outside-issue',
    record?.id ?? null,
    before === null ? emptyIssue(today) : fieldsOfIssue(before),
    ({ title }) => (title.trim() === '' ? 'An issue outside our control' : title.trim().slice(0, 200)),
  );
  const { fields, set } = form;
  const errorAt = (name: string): string | undefined => problems.find(({ field }) => field === name)?.message;
  const text = (name: TextName) => ({
    name,
    value: fields[name],
    error: errorAt(name),
    onChange: (value: string) => {
      set({ [name]: value });
    },
  });
  const note = (name: TextName, rows: number) => ({
    ...text(name),
    multiline: true,
    rows,
    warning: noteWarning(fields[name]) ?? undefined,
  });

  const onSave = async (): Promise<void> => {
    if (isSaving) return;
    const reading = readIssue(fields, before, today);
    setProblems(reading.problems);
    if (reading.issue === null) return;
    const id = record?.id ?? newRecordId();
    setSaving(true);
    const problem = await save(
      [{ kind: 'outside-issue', id, value: reading.issue, before: record }],
      record === null ? 'Saved.' : 'Changes saved.',
      () => form.clear(),
    );
    setSaving(false);
    if (problem === null) go(`~/workforce/outside/${id}`);
    else setProblems([{ field: '', message: problem }]);
  };

  return (
    <div className={styles.formWidth}>
      <Form onSubmit={onSave} errors={problems} aria-label="Issue outside our control">
        {form.isRestored && <DraftNote onDiscard={form.discard} />}
        <Section title="What it is">
          <Sheet pad>
            <TextField
              {...text('title')}
              label="In a line"
              hint="Such as “No local detox beds”"
              autoFocus={record === null}
            />
            <TextField
              {...note('situation', 4)}
              label="What it is"
              hint="For somebody who does not know the service. No names"
            />
            <TextField {...note('effectOnStaff', 3)} label="What it does to staff" isOptional />
            <TextField
              {...note('effectOnPeople', 3)}
              label="What it does to people who use the service"
              isOptional
            />
          </Sheet>
        </Section>
        <Section title="What stands behind it">
          <Sheet pad>
            <TextField {...note('evidence', 3)} label="How you know" isOptional />
            <FigurePicker
              chosen={fields.figures}
              onChange={(figures) => {
                set({ figures });
              }}
            />
            <TextField {...note('ownSteps', 3)} label="What you have done yourselves" isOptional />
            <FormRow>
              <Select
                {...text('likelihood')}
                label="Likelihood"
                isOptional
                options={rankOptions(likelihoodWords)}
              />
              <Select {...text('impact')} label="Impact" isOptional options={rankOptions(impactWords)} />
            </FormRow>
          </Sheet>
        </Section>
        <Section title="Whom you asked">
          <Sheet pad>
            <TextField
              {...text('askedOf')}
              label="Asked of"
              hint="A role or a body, such as “Alcohol and Drug Partnership”"
            />
            <FormRow>
              <DateField {...text('raisedOn')} label="Raised on" today={today} />
              <DateField
                {...text('replyDue')}
                label="Reply due"
                hint="Leave it blank when none was promised"
                isOptional
                today={today}
              />
            </FormRow>
            <DateField
              {...text('reviewOn')}
              label="Look at it again on"
              hint="Today reminds you on this day"
              isOptional
              today={today}
            />
          </Sheet>
        </Section>
        <RecordFoot
          save="Save issue"
          isSaving={isSaving}
          back={record === null ? '~/workforce/outside' : `~/workforce/outside/${record.id}`}
        />
      </Form>
    </div>
  );
}

export function NewIssuePage() {
  return (
    <Page
      title="Raise an issue"
      docTitle="Raise an issue"
      crumbs={issueCrumbs}
      lede="What it is, what it does, and whom you asked. It prints as a risk paper."
    >
      <IssueForm record={null} />
    </Page>
  );
}

export function EditIssuePage(props: { readonly id: string }) {
  const record = useWholeRecord('outside-issue', props.id);
  if (record === null) return <NoIssue />;
  return (
    <Page
      title="Change the issue"
      docTitle="Change an issue"
      crumbs={[
        ...issueCrumbs,
        { label: record?.value.title ?? 'Issue', href: `~/workforce/outside/${props.id}` },
      ]}
      lede={record?.value.title}
    >
      {record !== undefined && <IssueForm key={record.id} record={record} />}
    </Page>
  );
}
