import { describe, expect, it } from 'vitest';
import { creditOf, groupSummary, membersOn, sittingsOf } from '@shared/groups/sittings';
import { reflectiveGroupSchema } from '@shared/records/reflective-group/reflective-group';
import { day, id, session, stored } from '../retention/support';

const meeting = (byte: number, on: string, minutes: number, came: number, work = 0) =>
  stored('group-session', byte, {
    groupId: id(90),
    date: day(on),
    minutes,
    nextDate: null,
    attendance: [
      ...Array.from({ length: came }, (_, index) => ({ personId: id(index + 1), answer: 'came' as const })),
      ...Array.from({ length: work }, (_, index) => ({ personId: id(50 + index), answer: 'work' as const })),
    ],
  });

describe('credit for time in a group', () => {
  it.each([
    [120, 4, 60],
    [120, 6, 20],
    [90, 5, 18],
    [90, 3, 45],
  ])('%i minutes among %i: %i each', (minutes, came, credit) => {
    // Those who did not come do not make the credit smaller.
    const [sitting] = sittingsOf([], [meeting(80, '2026-03-05', minutes, came, 2)]);
    expect(sitting?.creditMinutes).toBe(credit);
  });

  it('adds up over a span, from both places where meetings stand', () => {
    const old = session(70, [1, 2, 3, 4], { date: day('2026-01-08'), minutes: 60 });
    const cancelled = stored('group-session', 81, {
      ...meeting(81, '2026-03-12', 90, 4).value,
      status: 'cancelled-by-service',
    });
    const sittings = sittingsOf([old, session(71, [1])], [meeting(80, '2026-03-05', 90, 5), cancelled]);
    expect(sittings).toHaveLength(3);
    expect(creditOf(sittings, id(1), day('2026-01-01'), day('2026-03-31'))).toBe(30 + 18);
    expect(creditOf(sittings, id(1), day('2026-01-09'), day('2026-03-05'))).toBe(18);
    expect(creditOf(sittings, id(5), day('2026-01-01'), day('2026-03-31'))).toBe(18);
  });
});

describe('a group', () => {
  const group = reflectiveGroupSchema.parse({
    ...stored('reflective-group', 90, {}).value,
    membership: 'open',
    minSize: 2,
    maxSize: 4,
    roster: [
      { personId: id(1), joinedOn: '2026-01-08', leftOn: null },
      { personId: id(2), joinedOn: '2026-01-08', leftOn: '2026-03-04' },
      { personId: id(50), joinedOn: '2026-03-05', leftOn: null },
    ],
    waiting: [{ personId: id(7), since: '2026-02-01' }],
  });

  it('has the members of the day', () => {
    expect(membersOn(group, day('2026-03-04'))).toEqual([id(1), id(2)]);
    expect(membersOn(group, day('2026-03-05'))).toEqual([id(1), id(50)]);
  });

  it('counts attendance against those who were members then, and themes of the whole', () => {
    const meetings = [meeting(80, '2026-02-05', 75, 1), meeting(81, '2026-03-05', 75, 2, 1)];
    const summary = groupSummary(id(90), group, meetings, day('2026-01-01'), day('2026-03-31'));
    expect(summary).toMatchObject({
      members: 2,
      places: 2,
      size: 'fits',
      waiting: 1,
      held: 2,
      // February: 1 of 2 came. March: of members 1 and 50 the first came; 2 had left.
      attendance: { part: 2, whole: 4, rate: 0.5 },
      keptAwayByWork: 1,
      lastHeld: '2026-03-05',
      themes: [{ theme: 'impact-of-the-work', count: 6 }],
    });
    expect(
      groupSummary(id(90), { ...group, membership: 'closed' }, [], day('2026-01-01'), day('2026-03-31'))
        .places,
    ).toBe(0);
  });
});
