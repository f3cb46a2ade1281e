import { useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { pairKinds, type PairKind } from '@shared/records/agreement/agreement';
import {
  noSupervisorReasonLabels,
  noSupervisorReasons,
} from '@shared/records/supervision-assignment/supervision-assignment';
import { supervisionKindLabels } from '@shared/records/supervision-session/supervision-session';
import { isCurrentAssignment } from '@shared/supervision/agreements';
import { isInPost } from '@shared/supervision/coverage';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { supervisorOptions } from '../../../records/supervisors';
import { RecordFoot } from '../../../records/RecordFoot';
import { useFormFields } from '../../../records/use-form-fields';
import { useNames } from '../../../records/use-names';
import { useSaveWithUndo, type Change } from '../../../records/use-save-with-undo';
import { useSupervisorNames } from '../../../records/use-supervisors';
import {
  Checkbox,
  ComboBox,
  DateField,
  Form,
  Note,
  Section,
  Segmented,
  Select,
  TextField,
  TextLink,
  useGo,
  type FormProblem,
} from '../../../ui';
import { newRecordId, useRecords, type StoredRecord } from '../../../vault';
import styles from '../supervision.module.css';
import {
  earlierOf,
  emptyAssignment,
  fieldsOfAssignment,
  readAssignment,
  type AssignmentFields,
} from './assignment-form';
import { SameLineNote } from './SameLineNote';

export function AssignmentForm(props: {
  readonly record: StoredRecord<'supervision-assignment'> | null;
  readonly personId: string | null;
  readonly kind?: string | undefined;
}) {
  const { record } = props;
  const today = useToday();
  const go = useGo();
  const save = useSaveWithUndo();
  const nameOf = useNames();
  const supervisorName = useSupervisorNames();
  const people = useRecords('person');
  const register = useRecords('facilitator');
  const assignments = useRecords('supervision-assignment');
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useFormFields<AssignmentFields>(
    'assignment',
    record?.id ?? null,
    record === null ? emptyAssignment(props.personId, props.kind) : fieldsOfAssignment(record.value),
    ({ personId }) => `Who supervises ${people.find(({ id }) => id === personId)?.value.name ?? 'somebody'}`,
    ({ personId, kind }) =>
      (props.personId === null || personId === props.personId) &&
      (props.kind === undefined || kind === props.kind),
  );
  const { fields, set } = form;
  const own = record?.id ?? null;
  const errorAt = (field: string): string | undefined =>
    problems.find((problem) => problem.field === field)?.message;
  const now = earlierOf(fields, assignments, own).filter(({ value }) => isCurrentAssignment(value, today));
  const isNamed = fields.who === 'named';
  const back = props.personId === null ? '~/supervision/assignments' : `~/people/${props.personId}`;

  const onSave = async (): Promise<void> => {
    if (isSaving) return;
    const reading = readAssignment(fields, { today, assignments, own, newId: newRecordId });
    setProblems(reading.problems);
    if (reading.assignment === null) return;
    const changes: Change[] = [
      {
        kind: 'supervision-assignment',
        id: own ?? newRecordId(),
        value: reading.assignment,
        before: record,
      },
    ];
    for (const { id, until } of reading.ends) {
      const before = assignments.find((each) => each.id === id);
      if (before !== undefined)
        changes.push({ kind: 'supervision-assignment', id, value: { ...before.value, until }, before });
    }
    if (reading.joins !== null) changes.push({ kind: 'facilitator', ...reading.joins, before: null });
    setSaving(true);
    const problem = await save(
      changes,
      reading.ends.length === 0 ? 'Saved.' : 'Saved. What was said before stays as history.',
      () => form.clear(),
    );
    setSaving(false);
    if (problem !== null) {
      setProblems([{ field: '', message: problem }]);
      return;
    }
    go(back);
  };

  return (
    <div className={styles.formPage}>
      <Form onSubmit={onSave} errors={problems}>
        {form.isRestored && <DraftNote onDiscard={form.discard} />}
        <ComboBox
          name="personId"
          label="Who is supervised"
          autoFocus={record === null && fields.personId === ''}
          value={fields.personId === '' ? null : fields.personId}
          error={errorAt('personId')}
          options={people
            .filter(({ id, value }) => isInPost(value, today) || id === fields.personId)
            .map(({ id, value }) => ({ value: id, label: value.name, detail: value.role }))
            .sort((left, right) => left.label.localeCompare(right.label, 'en-GB'))}
          onChange={(personId) => set({ personId: personId ?? '' })}
        />
        <Segmented
          name="kind"
          label="Kind"
          value={fields.kind}
          onChange={(kind) => set({ kind })}
          options={pairKinds.map((value) => ({ value, label: supervisionKindLabels[value] }))}
        />
        <Segmented
          name="who"
          label="Is there somebody?"
          value={fields.who}
          onChange={(who) => set({ who })}
          options={[
            { value: 'named', label: 'Yes, somebody' },
            { value: 'nobody', label: 'No supervisor, because' },
          ]}
        />
        {isNamed ? (
          <ComboBox
            name="supervisor"
            label="Supervisor"
            hint={
              <>
                From the register, or anybody of this service. Somebody from outside is{' '}
                <TextLink href="~/supervision/facilitators/new">added to the register</TextLink> first.
              </>
            }
            value={fields.supervisor === '' ? null : fields.supervisor}
            error={errorAt('supervisor')}
            options={supervisorOptions(register, people, today, fields.supervisor)}
            onChange={(supervisor) => set({ supervisor: supervisor ?? '' })}
          />
        ) : (
          <>
            <Select
              name="reason"
              label="Reason"
              value={fields.reason}
              error={errorAt('reason')}
              onChange={(reason) => set({ reason })}
              options={noSupervisorReasons.map((value) => ({
                value,
                label: noSupervisorReasonLabels[value],
              }))}
            />
            <TextField
              name="reasonWords"
              label="What was tried"
              hint="Such as whom you asked, and when. Nothing about their health."
              isOptional
              value={fields.reasonWords}
              error={errorAt('reasonWords')}
              onChange={(reasonWords) => set({ reasonWords })}
            />
          </>
        )}
        {isNamed && (
          <SameLineNote
            choice={{
              supervisor: fields.supervisor,
              personId: fields.personId,
              kind: fields.kind as PairKind,
            }}
          />
        )}
        <DateField
          name="from"
          label="From"
          hint="The first day."
          value={fields.from}
          error={errorAt('from')}
          today={today}
          onChange={(from) => set({ from })}
        />
        {record === null && now.length > 0 && (
          <Note kind="info" title="What is said now">
            {now
              .map(({ value }) =>
                value.facilitatorId === null
                  ? `No supervisor, since ${formatDate(value.from)}`
                  : `${supervisorName(value.facilitatorId) ?? 'Somebody'}, since ${formatDate(value.from)}`,
              )
              .join('. ')}
            . It ends on the day before and stays as history.
            {now.some(({ value }) => value.facilitatorId !== null) && isNamed && (
              <Checkbox
                name="keepsEarlier"
                isSelected={fields.keepsEarlier}
                onChange={(keepsEarlier) => set({ keepsEarlier })}
              >
                They share it: keep both
              </Checkbox>
            )}
          </Note>
        )}
        <RecordFoot
          save="Save"
          isSaving={isSaving}
          back={back}
          end={
            record === null
              ? null
              : {
                  name: 'until',
                  label: 'Until',
                  hint: 'The last day. Empty while it holds.',
                  value: fields.until,
                  error: errorAt('until'),
                  today,
                  onChange: (until) => set({ until }),
                }
          }
        />
      </Form>
      <Section title="What it is for">
        <p className={styles.small}>
          Whoever is named here is who {nameOf(fields.personId as never)?.split(' ')[0] ?? 'the person'} turns
          to. Saying that there is nobody, and why, is what makes a gap visible.
        </p>
      </Section>
    </div>
  );
}
