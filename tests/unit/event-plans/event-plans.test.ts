import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '@shared/kernel/ids';
import { addDays, addMonths, fromDayNumber, toLocalDate } from '@shared/kernel/local-date';
import {
  canClose,
  contactOf,
  recordContact,
  setAffected,
  setNoContactReason,
} from '@shared/event-plans/contacts';
import {
  addStep,
  changeStep,
  openPlan,
  redatePlan,
  removeStep,
  stepsOf,
} from '@shared/event-plans/open-plan';
import { contactPhaseIds, phaseWindow } from '@shared/event-plans/phases';
import {
  currentPhase,
  dueContacts,
  dueSteps,
  phaseState,
  phaseStates,
  planDay,
} from '@shared/event-plans/plan-state';
import { dueOf } from '@shared/event-plans/timing';
import { refuseStep } from '@shared/event-plans/refuse-step';
import { planTemplates, templateById, templateFor } from '@shared/event-plans/registry';
import { type EventPlan, eventPlanSchema, eventTypes, phaseIds } from '@shared/records/event-plan/event-plan';

const id = (number: number) => number.toString(16).padStart(32, '0') as RecordId;
const [workerC, workerA, receptionF] = [id(1), id(2), id(3)];
const monday = toLocalDate('2026-05-11');

function openStory(): EventPlan {
  return openPlan({
    nation: 'scotland',
    template: templateFor('drug-related-death'),
    eventType: 'drug-related-death',
    occurredOn: monday,
    occurredAt: '16:20',
    everyoneSafe: 'yes',
    facts: 'Found at home.',
    affected: [
      { personId: workerC, closeness: 'was-there' },
      { personId: workerA, closeness: 'named-worker' },
      { personId: receptionF, closeness: 'knew-them' },
    ],
  });
}
const answered = (plan: EventPlan, personId: RecordId, status: 'offered' | 'accepted' | 'declined') =>
  recordContact(plan, personId, { phaseId: 'day-28', status, on: toLocalDate('2026-06-08'), by: 'Manager' });

const anyDay = fc.integer({ min: 10_000, max: 40_000 }).map(fromDayNumber);
const anyType = fc.constantFrom(...eventTypes);
const anyPlan = fc
  .tuple(anyDay, anyType, fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 8 }))
  .map(([occurredOn, eventType, people]) =>
    openPlan({
      nation: 'scotland',
      template: templateFor(eventType),
      eventType,
      occurredOn,
      occurredAt: '',
      everyoneSafe: 'not-sure',
      facts: '',
      affected: people.map((number) => ({ personId: id(number), closeness: 'wider-team' as const })),
      conditions: ['staff-hurt', 'lone-or-remote-site'],
    }),
  );

describe('templates', () => {
  it('serve every event type once, with unique step ids and words of their own length', () => {
    for (const eventType of eventTypes) {
      expect(planTemplates.filter((template) => template.eventTypes.includes(eventType))).toHaveLength(1);
      expect(templateFor(eventType).eventTypes).toContain(eventType);
    }
    for (const template of planTemplates) {
      expect(templateById(template.id)).toBe(template);
      const ids = template.steps.map((step) => step.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(template.phases.map((phase) => phase.id)).toEqual(phaseIds);
      for (const phase of phaseIds) expect(template.steps.some((step) => step.phaseId === phase)).toBe(true);
      expect(template.avoid.length).toBeGreaterThan(4);
      expect(template.sources.length).toBeGreaterThan(2);
    }
    expect(templateById('from-a-later-version')).toBeNull();
  });

  it('hold no step that a person would be refused, and no word that the screens avoid', () => {
    for (const template of planTemplates) {
      for (const step of template.steps) {
        expect(refuseStep(step.title, step.detail)).toBeNull();
        expect(`${step.title} ${step.detail}`).not.toMatch(/please|sorry|victim|employee|patient/i);
      }
    }
  });

  it('keep every step inside the window of its phase or shortly after', () => {
    for (const template of planTemplates) {
      for (const step of template.steps) {
        const window = phaseWindow(step.phaseId, monday);
        const { due } = dueOf(step.timing, { occurredOn: monday, occurredAt: '16:20' }, 'scotland');
        expect(due >= (window.reminderOn ?? window.from)).toBe(true);
        expect(due <= addDays(window.to, 14)).toBe(true);
      }
    }
  });
});

describe('phase dates', () => {
  it('are those of the acceptance story', () => {
    expect(phaseWindow('immediate', monday)).toEqual({
      from: '2026-05-11',
      to: '2026-05-11',
      reminderOn: null,
    });
    expect(phaseWindow('hours-24-72', monday)).toEqual({
      from: '2026-05-12',
      to: '2026-05-14',
      reminderOn: null,
    });
    expect(phaseWindow('weeks-1-2', monday)).toEqual({
      from: '2026-05-18',
      to: '2026-05-25',
      reminderOn: null,
    });
    expect(phaseWindow('day-28', monday)).toEqual({ from: '2026-06-08', to: '2026-06-08', reminderOn: null });
    expect(phaseWindow('months-3', monday)).toEqual({
      from: '2026-08-11',
      to: '2026-08-11',
      reminderOn: null,
    });
    expect(phaseWindow('anniversary', monday)).toEqual({
      from: '2027-05-11',
      to: '2027-05-11',
      reminderOn: '2027-04-27',
    });
  });

  it('cross a leap day, the end of a month and both clock changes without slipping', () => {
    expect(phaseWindow('anniversary', toLocalDate('2024-02-29')).from).toBe('2025-02-28');
    expect(phaseWindow('months-3', toLocalDate('2026-11-30')).from).toBe('2027-02-28');
    expect(phaseWindow('day-28', toLocalDate('2026-03-01')).from).toBe('2026-03-29');
    expect(phaseWindow('day-28', toLocalDate('2026-09-27')).from).toBe('2026-10-25');
  });

  it('come one after another from any day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const windows = phaseIds.map((phase) => phaseWindow(phase, day));
        windows.forEach((window, index) => {
          expect(window.from <= window.to).toBe(true);
          if (index > 0) expect(window.from > (windows[index - 1]?.to ?? '')).toBe(true);
        });
      }),
    );
  });
});

describe('openPlan', () => {
  it('copies the steps with their dates', () => {
    const plan = openStory();
    expect(eventPlanSchema.safeParse(plan).success).toBe(true);
    expect(stepsOf(plan, 'anniversary').map((step) => step.due)).toEqual(['2027-04-27', '2027-05-11']);
    expect(stepsOf(plan, 'months-3').map((step) => step.due)).toEqual(['2026-08-11', '2026-08-18']);
    expect(
      stepsOf(plan, 'day-28').every((step) => step.due === '2026-06-08' && step.timing?.amount === 28),
    ).toBe(true);
  });

  it('brings in steps only under their condition', () => {
    const has = (plan: EventPlan, stepId: string) => plan.steps.some((step) => step.id === stepId);
    const plan = openStory();
    expect([has(plan, 'funeral'), has(plan, 'care-for-the-hurt'), has(plan, 'reach-the-site')]).toEqual([
      true,
      false,
      false,
    ]);
    const assault = openPlan({
      nation: 'scotland',
      ...{
        template: templateFor('assault-or-threat'),
        eventType: 'assault-or-threat',
        occurredOn: monday,
        occurredAt: '23:59',
      },
      ...{ everyoneSafe: 'no', facts: '', affected: [], conditions: ['staff-hurt'] },
    });
    expect([
      has(assault, 'funeral'),
      has(assault, 'care-for-the-hurt'),
      has(assault, 'reach-the-site'),
    ]).toEqual([false, true, false]);
  });

  it('always makes a record that its schema takes', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(eventPlanSchema.safeParse(plan).success).toBe(true);
      }),
    );
  });
});

describe('redatePlan', () => {
  it('is the plan that would have been opened on the new day, and back again', () => {
    fc.assert(
      fc.property(anyPlan, anyDay, (plan, day) => {
        const { plan: moved } = redatePlan(plan, day, 'scotland');
        const eventType = plan.eventType;
        const fresh = openPlan({
          nation: 'scotland',
          ...plan,
          template: templateFor(eventType),
          occurredOn: day,
          openedOn: plan.openedOn,
          conditions: ['staff-hurt', 'lone-or-remote-site'],
        });
        expect(moved).toEqual({ ...fresh, affected: plan.affected });
        expect(redatePlan(moved, plan.occurredOn, 'scotland').plan).toEqual(plan);
      }),
    );
  });

  it('leaves dates chosen by hand and what was done, and counts only open steps', () => {
    let plan = openStory();
    plan = changeStep(plan, 'make-safe', { doneOn: monday });
    plan = changeStep(plan, 'factual-briefing', { due: toLocalDate('2026-05-15') });
    plan = addStep(plan, {
      phaseId: 'weeks-1-2',
      title: 'Visit the other site',
      detail: '',
      due: toLocalDate('2026-05-20'),
      ownerRole: 'Manager',
    });
    const { plan: moved, moved: count } = redatePlan(plan, toLocalDate('2026-05-10'), 'scotland');
    const step = (stepId: string) => moved.steps.find((candidate) => candidate.id === stepId);
    expect(step('make-safe')).toMatchObject({ doneOn: '2026-05-11', due: '2026-05-10' });
    expect(step('factual-briefing')).toMatchObject({ due: '2026-05-15', timing: null });
    expect(step('own-1')).toMatchObject({ due: '2026-05-20', timing: null });
    expect(count).toBe(plan.steps.length - 3);
    expect(redatePlan(plan, plan.occurredOn, 'scotland').moved).toBe(0);
  });

  it('still agrees when a step done before the correction is opened again', () => {
    let plan = changeStep(openStory(), 'no-better', { doneOn: toLocalDate('2026-06-08') });
    plan = redatePlan(plan, addDays(monday, 2), 'scotland').plan;
    plan = changeStep(plan, 'no-better', { doneOn: null });
    plan = redatePlan(plan, monday, 'scotland').plan;
    expect(plan).toEqual(openStory());
  });
});

describe('own steps', () => {
  it('get ids that are never reused while taken', () => {
    const own = {
      phaseId: 'day-28',
      title: 'Ring the island office',
      detail: '',
      due: monday,
      ownerRole: '',
    } as const;
    let plan = addStep(addStep(openStory(), own), own);
    expect(stepsOf(plan, 'day-28').map((step) => step.id)).toEqual(
      expect.arrayContaining(['own-1', 'own-2']),
    );
    plan = addStep(removeStep(plan, 'own-1'), own);
    expect(new Set(plan.steps.map((step) => step.id)).size).toBe(plan.steps.length);
  });

  it.each([
    'team debrief',
    'Debrief',
    'De-briefing for all',
    'emotional debrief',
    'Hot de brief',
    'CISD',
    'C.I.S.D. session',
    'CISM',
    'Critical incident stress meeting',
    'Group processing',
    'Relive the event together',
    'débrief',
    'debreif',
  ])('refuses "%s" and offers two others', (title) => {
    const refusal = refuseStep(title);
    expect(refusal?.alternatives.map((alternative) => alternative.title)).toEqual([
      'Factual briefing',
      'Peer check-in',
    ]);
    expect(refusal?.reason).toContain('NG116');
  });

  it.each([
    'Factual briefing',
    'Peer check-in',
    'Brief the night team',
    'Relieve the front desk',
    'Team meeting',
    'Belief group',
    '',
  ])('takes "%s"', (title) => expect(refuseStep(title)).toBeNull());
});

describe('contacts and closing', () => {
  it('refuses to close until every four-week contact is logged, and says whose is missing', () => {
    let plan = answered(answered(openStory(), workerC, 'accepted'), workerA, 'declined');
    expect(canClose(plan)).toEqual({ canClose: false, waitingFor: [receptionF], waitingForOthers: [] });
    expect(canClose(setNoContactReason(plan, receptionF, '   ')).canClose).toBe(false);
    expect(canClose(setNoContactReason(plan, receptionF, 'On long leave')).canClose).toBe(true);
    plan = answered(plan, receptionF, 'offered');
    expect(canClose(plan)).toEqual({ canClose: true, waitingFor: [], waitingForOthers: [] });
    expect(contactOf(plan.affected[1] as never, 'day-28').status).toBe('declined');
  });

  it('keeps one answer for each person and phase, and can take it back', () => {
    let plan = answered(openStory(), workerC, 'offered');
    plan = answered(plan, workerC, 'accepted');
    expect(plan.affected[0]?.contacts).toHaveLength(1);
    plan = recordContact(plan, workerC, { phaseId: 'day-28', status: 'not-yet-asked', on: null, by: '' });
    expect(plan).toEqual(openStory());
  });

  it('never counts an answer of another phase as the four-week one', () => {
    fc.assert(
      fc.property(anyPlan, fc.constantFrom(...contactPhaseIds), (plan, phaseId) => {
        const all = plan.affected.reduce(
          (next, person) =>
            recordContact(next, person.personId, { phaseId, status: 'accepted', on: null, by: '' }),
          plan,
        );
        expect(canClose(all).canClose).toBe(plan.affected.length === 0 || phaseId === 'day-28');
        expect(eventPlanSchema.safeParse(all).success).toBe(true);
      }),
    );
  });

  it('keeps the answers of those who stay on the list', () => {
    const plan = setAffected(answered(openStory(), workerC, 'accepted'), [
      { personId: workerC, closeness: 'knew-them' },
      { personId: id(9), closeness: 'wider-team' },
    ]);
    expect(
      plan.affected.map((person) => [person.personId, person.closeness, person.contacts.length]),
    ).toEqual([
      [workerC, 'knew-them', 1],
      [id(9), 'wider-team', 0],
    ]);
  });
});

describe('where a plan stands', () => {
  const finish = (plan: EventPlan, phaseId: (typeof phaseIds)[number]) =>
    stepsOf(plan, phaseId).reduce((next, step) => changeStep(next, step.id, { doneOn: step.due }), plan);

  it('counts steps and check-ins by phase', () => {
    let plan = finish(openStory(), 'immediate');
    plan = answered(plan, workerC, 'accepted');
    const day28 = toLocalDate('2026-06-08');
    expect(phaseState(plan, 'immediate', day28)).toMatchObject({ state: 'done' });
    expect(phaseState(plan, 'hours-24-72', day28)).toMatchObject({ state: 'behind', done: 0 });
    expect(phaseState(plan, 'day-28', day28)).toMatchObject({ state: 'now', done: 1, total: 5 });
    expect(phaseState(plan, 'months-3', day28).state).toBe('later');
    expect(currentPhase(plan, day28)).toBe('day-28');
    expect(planDay(plan, day28)).toBe(28);
    expect(phaseState(plan, 'anniversary', toLocalDate('2027-04-27')).state).toBe('now');
  });

  it('gives an answer for every phase on any day', () => {
    fc.assert(
      fc.property(anyPlan, anyDay, (plan, day) => {
        const states = phaseStates(plan, day);
        expect(states).toHaveLength(6);
        states.forEach((state) => expect(state.done <= state.total).toBe(true));
        expect(phaseIds).toContain(currentPhase(plan, day));
      }),
    );
  });

  it('lists what is due of open plans only, the longest overdue first', () => {
    const plan = finish(openStory(), 'immediate');
    const plans = [
      { id: id(50), value: plan },
      { id: id(51), value: { ...plan, closedOn: monday } },
    ];
    expect(dueSteps(plans, monday)).toEqual([]);
    const due = dueSteps(plans, toLocalDate('2026-05-13'));
    expect(due.length).toBeGreaterThan(2);
    expect(due.every(({ planId, step }) => planId === id(50) && step.due <= '2026-05-13')).toBe(true);
    expect(due.map(({ daysOverdue }) => daysOverdue)).toEqual(
      due.map(({ daysOverdue }) => daysOverdue).sort((a, b) => b - a),
    );
    expect(dueContacts(plans, monday)).toEqual([]);
    expect(dueContacts(plans, addMonths(monday, 3))).toHaveLength(3);
    expect(dueContacts(plans, toLocalDate('2026-05-19'))[0]).toMatchObject({
      phaseId: 'weeks-1-2',
      due: '2026-05-25',
    });
  });
});
