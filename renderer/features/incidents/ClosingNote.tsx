import { Lock } from 'lucide-react';
import type { Ref } from 'react';
import { canClose } from '@shared/event-plans/contacts';
import { phaseWindow } from '@shared/event-plans/phases';
import type { LocalDate } from '@shared/kernel/local-date';
import type { PlanOutline } from '@shared/records/event-plan/event-plan';
import { Button } from '../../ui';
import styles from './incidents.module.css';
import type { People } from './people';
import { dayWords, nameWords } from './plan-words';

export interface ClosingNoteProps {
  readonly plan: PlanOutline;
  readonly today: LocalDate;
  readonly people: People;
  readonly hasTried: boolean;
  /** A person's id, or that of a line of those who are not on the people list. */
  readonly onAnswer: (id: string) => void;
  readonly ref: Ref<HTMLDivElement>;
}

/** Why the plan stays open, and the way to solve it. Quiet until four weeks are up or somebody asks. */
export function ClosingNote(props: ClosingNoteProps) {
  const { plan, today, people, hasTried, onAnswer, ref } = props;
  const closing = canClose(plan);
  const waitingFor: readonly { readonly id: string; readonly name: string }[] = [
    ...closing.waitingFor.map((id) => ({ id, name: people.nameOf(id) })),
    ...plan.othersAffected
      .filter(({ id }) => closing.waitingForOthers.includes(id))
      .map(({ id, line }) => ({ id, name: line })),
  ];
  const fourWeeks = phaseWindow('day-28', plan.occurredOn).from;
  if (waitingFor.length === 0 || (!hasTried && today < fourWeeks)) return null;
  const names = nameWords(waitingFor.map(({ name }) => name));
  const isEarly = today < fourWeeks;
  return (
    <div ref={ref} tabIndex={-1} role="group" aria-labelledby="cannot-close" className={styles.cannot}>
      <Lock aria-hidden="true" />
      <div>
        <h2 id="cannot-close">This plan cannot close yet</h2>
        <p className={styles.small}>
          {names} {waitingFor.length === 1 ? 'has' : 'have'} no four-week answer.{' '}
          {isEarly
            ? `That check-in is due on ${dayWords(fourWeeks, plan.occurredOn.slice(0, 4))}.`
            : 'Record the answer, or say why there is none.'}
        </p>
        {waitingFor.length > 3 && (
          <ul aria-label="Without a four-week answer" className={styles.waiting}>
            {waitingFor.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        )}
        {!isEarly && (
          <div className={styles.guardButtons}>
            {waitingFor.slice(0, 3).map(({ id, name }) => (
              <Button
                key={id}
                size="small"
                onPress={() => {
                  onAnswer(id);
                }}
              >
                {waitingFor.length === 1 ? 'Record an answer' : `Record ${name}`}
              </Button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
