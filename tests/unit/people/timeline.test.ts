import { expect, it } from 'vitest';
import { personTimeline } from '@shared/people/timeline';
import { day, id, session, stored } from '../retention/support';

it('shows everything of one person as days, newest first, and nothing of others', () => {
  const items = personTimeline({
    personId: id(1),
    person: stored('person', 1, {
      startDate: day('2021-03-01'),
      lastDay: null,
      earlierSpells: [{ startDate: day('2018-05-01'), lastDay: day('2019-12-31'), leavingReason: 'moved' }],
      leaves: [{ firstDay: day('2022-01-03'), lastDay: null }],
    }),
    sessions: [
      session(11, [1], {
        date: day('2026-02-05'),
        actions: [
          { text: 'Swap the clinic', owner: '', due: day('2026-02-20'), doneOn: null, droppedOn: null },
        ],
      }),
      session(12, [2], { date: day('2026-02-06') }),
    ],
    absences: [],
    plans: [],
    groupSessions: [
      stored('group-session', 21, {
        date: day('2026-03-05'),
        minutes: 60,
        attendance: [
          { personId: id(1), answer: 'came' },
          { personId: id(2), answer: 'work' },
        ],
      }),
    ],
    agreements: [
      stored('agreement', 31, { personId: id(1), startedOn: day('2026-01-12'), reviewOn: day('2027-01-12') }),
    ],
    wellbeingPlans: [
      stored('wellbeing-plan', 41, { ownerId: id(1), reviewOn: day('2026-09-01') }),
      stored('wellbeing-plan', 42, { ownerId: id(2) }),
    ],
    processMoves: [stored('process-move', 51, { personId: id(1) })],
    accessRequests: [stored('access-request', 61, { personId: id(1) })],
  });
  expect(items.map(({ type, on }) => `${on} ${type}`)).toEqual([
    '2027-01-12 agreement-review',
    '2026-09-01 plan-review',
    '2026-05-12 moved-to-process',
    '2026-03-05 group-meeting',
    '2026-02-24 copy-given',
    '2026-02-20 action',
    '2026-02-05 session',
    '2026-01-31 asked-for-copy',
    '2026-01-12 agreement',
    '2022-01-03 long-leave',
    '2021-03-01 started',
    '2019-12-31 left',
    '2018-05-01 started',
  ]);
  expect(items.find(({ type }) => type === 'group-meeting')).toMatchObject({
    creditMinutes: 60,
    answer: 'came',
  });
  expect(JSON.stringify(items)).not.toContain('Ten minutes outside');
});
