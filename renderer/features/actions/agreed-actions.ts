/** Actions agreed in supervision, read out of the session records that hold them. */
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import { isOpenAction } from '@shared/records/supervision-session/supervision-session';
import type { StoredOutline } from '@shared/vault/vault-api';

export interface ListedAction {
  readonly key: string;
  readonly sessionId: RecordId;
  /** Place within the session's list. */
  readonly index: number;
  readonly text: string;
  readonly owner: string;
  readonly due: LocalDate | null;
  readonly doneOn: LocalDate | null;
  readonly droppedOn: LocalDate | null;
  readonly agreedOn: LocalDate;
  readonly personIds: readonly RecordId[];
}

export function listActions(
  sessions: readonly StoredOutline<'supervision-session'>[],
): readonly ListedAction[] {
  return sessions.flatMap((session) =>
    session.value.actions.map((action, index) => ({
      key: `${session.id}-${String(index)}`,
      sessionId: session.id,
      index,
      text: action.text,
      owner: action.owner,
      due: action.due,
      doneOn: action.doneOn,
      droppedOn: action.droppedOn,
      agreedOn: session.value.date,
      personIds: session.value.personIds,
    })),
  );
}

/** Soonest first; what has no date comes after what has one, older agreements first. */
export function openFirst(actions: readonly ListedAction[]): readonly ListedAction[] {
  return actions
    .filter(isOpenAction)
    .toSorted(
      (a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.agreedOn.localeCompare(b.agreedOn),
    );
}

/** No longer needed, the latest first: closed, and not done. */
export function droppedLast(actions: readonly ListedAction[]): readonly ListedAction[] {
  return actions
    .filter((action) => action.droppedOn !== null)
    .toSorted((a, b) => (b.droppedOn ?? '').localeCompare(a.droppedOn ?? ''));
}

/** Latest first. */
export function doneLast(actions: readonly ListedAction[]): readonly ListedAction[] {
  return actions
    .filter((action) => action.doneOn !== null)
    .toSorted((a, b) => (b.doneOn ?? '').localeCompare(a.doneOn ?? ''));
}
