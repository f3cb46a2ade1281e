import { useState } from 'react';
import type { LocalDate } from '@shared/kernel/local-date';
import { formatTime, useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import {
  Button,
  DateField,
  Form,
  FormActions,
  type FormProblem,
  LinkButton,
  Page,
  Sheet,
  TextField,
  useGo,
} from '../../../ui';
import { newRecordId, type StoredRecord, useDraft } from '../../../vault';
import {
  emptyReadyFields,
  fieldsOfReadyPlan,
  type ReadyFields,
  readReadyPlan,
  readyFieldsOfDraft,
  readyParts,
} from './ready-fields';
import styles from './ready.module.css';
import { ReadyRows } from './ReadyRows';
import { useReadyPlan } from './use-ready-plan';

export function EditReadyPage() {
  const record = useReadyPlan();
  const today = useToday();
  return (
    <Page
      title={record === null ? 'Make the ready plan' : 'Change the ready plan'}
      docTitle="Ready plan"
      crumbs={[
        { label: 'Incidents', href: '~/incidents' },
        { label: 'Ready plan', href: '~/incidents/ready' },
      ]}
      lede="Written on a quiet day, for a hard one. It may hang on a wall, so roles are better than names."
    >
      <ReadyForm key={record?.id} record={record} today={today} />
    </Page>
  );
}

function ReadyForm(props: { readonly record: StoredRecord<'ready-plan'> | null; readonly today: LocalDate }) {
  const { record, today } = props;
  const go = useGo();
  const save = useSaveWithUndo();
  const [initial] = useState<ReadyFields>(() =>
    record === null ? emptyReadyFields(today) : fieldsOfReadyPlan(record.value),
  );
  const [typed, setTyped] = useState<ReadyFields | null>(null);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const draft = useDraft('ready-plan', record?.id ?? null, 'Ready plan', typed ?? initial, typed !== null);
  const [restored, setRestored] = useState(() =>
    draft.restored === null ? null : readyFieldsOfDraft(draft.restored),
  );
  const fields = typed ?? restored ?? initial;
  const set = (change: Partial<ReadyFields>): void => {
    setTyped({ ...fields, ...change });
  };
  const errorOf = (field: string): string | undefined =>
    problems.find((problem) => problem.field === field)?.message;

  const onSave = async (): Promise<void> => {
    if (isSaving) return;
    const reading = readReadyPlan(fields, today);
    setProblems(reading.ok ? [] : reading.error);
    if (!reading.ok) return;
    setSaving(true);
    const problem = await save(
      [{ kind: 'ready-plan', id: record?.id ?? newRecordId(), value: reading.value, before: record }],
      'Ready plan saved. Print it and hang it up.',
      draft.clear,
    );
    setSaving(false);
    if (problem !== null) setProblems([{ field: '', message: problem }]);
    else go('~/incidents/ready');
  };

  return (
    <Sheet pad>
      <Form onSubmit={onSave} errors={problems} aria-label="Ready plan">
        {restored !== null && typed === null && (
          <DraftNote
            onDiscard={() => {
              setRestored(null);
              void draft.clear();
            }}
          />
        )}
        {readyParts.map((part) => (
          <ReadyRows
            key={part.list}
            part={part}
            rows={fields[part.list]}
            errorOf={errorOf}
            onChange={(rows) => {
              set({ [part.list]: rows });
            }}
          />
        ))}
        <TextField
          name="note"
          label="Also good to know"
          hint="Where the first-aid kit is, where the paper copies hang."
          isOptional
          multiline
          rows={3}
          value={fields.note}
          error={errorOf('note')}
          onChange={(note) => {
            set({ note });
          }}
        />
        <DateField
          name="reviewOn"
          label="Look at it again on"
          hint="Today reminds you. Half a year is usual: people and numbers change."
          isOptional
          today={today}
          value={fields.reviewOn}
          error={errorOf('reviewOn')}
          onChange={(reviewOn) => {
            set({ reviewOn });
          }}
        />
        <FormActions>
          <Button type="submit" variant="primary" isPending={isSaving} pendingText="Saving">
            Save the ready plan
          </Button>
          <LinkButton href="~/incidents/ready" variant="quiet">
            Not now
          </LinkButton>
          {draft.savedAt !== null && (
            <span className={styles.small}>Draft saved {formatTime(draft.savedAt)}</span>
          )}
        </FormActions>
      </Form>
    </Sheet>
  );
}
