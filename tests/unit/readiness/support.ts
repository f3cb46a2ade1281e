/** A check, an action and sources of wellbeing checks, as small as they may be. */
import { recordIdFromBytes, type RecordId } from '@shared/kernel/ids';
import { toLocalDate } from '@shared/kernel/local-date';
import { nextCheck } from '@shared/readiness/finish';
import { noCost, actionSchema, type Action } from '@shared/records/action/action';
import { noAreas, type ReadinessCheck } from '@shared/records/readiness-check/readiness-check';

export const day = toLocalDate;
export const today = day('2026-03-31');
export const idOf = (index: number): RecordId =>
  recordIdFromBytes(Uint8Array.from({ length: 16 }, (_value, at) => (at === 0 ? index : 5)));

export function check(over: Partial<ReadinessCheck> = {}): ReadinessCheck {
  return { ...nextCheck('Readiness, spring', null, day('2026-02-02')), ...over };
}

export const wellbeingRated: ReadinessCheck['areas'] = {
  ...noAreas,
  wellbeing: {
    rating: 2,
    evidence: 'A round in September.',
    ratedOn: day('2026-03-01'),
    ownerId: null,
    ownerRole: 'Manager',
  },
};

export function action(index: number, over: Partial<Action> = {}) {
  const value = actionSchema.parse({
    what: `Action ${index}`,
    ownerId: null,
    ownerRole: '',
    openedOn: '2026-02-03',
    dueOn: null,
    reviewOn: '2026-03-31',
    source: null,
    ruleId: null,
    driver: 'other',
    readinessArea: 'wellbeing',
    evidence: '',
    cost: noCost,
    remeasure: null,
    reviews: [],
    handovers: [],
    doneOn: null,
    droppedOn: null,
    droppedWhy: '',
    ...over,
  });
  return { id: idOf(index), value };
}

export const funded: Action['cost'] = { kind: 'time', pounds: null, isFunded: true, fundedFrom: '' };
