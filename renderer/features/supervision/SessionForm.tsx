import { useMemo, useState } from 'react';
import { parseDateText } from '@shared/kernel/date-text';
import type { RecordId } from '@shared/kernel/ids';
import { formatDateWithWeekday } from '@shared/kernel/local-date';
import { ok } from '@shared/kernel/result';
import { noteWarning } from '@shared/supervision/note-check';
import { agreedRhythm, type Rhythm } from '@shared/supervision/rhythm';
import { errorText } from '../../app/error-text';
import { useToday } from '../../platform';
import { DraftNote } from '../../records/DraftNote';
import { rhythmWords } from '../../records/supervision-words';
import { useServiceInterval } from '../../records/use-coverage';
import { RecordFoot } from '../../records/RecordFoot';
import { useFormFields } from '../../records/use-form-fields';
import { useLeaders } from '../../records/use-leaders';
import { useSaveCalendar } from '../../records/use-save-calendar';
import { useSaveWithUndo } from '../../records/use-save-with-undo';
import { DateField, Form, FormRow, useGo, type FormProblem } from '../../ui';
import { newRecordId, useRecords, useVault, type StoredRecord } from '../../vault';
import { hasTheirCopy, nextInCalendar } from './after-saving';
import { AgreedLines } from './AgreedLines';
import { earlierSessions, followUpChanges, followUpRows, sessionsToTell } from './follow-up';
import { HowItWent } from './HowItWent';
import { LastTime } from './LastTime';
import { MoreFields } from './MoreFields';
import {
  emptySession,
  fieldsOfSession,
  hasMore,
  moreFields,
  nextDateText,
  readSessionFields,
  type SessionFields,
} from './session-form';
import styles from './supervision.module.css';
import { WhatStaysOut } from './WhatStaysOut';
import { WhoLed } from './WhoLed';
import { WhoWith } from './WhoWith';

function rhythmHint({ intervalDays, from }: Rhythm): string {
  const words = rhythmWords(intervalDays);
  switch (from) {
    case 'agreement':
      return `${words}, as agreed. Change or clear it.`;
    case 'person':
      return `${words} for them. Change or clear it.`;
    case 'service':
      return `${words}. Change it or clear it.`;
  }
}

interface SessionFormProps {
  /** Whole: what is changed and saved again is all of it. */
  readonly record: StoredRecord<'supervision-session'> | null;
  readonly personId: string | null;
  /** Which of the drafts this form goes on with. */
  readonly takesDraft?: (draft: SessionFields, id: RecordId) => boolean;
  readonly onSetAside?: () => void;
}

export function SessionForm(props: SessionFormProps) {
  const { takesDraft, onSetAside } = props;
  // As it was opened: when it changes meanwhile, saving is refused instead of writing over what was never shown.
  const [record] = useState(props.record);
  const vault = useVault();
  const saveWithUndo = useSaveWithUndo();
  const saveCalendar = useSaveCalendar();
  const go = useGo();
  const today = useToday();
  const people = useRecords('person');
  const sessions = useRecords('supervision-session');
  const agreements = useRecords('agreement');
  const serviceInterval = useServiceInterval();
  const leaders = useLeaders();
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const nameOf = (ids: readonly string[]): string => people.find(({ id }) => id === ids[0])?.value.name ?? '';
  const form = useFormFields<SessionFields>(
    'supervision',
    record?.id ?? null,
    record === null ? emptySession(props.personId) : fieldsOfSession(record.value),
    (fields) =>
      fields.kind === 'reflective-group'
        ? 'Reflective group'
        : nameOf(fields.personIds) === ''
          ? 'Supervision'
          : `Supervision with ${nameOf(fields.personIds)}`,
    (draft, { id }) => takesDraft?.(draft, id) ?? true,
  );
  const { fields } = form;
  // Until somebody folds or unfolds it, it follows what it holds: a draft may bring words of its own.
  const [isMoreOpen, setMoreOpen] = useState<boolean | null>(null);
  const isGroup = fields.kind === 'reflective-group';
  const isHeld = fields.status === 'held';
  const day = parseDateText(fields.date, today) ?? today;
  const personId = isGroup ? undefined : fields.personIds[0];
  const person = people.find(({ id }) => id === personId)?.value;
  const rhythm = agreedRhythm({
    agreements,
    personId,
    kind: fields.kind,
    asOf: day,
    personIntervalDays: person?.supervisionIntervalDays ?? null,
    serviceIntervalDays: serviceInterval,
  });
  const earlier = earlierSessions(sessions, fields, record?.id ?? null, day);
  const before = record?.value ?? null;
  const rows = followUpRows({ earlier, before });
  const { intervalDays } = rhythm;
  const agreedMinutes = rhythm.agreement?.minutes ?? null;
  const context = { today, intervalDays, agreedMinutes, before, leaders, rows };
  const error = (name: string): string | undefined => errors.find(({ field }) => field === name)?.message;
  const names = useMemo(() => people.map(({ value }) => value.name), [people]);
  const warning = (text: string): string | undefined => noteWarning(text, names) ?? undefined;
  const hasSigned =
    before?.signatures != null && Object.values(before.signatures).some(({ state }) => state !== 'waiting');

  const save = async (): Promise<void> => {
    if (isSaving) return;
    const reading = readSessionFields(fields, context);
    setErrors(reading.problems);
    if (reading.session === null) {
      if (reading.problems.some(({ field }) => moreFields.some((each) => each === field))) setMoreOpen(true);
      return;
    }
    const { session } = reading;
    setSaving(true);
    const answers = isHeld ? fields.followUp : [];
    const ids = sessionsToTell(rows, answers);
    // Lists do not hold what people wrote at length: what is saved back is read whole first.
    const whole = ids.length === 0 ? ok([]) : await vault.whole('supervision-session', ids);
    const doneOn = session.date > today ? today : session.date;
    const next = session.nextDate === null ? '' : ` Next time: ${formatDateWithWeekday(session.nextDate)}.`;
    const id = record?.id ?? newRecordId();
    const entry = nextInCalendar(id, session, today);
    const offers = [
      ...(hasTheirCopy(session)
        ? [{ label: 'Print their copy', onPress: () => go(`~/people/recorded/${id}`), stays: true }]
        : []),
      ...(entry === null
        ? []
        : [{ label: 'Add to calendar', onPress: () => void saveCalendar([entry]), stays: true }]),
    ];
    const problem = whole.ok
      ? await saveWithUndo(
          [
            {
              kind: 'supervision-session',
              id,
              value: session,
              before: record,
            },
            ...followUpChanges(whole.value, rows, answers, doneOn),
          ],
          record === null ? `Saved.${next}` : 'Changes saved.',
          () => form.clear(),
          record === null ? offers : [],
        )
      : errorText(whole.error);
    setSaving(false);
    if (problem !== null) {
      setErrors([{ field: '', message: problem }]);
      return;
    }
    const back = props.personId === null ? '~/supervision' : `~/people/${props.personId}`;
    go(record === null ? back : `~/supervision/${record.id}`);
  };

  return (
    <Form errors={errors} onSubmit={save}>
      {form.isRestored && <DraftNote onDiscard={form.discard} onSetAside={onSetAside} />}
      <div className={styles.sessionPage}>
        <div className={styles.formHead}>
          <FormRow>
            <WhoWith
              fields={fields}
              isNew={record === null}
              error={error('personIds')}
              onChange={(personIds) => form.set({ personIds, followUp: [] })}
            />
            <DateField
              name="date"
              label="When"
              value={fields.date}
              error={error('date')}
              today={today}
              onChange={(date) => form.set({ date })}
            />
          </FormRow>
        </div>
        <div className={styles.formSide}>
          <LastTime
            sessions={earlier}
            rows={isHeld ? rows : rows.filter(({ isClosed }) => isClosed)}
            personName={isGroup ? 'group' : nameOf(fields.personIds)}
            today={today}
            followUp={fields.followUp}
            onAnswer={(followUp) => form.set({ followUp })}
          />
          <WhatStaysOut firstName={person?.name.split(' ')[0] ?? ''} />
        </div>
        <div className={styles.formRest}>
          <HowItWent
            fields={fields}
            agreedMinutes={agreedMinutes}
            error={error}
            warning={warning}
            onChange={(patch) => form.set(patch)}
          />
          <AgreedLines
            fields={fields}
            error={error('newLine')}
            warning={warning(fields.newLine)}
            today={today}
            onChange={(patch) => form.set(patch)}
          />
          <FormRow>
            <DateField
              name="nextDate"
              label="Next time"
              hint={rhythmHint(rhythm)}
              isOptional
              value={nextDateText(fields, context)}
              error={error('nextDate')}
              today={today}
              onChange={(nextDate) => form.set({ nextDate, isNextOwn: true })}
            />
            <WhoLed
              fields={fields}
              leaders={leaders}
              today={day}
              error={error('facilitator')}
              onChange={(patch) => form.set(patch)}
            />
          </FormRow>
          <MoreFields
            fields={fields}
            isOpen={isMoreOpen ?? hasMore(fields)}
            onOpenChange={setMoreOpen}
            agreedMinutes={record === null ? agreedMinutes : null}
            error={error}
            warning={warning}
            onChange={(patch) => form.set(patch)}
            canAskToSign={!hasSigned && !isGroup}
          />
          <RecordFoot
            save="Save record"
            isSaving={isSaving}
            back={record === null ? '~/supervision' : `~/supervision/${record.id}`}
          >
            <span className={styles.small}>Ctrl and Enter saves from anywhere.</span>
          </RecordFoot>
        </div>
      </div>
    </Form>
  );
}
