import { describe, expect, it } from 'vitest';
import {
  changeOf,
  currentCheck,
  finished,
  missingToFinish,
  nextCheck,
  previousOf,
  unratedAreas,
} from '@shared/readiness/finish';
import { readinessCheckSchema } from '@shared/records/readiness-check/readiness-check';
import { action, check, day, funded, idOf, today, wellbeingRated } from './support';

describe('finishing a check', () => {
  it('asks for a rating, evidence and a funded action for staff wellbeing, and for nothing else', () => {
    expect(missingToFinish(check(), [])).toEqual(['rating', 'evidence', 'action']);
    const rated = check({ areas: wellbeingRated });
    expect(missingToFinish(rated, [action(1)])).toEqual(['funding']);
    expect(missingToFinish(rated, [action(1, { cost: funded })])).toEqual([]);
    const blank = { ...wellbeingRated, wellbeing: { ...wellbeingRated.wellbeing, evidence: ' \n' } };
    expect(missingToFinish(check({ areas: blank }), [action(1, { cost: funded })])).toEqual(['evidence']);
  });

  it('counts no action of another area, none that was dropped, and none that was done before it began', () => {
    const rated = check({ areas: wellbeingRated });
    const others = [
      action(1, { cost: funded, readinessArea: 'leadership' }),
      action(2, { cost: funded, readinessArea: null }),
      action(3, { cost: funded, droppedOn: day('2026-03-01') }),
      action(4, { cost: funded, openedOn: day('2025-06-01'), doneOn: day('2026-02-01') }),
    ];
    expect(missingToFinish(rated, others)).toEqual(['action']);
    expect(finished(rated, others, [], today)).toBeNull();
    const doneWithin = action(5, { cost: funded, doneOn: day('2026-02-02') });
    expect(missingToFinish(rated, [...others, doneWithin])).toEqual([]);
  });

  it('keeps what it was finished with, and is not finished twice', () => {
    const rated = check({ areas: wellbeingRated });
    const found = [{ check: 'caseload-limit', state: 'yes', on: today, words: 'The limit is 20.' } as const];
    const done = finished(rated, [action(1, { cost: funded }), action(2)], found, today);
    expect(done).toMatchObject({ finalisedOn: today, finishedWith: { actions: ['Action 1'], found } });
    expect(readinessCheckSchema.safeParse(done).success).toBe(true);
    expect(done && finished(done, [action(1, { cost: funded })], [], today)).toBeNull();
  });

  it('is refused by the schema too, whoever writes it', () => {
    const finishedWith = { actions: ['Protected supervision'], found: [] };
    const schema = (over: object) =>
      readinessCheckSchema.safeParse({ ...check(), finalisedOn: today, finishedWith, ...over }).success;
    expect(schema({})).toBe(false);
    expect(schema({ areas: wellbeingRated })).toBe(true);
    expect(schema({ areas: wellbeingRated, finishedWith: { actions: [], found: [] } })).toBe(false);
    expect(schema({ areas: wellbeingRated, finishedWith: null })).toBe(false);
    expect(schema({ areas: wellbeingRated, finalisedOn: day('2026-02-01') })).toBe(false);
  });
});

describe('from check to check', () => {
  const old = {
    id: idOf(1),
    value: check({
      areas: wellbeingRated,
      blockers: [{ id: 'blocker-1', text: 'Empty posts', area: null, links: [] }],
      finalisedOn: day('2026-03-02'),
      finishedWith: { actions: ['Action'], found: [] },
    }),
  };
  const next = { id: idOf(2), value: nextCheck('Autumn', old, today) };

  it('begins with owners and blockers, without ratings and evidence', () => {
    expect(next.value.areas.wellbeing).toEqual({
      ...wellbeingRated.wellbeing,
      rating: null,
      evidence: '',
      ratedOn: null,
    });
    expect(next.value.blockers).toEqual(old.value.blockers);
    expect(next.value.finalisedOn).toBeNull();
    expect(unratedAreas(next.value)).toHaveLength(8);
    expect(readinessCheckSchema.safeParse(next.value).success).toBe(true);
  });

  it('compares with the one that it was begun from, else with the last one finished before it', () => {
    const later = { id: idOf(3), value: { ...old.value, finalisedOn: day('2026-03-30') } };
    const all = [later, next, old];
    expect(previousOf(all, next)?.id).toBe(old.id);
    const free = { id: idOf(4), value: { ...next.value, previousId: null } };
    expect(previousOf([...all, free], free)?.id).toBe(later.id);
    expect(previousOf(all, { ...old, value: { ...old.value, previousId: null } })).toBeNull();
    expect(currentCheck(all)?.id).toBe(next.id);
    expect(changeOf('wellbeing', next.value, old.value)).toEqual({ was: 2, now: null });
  });
});
