import { X } from 'lucide-react';
import { useState } from 'react';
import type { ReflectiveGroup } from '@shared/records/reflective-group/reflective-group';
import { meetingModeLabels, meetingModes } from '@shared/records/supervision-parts';
import { isInPost } from '@shared/supervision/coverage';
import { noteWarning } from '@shared/supervision/note-check';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { chosenSupervisor, supervisorOptions } from '../../../records/supervisors';
import { rhythmWords } from '../../../records/supervision-words';
import { RecordFoot } from '../../../records/RecordFoot';
import { useFormFields } from '../../../records/use-form-fields';
import { useSaveWithUndo, type Change } from '../../../records/use-save-with-undo';
import {
  Button,
  ComboBox,
  DateField,
  Form,
  FormRow,
  Page,
  Segmented,
  Select,
  TextField,
  useGo,
  type FormProblem,
} from '../../../ui';
import { newRecordId, useRecord, useRecords, type StoredRecord } from '../../../vault';
import { emptyGroup, fieldsOfGroup, readGroupFields, type GroupFields } from './group-form';
import { groupCrumbs, NoGroup } from './NoGroup';
import styles from './groups.module.css';

const rhythms = [7, 14, 21, 28, 42, 56, 84];

function GroupForm(props: { readonly record: StoredRecord<'reflective-group'> | null }) {
  // As it was opened: when it changes meanwhile, saving is refused.
  const [record] = useState(props.record);
  const before: ReflectiveGroup | null = record?.value ?? null;
  const today = useToday();
  const go = useGo();
  const save = useSaveWithUndo();
  const people = useRecords('person');
  const register = useRecords('facilitator');
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useFormFields<GroupFields>(
    'group',
    record?.id ?? null,
    before === null ? emptyGroup : fieldsOfGroup(before),
    ({ name }) => (name.trim() === '' ? 'A reflective group' : name.trim()),
  );
  const { fields, set } = form;
  const errorAt = (name: string): string | undefined => problems.find(({ field }) => field === name)?.message;
  const warning = (text: string): string | undefined => noteWarning(text) ?? undefined;
  const intervals = [...new Set([...rhythms, Number(fields.intervalDays)])].sort((a, b) => a - b);

  const onSave = async (): Promise<void> => {
    if (isSaving) return;
    const leader = chosenSupervisor(fields.leader, newRecordId);
    const reading = readGroupFields(fields, { today, before, facilitatorId: leader?.id ?? null });
    setProblems(reading.problems);
    if (reading.group === null) return;
    const id = record?.id ?? newRecordId();
    const changes: Change[] = [{ kind: 'reflective-group', id, value: reading.group, before: record }];
    if (leader !== null && leader.joins !== null)
      changes.push({ kind: 'facilitator', id: leader.id, value: leader.joins, before: null });
    setSaving(true);
    const problem = await save(changes, record === null ? 'Saved.' : 'Changes saved.', () => form.clear());
    setSaving(false);
    if (problem !== null) {
      setProblems([{ field: '', message: problem }]);
      return;
    }
    go(`~/supervision/groups/${id}`);
  };

  return (
    <Form onSubmit={onSave} errors={problems}>
      {form.isRestored && <DraftNote onDiscard={form.discard} />}
      <TextField
        name="name"
        label="Name of the group"
        hint="How people here call it, like Thursday group."
        autoFocus={record === null}
        value={fields.name}
        error={errorAt('name')}
        onChange={(name) => set({ name })}
      />
      <TextField
        name="purpose"
        label="What it is for"
        isOptional
        multiline
        rows={2}
        value={fields.purpose}
        error={errorAt('purpose')}
        warning={warning(fields.purpose)}
        onChange={(purpose) => set({ purpose })}
      />
      <TextField
        name="groundRules"
        label="Ground rules"
        hint="What the group agreed: what stays in the room, and what may be counted."
        isOptional
        multiline
        rows={3}
        value={fields.groundRules}
        error={errorAt('groundRules')}
        warning={warning(fields.groundRules)}
        onChange={(groundRules) => set({ groundRules })}
      />
      <FormRow>
        <Segmented
          name="membership"
          label="Open or closed"
          hint="Closed: nobody joins while it runs."
          value={fields.membership}
          onChange={(membership) => set({ membership })}
          options={[
            { value: 'open', label: 'Open' },
            { value: 'closed', label: 'Closed' },
          ]}
        />
        <Segmented
          name="isTimeProtected"
          label="Is the time protected?"
          hint="Cover is there, and it counts as work."
          value={fields.isTimeProtected}
          error={errorAt('isTimeProtected')}
          onChange={(isTimeProtected) => set({ isTimeProtected })}
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'Not yet' },
          ]}
        />
      </FormRow>
      <div className={styles.figures}>
        <TextField
          name="minSize"
          label="At least"
          unit="people"
          width="short"
          inputMode="numeric"
          value={fields.minSize}
          error={errorAt('minSize')}
          onChange={(minSize) => set({ minSize })}
        />
        <TextField
          name="maxSize"
          label="At most"
          unit="people"
          width="short"
          inputMode="numeric"
          value={fields.maxSize}
          error={errorAt('maxSize')}
          onChange={(maxSize) => set({ maxSize })}
        />
        <TextField
          name="minutes"
          label="Each time"
          unit="minutes"
          width="short"
          inputMode="numeric"
          value={fields.minutes}
          error={errorAt('minutes')}
          onChange={(minutes) => set({ minutes })}
        />
        <Select
          name="intervalDays"
          label="How often"
          value={fields.intervalDays}
          error={errorAt('intervalDays')}
          onChange={(intervalDays) => set({ intervalDays })}
          options={intervals.map((days) => ({
            value: String(days),
            label: days === 7 ? 'Every week' : rhythmWords(days),
          }))}
        />
      </div>
      <FormRow>
        <Select
          name="mode"
          label="How they meet"
          width="full"
          value={fields.mode}
          onChange={(mode) => set({ mode })}
          options={[
            ...meetingModes.map((value) => ({ value, label: meetingModeLabels[value] })),
            { value: '', label: 'Not said' },
          ]}
        />
        <TextField
          name="place"
          label="Where"
          isOptional
          value={fields.place}
          error={errorAt('place')}
          onChange={(place) => set({ place })}
        />
      </FormRow>
      <ComboBox
        name="leader"
        label="Who leads it"
        hint="Best somebody from outside the team. Somebody new joins the register of supervisors."
        isOptional
        value={fields.leader === '' ? null : fields.leader}
        options={supervisorOptions(register, people, today, fields.leader)}
        onChange={(leader) => set({ leader: leader ?? '' })}
      />
      {record === null && (
        <Members
          memberIds={fields.memberIds}
          error={errorAt('memberIds')}
          onChange={(memberIds) => set({ memberIds })}
        />
      )}
      <DateField
        name="startedOn"
        label="First day"
        value={fields.startedOn}
        error={errorAt('startedOn')}
        today={today}
        onChange={(startedOn) => set({ startedOn })}
      />
      <RecordFoot
        save="Save group"
        isSaving={isSaving}
        back={record === null ? '~/supervision/groups' : `~/supervision/groups/${record.id}`}
        end={
          record === null
            ? null
            : {
                name: 'endedOn',
                label: 'Last day',
                hint: 'Leave it empty while it runs.',
                value: fields.endedOn,
                error: errorAt('endedOn'),
                today,
                onChange: (endedOn) => set({ endedOn }),
              }
        }
      />
    </Form>
  );
}

/** Everyone who is in it from the first day, one by one. Later ones join on the page of the group. */
function Members(props: {
  readonly memberIds: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (memberIds: readonly string[]) => void;
}) {
  const { memberIds, onChange } = props;
  const people = useRecords('person');
  const today = useToday();
  const chosen = memberIds
    .map((id) => people.find((person) => person.id === id))
    .filter((person) => person !== undefined);
  return (
    <div>
      <ComboBox
        name="memberIds"
        label="Who belongs to it"
        hint="Pick each person in turn, or add them later."
        isOptional
        value={null}
        error={props.error}
        options={people
          .filter(({ id, value }) => isInPost(value, today) && !memberIds.includes(id))
          .map(({ id, value }) => ({ value: id, label: value.name, detail: value.role }))
          .sort((left, right) => left.label.localeCompare(right.label, 'en-GB'))}
        onChange={(id) => {
          if (id !== null) onChange([...memberIds, id]);
        }}
      />
      {chosen.length > 0 && (
        <ul className={styles.chosen} aria-label="Members">
          {chosen.map(({ id, value }) => (
            <li key={id}>
              {value.name}
              <Button
                size="small"
                variant="quiet"
                aria-label={`Take away ${value.name}`}
                onPress={() => onChange(memberIds.filter((each) => each !== id))}
              >
                <X aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export function GroupFormPage(props: { readonly id: string | null }) {
  const { id } = props;
  const record = useRecord('reflective-group', id ?? undefined);
  if (id !== null && record === undefined) return <NoGroup />;
  return (
    <Page
      title={id === null ? 'New reflective group' : 'Change this group'}
      docTitle={id === null ? 'New reflective group' : 'Change a reflective group'}
      crumbs={
        id === null ? groupCrumbs : [...groupCrumbs, { label: 'Group', href: `~/supervision/groups/${id}` }]
      }
    >
      <div className={styles.form}>
        <GroupForm key={id ?? 'new'} record={record ?? null} />
      </div>
    </Page>
  );
}
