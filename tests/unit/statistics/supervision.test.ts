import { describe, expect, it } from 'vitest';
import { toLocalDate } from '@shared/kernel/local-date';
import {
  groupSupervisionCredit,
  supervisionCoverage,
  supervisionStatus,
} from '@shared/statistics/supervision';

const d = toLocalDate;

describe('supervisionStatus', () => {
  // Acceptance story 2: interval 56 days, as of 31 March 2026.
  it.each([
    ['2026-02-05', 54, 'on-time', 0],
    ['2026-02-03', 56, 'due', 0],
    ['2026-02-02', 57, 'overdue', 1],
  ])('last held %s', (lastHeld, daysSince, state, overdueBy) => {
    const status = supervisionStatus({
      lastHeld: d(lastHeld),
      start: null,
      intervalDays: 56,
      asOf: d('2026-03-31'),
    });
    expect(status).toEqual({ lastHeld, daysSince, state, overdueBy });
  });
  it('counts from the start when no session was ever held', () => {
    const common = { lastHeld: null, intervalDays: 28, asOf: d('2026-03-31') };
    expect(supervisionStatus({ ...common, start: d('2026-03-01') })).toMatchObject({
      daysSince: 30,
      state: 'overdue',
    });
    expect(supervisionStatus({ ...common, start: null })).toMatchObject({
      daysSince: null,
      state: 'unknown',
    });
  });
});

describe('supervisionCoverage', () => {
  const person = (id: string, over: object = {}) => ({
    id,
    start: d('2020-01-01'),
    end: null,
    sessions: [],
    ...over,
  });
  const held = (date: string) => ({ date: d(date), held: true });
  it('counts held sessions of people there throughout, both ends of the window included', () => {
    const people = [
      person('first-day', { sessions: [held('2024-12-21')] }),
      person('day-before', { sessions: [held('2024-12-20')] }),
      person('cancelled', { sessions: [{ date: d('2025-01-10'), held: false }] }),
      person('started-late', { start: d('2024-12-22') }),
      person('left', { end: d('2025-01-30'), sessions: [held('2025-01-05')] }),
      person('on-leave', { leave: [{ start: d('2024-11-01'), end: null }] }),
      person('back-from-leave', {
        leave: [{ start: d('2024-11-01'), end: d('2025-01-29') }],
        sessions: [held('2025-01-31')],
      }),
    ];
    expect(supervisionCoverage(people, d('2025-01-31'), 42)).toEqual({
      from: '2024-12-21',
      eligible: 4,
      covered: 2,
      excluded: ['started-late', 'left', 'on-leave'],
      notCovered: ['day-before', 'cancelled'],
      rate: 0.5,
    });
  });
  it('has no rate when nobody is eligible', () => {
    expect(supervisionCoverage([], d('2025-01-31'), 42).rate).toBeNull();
  });
});

it('shares group time as BACP counts it', () => {
  const credits = [
    [120, 4],
    [120, 6],
    [90, 5],
    [90, 3],
    [60, 1],
    [60, 0],
  ].map(([m, n]) => groupSupervisionCredit(m!, n!));
  expect(credits).toEqual([60, 20, 18, 45, 60, null]);
});
