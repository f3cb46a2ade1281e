import { useMemo, useState } from 'react';
import type { ContextNote } from '@shared/records/context-note/context-note';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { useFormFields } from '../../../records/use-form-fields';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import {
  Button,
  DateField,
  Form,
  FormActions,
  LinkButton,
  Page,
  Select,
  TextField,
  useGo,
  type FormProblem,
} from '../../../ui';
import { newRecordId, useRecord, useRecords, type StoredRecord } from '../../../vault';
import styles from '../workforce.module.css';
import { emptyNote, fieldsOfNote, readNoteFields, type NoteFields } from './note-form';

/** Teams that somebody is or was in, and those of notes that are there. */
function useTeamNames(): readonly string[] {
  const people = useRecords('person');
  const notes = useRecords('context-note');
  return useMemo(() => {
    const names = [
      ...people.flatMap(({ value }) => [value.team, ...value.earlierTeams.map(({ team }) => team)]),
      ...notes.map(({ value }) => value.team ?? ''),
    ];
    return [...new Set(names)]
      .filter((name) => name !== '')
      .sort((left, right) => left.localeCompare(right, 'en-GB'));
  }, [people, notes]);
}

interface Props {
  readonly record: StoredRecord<'context-note'> | null;
  readonly onSaved: () => void;
}

export function NoteForm({ record, onSaved }: Props) {
  const today = useToday();
  const save = useSaveWithUndo();
  const teams = useTeamNames();
  const form = useFormFields<NoteFields>(
    'context-note',
    record?.id ?? null,
    record === null ? emptyNote(today) : fieldsOfNote(record.value),
    ({ text }) => (text.trim() === '' ? 'A note on the figures' : text),
  );
  const { fields, set } = form;
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const errorAt = (name: string): string | undefined => problems.find(({ field }) => field === name)?.message;

  async function submit(): Promise<void> {
    const reading = readNoteFields(fields, today);
    setProblems(reading.problems);
    if (reading.note === null) return;
    const value: ContextNote = reading.note;
    const id = record?.id ?? newRecordId();
    const refused = await save(
      [{ kind: 'context-note', id, value, before: record }],
      record === null ? 'Note added to the charts.' : 'Saved.',
      form.clear,
    );
    if (refused === null) onSaved();
    else setProblems([{ field: '', message: refused }]);
  }

  return (
    <Form errors={problems} onSubmit={submit} aria-label={record === null ? 'Add a note' : 'Change a note'}>
      {form.isRestored && <DraftNote onDiscard={form.discard} />}
      <TextField
        name="text"
        label="What happened, in a few words"
        hint="No names. Like “New referral route opened” or “Moved to the new site”"
        value={fields.text}
        error={errorAt('text')}
        autoFocus={record !== null}
        onChange={(text) => {
          set({ text });
        }}
      />
      <div className={styles.noteLine}>
        <DateField
          name="from"
          label="Day"
          value={fields.from}
          error={errorAt('from')}
          today={today}
          onChange={(from) => {
            set({ from });
          }}
        />
        <DateField
          name="to"
          label="Until"
          isOptional
          value={fields.to}
          error={errorAt('to')}
          today={today}
          onChange={(to) => {
            set({ to });
          }}
        />
        <Select
          name="team"
          label="Where"
          value={fields.team}
          error={errorAt('team')}
          onChange={(team) => {
            set({ team });
          }}
          options={[
            { value: '', label: 'Whole service' },
            ...[...new Set([...teams, ...(fields.team === '' ? [] : [fields.team])])].map((team) => ({
              value: team,
              label: team,
            })),
          ]}
        />
      </div>
      <FormActions>
        <Button type="submit" variant="primary">
          {record === null ? 'Add note' : 'Save note'}
        </Button>
        {record !== null && (
          <LinkButton href="~/workforce/notes" variant="quiet">
            Leave for now
          </LinkButton>
        )}
      </FormActions>
    </Form>
  );
}

const crumbs = [
  { label: 'Workforce', href: '~/workforce' },
  { label: 'Notes', href: '~/workforce/notes' },
];

export function EditNotePage({ id }: { readonly id: string }) {
  const go = useGo();
  const record = useRecord('context-note', id);
  return (
    <Page title="Change a note" docTitle="Change a note" crumbs={crumbs}>
      {record === undefined ? (
        <p className={styles.muted}>This note is not here any more. It may be in Deleted items.</p>
      ) : (
        <div className={styles.form}>
          <NoteForm
            record={record}
            onSaved={() => {
              go('~/workforce/notes');
            }}
          />
        </div>
      )}
    </Page>
  );
}
