/**
 * What became of what was agreed before: asked beside the form, kept in the new record in the words of then, and told
 * to the earlier records, so that an action that is done is open nowhere.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import {
  followUpOutcomes,
  isOpenAction,
  type AgreedAction,
  type SupervisionSession,
} from '@shared/records/supervision-session/supervision-session';
import type { Change } from '../../records/use-save-with-undo';
import type { StoredOutline, StoredRecord } from '../../vault';

/** A session as lists have it: without what people wrote at length. */
export type ListedSession = StoredOutline<'supervision-session'>;

type FollowUp = SupervisionSession['followUp'][number];
type Outcome = FollowUp['outcome'];

/** An action of an earlier session: which, and the place in its list. */
interface Target {
  readonly sessionId: RecordId;
  readonly index: number;
}

export interface FollowUpRow {
  /** "sessionId:index", or "own:index" for an answer that this record holds already. */
  readonly key: string;
  readonly text: string;
  /** Null for an answer whose action is not there any more. */
  readonly action: AgreedAction | null;
  readonly target: Target | null;
  /** Done elsewhere: shown, not asked. */
  readonly isClosed: boolean;
}

interface FollowUpSource {
  /** Earlier sessions with the same people, newest first. */
  readonly earlier: readonly ListedSession[];
  /** The record being changed. */
  readonly before: Pick<SupervisionSession, 'followUp' | 'date'> | null;
}

/** More than that is not last time any more. */
const howMany = 6;

/** Sessions of the form's people up to its day, newest first: what "last time" is. */
export function earlierSessions(
  sessions: readonly ListedSession[],
  fields: { readonly kind: string; readonly personIds: readonly string[] },
  own: RecordId | null,
  day: LocalDate,
): ListedSession[] {
  return sessions
    .filter(
      ({ id, value }) =>
        id !== own &&
        value.status === 'held' &&
        value.date <= day &&
        value.personIds.some((personId) => fields.personIds.includes(personId)) &&
        (fields.kind === 'reflective-group' || value.kind !== 'reflective-group'),
    )
    .sort((left, right) => (left.value.date < right.value.date ? 1 : -1))
    .slice(0, howMany);
}

/** The answers of this record, then all of last time's actions and those of before that are still open. */
export function followUpRows({ earlier, before }: FollowUpSource): FollowUpRow[] {
  const actions = earlier.flatMap((record, place) =>
    record.value.actions.map((action, index) => ({
      key: `${record.id}:${index}`,
      text: action.text,
      action,
      target: { sessionId: record.id, index },
      isClosed: !isOpenAction(action),
      isLast: place === 0,
    })),
  );
  const claimed = new Set<string>();
  const own = (before?.followUp ?? []).map(({ text }, index): FollowUpRow => {
    const match = actions.find(
      (each) =>
        each.text === text &&
        !claimed.has(each.key) &&
        (isOpenAction(each.action) || before?.date === (each.action.doneOn ?? each.action.droppedOn)),
    );
    if (match !== undefined) claimed.add(match.key);
    return {
      key: `own:${index}`,
      text,
      action: match?.action ?? null,
      target: match?.target ?? null,
      isClosed: false,
    };
  });
  const others = actions.filter(({ key, isLast, isClosed }) => !claimed.has(key) && (isLast || !isClosed));
  return [...own, ...others];
}

/** As the form keeps it: "key=outcome". */
export function outcomeOf(followUp: readonly string[], key: string): Outcome | '' {
  const said = followUp.find((each) => each.startsWith(`${key}=`))?.slice(key.length + 1);
  return followUpOutcomes.find((outcome) => outcome === said) ?? '';
}

export function withOutcome(followUp: readonly string[], key: string, outcome: Outcome): string[] {
  return [...followUp.filter((each) => !each.startsWith(`${key}=`)), `${key}=${outcome}`];
}

export function followUpFields(followUp: SupervisionSession['followUp']): string[] {
  return followUp.map(({ outcome }, index) => `own:${index}=${outcome}`);
}

export function readFollowUp(rows: readonly FollowUpRow[], followUp: readonly string[]): FollowUp[] {
  return rows.flatMap((row): FollowUp[] => {
    const outcome = answerOf(row, followUp);
    return outcome === '' ? [] : [{ text: row.text, outcome }];
  });
}

/** An answer from a draft counts no more when the action was closed elsewhere meanwhile. */
function answerOf(row: FollowUpRow, followUp: readonly string[]): Outcome | '' {
  return row.isClosed ? '' : outcomeOf(followUp, row.key);
}

/** How an action was closed; an answer of the other two opens it again. */
function closureOf(action: AgreedAction | null): 'done' | 'dropped' | null {
  return action === null || isOpenAction(action) ? null : action.doneOn === null ? 'dropped' : 'done';
}

function closureIn(outcome: Outcome): 'done' | 'dropped' | null {
  return outcome === 'done' || outcome === 'dropped' ? outcome : null;
}

/** The earlier records that an answer changes. */
export function sessionsToTell(rows: readonly FollowUpRow[], followUp: readonly string[]): RecordId[] {
  const told = rows.flatMap((row) => {
    const outcome = answerOf(row, followUp);
    const isChange = outcome !== '' && closureIn(outcome) !== closureOf(row.action);
    return row.target !== null && isChange ? [row.target.sessionId] : [];
  });
  return [...new Set(told)];
}

/** One change for each of them. `whole`: read in full, so that nothing that lists leave out is saved over. */
export function followUpChanges(
  whole: readonly StoredRecord<'supervision-session'>[],
  rows: readonly FollowUpRow[],
  followUp: readonly string[],
  closedOn: LocalDate,
): Change[] {
  return whole.map((before) => {
    const actions = before.value.actions.map((action, index) => {
      const row = rows.find(({ target }) => target?.sessionId === before.id && target.index === index);
      const outcome = row === undefined ? '' : answerOf(row, followUp);
      // The words are looked at again: the record may have changed since the list was drawn.
      if (row === undefined || outcome === '' || row.text !== action.text) return action;
      const closure = closureIn(outcome);
      // One that is closed the same way already keeps its day.
      if (closure === closureOf(action)) return action;
      return {
        ...action,
        doneOn: closure === 'done' ? closedOn : null,
        droppedOn: closure === 'dropped' ? closedOn : null,
      };
    });
    return { kind: 'supervision-session', id: before.id, value: { ...before.value, actions }, before };
  });
}
