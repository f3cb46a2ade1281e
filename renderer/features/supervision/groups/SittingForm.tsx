import { useState } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import { formatDateWithWeekday } from '@shared/kernel/local-date';
import { groupSessionStatuses } from '@shared/records/group-session/group-session';
import { meetingModeLabels, meetingModes } from '@shared/records/supervision-parts';
import {
  supervisionThemeLabels,
  supervisionThemes,
} from '@shared/records/supervision-session/supervision-session';
import { groupSupervisionCredit } from '@shared/statistics/supervision';
import { noteWarning } from '@shared/supervision/note-check';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { unknownPerson } from '../../../records/record-words';
import { rhythmWords } from '../../../records/supervision-words';
import { RecordFoot } from '../../../records/RecordFoot';
import { useFormFields } from '../../../records/use-form-fields';
import { leadersOn, useLeaders } from '../../../records/use-leaders';
import { useNames } from '../../../records/use-names';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import { DateField, Form, Page, Segmented, Select, TextField, useGo, type FormProblem } from '../../../ui';
import { newRecordId, useRecord, useRecords, useWholeRecord, type StoredRecord } from '../../../vault';
import { Reading } from '../EditSession';
import { nextDateText } from '../session-form';
import { Attendance } from './Attendance';
import { creditWords, namesMember } from './group-words';
import styles from './groups.module.css';
import { groupCrumbs, NoGroup, NoSitting } from './NoGroup';
import {
  askedAbout,
  countField,
  emptySitting,
  fieldsOfSitting,
  readSittingFields,
  saidFor,
  say,
  type SittingFields,
} from './sitting-form';
import { TakeBack } from './TakeBack';

const statusWords = {
  held: 'Held',
  'cancelled-by-service': 'Service cancelled',
  'cancelled-by-group': 'Group cancelled',
} as const;

function SittingForm(props: {
  readonly groupRecord: StoredRecord<'reflective-group'>;
  /** Whole; null for a new sitting. */
  readonly record: StoredRecord<'group-session'> | null;
}) {
  const { id: groupId, value: group } = props.groupRecord;
  // As it was opened: when it changes meanwhile, saving is refused.
  const [record] = useState(props.record);
  const before = record?.value ?? null;
  const today = useToday();
  const go = useGo();
  const save = useSaveWithUndo();
  const leaders = useLeaders();
  const names = useNames();
  const people = useRecords('person');
  const nameOf = (id: RecordId): string => names(id) ?? unknownPerson;
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useFormFields<SittingFields>(
    record === null ? 'sitting' : 'sitting-details',
    record?.id ?? groupId,
    before === null ? emptySitting(group) : fieldsOfSitting(before),
    () => `A sitting of ${group.name}`,
  );
  const { fields, set } = form;
  const isHeld = fields.status === 'held';
  const error = (name: string): string | undefined => errors.find(({ field }) => field === name)?.message;
  const asked = askedAbout(group, fields, today);
  const came = asked.filter((id) => saidFor(fields.attendance, id) === 'came').length;
  const minutes = /^\d{1,3}$/.test(fields.minutes.trim()) ? Number(fields.minutes) : null;
  const credit = minutes === null ? null : groupSupervisionCredit(minutes, came);
  const context = {
    today,
    groupId,
    group,
    before,
    nameOf,
    isLeader: (id: string) => leaders.some((leader) => leader.id === id),
  };

  const noteWarnings = (): string | undefined => {
    const found = noteWarning(
      fields.processNote,
      people.map(({ value }) => value.name),
    );
    if (found !== null) return found;
    return namesMember(fields.processNote, asked.map(nameOf))
      ? 'This looks like it names somebody of the group. Write of the group as a whole. You can still save.'
      : undefined;
  };

  const onSave = async (): Promise<void> => {
    if (isSaving) return;
    const reading = readSittingFields(fields, context);
    setErrors(reading.problems);
    if (reading.sitting === null) return;
    const { nextDate } = reading.sitting;
    const next = nextDate === null ? '' : ` Next time: ${formatDateWithWeekday(nextDate)}.`;
    setSaving(true);
    const problem = await save(
      [
        {
          kind: 'group-session',
          id: record?.id ?? newRecordId(),
          value: reading.sitting,
          before: record,
        },
      ],
      record === null ? `Saved.${next}` : 'Changes saved.',
      () => form.clear(),
    );
    setSaving(false);
    if (problem !== null) {
      setErrors([{ field: '', message: problem }]);
      return;
    }
    go(record === null ? `~/supervision/groups/${groupId}` : `~/supervision/sittings/${record.id}`);
  };

  return (
    <Form onSubmit={onSave} errors={errors}>
      {form.isRestored && <DraftNote onDiscard={form.discard} />}
      <div className={styles.pair}>
        <DateField
          name="date"
          label="When"
          autoFocus={record === null}
          value={fields.date}
          error={error('date')}
          today={today}
          onChange={(date) => set({ date })}
        />
        <Segmented
          name="status"
          label="Did it happen?"
          value={fields.status}
          onChange={(status) => set({ status })}
          options={groupSessionStatuses.map((value) => ({
            value,
            label: statusWords[value],
          }))}
        />
      </div>
      {isHeld && (
        <Attendance
          asked={asked}
          attendance={fields.attendance}
          nameOf={nameOf}
          error={error}
          onChange={(attendance) => set({ attendance })}
        />
      )}
      <div className={styles.figures}>
        {isHeld && (
          <div>
            <TextField
              name="minutes"
              label="Minutes"
              isOptional
              width="short"
              inputMode="numeric"
              value={fields.minutes}
              error={error('minutes')}
              onChange={(typed) => set({ minutes: typed })}
            />
            <span role="status" className={styles.small}>
              {credit !== null && `Counts ${creditWords(credit)}`}
            </span>
          </div>
        )}
        <Select
          name="mode"
          label={isHeld ? 'How they met' : 'How they were to meet'}
          isOptional
          value={fields.mode}
          onChange={(mode) => set({ mode })}
          options={[
            ...meetingModes.map((value) => ({ value, label: meetingModeLabels[value] })),
            { value: '', label: 'Not said' },
          ]}
        />
        {leaders.length > 0 && (
          <Select
            name="leader"
            label="Who led it"
            isOptional
            value={fields.leader}
            onChange={(leader) => set({ leader })}
            options={[
              { value: '', label: 'Not said' },
              ...leadersOn(leaders, today, fields.leader).map(({ id, name }) => ({
                value: id,
                label: name,
              })),
            ]}
          />
        )}
      </div>
      {isHeld && (
        <>
          <div role="group" aria-labelledby="counts-label">
            <h2 id="counts-label">What came up, as counts</h2>
            <p className={styles.small}>How often in the group as a whole. Never who brought it.</p>
            <div className={styles.counts}>
              {supervisionThemes.map((theme) => (
                <TextField
                  key={theme}
                  name={countField(theme)}
                  label={supervisionThemeLabels[theme]}
                  width="short"
                  inputMode="numeric"
                  value={saidFor(fields.counts, theme)}
                  error={error(countField(theme))}
                  onChange={(count) => set({ counts: say(fields.counts, theme, count) })}
                />
              ))}
            </div>
          </div>
          <TextField
            name="processNote"
            label="How the group worked"
            hint="The process only: pace, turns, silence, what helped. Never what anybody said, who it was about, a name, a diagnosis or somebody’s own history."
            isOptional
            multiline
            rows={3}
            value={fields.processNote}
            error={error('processNote')}
            warning={noteWarnings()}
            onChange={(processNote) => set({ processNote })}
          />
          <TakeBack fields={fields} today={today} error={error} onChange={set} />
        </>
      )}
      <DateField
        name="nextDate"
        label="Next time"
        hint={`${rhythmWords(group.intervalDays)}. Change it or clear it.`}
        isOptional
        value={nextDateText(fields, { today, intervalDays: group.intervalDays })}
        error={error('nextDate')}
        today={today}
        onChange={(nextDate) => set({ nextDate, isNextOwn: true })}
      />
      <RecordFoot
        save="Save sitting"
        isSaving={isSaving}
        back={record === null ? `~/supervision/groups/${groupId}` : `~/supervision/sittings/${record.id}`}
      >
        <span className={styles.small}>Ctrl and Enter saves from anywhere.</span>
      </RecordFoot>
    </Form>
  );
}

export function NewSittingPage(props: { readonly groupId: string }) {
  const groupRecord = useRecord('reflective-group', props.groupId);
  if (groupRecord === undefined) return <NoGroup />;
  return (
    <Page
      title="Record a sitting"
      docTitle="Record a sitting of a group"
      lede={groupRecord.value.name}
      crumbs={[...groupCrumbs, { label: 'Group', href: `~/supervision/groups/${groupRecord.id}` }]}
    >
      <div className={styles.form}>
        <SittingForm groupRecord={groupRecord} record={null} />
      </div>
    </Page>
  );
}

export function EditSittingPage(props: { readonly id: string }) {
  // The whole record: what is saved from the form takes the place of all of it.
  const record = useWholeRecord('group-session', props.id);
  const groupRecord = useRecord('reflective-group', record?.value.groupId);
  if (record === null) return <NoSitting />;
  return (
    <Page
      title="Change this sitting"
      docTitle="Change a sitting of a group"
      lede={groupRecord?.value.name}
      crumbs={[...groupCrumbs, { label: 'Sitting', href: `~/supervision/sittings/${props.id}` }]}
    >
      {record === undefined ? (
        <Reading />
      ) : groupRecord === undefined ? (
        <p>The group of this sitting was deleted. Bring it back from Deleted items to change the sitting.</p>
      ) : (
        <div className={styles.form}>
          <SittingForm groupRecord={groupRecord} record={record} />
        </div>
      )}
    </Page>
  );
}
