import { describe, expect, it } from 'vitest';
import type { RecordId } from '@shared/kernel/ids';
import { toLocalDate } from '@shared/kernel/local-date';
import { planTemplates, templateFor } from '@shared/event-plans/registry';
import { openPlan } from '@shared/event-plans/open-plan';
import type { Reminder } from '@shared/reminders/reminders';
import { eventPlanSchema } from '@shared/records/event-plan/event-plan';
import {
  emptyValues,
  type NewPlanValues,
  readPlan,
  valuesOfDraft,
} from '../../../renderer/features/incidents/new-plan-values';
import { planCalendar } from '../../../renderer/features/incidents/plan-calendar';
import { restWords } from '../../../renderer/features/incidents/rest-words';
import { isOnWeekend, stepGroups } from '../../../renderer/features/incidents/step-groups';
import { datedEntries, datedNeeds } from '../../../renderer/features/today/dated-needs';

const friday = toLocalDate('2026-05-15');
const wednesday = toLocalDate('2026-05-13');
const person = '0123456789abcdef0123456789abcdef' as RecordId;
const template = templateFor('drug-related-death');

const filled: NewPlanValues = {
  ...emptyValues,
  everyoneSafe: 'yes',
  eventType: 'drug-related-death',
  occurredOn: 'today',
  occurredAt: '1630',
};

function planOf(values: Partial<NewPlanValues>, today = friday) {
  const plan = readPlan({ ...filled, ...values }, template, today, 'scotland');
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

describe('the quick start', () => {
  it('makes a plan that can be stored from five answers, with every template', () => {
    for (const each of planTemplates) {
      const plan = readPlan(
        { ...filled, eventType: each.eventTypes[0] ?? 'disaster' },
        each,
        friday,
        'scotland',
      );
      expect(plan.ok && eventPlanSchema.safeParse(plan.value).success).toBe(true);
    }
  });

  it('says what is missing, and nothing else', () => {
    const plan = readPlan({ ...emptyValues, occurredAt: 'noonish' }, template, friday, 'scotland');
    expect(plan.ok ? [] : plan.error.map(({ field }) => field)).toEqual([
      'everyoneSafe',
      'eventType',
      'occurredAt',
    ]);
  });

  it('keeps what was offered on the day apart from the check-ins that follow', () => {
    const plan = planOf({
      affected: [{ personId: person, closeness: 'was-there', duty: 'on-duty', support: 'accepted' }],
      others: [{ line: 'Cleaner', closeness: 'knew-them', duty: 'off-duty', support: 'declined' }],
    });
    expect(plan.affected[0]?.contacts).toEqual([
      { phaseId: 'immediate', status: 'accepted', on: friday, by: '', nextOn: null },
    ]);
    expect(plan.othersAffected[0]).toMatchObject({ line: 'Cleaner', duty: 'off-duty' });
    expect(plan.othersAffected[0]?.contacts[0]?.status).toBe('declined');
  });

  it('gives the steps of the weekend to whoever is on call, and no others', () => {
    const plan = planOf({ onCallPersonId: person, onCallRole: 'On-call manager' });
    const weekend = plan.steps.filter((step) => isOnWeekend(step, friday));
    expect(weekend.length).toBeGreaterThan(0);
    for (const step of plan.steps) expect(step.ownerPersonId).toBe(weekend.includes(step) ? person : null);
    expect(weekend.every(({ ownerRole }) => ownerRole === 'On-call manager')).toBe(true);
  });

  it('moves a step to the day that was typed, and refuses one that is no day', () => {
    const id = template.steps[0]?.id ?? '';
    const change = { ownerPersonId: null, ownerRole: 'Manager', due: 'mon' };
    const moved = planOf({ stepChanges: { [id]: change } }).steps.find((step) => step.id === id);
    expect(moved).toMatchObject({ due: '2026-05-18', ownerRole: 'Manager', timing: null });
    const odd = readPlan(
      { ...filled, stepChanges: { [id]: { ...change, due: 'someday' } } },
      template,
      friday,
      'scotland',
    );
    expect(odd.ok ? null : odd.error[0]?.field).toBe(`due-${id}`);
  });

  it('takes up a draft of before there were duties and roles', () => {
    const values = valuesOfDraft({
      everyoneSafe: 'yes',
      affected: [{ personId: person, closeness: 'knew-them' }],
    });
    expect(values.affected).toEqual([
      { personId: person, closeness: 'knew-them', duty: 'not-known', support: 'not-yet-asked' },
    ]);
    expect(values.others).toEqual([]);
  });
});

describe('groups of steps', () => {
  it('says now, the weekend and Monday on a Friday, and puts every step into one group', () => {
    const { steps } = planOf({});
    const groups = stepGroups(steps, friday);
    expect(groups[0]?.title).toBe('Now');
    expect(groups.map(({ title }) => title)).toContain('Over the weekend');
    expect(groups.map(({ title }) => title)).toContain('Monday');
    expect(groups.flatMap((group) => group.steps)).toHaveLength(steps.length);
  });

  it('knows no weekend in the middle of the week', () => {
    const { steps } = planOf({}, wednesday);
    expect(stepGroups(steps, wednesday).map(({ title }) => title)).toContain('Thursday');
    expect(steps.filter((step) => step.due < '2026-05-16').some((step) => isOnWeekend(step, wednesday))).toBe(
      false,
    );
  });
});

describe('the words at the end', () => {
  const plan = (on: typeof friday) =>
    openPlan({
      nation: 'scotland',
      template,
      eventType: 'drug-related-death',
      occurredOn: on,
      occurredAt: '16:20',
      everyoneSafe: 'yes',
      facts: '',
      affected: [],
    });

  it.each([
    [friday, 17, "That's enough for tonight.", 'The rest is safe to leave until Monday.'],
    [wednesday, 17, "That's enough for tonight.", 'The rest is safe to leave until tomorrow.'],
    // Spring holiday: Monday 4 May 2026 is a day off in Scotland.
    [toLocalDate('2026-05-01'), 18, "That's enough for tonight.", 'The rest is safe to leave until Tuesday.'],
  ])('on %s at %i', (day, hour, first, second) => {
    expect(restWords(plan(day), day, hour, 'scotland').slice(0, 2)).toEqual([first, second]);
  });

  it('says nothing of tonight in the morning, while steps are for today', () => {
    expect(restWords(plan(friday), friday, 10, 'scotland')[0]).toBe(
      'The rest is safe to leave until Monday.',
    );
  });
});

describe('the dates for a calendar', () => {
  it('has one neutral entry a day, the anniversary, and its two weeks', () => {
    const plan = planOf({
      affected: [{ personId: person, closeness: 'was-there', duty: 'on-duty', support: 'offered' }],
    });
    const entries = planCalendar(person, plan, friday);
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(entries.length);
    expect(entries).toContainEqual({
      uid: `${person}-plan-date-2027-05-15`,
      kind: 'plan-date',
      on: '2027-05-15',
    });
    expect(entries.some(({ kind, on }) => kind === 'plan-step' && on === '2027-05-01')).toBe(true);
    expect(entries.some(({ kind, on }) => kind === 'plan-step' && on === '2026-06-12')).toBe(true);
    expect(entries.every(({ on }) => on >= friday)).toBe(true);
  });

  it('leaves out what is past and what is done', () => {
    const plan = planOf({});
    const done = { ...plan, steps: plan.steps.map((step) => ({ ...step, doneOn: friday })) };
    const later = planCalendar(person, done, toLocalDate('2027-05-02'));
    expect(later.map(({ on }) => on)).toEqual(['2027-05-15']);
  });
});

describe('a hard day on Today', () => {
  it('stands there from the start of its two weeks, and not in the week as well', () => {
    const reminder: Reminder = {
      kind: 'plan-date',
      on: toLocalDate('2027-05-11'),
      state: 'soon',
      daysLeft: 14,
      recordId: person,
      personId: null,
    };
    const names = { nameOf: () => null, titleOf: () => 'Drug-related death' };
    expect(datedNeeds([reminder, { ...reminder, kind: 'group', daysLeft: 2 }], names)).toMatchObject([
      { kind: 'date', daysLate: -14, href: `/incidents/${person}` },
    ]);
    expect(datedEntries([reminder], names)).toEqual([]);
  });
});
