import { Check } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { contactOf, isContactLogged, recordContact, setNoContactReason } from '@shared/event-plans/contacts';
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import {
  type AffectedPerson,
  closenessLabels,
  type Contact,
  contactStatusLabels,
  type EventPlan,
  type PhaseId,
} from '@shared/records/event-plan/event-plan';
import { DraftNote } from '../../records/DraftNote';
import { useFormFields } from '../../records/use-form-fields';
import { Button, cx, DateField, Form, FormActions, FormRow, Segmented, Status, TextField } from '../../ui';
import styles from './incidents.module.css';
import type { People } from './people';
import { dayWords } from './plan-words';
import type { PlanHandle } from './use-plan';
import { usePlanId } from './use-plan-id';

export interface ContactRowProps {
  readonly plan: EventPlan;
  readonly person: AffectedPerson;
  readonly phaseId: PhaseId;
  readonly people: People;
  readonly today: LocalDate;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly change: PlanHandle['change'];
}

/** The check-in with one person in one phase: the offer and the answer, never how they are. */
export function ContactRow(props: ContactRowProps) {
  const { plan, person, phaseId, people, isOpen, onOpenChange } = props;
  const contact = contactOf(person, phaseId);
  const isLogged = isContactLogged(person, phaseId);
  const isClosed = plan.closedOn !== null;
  const name = people.nameOf(person.personId);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <li className={styles.step}>
      <span className={cx(styles.node, isLogged && styles.nodeDone)} aria-hidden="true">
        {isLogged && <Check />}
      </span>
      <div className={styles.stepBody}>
        <span className={styles.stepTitle}>Check in with {name}</span>
        <span className={styles.stepMeta}>
          <span>{closenessLabels[person.closeness]}</span>
          {contact.status !== 'not-yet-asked' && <span>{answeredWords(contact, plan)}</span>}
          {contact.status === 'not-yet-asked' && isLogged && <span>{person.noContactReason}</span>}
          {!isClosed && (
            <button
              aria-expanded={isOpen}
              ref={opener}
              type="button"
              className={styles.textButton}
              aria-label={`${isLogged ? 'Change the answer' : 'Record an answer'}: ${name}`}
              onClick={() => {
                onOpenChange(!isOpen);
              }}
            >
              {isLogged ? 'Change' : 'Record an answer'}
            </button>
          )}
        </span>
      </div>
      <div className={styles.stepState}>
        <ContactState person={person} phaseId={phaseId} />
      </div>
      {isOpen && <AnswerPanel {...props} name={name} contact={contact} />}
    </li>
  );
}

const stateKinds = { 'not-yet-asked': 'due', offered: 'later', accepted: 'good', declined: 'none' } as const;

export function ContactState(props: { readonly person: AffectedPerson; readonly phaseId: PhaseId }) {
  const { status } = contactOf(props.person, props.phaseId);
  if (status === 'not-yet-asked' && isContactLogged(props.person, props.phaseId))
    return <Status kind="none">Not possible</Status>;
  return <Status kind={stateKinds[status]}>{contactStatusLabels[status]}</Status>;
}

function answeredWords(contact: Contact, plan: EventPlan): string {
  const day = contact.on === null ? '' : ` on ${dayWords(contact.on, plan.occurredOn.slice(0, 4))}`;
  return `Asked${day}${contact.by === '' ? '' : ` by ${contact.by}`}`;
}

const answers = ['', 'offered', 'accepted', 'declined', 'not-possible', 'not-yet-asked'] as const;
type Answer = Exclude<(typeof answers)[number], ''>;

type AnswerFields = {
  readonly personId: string;
  readonly phaseId: string;
  readonly answer: Answer | '';
  readonly on: string;
  readonly by: string;
  readonly reason: string;
};

function AnswerPanel(props: ContactRowProps & { readonly name: string; readonly contact: Contact }) {
  const { plan, person, phaseId, today, change, onOpenChange, name, contact } = props;
  const isFourWeeks = phaseId === 'day-28';
  const before: Answer | '' =
    contact.status !== 'not-yet-asked'
      ? contact.status
      : isContactLogged(person, phaseId)
        ? 'not-possible'
        : '';
  const form = useFormFields<AnswerFields>(
    'check-in',
    usePlanId(),
    {
      personId: person.personId,
      phaseId,
      answer: before,
      on: contact.on === null ? 'today' : formatDate(contact.on),
      by: contact.by === '' ? lastAsker(plan) : contact.by,
      reason: person.noContactReason,
    },
    () => `A check-in with ${name}`,
    (draft) =>
      draft.personId === person.personId && draft.phaseId === phaseId && answers.includes(draft.answer),
  );
  const { answer, on, by, reason } = form.fields;
  const [errors, setErrors] = useState<readonly { field: string; message: string }[]>([]);
  const panel = useRef<HTMLDivElement>(null);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;

  useEffect(() => {
    const radios = panel.current?.querySelectorAll<HTMLInputElement>('[role="radiogroup"] input') ?? [];
    ([...radios].find((radio) => radio.checked) ?? radios[0])?.focus();
  }, []);

  const save = async () => {
    const day = parseDateText(on, today);
    const problems: { field: string; message: string }[] = [];
    if (answer === '') problems.push({ field: 'answer', message: `Choose what ${name} said` });
    if (answer === 'not-possible' && reason.trim() === '')
      problems.push({ field: 'reason', message: 'Say why there is no check-in' });
    const needsDay = answer !== 'not-possible' && answer !== 'not-yet-asked' && answer !== '';
    if (needsDay && (day === null || day > today))
      problems.push({ field: 'on', message: 'Enter a day that is not in the future' });
    setErrors(problems);
    if (problems.length > 0 || answer === '') return;
    const status = needsDay ? answer : 'not-yet-asked';
    const isSaved = await change((now) => {
      const answered = recordContact(now, person.personId, {
        phaseId,
        status,
        on: needsDay ? day : null,
        by: needsDay ? by.trim().slice(0, 200) : '',
      });
      return isFourWeeks
        ? setNoContactReason(answered, person.personId, answer === 'not-possible' ? reason.slice(0, 200) : '')
        : answered;
    });
    if (!isSaved) return;
    await form.clear();
    onOpenChange(false);
  };

  return (
    <div className={styles.panel} ref={panel}>
      <Form onSubmit={save} errors={errors} aria-label={`Check-in with ${name}`}>
        {form.isRestored && <DraftNote onDiscard={form.discard} />}
        <Segmented<Answer>
          name="answer"
          label="What did they say?"
          hint="Only the offer and the answer. Declining is fine, and the offer stays open."
          value={answer}
          onChange={(next) => form.set({ answer: next })}
          options={[
            { value: 'offered', label: 'Offered' },
            { value: 'accepted', label: 'Accepted' },
            { value: 'declined', label: 'Declined' },
            ...(isFourWeeks ? [{ value: 'not-possible' as const, label: 'Not possible' }] : []),
            ...(before === '' ? [] : [{ value: 'not-yet-asked' as const, label: 'Take it back' }]),
          ]}
          error={errorOf('answer')}
        />
        {answer === 'not-possible' && (
          <TextField
            name="reason"
            label="Why not?"
            hint="For example: on long leave, has left. Nothing about health."
            value={reason}
            onChange={(next) => form.set({ reason: next })}
            error={errorOf('reason')}
          />
        )}
        {answer !== 'not-possible' && answer !== 'not-yet-asked' && (
          <FormRow>
            <DateField
              name="on"
              label="When"
              value={on}
              onChange={(next) => form.set({ on: next })}
              today={today}
              error={errorOf('on')}
            />
            <TextField
              name="by"
              label="Asked by"
              isOptional
              value={by}
              onChange={(next) => form.set({ by: next })}
            />
          </FormRow>
        )}
        <FormActions>
          <Button type="submit" variant="primary">
            Save answer
          </Button>
          <Button
            onPress={() => {
              onOpenChange(false);
            }}
          >
            Not now
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}

/** Mostly one person asks round: offer their name again. */
function lastAsker(plan: EventPlan): string {
  const contacts = plan.affected
    .flatMap((person) => person.contacts)
    .filter((contact) => contact.by !== '' && contact.on !== null);
  return contacts.sort((left, right) => (left.on ?? '').localeCompare(right.on ?? '')).at(-1)?.by ?? '';
}
