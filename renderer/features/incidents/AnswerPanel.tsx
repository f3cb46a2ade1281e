import { useEffect, useRef, useState } from 'react';
import {
  everyoneAffected,
  isContactLogged,
  recordContact,
  setNoContactReason,
} from '@shared/event-plans/contacts';
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate } from '@shared/kernel/local-date';
import type { Contact, PlanOutline } from '@shared/records/event-plan/event-plan';
import { DraftNote } from '../../records/DraftNote';
import { useFormFields } from '../../records/use-form-fields';
import { Button, DateField, Form, FormActions, FormRow, Segmented, TextField } from '../../ui';
import type { ContactRowProps } from './ContactRow';
import styles from './incidents.module.css';
import { usePlanId } from './use-plan-id';

const answers = ['', 'offered', 'accepted', 'declined', 'not-possible', 'not-yet-asked'] as const;
type Answer = Exclude<(typeof answers)[number], ''>;

type AnswerFields = {
  readonly personId: string;
  readonly phaseId: string;
  readonly answer: Answer | '';
  readonly on: string;
  readonly by: string;
  readonly next: string;
  readonly reason: string;
};

export interface AnswerPanelProps extends ContactRowProps {
  readonly name: string;
  readonly contact: Contact;
  readonly onOptOut: () => void;
}

/** What somebody answered: the choice, the day, who asked, and when to ask again. Nothing else has a place here. */
export function AnswerPanel(props: AnswerPanelProps) {
  const { plan, affected, phaseId, today, change, onOpenChange, name, contact, onOptOut } = props;
  const { person } = affected;
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
      personId: affected.id,
      phaseId,
      answer: before,
      on: contact.on === null ? 'today' : formatDate(contact.on),
      by: contact.by === '' ? lastAsker(plan) : contact.by,
      next: contact.nextOn === null ? '' : formatDate(contact.nextOn),
      reason: person.noContactReason,
    },
    () => `A check-in with ${name}`,
    (draft) => draft.personId === affected.id && draft.phaseId === phaseId && answers.includes(draft.answer),
  );
  const { answer, on, by, next, reason } = form.fields;
  const [errors, setErrors] = useState<readonly { field: string; message: string }[]>([]);
  const panel = useRef<HTMLDivElement>(null);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;

  useEffect(() => {
    const radios = panel.current?.querySelectorAll<HTMLInputElement>('[role="radiogroup"] input') ?? [];
    ([...radios].find((radio) => radio.checked) ?? radios[0])?.focus();
  }, []);

  const save = async () => {
    const day = parseDateText(on, today);
    const nextDay = next.trim() === '' ? null : parseDateText(next, today);
    const problems: { field: string; message: string }[] = [];
    if (answer === '') problems.push({ field: 'answer', message: `Choose what ${name} said` });
    if (answer === 'not-possible' && reason.trim() === '')
      problems.push({ field: 'reason', message: 'Say why there is no check-in' });
    const needsDay = answer !== 'not-possible' && answer !== 'not-yet-asked' && answer !== '';
    if (needsDay && (day === null || day > today))
      problems.push({ field: 'on', message: 'Enter a day that is not in the future' });
    if (needsDay && next.trim() !== '' && (nextDay === null || nextDay <= (day ?? today)))
      problems.push({ field: 'next', message: 'Enter a day after this contact, or leave it empty' });
    setErrors(problems);
    if (problems.length > 0 || answer === '') return;
    const status = needsDay ? answer : 'not-yet-asked';
    const isSaved = await change((now) => {
      const answered = recordContact(now, affected.id, {
        phaseId,
        status,
        on: needsDay ? day : null,
        by: needsDay ? by.trim().slice(0, 200) : '',
        nextOn: needsDay ? nextDay : null,
      });
      return isFourWeeks
        ? setNoContactReason(answered, affected.id, answer === 'not-possible' ? reason.slice(0, 200) : '')
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
          onChange={(picked) => form.set({ answer: picked })}
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
            onChange={(words) => form.set({ reason: words })}
            error={errorOf('reason')}
          />
        )}
        {answer !== 'not-possible' && answer !== 'not-yet-asked' && (
          <>
            <FormRow>
              <DateField
                name="on"
                label="When"
                value={on}
                onChange={(text) => form.set({ on: text })}
                today={today}
                error={errorOf('on')}
              />
              <TextField
                name="by"
                label="Asked by"
                isOptional
                value={by}
                onChange={(words) => form.set({ by: words })}
              />
            </FormRow>
            <DateField
              name="next"
              label="Next contact"
              isOptional
              hint="Only if you agreed one."
              value={next}
              onChange={(text) => form.set({ next: text })}
              today={today}
              error={errorOf('next')}
            />
          </>
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
          <Button variant="quiet" onPress={onOptOut}>
            They want no further contact
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}

/** Mostly one person asks round: offer their name again. */
function lastAsker(plan: PlanOutline): string {
  const contacts = everyoneAffected(plan)
    .flatMap(({ person }) => person.contacts)
    .filter((contact) => contact.by !== '' && contact.on !== null);
  return contacts.sort((left, right) => (left.on ?? '').localeCompare(right.on ?? '')).at(-1)?.by ?? '';
}
