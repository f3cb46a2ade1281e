import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { type AnyAffected, contactOf, isContactLogged, setOptedOut } from '@shared/event-plans/contacts';
import type { LocalDate } from '@shared/kernel/local-date';
import {
  type Affected,
  closenessLabels,
  type Contact,
  contactStatusLabels,
  dutyLabels,
  type PlanOutline,
  type PhaseId,
} from '@shared/records/event-plan/event-plan';
import { cx, Status, useToast } from '../../ui';
import { AnswerPanel } from './AnswerPanel';
import styles from './incidents.module.css';
import type { People } from './people';
import { dayWords } from './plan-words';
import { notUndone } from './undo-words';
import type { PlanHandle } from './use-plan';

export interface ContactRowProps {
  readonly plan: PlanOutline;
  readonly affected: AnyAffected;
  readonly phaseId: PhaseId;
  readonly people: People;
  readonly today: LocalDate;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly change: PlanHandle['change'];
}

/** The check-in with one person in one phase: the offer and the answer, never how they are. */
export function ContactRow(props: ContactRowProps) {
  const { plan, affected, phaseId, people, today, isOpen, onOpenChange, change } = props;
  const { person } = affected;
  const toast = useToast();
  const contact = contactOf(person, phaseId);
  const isLogged = isContactLogged(person, phaseId);
  const isClosed = plan.closedOn !== null;
  const hasOptedOut = person.optedOutOn !== null;
  const name = nameOfAffected(affected, people);
  const year = plan.occurredOn.slice(0, 4);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  const choose = async (on: LocalDate | null) => {
    if (!(await change((now) => setOptedOut(now, affected.id, on)))) return;
    const putBack = async () => {
      const isBack = await change((now) => setOptedOut(now, affected.id, person.optedOutOn));
      toast({ text: isBack ? 'Put back.' : notUndone });
    };
    toast({
      text:
        on === null
          ? 'Check-ins are offered again.'
          : 'Their choice is kept. Nobody is prompted to ask again.',
      actions: [{ label: 'Undo', onPress: () => void putBack() }],
    });
    if (on === null) opener.current?.focus();
    else onOpenChange(false);
  };

  return (
    <li className={styles.step}>
      <span className={cx(styles.node, isLogged && styles.nodeDone)} aria-hidden="true">
        {isLogged && <Check />}
      </span>
      <div className={styles.stepBody}>
        <span className={styles.stepTitle}>Check in with {name}</span>
        <span className={styles.stepMeta}>
          <span>{closeWords(person)}</span>
          {contact.status !== 'not-yet-asked' && <span>{answeredWords(contact, year)}</span>}
          {hasOptedOut && contact.status === 'not-yet-asked' && (
            <span>Chose no further contact on {dayWords(person.optedOutOn ?? today, year)}</span>
          )}
          {!hasOptedOut && contact.status === 'not-yet-asked' && isLogged && (
            <span>{person.noContactReason}</span>
          )}
          {contact.nextOn !== null && !hasOptedOut && <span>Next on {dayWords(contact.nextOn, year)}</span>}
          {!isClosed && (
            <button
              aria-expanded={hasOptedOut ? undefined : isOpen}
              ref={opener}
              type="button"
              className={styles.textButton}
              aria-label={
                hasOptedOut
                  ? `They want contact again: ${name}`
                  : `${isLogged ? 'Change the answer' : 'Record an answer'}: ${name}`
              }
              onClick={() => {
                if (hasOptedOut) void choose(null);
                else onOpenChange(!isOpen);
              }}
            >
              {hasOptedOut ? 'They want contact again' : isLogged ? 'Change' : 'Record an answer'}
            </button>
          )}
        </span>
      </div>
      <div className={styles.stepState}>
        <ContactState person={person} phaseId={phaseId} />
      </div>
      {isOpen && !hasOptedOut && (
        <AnswerPanel {...props} name={name} contact={contact} onOptOut={() => void choose(today)} />
      )}
    </li>
  );
}

export function nameOfAffected({ id, line }: AnyAffected, people: People): string {
  return line ?? people.nameOf(id as Parameters<People['nameOf']>[0]);
}

/** "Named worker, off duty" */
export function closeWords(person: Affected): string {
  const duty = person.duty === 'not-known' ? '' : `, ${dutyLabels[person.duty].toLowerCase()}`;
  return `${closenessLabels[person.closeness]}${duty}`;
}

const stateKinds = { 'not-yet-asked': 'due', offered: 'later', accepted: 'good', declined: 'none' } as const;

export function ContactState(props: { readonly person: Affected; readonly phaseId: PhaseId }) {
  const { person, phaseId } = props;
  const { status } = contactOf(person, phaseId);
  if (status === 'not-yet-asked' && isContactLogged(person, phaseId))
    return <Status kind="none">{person.optedOutOn === null ? 'Not possible' : 'Their choice: none'}</Status>;
  return <Status kind={stateKinds[status]}>{contactStatusLabels[status]}</Status>;
}

function answeredWords(contact: Contact, year: string): string {
  const day = contact.on === null ? '' : ` on ${dayWords(contact.on, year)}`;
  return `Asked${day}${contact.by === '' ? '' : ` by ${contact.by}`}`;
}
