/** When a check can be finished, what it then keeps, and how the next one begins from it. */
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import { hasFunding, type Action } from '@shared/records/action/action';
import {
  mapAreas,
  noAreas,
  noCheckNotes,
  type ReadinessCheck,
} from '@shared/records/readiness-check/readiness-check';
import { readinessAreaIds, type ReadinessAreaId, type ReadinessRating } from './areas';
import { usualCoverageTarget } from './sub-checks';
import type { CheckFound } from './wellbeing-checks';

type ActionRecord = { readonly id: RecordId; readonly value: Action };
type Stored = { readonly id: RecordId; readonly value: ReadinessCheck };

/** What is done for an area in the time of this check: still open, or done since it was begun. */
export function actionsOfArea<R extends ActionRecord>(
  actions: readonly R[],
  area: ReadinessAreaId,
  { startedOn }: Pick<ReadinessCheck, 'startedOn'>,
): R[] {
  return actions.filter(
    ({ value }) =>
      value.readinessArea === area &&
      value.droppedOn === null &&
      (value.doneOn === null || value.doneOn >= startedOn),
  );
}

export function fundedActions<R extends ActionRecord>(
  actions: readonly R[],
  check: Pick<ReadinessCheck, 'startedOn'>,
): R[] {
  return actionsOfArea(actions, 'wellbeing', check).filter(({ value }) => hasFunding(value));
}

/** Without these a check stays open: staff wellbeing has to be a priority, and supported in deeds. */
export type Missing = 'rating' | 'evidence' | 'action' | 'funding';

export function missingToFinish(
  check: Pick<ReadinessCheck, 'areas' | 'startedOn'>,
  actions: readonly ActionRecord[],
): readonly Missing[] {
  const { rating, evidence } = check.areas.wellbeing;
  const missing: Missing[] = [];
  if (rating === null) missing.push('rating');
  if (evidence.trim() === '') missing.push('evidence');
  if (actionsOfArea(actions, 'wellbeing', check).length === 0) missing.push('action');
  else if (fundedActions(actions, check).length === 0) missing.push('funding');
  return missing;
}

/** No reason to wait, but worth knowing before it is history. */
export function unratedAreas({ areas }: Pick<ReadinessCheck, 'areas'>): ReadinessAreaId[] {
  return readinessAreaIds.filter((id) => areas[id].rating === null);
}

/** Null while something is missing. */
export function finished(
  check: ReadinessCheck,
  actions: readonly ActionRecord[],
  found: readonly CheckFound[],
  today: LocalDate,
): ReadinessCheck | null {
  if (check.finalisedOn !== null || missingToFinish(check, actions).length > 0) return null;
  return {
    ...check,
    finalisedOn: today,
    finishedWith: {
      actions: fundedActions(actions, check).map(({ value }) => value.what),
      found: [...found],
    },
  };
}

/**
 * The next check: owners and blockers go on, since who sees to an area and what is in the way seldom changes overnight.
 * Ratings and evidence are asked for anew, with the last ones beside them.
 */
export function nextCheck(name: string, previous: Stored | null, today: LocalDate): ReadinessCheck {
  return {
    name,
    startedOn: today,
    previousId: previous?.id ?? null,
    areas:
      previous === null
        ? noAreas
        : mapAreas(previous.value.areas, (area) => ({ ...area, rating: null, evidence: '', ratedOn: null })),
    coverageTarget: previous?.value.coverageTarget ?? usualCoverageTarget,
    checkNotes: noCheckNotes,
    blockers: previous?.value.blockers ?? [],
    finalisedOn: null,
    finishedWith: null,
  };
}

/** The finished check to compare with: the one that it was begun from, or the last one finished before it. */
export function previousOf<R extends Stored>(checks: readonly R[], check: Stored): R | null {
  const finishedOnes = checks.filter(({ id, value }) => id !== check.id && value.finalisedOn !== null);
  const from = finishedOnes.find(({ id }) => id === check.value.previousId);
  if (from !== undefined) return from;
  const until = check.value.finalisedOn ?? check.value.startedOn;
  return (
    finishedOnes
      .filter(({ value }) => value.finalisedOn !== null && value.finalisedOn <= until)
      .toSorted((left, right) => (left.value.finalisedOn ?? '').localeCompare(right.value.finalisedOn ?? ''))
      .at(-1) ?? null
  );
}

/** The one that is being worked on: the newest that is not finished. */
export function currentCheck<R extends Stored>(checks: readonly R[]): R | null {
  return (
    checks
      .filter(({ value }) => value.finalisedOn === null)
      .toSorted((left, right) => left.value.startedOn.localeCompare(right.value.startedOn))
      .at(-1) ?? null
  );
}

/** Finished ones, the newest first. */
export function finishedChecks<R extends Stored>(checks: readonly R[]): R[] {
  return checks
    .filter(({ value }) => value.finalisedOn !== null)
    .toSorted((left, right) => (right.value.finalisedOn ?? '').localeCompare(left.value.finalisedOn ?? ''));
}

export interface AreaChange {
  readonly was: ReadinessRating | null;
  readonly now: ReadinessRating | null;
}

export function changeOf(
  area: ReadinessAreaId,
  check: Pick<ReadinessCheck, 'areas'>,
  previous: Pick<ReadinessCheck, 'areas'> | null,
): AreaChange {
  return { was: previous?.areas[area].rating ?? null, now: check.areas[area].rating };
}
