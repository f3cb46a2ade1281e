import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { missedWords } from '@shared/event-plans/rehearsal';
import { formatDate } from '@shared/kernel/local-date';
import { eventTypeLabels } from '@shared/records/event-plan/event-plan';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import {
  Button,
  Columns,
  EmptyState,
  Form,
  FormActions,
  type FormProblem,
  LinkButton,
  Note,
  Page,
  Section,
  Sheet,
  TextField,
  useGo,
} from '../../../ui';
import { type StoredRecord, useRecord } from '../../../vault';
import { missedCount, timeSentence } from './rehearsal-words';
import { RehearsalMark } from './RehearsalMark';
import styles from './rehearsal.module.css';

const crumbs = [
  { label: 'Incidents', href: '~/incidents' },
  { label: 'Rehearsal', href: '~/incidents/rehearsal' },
];

/** What one rehearsal came to: the time, what was missed, what to do differently. */
export function RehearsalRecordPage(props: { readonly id: string }) {
  const record = useRecord('rehearsal', props.id);
  if (record === undefined) {
    return (
      <Page title="Rehearsal" docTitle="Rehearsal" crumbs={crumbs}>
        <EmptyState
          title="This rehearsal is not here"
          action={<LinkButton href="~/incidents/rehearsal">All rehearsals</LinkButton>}
        >
          It may have been deleted. Nothing else is changed.
        </EmptyState>
      </Page>
    );
  }
  return <Result key={record.id} record={record} />;
}

function Result(props: { readonly record: StoredRecord<'rehearsal'> }) {
  const { record } = props;
  const { heldOn, seconds, eventType, missed } = record.value;
  const go = useGo();
  const remove = useRemoveWithUndo();
  const onDelete = async (): Promise<void> => {
    if (await remove([record], 'Rehearsal deleted.')) go('~/incidents/rehearsal');
  };
  return (
    <Page
      title={`Rehearsal, ${formatDate(heldOn)}`}
      docTitle="Rehearsal"
      crumbs={crumbs}
      lede={`${timeSentence(seconds)} ${missedCount(missed.length)}.`}
      actions={
        <>
          <LinkButton href="~/incidents/rehearsal" variant="primary">
            All rehearsals
          </LinkButton>
          <Button variant="quiet" icon={<Trash2 aria-hidden="true" />} onPress={() => void onDelete()}>
            Delete
          </Button>
        </>
      }
    >
      <RehearsalMark />
      <Columns
        main={
          <Section title="What was missed">
            {missed.length === 0 ? (
              <Note kind="good" title="Nothing was missed">
                Everyone was listed, every role has a name, and the later weeks are planned.
              </Note>
            ) : (
              <Sheet>
                <ol className={styles.missed}>
                  {missed.map((point, index) => (
                    <li key={index}>{missedWords(point)}</li>
                  ))}
                </ol>
              </Sheet>
            )}
            <p className={styles.small}>
              Made-up event: {eventTypeLabels[eventType].toLowerCase()}. Nothing here is a mark. It is for
              next time.
            </p>
          </Section>
        }
        side={<Differently record={record} />}
      />
    </Page>
  );
}

function Differently(props: { readonly record: StoredRecord<'rehearsal'> }) {
  const { record } = props;
  const save = useSaveWithUndo();
  const [note, setNote] = useState(record.value.note);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const onSave = async (): Promise<void> => {
    const problem = await save(
      [
        {
          kind: 'rehearsal',
          id: record.id,
          value: { ...record.value, note: note.trim() },
          before: record,
        },
      ],
      'Saved.',
    );
    setProblems(problem === null ? [] : [{ field: 'note', message: problem }]);
  };
  return (
    <Section title="What to do differently">
      <Form onSubmit={onSave} errors={problems} aria-label="What to do differently">
        <TextField
          name="note"
          label="In your words"
          hint="For example: put the on-call list by the phone."
          isOptional
          multiline
          rows={4}
          value={note}
          error={problems[0]?.message}
          onChange={setNote}
        />
        <FormActions>
          <Button type="submit">Save</Button>
          <LinkButton href="~/incidents/ready" variant="quiet">
            Go to the ready plan
          </LinkButton>
        </FormActions>
      </Form>
    </Section>
  );
}
