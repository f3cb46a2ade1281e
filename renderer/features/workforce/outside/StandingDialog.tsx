import { useState } from 'react';
import {
  issueStatuses,
  issueStatusLabels,
  type OutsideIssue,
} from '@shared/records/outside-issue/outside-issue';
import { Button, Dialog, Form, Segmented, TextField, type FormProblem } from '../../../ui';
import { keepFocus } from '../../../records/focus-kept';
import styles from '../posts/posts.module.css';
import { needsWhy } from './issue-form';

/** Where it stands, without a reply: some issues are settled by nobody. */
export function StandingDialog(props: {
  readonly issue: Pick<OutsideIssue, 'status' | 'statusWhy'>;
  readonly onClose: () => void;
  readonly onSave: (standing: Pick<OutsideIssue, 'status' | 'statusWhy'>) => Promise<boolean>;
}) {
  const [status, setStatus] = useState(props.issue.status);
  const [why, setWhy] = useState(props.issue.statusWhy);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const save = async (): Promise<void> => {
    const isMissing = needsWhy(status) && why.trim() === '';
    setProblems(
      isMissing ? [{ field: 'why', message: 'Say why, so that nobody asks again in half a year' }] : [],
    );
    if (isMissing) return;
    if (!(await props.onSave({ status, statusWhy: needsWhy(status) ? why.trim() : '' }))) return;
    props.onClose();
    keepFocus();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
      title="Where it stands"
      actions={null}
    >
      <Form onSubmit={save} errors={problems} aria-label="Where it stands">
        <Segmented
          name="status"
          label="It is"
          value={status}
          onChange={setStatus}
          options={issueStatuses.map((value) => ({ value, label: issueStatusLabels[value] }))}
        />
        {needsWhy(status) && (
          <TextField name="why" label="Why" value={why} onChange={setWhy} error={problems[0]?.message} />
        )}
        <div className={styles.buttons}>
          <Button type="submit" variant="primary">
            Save
          </Button>
          <Button onPress={props.onClose}>Not now</Button>
        </div>
      </Form>
    </Dialog>
  );
}
