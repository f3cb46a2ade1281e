import { X } from 'lucide-react';
import { useState } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import { formatDateWithWeekday } from '@shared/kernel/local-date';
import {
  supervisionKindLabels,
  supervisionKinds,
  supervisionStatuses,
  supervisionThemeLabels,
  supervisionThemes,
  type SupervisionSession,
} from '@shared/records/supervision-session/supervision-session';
import { isInPost } from '@shared/supervision/coverage';
import { noteWarning } from '@shared/supervision/note-check';
import { errorText } from '../../app/error-text';
import { useToday } from '../../platform';
import { DraftNote } from '../../records/DraftNote';
import { rhythmWords } from '../../records/supervision-words';
import { useServiceInterval } from '../../records/use-coverage';
import { useFormFields } from '../../records/use-form-fields';
import {
  Button,
  Chips,
  ComboBox,
  DateField,
  EmptyState,
  Form,
  FormActions,
  FormRow,
  LinkButton,
  Note,
  Page,
  Section,
  Segmented,
  TextField,
  useGo,
  useToast,
  type FormProblem,
} from '../../ui';
import {
  newRecordId,
  useRecord,
  useRecords,
  useVault,
  type Saved,
  type StoredRecord,
  type Write,
} from '../../vault';
import { AgreedLines } from './AgreedLines';
import { actionKey, LastTime } from './LastTime';
import {
  emptySession,
  fieldsOfSession,
  minuteChoices,
  nextDateText,
  readSessionFields,
  type SessionFields,
} from './session-form';
import styles from './supervision.module.css';

type SessionRecord = StoredRecord<'supervision-session'>;

const choices = <V extends string>(
  values: readonly V[],
  labels: Readonly<Record<V, string>>,
): { value: V; label: string }[] => values.map((value) => ({ value, label: labels[value] }));

const shortStatusLabels = {
  held: 'Held',
  'cancelled-by-service': 'Service cancelled',
  'cancelled-by-person': 'Person cancelled',
} as const;

/** Sessions of the form's people, newest first: what "last time" is. */
function earlierSessions(
  sessions: readonly SessionRecord[],
  fields: SessionFields,
  own: RecordId | null,
): SessionRecord[] {
  return sessions
    .filter(
      ({ id, value }) =>
        id !== own &&
        value.status === 'held' &&
        value.personIds.some((personId) => fields.personIds.includes(personId)),
    )
    .filter(({ value }) => fields.kind === 'reflective-group' || value.kind !== 'reflective-group')
    .sort((left, right) => (left.value.date < right.value.date ? 1 : -1))
    .slice(0, 6);
}

/** One write for each earlier session whose actions were ticked off. */
function tickedWrites(
  sessions: readonly SessionRecord[],
  ticked: readonly string[],
  doneOn: SupervisionSession['date'],
): { readonly write: Write; readonly before: SessionRecord }[] {
  return sessions
    .filter(({ id, value }) =>
      value.actions.some((action, index) => action.doneOn === null && ticked.includes(actionKey(id, index))),
    )
    .map((record) => {
      const actions = record.value.actions.map((action, index) =>
        action.doneOn === null && ticked.includes(actionKey(record.id, index))
          ? { ...action, doneOn }
          : action,
      );
      return {
        before: record,
        write: {
          type: 'put',
          kind: 'supervision-session',
          id: record.id,
          baseRevision: record.revision,
          value: { ...record.value, actions },
        },
      };
    });
}

function WhoWith(props: {
  readonly fields: SessionFields;
  readonly error: string | undefined;
  readonly onChange: (personIds: readonly string[]) => void;
}) {
  const { fields, onChange } = props;
  const people = useRecords('person');
  const today = useToday();
  const isGroup = fields.kind === 'reflective-group';
  const chosen = fields.personIds
    .map((id) => people.find((person) => person.id === id))
    .filter((person) => person !== undefined);
  const options = people
    .filter(
      ({ id, value }) =>
        (isInPost(value, today) || fields.personIds.includes(id)) &&
        !(isGroup && fields.personIds.includes(id)),
    )
    .map(({ id, value }) => ({ value: id, label: value.name, detail: value.role }))
    .sort((left, right) => left.label.localeCompare(right.label, 'en-GB'));
  return (
    <div>
      <ComboBox
        name="personIds"
        label={isGroup ? 'Who came' : 'Who with'}
        hint={isGroup ? 'Pick each person in turn' : undefined}
        autoFocus={fields.personIds.length === 0}
        // A group gathers people one by one: nobody stays in the box, so that the next can be typed.
        value={isGroup ? null : (fields.personIds[0] ?? null)}
        error={props.error}
        options={options}
        onChange={(id) =>
          onChange(
            id === null ? (isGroup ? fields.personIds : []) : isGroup ? [...fields.personIds, id] : [id],
          )
        }
      />
      {isGroup && chosen.length > 0 && (
        <ul className={styles.chosen} aria-label="People who came">
          {chosen.map(({ id, value }) => (
            <li key={id}>
              {value.name}
              <Button
                size="small"
                variant="quiet"
                aria-label={`Take away ${value.name}`}
                onPress={() => onChange(fields.personIds.filter((each) => each !== id))}
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

interface SessionFormProps {
  readonly record: SessionRecord | null;
  readonly personId: string | null;
  /** Which of the drafts this form goes on with. */
  readonly takesDraft?: (draft: SessionFields, id: RecordId) => boolean;
  readonly onSetAside?: () => void;
}

function SessionForm(props: SessionFormProps) {
  const { record, takesDraft, onSetAside } = props;
  const vault = useVault();
  const toast = useToast();
  const go = useGo();
  const today = useToday();
  const people = useRecords('person');
  const sessions = useRecords('supervision-session');
  const serviceInterval = useServiceInterval();
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
  const isGroup = fields.kind === 'reflective-group';
  const isHeld = fields.status === 'held';
  const person = isGroup ? undefined : people.find(({ id }) => id === fields.personIds[0])?.value;
  const intervalDays = person?.supervisionIntervalDays ?? serviceInterval;
  const context = { today, intervalDays, before: record?.value ?? null };
  const earlier = earlierSessions(sessions, fields, record?.id ?? null);
  const error = (name: string): string | undefined => errors.find(({ field }) => field === name)?.message;
  const firstName = person?.name.split(' ')[0] ?? '';

  const setKind = (kind: string): void => {
    form.set({
      kind,
      personIds: kind === 'reflective-group' ? fields.personIds : fields.personIds.slice(0, 1),
    });
  };

  const undoSave = async (saved: readonly Saved[], befores: readonly SessionRecord[]): Promise<void> => {
    const [own, ...others] = saved;
    if (own === undefined) return;
    const writes: Write[] = [
      record === null
        ? { type: 'remove', kind: 'supervision-session', id: own.id, baseRevision: own.revision }
        : {
            type: 'put',
            kind: 'supervision-session',
            id: own.id,
            baseRevision: own.revision,
            value: record.value,
          },
      ...others.map((each, index): Write => ({
        type: 'put',
        kind: 'supervision-session',
        id: each.id,
        baseRevision: each.revision,
        value: befores[index]?.value,
      })),
    ];
    const undone = await vault.commit(writes);
    toast({ text: undone.ok ? 'Undone.' : errorText(undone.error) });
  };

  const save = async (): Promise<void> => {
    if (isSaving) return;
    const reading = readSessionFields(fields, context);
    setErrors(reading.problems);
    if (reading.session === null) return;
    setSaving(true);
    const ticked = tickedWrites(
      earlier,
      fields.doneActions,
      reading.session.date > today ? today : reading.session.date,
    );
    const own: Write = {
      type: 'put',
      kind: 'supervision-session',
      id: record?.id ?? newRecordId(),
      baseRevision: record?.revision ?? 0,
      value: reading.session,
    };
    const saved = await vault.commit([own, ...ticked.map(({ write }) => write)]);
    setSaving(false);
    if (!saved.ok) {
      setErrors([{ field: '', message: errorText(saved.error) }]);
      return;
    }
    await form.clear();
    toast({
      text:
        record === null
          ? `Saved.${reading.session.nextDate === null ? '' : ` Next time: ${formatDateWithWeekday(reading.session.nextDate)}.`}`
          : 'Changes saved.',
      actions: [
        {
          label: 'Undo',
          onPress: () =>
            void undoSave(
              saved.value,
              ticked.map(({ before }) => before),
            ),
        },
      ],
    });
    go(
      record === null
        ? props.personId === null
          ? '~/supervision'
          : `~/people/${props.personId}`
        : `~/supervision/${record.id}`,
    );
  };

  return (
    <div className={styles.formPage}>
      <div>
        <Form errors={errors} onSubmit={save}>
          {form.isRestored && <DraftNote onDiscard={form.discard} onSetAside={onSetAside} />}
          <FormRow>
            <WhoWith
              fields={fields}
              error={error('personIds')}
              onChange={(personIds) => form.set({ personIds, doneActions: [] })}
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
          <Segmented
            name="kind"
            label="Kind"
            value={fields.kind}
            error={error('kind')}
            onChange={setKind}
            options={choices<string>(supervisionKinds, supervisionKindLabels)}
          />
          <div className={styles.pair}>
            <Segmented
              name="status"
              label="Did it happen?"
              value={fields.status}
              error={error('status')}
              onChange={(status) => form.set({ status })}
              options={choices<string>(supervisionStatuses, shortStatusLabels)}
            />
            {isHeld && (
              <>
                <Segmented
                  name="minutes"
                  label="Minutes"
                  value={fields.minutes}
                  error={error('minutes')}
                  onChange={(minutes) => form.set({ minutes })}
                  options={[
                    ...minuteChoices.map((value) => ({ value, label: value })),
                    { value: 'other', label: 'Other' },
                  ]}
                />
                {fields.minutes === 'other' && (
                  <TextField
                    name="otherMinutes"
                    label="How many minutes"
                    isOptional
                    width="short"
                    inputMode="numeric"
                    value={fields.otherMinutes}
                    error={error('otherMinutes')}
                    onChange={(otherMinutes) => form.set({ otherMinutes })}
                  />
                )}
              </>
            )}
          </div>
          {isHeld && (
            <>
              <Chips
                name="themes"
                label="What came up"
                isOptional
                value={fields.themes}
                onChange={(themes) => form.set({ themes })}
                options={choices<string>(supervisionThemes, supervisionThemeLabels)}
              />
              <Segmented
                name="wellbeingAsked"
                label="Did you ask how they are?"
                hint="Only that you asked. The answer stays between you."
                isOptional
                value={fields.wellbeingAsked}
                onChange={(wellbeingAsked) => form.set({ wellbeingAsked })}
                options={[
                  { value: 'yes', label: 'Asked' },
                  { value: 'no', label: 'Not this time' },
                ]}
              />
            </>
          )}
          <TextField
            name="note"
            label={
              isHeld
                ? isGroup
                  ? 'A note on the process'
                  : 'How are they, in their words?'
                : 'Why was it cancelled?'
            }
            hint={
              isGroup
                ? 'Process and themes only. Nothing that one person said.'
                : 'Themes, not details. No names of people who use the service, no diagnosis, no scores.'
            }
            isOptional
            multiline
            rows={3}
            value={fields.note}
            error={error('note')}
            warning={noteWarning(fields.note) ?? undefined}
            onChange={(note) => form.set({ note })}
          />
          <AgreedLines
            fields={fields}
            error={error('newLine')}
            today={today}
            onChange={(patch) => form.set(patch)}
          />
          <FormRow>
            <DateField
              name="nextDate"
              label="Next time"
              hint={`${rhythmWords(intervalDays)}. Change it or clear it.`}
              isOptional
              value={nextDateText(fields, context)}
              error={error('nextDate')}
              today={today}
              onChange={(nextDate) => form.set({ nextDate, isNextOwn: true })}
            />
            <TextField
              name="facilitator"
              label="Who led it"
              hint="Leave empty when it was you"
              isOptional
              value={fields.facilitator}
              error={error('facilitator')}
              onChange={(facilitator) => form.set({ facilitator })}
            />
          </FormRow>
          <FormActions>
            <Button type="submit" variant="primary" isPending={isSaving}>
              Save record
            </Button>
            <LinkButton
              href={record === null ? '~/supervision' : `~/supervision/${record.id}`}
              variant="quiet"
            >
              Leave for now
            </LinkButton>
            <span className={styles.small}>Ctrl and Enter saves from anywhere.</span>
          </FormActions>
        </Form>
      </div>
      <div className={styles.side}>
        <LastTime
          sessions={earlier}
          personName={isGroup ? 'group' : nameOf(fields.personIds)}
          today={today}
          ticked={fields.doneActions}
          onTick={(doneActions) => form.set({ doneActions })}
        />
        <Section title="Who can see this">
          <p className={styles.small}>
            You, on this laptop. {firstName === '' ? 'They' : firstName} can ask to see what is written here.
            A worry about conduct does not belong here: take it to the process for it, and tell the person.
          </p>
        </Section>
      </div>
    </div>
  );
}

/**
 * A new record, for someone or from a draft. A draft about someone else is neither shown nor changed: it waits on
 * Today beside this one.
 */
export function NewSession(props: { readonly personId: string | null; readonly draftId?: string }) {
  const { personId, draftId } = props;
  const people = useRecords('person');
  const [isAnother, setAnother] = useState(false);
  return (
    <Page
      title="Record supervision"
      docTitle="Record supervision"
      crumbs={[{ label: 'Supervision', href: '~/supervision' }]}
    >
      {people.length === 0 ? (
        <EmptyState
          title="People first"
          action={
            <LinkButton href="~/people/new" variant="primary">
              Add a person
            </LinkButton>
          }
        >
          A session is with someone. Add the person, or bring in a list, then record it here.
        </EmptyState>
      ) : (
        <SessionForm
          key={isAnother ? 'another' : 'first'}
          record={null}
          personId={personId}
          takesDraft={({ personIds }, id) =>
            !isAnother &&
            (draftId === undefined || draftId === id) &&
            (personId === null || personIds.includes(personId))
          }
          onSetAside={() => setAnother(true)}
        />
      )}
    </Page>
  );
}

export function EditSession(props: { readonly id: string }) {
  const record = useRecord('supervision-session', props.id);
  if (record === undefined) return <NoSession />;
  return (
    <Page
      title="Change this record"
      docTitle="Change a supervision record"
      crumbs={[
        { label: 'Supervision', href: '~/supervision' },
        { label: 'Record', href: `~/supervision/${record.id}` },
      ]}
    >
      <SessionForm record={record} personId={null} />
    </Page>
  );
}

export function NoSession() {
  return (
    <Page
      title="This record is not here"
      docTitle="Supervision"
      crumbs={[{ label: 'Supervision', href: '~/supervision' }]}
    >
      <Note kind="plain" title="No such record">
        It may have been deleted. If that was just now, press Undo in the message.
      </Note>
    </Page>
  );
}
