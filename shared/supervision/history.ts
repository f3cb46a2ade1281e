/** What has happened with one person, newest first: sessions, time away as dates, support offered. */
import { daysBetween, type LocalDate } from '@shared/kernel/local-date';
import type { RecordId } from '@shared/kernel/ids';
import type { Absence } from '@shared/records/absence/absence';
import type { Contact } from '@shared/records/event-plan/event-plan';
import type { StoredOutline, StoredRecord } from '@shared/vault/vault-api';

export type HistoryItem =
  | {
      readonly type: 'session';
      readonly on: LocalDate;
      readonly id: RecordId;
      readonly session: StoredOutline<'supervision-session'>['value'];
    }
  | {
      readonly type: 'absence';
      readonly on: LocalDate;
      readonly id: RecordId;
      readonly absence: Absence;
      readonly days: number | null;
    }
  | {
      readonly type: 'contact';
      readonly on: LocalDate;
      readonly id: RecordId;
      readonly status: Contact['status'];
      readonly phaseId: Contact['phaseId'];
      readonly eventOn: LocalDate;
    };

export interface HistoryRequest {
  readonly personId: RecordId;
  readonly sessions: readonly StoredOutline<'supervision-session'>[];
  readonly absences: readonly StoredRecord<'absence'>[];
  readonly plans: readonly StoredOutline<'event-plan'>[];
}

export function personHistory({ personId, sessions, absences, plans }: HistoryRequest): HistoryItem[] {
  const items: HistoryItem[] = [];
  for (const { id, value } of sessions) {
    if (value.personIds.includes(personId))
      items.push({ type: 'session', on: value.date, id, session: value });
  }
  for (const { id, value } of absences) {
    if (value.personId !== personId) continue;
    const days = value.lastDay === null ? null : daysBetween(value.firstDay, value.lastDay) + 1;
    items.push({ type: 'absence', on: value.firstDay, id, absence: value, days });
  }
  for (const { id, value } of plans) {
    for (const affected of value.affected) {
      if (affected.personId !== personId) continue;
      for (const contact of affected.contacts) {
        // A fact of support only: what the event was stays with its plan.
        if (contact.status !== 'not-yet-asked') {
          items.push({
            type: 'contact',
            on: contact.on ?? value.occurredOn,
            id,
            status: contact.status,
            phaseId: contact.phaseId,
            eventOn: value.occurredOn,
          });
        }
      }
    }
  }
  return items.sort((left, right) => (left.on < right.on ? 1 : left.on > right.on ? -1 : 0));
}
