/** What the life of the team asks for: answers that are owed, training and briefings whose day has come. Pure. */
import type { RecordId } from '@shared/kernel/ids';
import { daysBetween, type LocalDate } from '@shared/kernel/local-date';
import type { StoredRecord } from '@shared/vault/vault-api';
import { answerDueOn, boardOf, daysWithoutAnswer } from './conversations';
import { stepState } from './training';

export interface TeamRecords {
  readonly conversations: readonly StoredRecord<'conversation'>[];
  readonly plans: readonly StoredRecord<'training-plan'>[];
  readonly briefings: readonly StoredRecord<'leader-briefing'>[];
}

export interface TeamNeed {
  readonly key: string;
  readonly kind: 'answer' | 'training' | 'briefing';
  /** The conversation, the plan or the briefing. */
  readonly recordId: RecordId;
  readonly on: LocalDate;
  /** 0 is today; more is late. */
  readonly daysLate: number;
  /** Somebody's own words: what was said, what the step is called, or for whom the briefing is. */
  readonly words: string;
}

/** Only what is due by today: what is still ahead needs nobody yet. The longest due first. */
export function teamNeeds(records: TeamRecords, today: LocalDate): readonly TeamNeed[] {
  const answers = boardOf(records.conversations).waiting.map((entry): TeamNeed => ({
    key: `answer-${entry.key}`,
    kind: 'answer',
    recordId: entry.conversationId,
    on: answerDueOn(entry),
    daysLate: daysWithoutAnswer(entry, today),
    words: entry.said.said,
  }));
  const training = records.plans.flatMap(({ id, value }) =>
    value.steps.flatMap((step): TeamNeed[] =>
      step.plannedOn === null || !['late', 'planned'].includes(stepState(step, today))
        ? []
        : [
            {
              key: `training-${id}-${step.id}`,
              kind: 'training',
              recordId: id,
              on: step.plannedOn,
              daysLate: daysBetween(step.plannedOn, today),
              words: step.title,
            },
          ],
    ),
  );
  const briefings = lastBriefings(records.briefings).flatMap(({ id, value }): TeamNeed[] =>
    value.nextOn === null
      ? []
      : [
          {
            key: `briefing-${id}`,
            kind: 'briefing',
            recordId: id,
            on: value.nextOn,
            daysLate: daysBetween(value.nextOn, today),
            words: value.role,
          },
        ],
  );
  return [...answers, ...training, ...briefings]
    .filter(({ daysLate }) => daysLate >= 0)
    .toSorted((left, right) => right.daysLate - left.daysLate);
}

/** The last one for each role or body: an earlier "next one" is answered by it. Newest first. */
export function lastBriefings(
  briefings: readonly StoredRecord<'leader-briefing'>[],
): readonly StoredRecord<'leader-briefing'>[] {
  const roles = new Set<string>();
  return briefings
    .toSorted((left, right) => right.value.on.localeCompare(left.value.on))
    .filter(({ value }) => {
      const role = value.role.trim().toLocaleLowerCase('en-GB');
      if (roles.has(role)) return false;
      roles.add(role);
      return true;
    });
}
