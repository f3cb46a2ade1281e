/** How much has touched one person, and what else in the vault belongs beside a plan. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventsInYear, exposures } from '@shared/event-plans/exposure';
import { linksFor, roundsNear, roundWarning } from '@shared/event-plans/links';
import { openPlan } from '@shared/event-plans/open-plan';
import { type StoredPlan } from '@shared/event-plans/plan-state';
import { templateFor } from '@shared/event-plans/registry';
import type { RecordId } from '@shared/kernel/ids';
import { addDays, toLocalDate } from '@shared/kernel/local-date';
import { groupSessionKind } from '@shared/records/group-session/group-session';
import { reflectiveGroupKind } from '@shared/records/reflective-group/reflective-group';
import { sessionDefaults } from '@shared/records/supervision-session/supervision-session';
import { type EventPlan } from '@shared/records/event-plan/event-plan';

const id = (number: number) => number.toString(16).padStart(32, '0') as RecordId;
const day = toLocalDate;
const monday = day('2026-05-11');

function open(change: Partial<Parameters<typeof openPlan>[0]> = {}): EventPlan {
  const eventType = change.eventType ?? 'drug-related-death';
  return openPlan({
    nation: 'scotland',
    template: templateFor(eventType),
    eventType,
    occurredOn: monday,
    occurredAt: '16:20',
    everyoneSafe: 'yes',
    facts: '',
    affected: [{ personId: id(1), closeness: 'was-there' }],
    ...change,
  });
}
const stored = (number: number, value: EventPlan): StoredPlan => ({ id: id(number), value });

describe('exposure over twelve months', () => {
  const plans = [
    stored(1, open()),
    stored(2, open({ occurredOn: day('2025-12-01') })),
    stored(
      3,
      open({
        occurredOn: day('2025-07-01'),
        affected: [1, 2].map((n) => ({ personId: id(n), closeness: 'knew-them' as const })),
      }),
    ),
    stored(4, open({ occurredOn: day('2025-05-11') })),
  ];
  const count = (person: number, month: string, openCases: number) => ({
    value: { personId: id(person), month: month as never, openCases },
  });
  const caseloads = [
    count(1, '2026-04', 41),
    count(1, '2026-03', 60),
    count(2, '2026-04', 20),
    count(3, '2026-04', 25),
    count(1, '2026-06', 1),
  ];

  it('stands beside the latest caseload, with what may be offered', () => {
    const [first, second] = exposures(plans, caseloads, monday);
    expect(first).toMatchObject({
      personId: id(1),
      events: 3,
      lastEventOn: '2026-05-11',
      caseload: { month: '2026-04', openCases: 41 },
      words: 'Third hard event in 12 months. 41 open cases at the end of April 2026, more than most.',
    });
    expect(first?.offers).toHaveLength(4);
    expect(second).toMatchObject({ personId: id(2), events: 1, offers: [] });
  });

  it('agrees with the count of one person', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), (days) => {
        const asOf = addDays(monday, days);
        for (const { personId, events } of exposures(plans, caseloads, asOf))
          expect(eventsInYear(plans, personId, asOf)).toBe(events);
      }),
    );
  });

  it('is read by no report, import, disclosure or request', () => {
    const roots = ['shared/reports', 'shared/disclosure', 'shared/requests', 'renderer/features/reports'];
    const files = roots.flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => `${root}/${file}`),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) expect(readFileSync(file, 'utf8'), file).not.toContain('event-plans/exposure');
  });
});

describe('links', () => {
  const session = (number: number, date: string, nextDate: string | null) => ({
    id: id(number),
    value: {
      ...sessionDefaults,
      kind: 'line',
      date: day(date),
      personIds: [id(1)],
      nextDate: nextDate === null ? null : day(nextDate),
    },
  });

  it('find the day that was set last, past or ahead, and the next group', () => {
    const sessions = [
      session(11, '2026-03-01', '2026-05-20'),
      session(12, '2026-04-01', '2026-05-27'),
    ] as never;
    const group = {
      ...reflectiveGroupKind.examples[0]!,
      startedOn: day('2026-01-05'),
      endedOn: null,
      intervalDays: 28,
    };
    const roster = [{ personId: id(1), joinedOn: day('2026-01-05'), leftOn: null }];
    const sitting = {
      ...groupSessionKind.examples[0]!,
      groupId: id(30),
      date: day('2026-05-04'),
      nextDate: day('2026-06-01'),
    };
    const records = {
      sessions,
      groups: [{ id: id(30), value: { ...group, roster } }] as never,
      groupSessions: [{ id: id(31), value: sitting }] as never,
    };
    expect(linksFor(open(), records, monday)).toEqual([
      {
        personId: id(1),
        supervision: { on: '2026-05-27', isPast: false, sessionId: id(12) },
        groups: [{ groupId: id(30), name: group.name, on: '2026-06-01' }],
      },
    ]);
    expect(linksFor(open(), records, day('2026-06-10'))).toMatchObject([
      { supervision: { isPast: true }, groups: [] },
    ]);
    expect(linksFor(open(), { sessions: [], groups: [], groupSessions: [] }, monday)).toEqual([
      { personId: id(1), supervision: null, groups: [] },
    ]);
  });

  it('warn of a round within two weeks after the event', () => {
    const round = (opensOn: string, closesOn: string) => ({
      value: { opensOn: day(opensOn), closesOn: day(closesOn) },
    });
    const near = [
      round('2026-05-25', '2026-06-05'),
      round('2026-05-01', '2026-05-11'),
      round('2026-05-15', '2026-05-16'),
    ];
    const far = [round('2026-05-26', '2026-06-05'), round('2026-04-01', '2026-05-10')];
    expect(roundsNear(open(), [...near, ...far])).toEqual(near);
    expect(roundWarning(near[0]!.value, [stored(1, open())])).toContain('From 26 May 2026');
    expect(roundWarning(far[0]!.value, [stored(1, open())])).toBeNull();
  });
});
