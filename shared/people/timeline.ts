/** One person's time here, newest first: supervision, groups, agreements, dates of plans, offers, actions, leave. */
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import { sittingsOf } from '@shared/groups/sittings';
import type { PairKind } from '@shared/records/agreement/agreement';
import type { attendances } from '@shared/records/group-session/group-session';
import { personHistory, type HistoryItem, type HistoryRequest } from '@shared/supervision/history';
import type { StoredOutline, StoredRecord } from '@shared/vault/vault-api';
import { teamTimes } from './teams';

export type TimelineItem =
  | HistoryItem
  | { readonly type: 'started'; readonly on: LocalDate; readonly id: RecordId; readonly isReturn: boolean }
  | { readonly type: 'left'; readonly on: LocalDate; readonly id: RecordId }
  | {
      readonly type: 'long-leave';
      readonly on: LocalDate;
      readonly id: RecordId;
      readonly until: LocalDate | null;
    }
  | {
      readonly type: 'team-move';
      readonly on: LocalDate;
      readonly id: RecordId;
      /** Empty: into no team. */
      readonly team: string;
    }
  | {
      readonly type: 'group-meeting';
      readonly on: LocalDate;
      readonly id: RecordId;
      readonly answer: (typeof attendances)[number];
      readonly creditMinutes: number | null;
    }
  | {
      readonly type: 'agreement' | 'agreement-review' | 'agreement-ended';
      readonly on: LocalDate;
      readonly id: RecordId;
      readonly kind: PairKind;
    }
  | {
      readonly type: 'action';
      readonly on: LocalDate;
      readonly id: RecordId;
      readonly text: string;
      readonly state: 'open' | 'done' | 'dropped';
    }
  /** Dates only: what is in a plan is its owner's. */
  | { readonly type: 'plan-review'; readonly on: LocalDate; readonly id: RecordId }
  | {
      readonly type: 'moved-to-process';
      readonly on: LocalDate;
      readonly id: RecordId;
      readonly toldOn: LocalDate;
    }
  | { readonly type: 'asked-for-copy' | 'copy-given'; readonly on: LocalDate; readonly id: RecordId };

export interface TimelineRequest extends HistoryRequest {
  readonly person: StoredRecord<'person'>;
  readonly groupSessions: readonly StoredOutline<'group-session'>[];
  readonly agreements: readonly StoredRecord<'agreement'>[];
  readonly wellbeingPlans: readonly StoredRecord<'wellbeing-plan'>[];
  readonly processMoves: readonly StoredRecord<'process-move'>[];
  readonly accessRequests: readonly StoredRecord<'access-request'>[];
}

export function personTimeline(request: TimelineRequest): TimelineItem[] {
  const { person, personId } = request;
  const items: TimelineItem[] = [...personHistory(request), ...employment(person)];
  const credits = new Map(sittingsOf([], request.groupSessions).map((each) => [each.id, each.creditMinutes]));
  for (const { id, value } of request.groupSessions) {
    const mine = value.attendance.find((entry) => entry.personId === personId);
    if (mine === undefined || value.status !== 'held') continue;
    const creditMinutes = mine.answer === 'came' ? (credits.get(id) ?? null) : null;
    items.push({ type: 'group-meeting', on: value.date, id, answer: mine.answer, creditMinutes });
  }
  for (const { id, value } of request.agreements) {
    if (value.personId !== personId) continue;
    const { kind } = value;
    items.push({ type: 'agreement', on: value.startedOn, id, kind });
    if (value.endedOn === null) items.push({ type: 'agreement-review', on: value.reviewOn, id, kind });
    else items.push({ type: 'agreement-ended', on: value.endedOn, id, kind });
  }
  for (const { id, value } of request.sessions) {
    // Of a group nobody knows whose action it is.
    if (value.personIds.length !== 1 || value.personIds[0] !== personId) continue;
    for (const { text, due, doneOn, droppedOn } of value.actions) {
      const on = doneOn ?? droppedOn ?? due;
      const state = doneOn !== null ? 'done' : droppedOn !== null ? 'dropped' : 'open';
      if (on !== null) items.push({ type: 'action', on, id, text, state });
    }
  }
  for (const { id, value } of request.wellbeingPlans)
    if (value.ownerId === personId && value.reviewOn !== null)
      items.push({ type: 'plan-review', on: value.reviewOn, id });
  for (const { id, value } of request.processMoves)
    if (value.personId === personId)
      items.push({ type: 'moved-to-process', on: value.movedOn, id, toldOn: value.toldOn });
  for (const { id, value } of request.accessRequests) {
    if (value.personId !== personId) continue;
    items.push({ type: 'asked-for-copy', on: value.receivedOn, id });
    if (value.status === 'answered' && value.closedOn !== null)
      items.push({ type: 'copy-given', on: value.closedOn, id });
  }
  return items.sort((left, right) => (left.on < right.on ? 1 : left.on > right.on ? -1 : 0));
}

function employment({ id, value }: StoredRecord<'person'>): TimelineItem[] {
  const spells = [...value.earlierSpells, { startDate: value.startDate, lastDay: value.lastDay }];
  const stays = spells.flatMap(({ startDate, lastDay }, index): TimelineItem[] => [
    { type: 'started', on: startDate, id, isReturn: index > 0 },
    ...(lastDay === null ? [] : [{ type: 'left', on: lastDay, id } as const]),
  ]);
  const leaves = value.leaves.map(
    ({ firstDay, lastDay }) => ({ type: 'long-leave', on: firstDay, id, until: lastDay }) as const,
  );
  const moves = teamTimes(value).flatMap(({ team, from }): TimelineItem[] =>
    from === null ? [] : [{ type: 'team-move', on: from, id, team }],
  );
  return [...stays, ...leaves, ...moves];
}
