import { useMemo, useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { pairKinds, type Agreement } from '@shared/records/agreement/agreement';
import { supervisionKindLabels } from '@shared/records/supervision-session/supervision-session';
import { isCurrentAssignment } from '@shared/supervision/agreements';
import { isInPost } from '@shared/supervision/coverage';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { supervisorOptions } from '../../../records/supervisors';
import { useServiceInterval } from '../../../records/use-coverage';
import { RecordFoot } from '../../../records/RecordFoot';
import { useFormFields } from '../../../records/use-form-fields';
import { useSaveWithUndo, type Change } from '../../../records/use-save-with-undo';
import {
  Checkbox,
  ComboBox,
  DateField,
  Form,
  FormRow,
  Note,
  Section,
  Segmented,
  useGo,
  type FormProblem,
} from '../../../ui';
import { newRecordId, useRecords, type StoredRecord } from '../../../vault';
import { SameLineNote } from '../access/SameLineNote';
import styles from '../supervision.module.css';
import {
  emptyAgreement,
  fieldsOfAgreement,
  kindOf,
  nobody,
  readAgreement,
  reviewText,
  supervisorOf,
  type AgreementFields,
} from './agreement-form';
import { HowItRuns, WhatStays } from './AgreementParts';
import { namingWith } from './naming';
import { SignatureField } from './SignatureField';
import { withWordsOf } from '@shared/supervision/standing-words';

export function AgreementForm(props: {
  readonly record: StoredRecord<'agreement'> | null;
  readonly personId: string | null;
}) {
  const { record } = props;
  const today = useToday();
  const go = useGo();
  const save = useSaveWithUndo();
  const people = useRecords('person');
  const register = useRecords('facilitator');
  const agreements = useRecords('agreement');
  const assignments = useRecords('supervision-assignment');
  const serviceInterval = useServiceInterval();
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const personOf = (id: string) => people.find((each) => each.id === id)?.value;
  const form = useFormFields<AgreementFields>(
    'agreement',
    record?.id ?? null,
    record === null
      ? emptyAgreement(
          props.personId,
          personOf(props.personId ?? '')?.supervisionIntervalDays ?? serviceInterval,
        )
      : fieldsOfAgreement(record.value),
    ({ personId }) => `An agreement with ${personOf(personId)?.name ?? 'somebody'}`,
    ({ personId }) => props.personId === null || personId === props.personId,
  );
  const { fields, set } = form;
  const errorAt = (field: string): string | undefined =>
    problems.find((problem) => problem.field === field)?.message;
  const part = { fields, set, errorAt };
  const named = useMemo(
    () => assignments.filter(({ value }) => isCurrentAssignment(value, today)),
    [assignments, today],
  );
  const supervisor = supervisorOf(fields, named);
  const isNamed = named.some(
    ({ value }) =>
      value.personId === fields.personId && value.kind === fields.kind && value.facilitatorId !== null,
  );
  const offersNaming = record === null && !isNamed && supervisor !== '';
  const before = agreements.find(
    ({ id, value }) =>
      id !== record?.id &&
      value.personId === fields.personId &&
      value.kind === fields.kind &&
      (value.endedOn === null || value.endedOn >= today),
  );
  const setKind = (kind: string): void => {
    const chosen = kindOf({ kind });
    set({ ...withWordsOf(fields, kindOf(fields), chosen), kind: chosen });
  };

  const onSave = async (): Promise<void> => {
    if (isSaving) return;
    const reading = readAgreement(fields, {
      today,
      agreements,
      named,
      own: record?.id ?? null,
      newId: newRecordId,
    });
    setProblems(reading.problems);
    if (reading.agreement === null) return;
    const agreement: Agreement = reading.agreement;
    const id = record?.id ?? newRecordId();
    const changes: Change[] = [{ kind: 'agreement', id, value: agreement, before: record }];
    for (const ended of reading.ends) {
      const old = agreements.find((each) => each.id === ended.id);
      if (old !== undefined)
        changes.push({
          kind: 'agreement',
          id: old.id,
          value: { ...old.value, endedOn: ended.until },
          before: old,
        });
    }
    if (reading.joins !== null) changes.push({ kind: 'facilitator', ...reading.joins, before: null });
    if (offersNaming && fields.alsoNames) {
      const { assignment, ends } = namingWith(agreement, assignments);
      changes.push({ kind: 'supervision-assignment', id: newRecordId(), value: assignment, before: null });
      for (const { id: endedId, until } of ends) {
        const old = assignments.find((each) => each.id === endedId);
        if (old !== undefined)
          changes.push({
            kind: 'supervision-assignment',
            id: old.id,
            value: { ...old.value, until },
            before: old,
          });
      }
    }
    setSaving(true);
    const problem = await save(changes, record === null ? 'Agreement saved.' : 'Changes saved.', () =>
      form.clear(),
    );
    setSaving(false);
    if (problem !== null) {
      setProblems([{ field: '', message: problem }]);
      return;
    }
    go(`~/supervision/agreements/${id}`);
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
          onChange={setKind}
          options={pairKinds.map((value) => ({
            value,
            label: supervisionKindLabels[value],
          }))}
        />
        <ComboBox
          name="supervisor"
          label="Supervisor"
          isOptional
          value={supervisor === '' ? null : supervisor}
          error={errorAt('supervisor')}
          options={supervisorOptions(register, people, today, supervisor)}
          onChange={(chosen) => set({ supervisor: chosen ?? nobody })}
        />
        {offersNaming && (
          <Checkbox
            name="alsoNames"
            isSelected={fields.alsoNames}
            onChange={(alsoNames) => set({ alsoNames })}
          >
            Name them as the supervisor too, from the same day
          </Checkbox>
        )}
        <SameLineNote choice={{ supervisor, personId: fields.personId, kind: kindOf(fields) }} />
        <FormRow>
          <DateField
            name="startedOn"
            label="From"
            hint="The first day on which it holds."
            value={fields.startedOn}
            error={errorAt('startedOn')}
            today={today}
            onChange={(startedOn) => set({ startedOn })}
          />
          <DateField
            name="reviewOn"
            label="Look at it again on"
            hint="A year later, unless you say otherwise."
            value={reviewText(fields, today)}
            error={errorAt('reviewOn')}
            today={today}
            onChange={(reviewOn) => set({ reviewOn, isReviewOwn: true })}
          />
        </FormRow>
        {record === null && before !== undefined && (
          <Note kind="info" title="There is one of this kind already">
            From {formatDate(before.value.startedOn)}. It ends on the day before this one begins, and stays as
            history.
          </Note>
        )}
        <HowItRuns {...part} />
        <WhatStays {...part} />
        <div className={styles.part}>
          <h2>Signatures</h2>
          <SignatureField
            party="person"
            label="The person"
            state={fields.personState}
            on={fields.personOn}
            words={fields.personWords}
            today={today}
            errorAt={errorAt}
            onChange={({ state, on, words: said }) =>
              set({
                personState: state ?? fields.personState,
                personOn: on ?? fields.personOn,
                personWords: said ?? fields.personWords,
              })
            }
          />
          <SignatureField
            party="supervisor"
            label="The supervisor"
            state={fields.supervisorState}
            on={fields.supervisorOn}
            words={fields.supervisorWords}
            today={today}
            errorAt={errorAt}
            onChange={({ state, on, words: said }) =>
              set({
                supervisorState: state ?? fields.supervisorState,
                supervisorOn: on ?? fields.supervisorOn,
                supervisorWords: said ?? fields.supervisorWords,
              })
            }
          />
        </div>
        <RecordFoot
          save="Save agreement"
          isSaving={isSaving}
          back={record === null ? '~/supervision/agreements' : `~/supervision/agreements/${record.id}`}
          end={
            record === null
              ? null
              : {
                  name: 'endedOn',
                  label: 'Ended on',
                  hint: 'The last day. Empty while it holds.',
                  value: fields.endedOn,
                  error: errorAt('endedOn'),
                  today,
                  onChange: (endedOn) => set({ endedOn }),
                }
          }
        />
      </Form>
      <Section title="What it is for">
        <p className={styles.small}>
          Both know beforehand how often they meet, what is written down and who may read it. Print it, talk
          it through, and enter the day on which each of you signed. Somebody who does not agree says so here,
          with the day.
        </p>
        <p className={styles.small}>
          When supervision is due is told by the rhythm at the person. Change it there too when you agree on
          another one.
        </p>
      </Section>
    </div>
  );
}
