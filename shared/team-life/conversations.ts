/** What a team said, what came of it, and how many were there. Counts and days; nothing about who spoke. */
import { defaultMinimumGroup } from '@shared/instruments/wave-summary';
import { addDays, daysBetween, type LocalDate } from '@shared/kernel/local-date';
import type { Conversation, Said, SaidState } from '@shared/records/conversation/conversation';
import type { StoredRecord } from '@shared/vault/vault-api';
import { feedbackDays } from '@shared/wellbeing/feedback';

type ConversationRecord = StoredRecord<'conversation'>;

export interface BoardEntry {
  readonly key: string;
  readonly conversationId: ConversationRecord['id'];
  readonly on: LocalDate;
  readonly team: string;
  readonly said: Said;
}

export interface Board {
  readonly did: readonly BoardEntry[];
  readonly doing: readonly BoardEntry[];
  readonly notNow: readonly BoardEntry[];
  readonly waiting: readonly BoardEntry[];
}

/** Everything that was said since a day, by what came of it. Newest first; what waits, the longest first. */
export function boardOf(conversations: readonly ConversationRecord[], since: LocalDate | null = null): Board {
  const entries = conversations
    .filter(({ value }) => since === null || value.on >= since)
    .flatMap(({ id, value }) =>
      value.said.map((said): BoardEntry => ({
        key: `${id}-${said.id}`,
        conversationId: id,
        on: value.on,
        team: value.team,
        said,
      })),
    );
  const of = (state: SaidState): readonly BoardEntry[] =>
    entries
      .filter(({ said }) => said.state === state)
      .toSorted((left, right) => dayOf(right).localeCompare(dayOf(left)));
  return {
    did: of('did'),
    doing: of('doing'),
    notNow: of('not-now'),
    waiting: of('waiting').toReversed(),
  };
}

const dayOf = ({ said, on }: BoardEntry): LocalDate => said.answeredOn ?? on;

/** By when an answer is owed: the same eight weeks as after a round. */
export const answerDueOn = ({ on }: Pick<BoardEntry, 'on'>): LocalDate => addDays(on, feedbackDays);

export interface Presence {
  readonly conversationId: ConversationRecord['id'];
  readonly on: LocalDate;
  /** Null: nobody counted. */
  readonly count: number | null;
  /** Fewer than five: the count is not shown, as it says nearly who it was. */
  readonly isHidden: boolean;
}

/** Oldest first. */
export function presenceOf(conversations: readonly ConversationRecord[]): readonly Presence[] {
  return conversations
    .toSorted((left, right) => left.value.on.localeCompare(right.value.on))
    .map(({ id, value: { on, presentCount } }) => {
      const isHidden = presentCount !== null && presentCount < defaultMinimumGroup;
      return { conversationId: id, on, count: isHidden ? null : presentCount, isHidden };
    });
}

/** With the answer in it; the other words stay. */
export function withAnswer(conversation: Conversation, answered: Said): Conversation {
  return {
    ...conversation,
    said: conversation.said.map((each) => (each.id === answered.id ? answered : each)),
  };
}

/** How many days an answer is late; negative while there is time. */
export function daysWithoutAnswer(entry: BoardEntry, today: LocalDate): number {
  return daysBetween(answerDueOn(entry), today);
}
