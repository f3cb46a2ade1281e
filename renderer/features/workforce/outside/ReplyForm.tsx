import { useState } from 'react';
import { issueStatuses, issueStatusLabels } from '@shared/records/outside-issue/outside-issue';
import { noteWarning } from '@shared/supervision/note-check';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { RecordFoot } from '../../../records/RecordFoot';
import { useFormFields } from '../../../records/use-form-fields';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import {
  Button,
  DateField,
  Form,
  FormRow,
  Page,
  Segmented,
  Sheet,
  TextField,
  useGo,
  type FormProblem,
} from '../../../ui';
import { useWholeRecord, type StoredRecord } from '../../../vault';
import styles from '../posts/posts.module.css';
import { issueCrumbs } from './issue-crumbs';
import { emptyReply, fieldsOfReply, needsWhy, readReply, statusOf, type ReplyFields } from './issue-form';
import { NoIssue } from './NoIssue';

function ReplyForm(props: {
  readonly issue: StoredRecord<'outside-issue'>;
  readonly replyId: string | null;
}) {
  const [issue] = useState(props.issue);
  const today = useToday();
  const go = useGo();
  const save = useSaveWithUndo();
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const reply = issue.value.replies.find(({ id }) => id === props.replyId);
  const form = useFormFields<ReplyFields>(
    'outside-reply',
    issue.id,
    reply === undefined ? emptyReply(issue.value, today) : fieldsOfReply(reply, issue.value),
    () => `A reply: ${issue.value.title}`.slice(0, 200),
    (draft) => draft.replyId === (reply?.id ?? ''),
  );
  const { fields, set } = form;
  const errorAt = (name: string): string | undefined => problems.find(({ field }) => field === name)?.message;
  const text = (name: keyof ReplyFields) => ({
    name,
    value: fields[name],
    error: errorAt(name),
    onChange: (value: string) => {
      set({ [name]: value });
    },
  });
  const keep = async (value: typeof issue.value, done: string): Promise<void> => {
    setSaving(true);
    const problem = await save([{ kind: 'outside-issue', id: issue.id, value, before: issue }], done, () =>
      form.clear(),
    );
    setSaving(false);
    if (problem === null) go(`~/workforce/outside/${issue.id}`);
    else setProblems([{ field: '', message: problem }]);
  };
  const onSave = async (): Promise<void> => {
    if (isSaving) return;
    const reading = readReply(fields, issue.value, today);
    setProblems(reading.problems);
    if (reading.issue !== null) await keep(reading.issue, reply === undefined ? 'Saved.' : 'Changes saved.');
  };
  const status = statusOf(fields.status);

  return (
    <div className={styles.formWidth}>
      <Sheet pad>
        <Form onSubmit={onSave} errors={problems} aria-label="Reply">
          {form.isRestored && <DraftNote onDiscard={form.discard} />}
          <FormRow>
            <TextField
              {...text('from')}
              label="Who replied"
              hint="A role or a body, no name"
              autoFocus={reply === undefined}
            />
            <DateField {...text('on')} label="It came on" today={today} />
          </FormRow>
          <TextField
            {...text('said')}
            label="What they said"
            multiline
            rows={4}
            warning={noteWarning(fields.said) ?? undefined}
          />
          <DateField
            {...text('nextDue')}
            label="More is promised by"
            hint="Leave it blank when nothing more was promised"
            isOptional
            today={today}
          />
          <Segmented
            name="status"
            label="Where it stands now"
            hint="A reply that decides nothing leaves it raised"
            value={status}
            options={issueStatuses.map((value) => ({ value, label: issueStatusLabels[value] }))}
            onChange={(chosen) => {
              set({ status: chosen });
            }}
          />
          {needsWhy(status) && <TextField {...text('statusWhy')} label="Why" />}
          <RecordFoot save="Save reply" isSaving={isSaving} back={`~/workforce/outside/${issue.id}`}>
            {reply !== undefined && (
              <Button
                variant="quiet"
                onPress={() => {
                  const replies = issue.value.replies.filter(({ id }) => id !== reply.id);
                  void keep({ ...issue.value, replies }, 'Reply taken away.');
                }}
              >
                Take this reply away
              </Button>
            )}
          </RecordFoot>
        </Form>
      </Sheet>
    </div>
  );
}

/** `replyId` null: a new one. */
export function ReplyPage(props: { readonly id: string; readonly replyId: string | null }) {
  const record = useWholeRecord('outside-issue', props.id);
  if (record === null) return <NoIssue />;
  const title = props.replyId === null ? 'Add a reply' : 'Change a reply';
  return (
    <Page
      title={title}
      docTitle={title}
      crumbs={[
        ...issueCrumbs,
        { label: record?.value.title ?? 'Issue', href: `~/workforce/outside/${props.id}` },
      ]}
      lede={record?.value.title}
    >
      {record !== undefined && <ReplyForm key={props.replyId ?? ''} issue={record} replyId={props.replyId} />}
    </Page>
  );
}
