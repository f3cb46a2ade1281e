/** The date engine: clocks, calendars, late entry and corrected dates, whatever zone the machine is set to. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addHours, instantOf, wallTimeAt } from '@shared/event-plans/london-time';
import { openPlan, redatePlan, changeStep } from '@shared/event-plans/open-plan';
import { phaseWindow } from '@shared/event-plans/phases';
import { currentPhase, dueSteps, hasLapsed, phaseState, phaseStates } from '@shared/event-plans/plan-state';
import { planTemplates, templateFor } from '@shared/event-plans/registry';
import { dueOf } from '@shared/event-plans/timing';
import type { RecordId } from '@shared/kernel/ids';
import { addDays, daysBetween, fromDayNumber, toLocalDate } from '@shared/kernel/local-date';
import { eventTypes, phaseIds, type StepTiming } from '@shared/records/event-plan/event-plan';

const day = toLocalDate;
const anyDay = fc.integer({ min: 14_000, max: 40_000 }).map(fromDayNumber);
const anyTime = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
const hours = (amount: number): StepTiming => ({ amount, unit: 'hours', plusDays: 0 });

const zones = ['UTC', 'Europe/London', 'Pacific/Kiritimati', 'Pacific/Niue', 'America/St_Johns'];
const ownZone = process.env.TZ;

describe.each(zones)('on a machine in %s', (zone) => {
  beforeEach(() => {
    process.env.TZ = zone;
  });
  afterEach(() => {
    if (ownZone === undefined) delete process.env.TZ;
    else process.env.TZ = ownZone;
  });

  it('has the zone that it says', () => {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  });

  it('gives the dates of the acceptance story', () => {
    const on = day('2026-05-11');
    const plan = openPlan({
      nation: 'scotland',
      template: templateFor('drug-related-death'),
      eventType: 'drug-related-death',
      occurredOn: on,
      occurredAt: '16:20',
      everyoneSafe: 'yes',
      facts: '',
      affected: [],
    });
    const windows = Object.fromEntries(phaseIds.map((id) => [id, phaseWindow(id, on)]));
    expect(windows).toMatchObject({
      'hours-24-72': { from: '2026-05-12', to: '2026-05-14' },
      'weeks-1-2': { from: '2026-05-18', to: '2026-05-25' },
      'day-28': { from: '2026-06-08', to: '2026-06-08' },
      'months-3': { from: '2026-08-11' },
      anniversary: { from: '2027-05-11', reminderOn: '2027-04-27' },
    });
    const due = (id: string) => plan.steps.find((step) => step.id === id)?.due;
    expect([due('plan-the-date'), due('light-offer')]).toEqual(['2027-04-27', '2027-05-11']);
    expect(plan.steps.find(({ id }) => id === 'planning-meeting')).toMatchObject({
      due: '2026-05-12',
      dueAt: '16:20',
    });
  });

  it('counts hours as they pass over both changes of the clocks', () => {
    // 2026: forward on 29 March, back on 25 October.
    expect(addHours({ day: day('2026-03-28'), time: '16:20' }, 24)).toEqual({
      day: '2026-03-29',
      time: '17:20',
    });
    expect(addHours({ day: day('2026-10-24'), time: '16:20' }, 24)).toEqual({
      day: '2026-10-25',
      time: '15:20',
    });
    expect(addHours({ day: day('2026-03-29'), time: '00:30' }, 1)).toEqual({
      day: '2026-03-29',
      time: '02:30',
    });
    // 01:30 comes twice: the first one counts, so its next hour is 01:30 again.
    expect(addHours({ day: day('2026-10-25'), time: '01:30' }, 1)).toEqual({
      day: '2026-10-25',
      time: '01:30',
    });
    // A time that the spring leaves out.
    expect(wallTimeAt(instantOf({ day: day('2026-03-29'), time: '01:30' }))).toEqual({
      day: '2026-03-29',
      time: '02:30',
    });
  });
});

describe('hours', () => {
  it('cross midnight, also from a minute before it and over a leap day', () => {
    expect(dueOf(hours(1), { occurredOn: day('2026-05-11'), occurredAt: '23:59' }, 'scotland')).toEqual({
      due: '2026-05-12',
      dueAt: '00:59',
    });
    expect(dueOf(hours(24), { occurredOn: day('2028-02-28'), occurredAt: '23:59' }, 'scotland')).toEqual({
      due: '2028-02-29',
      dueAt: '23:59',
    });
    expect(dueOf(hours(48), { occurredOn: day('2028-02-28'), occurredAt: '23:59' }, 'scotland').due).toBe(
      '2028-03-01',
    );
  });

  it('without a known time are whole days, never later than with one', () => {
    fc.assert(
      fc.property(anyDay, anyTime, fc.integer({ min: 0, max: 200 }), (occurredOn, occurredAt, amount) => {
        const unknown = dueOf(hours(amount), { occurredOn, occurredAt: '' }, 'scotland');
        expect(unknown.dueAt).toBe('');
        // A clock that goes back can bring 23 hours and some into the day before.
        const known = dueOf(hours(amount), { occurredOn, occurredAt }, 'scotland');
        expect(daysBetween(unknown.due, known.due)).toBeGreaterThanOrEqual(-1);
        expect(daysBetween(unknown.due, known.due)).toBeLessThanOrEqual(1);
        expect(known.dueAt).toMatch(/^\d\d:\d\d$/);
      }),
    );
  });

  it('are the hours that pass, whatever the clocks do', () => {
    fc.assert(
      fc.property(anyDay, anyTime, fc.integer({ min: 0, max: 2000 }), (on, time, amount) => {
        const from = wallTimeAt(instantOf({ day: on, time }));
        const to = addHours(from, amount);
        const passed = (instantOf(to) - instantOf(from)) / 3_600_000;
        // The hour that comes twice is read back as its first pass.
        expect([amount, amount - 1]).toContain(passed);
        expect(wallTimeAt(instantOf(from))).toEqual(from);
      }),
    );
  });
});

const id = (number: number) => number.toString(16).padStart(32, '0') as RecordId;
const made = (occurredOn: string, openedOn: string, eventType: (typeof eventTypes)[number] = 'suicide') =>
  openPlan({
    nation: 'scotland',
    template: templateFor(eventType),
    eventType,
    occurredOn: day(occurredOn),
    occurredAt: '23:59',
    openedOn: day(openedOn),
    everyoneSafe: 'yes',
    facts: '',
    affected: [{ personId: id(1), closeness: 'was-there' }],
  });

describe('a plan that is made three weeks late', () => {
  const today = day('2026-06-01');
  const plan = made('2026-05-11', '2026-06-01');

  it('shows the phases that went by as past, with what can still be done', () => {
    const states = phaseStates(plan, today);
    expect(states.map(({ stillPossible }) => stillPossible !== null)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    for (const { stillPossible } of states)
      for (const sentence of (stillPossible ?? '').split('. '))
        expect(sentence.split(' ').length).toBeLessThanOrEqual(20);
    expect(currentPhase(plan, today)).toBe('weeks-1-2');
  });

  it('is late with nothing on its first day, and asks for nothing whose moment has passed', () => {
    const due = dueSteps([{ id: id(9), value: plan }], today);
    expect(due.length).toBeGreaterThan(5);
    expect(due.every(({ daysOverdue }) => daysOverdue === 0)).toBe(true);
    const lapsed = plan.steps.filter((step) => hasLapsed(plan, step)).map((step) => step.id);
    expect(lapsed).toContain('way-home');
    expect(due.some(({ step }) => lapsed.includes(step.id))).toBe(false);
    expect(due.some(({ step }) => step.id === 'note-who')).toBe(true);
    const week = dueSteps([{ id: id(9), value: plan }], addDays(today, 7));
    expect(Math.max(...week.map(({ daysOverdue }) => daysOverdue))).toBe(7);
  });

  it('counts what was in fact done then', () => {
    const done = changeStep(plan, 'way-home', { doneOn: day('2026-05-11') });
    const count = (each: typeof plan) => phaseState(each, 'immediate', today);
    expect(count(done).done).toBe(count(plan).done + 1);
    expect(count(done).total).toBe(count(plan).total + 1);
  });

  it('has nothing past when it is made on the day', () => {
    const onTime = made('2026-05-11', '2026-05-11');
    expect(onTime.steps.some((step) => hasLapsed(onTime, step))).toBe(false);
    expect(phaseStates(onTime, today).every(({ stillPossible }) => stillPossible === null)).toBe(true);
  });

  it('takes steps back into account once the date is corrected to the day', () => {
    const { plan: moved } = redatePlan(plan, today, 'scotland');
    expect(moved.steps.some((step) => hasLapsed(moved, step))).toBe(false);
  });
});

describe('a corrected date with steps done', () => {
  it('says what moved, keeps what is done, and moves anniversaries that were written down', () => {
    let plan = made('2026-05-11', '2026-05-11');
    plan = changeStep(plan, 'make-safe', { doneOn: day('2026-05-11') });
    plan = {
      ...plan,
      dates: [
        { id: 'date-1', kind: 'anniversary', on: day('2028-05-11'), line: '' },
        { id: 'date-2', kind: 'court', on: day('2027-05-11'), line: '' },
      ],
    };
    const {
      plan: moved,
      changes,
      keptDone,
      keptOwnDay,
    } = redatePlan(plan, day('2026-05-09'), 'scotland', '08:00');
    expect([keptDone, keptOwnDay]).toEqual([1, 0]);
    expect(changes).toHaveLength(plan.steps.length - 1);
    expect(changes.find(({ id: stepId }) => stepId === 'no-better')).toEqual({
      id: 'no-better',
      title: 'Anyone no better, or worse?',
      from: '2026-06-08',
      to: '2026-06-06',
    });
    expect(moved.steps.find(({ id: stepId }) => stepId === 'make-safe')?.doneOn).toBe('2026-05-11');
    expect(moved.steps.find(({ id: stepId }) => stepId === 'planning-meeting')).toMatchObject({
      due: '2026-05-10',
      dueAt: '08:00',
    });
    expect(moved.dates.map(({ on }) => on)).toEqual(['2028-05-09', '2027-05-11']);
  });

  it('leaves every done step done, whatever the two days', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.constantFrom(...planTemplates), fc.nat(), (from, to, template, pick) => {
        const step = template.steps[pick % template.steps.length]!;
        const opened = openPlan({
          nation: 'scotland',
          template,
          eventType: template.eventTypes[0] ?? 'disaster',
          occurredOn: from,
          occurredAt: '23:59',
          everyoneSafe: 'yes',
          facts: '',
          affected: [],
          conditions: ['staff-hurt', 'lone-or-remote-site'],
        });
        const plan = changeStep(opened, step.id, { doneOn: from });
        const { plan: moved, changes } = redatePlan(plan, to, 'scotland');
        expect(moved.steps.filter(({ doneOn }) => doneOn === from).map((each) => each.id)).toEqual(
          plan.steps.filter(({ doneOn }) => doneOn === from).map((each) => each.id),
        );
        expect(changes.some((change) => change.id === step.id)).toBe(false);
        expect(redatePlan(moved, from, 'scotland').plan).toEqual(plan);
      }),
      { numRuns: 60 },
    );
  });
});
