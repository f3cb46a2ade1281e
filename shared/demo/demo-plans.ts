/** Two incident plans: one that stands at day 28 today, one that was closed last year. */
import type { RecordId } from '@shared/kernel/ids';
import { addDays, type LocalDate, toLocalDate } from '@shared/kernel/local-date';
import { recordContact, setNoContactReason } from '@shared/event-plans/contacts';
import { addKeptDate, addReviewAction } from '@shared/event-plans/kept-dates';
import { noteNotification } from '@shared/event-plans/notifications';
import { changeStep, openPlan } from '@shared/event-plans/open-plan';
import { phaseWindow } from '@shared/event-plans/phases';
import { templateFor } from '@shared/event-plans/registry';
import type { Contact, EventPlan, PhaseId } from '@shared/records/event-plan/event-plan';

export function demoPlans(idOf: (name: string) => RecordId): readonly EventPlan[] {
  return [openAtFourWeeks(idOf), closedLastYear(idOf)];
}

function openAtFourWeeks(idOf: (name: string) => RecordId): EventPlan {
  const [ewan, torquil, freya] = [idOf('Ewan Petrie'), idOf('Torquil Baird'), idOf('Freya Heddle')];
  let plan = openPlan({
    nation: 'scotland',
    template: templateFor('drug-related-death'),
    eventType: 'drug-related-death',
    occurredOn: toLocalDate('2026-03-03'),
    occurredAt: '16:20',
    everyoneSafe: 'yes',
    facts: 'Found at home by a support worker on a planned visit. Police and ambulance attended.',
    affected: [
      { personId: ewan, closeness: 'was-there', exposure: 'was-there', duty: 'on-duty' },
      { personId: torquil, closeness: 'named-worker', exposure: 'learnt-after', duty: 'off-duty' },
      { personId: freya, closeness: 'knew-them', exposure: 'learnt-after', duty: 'on-duty' },
    ],
    othersAffected: [
      { line: 'Agency cleaner', closeness: 'knew-them', exposure: 'learnt-after', duty: 'off-duty' },
    ],
  });
  plan = finish(plan, ['immediate', 'hours-24-72', 'weeks-1-2']);
  plan = changeStep(plan, 'new-facts', { doneOn: toLocalDate('2026-03-31') });
  plan = changeStep(plan, 'no-better', { ownerPersonId: idOf('Isla Drummond') });
  const answers: readonly (readonly [string, PhaseId, Contact['status'], number])[] = [
    [ewan, 'hours-24-72', 'accepted', 1],
    [torquil, 'hours-24-72', 'accepted', 2],
    [freya, 'hours-24-72', 'offered', 3],
    [ewan, 'weeks-1-2', 'accepted', 8],
    [torquil, 'weeks-1-2', 'accepted', 9],
    [freya, 'weeks-1-2', 'accepted', 13],
    [ewan, 'day-28', 'accepted', 28],
    [torquil, 'day-28', 'declined', 27],
    ['other-1', 'hours-24-72', 'offered', 3],
    ['other-1', 'weeks-1-2', 'accepted', 10],
  ];
  plan = setNoContactReason(plan, 'other-1', 'Reached through the agency');
  plan = noteNotification(plan, {
    itemId: 'care-inspectorate',
    state: 'notified',
    who: 'Isla Drummond',
    on: toLocalDate('2026-03-03'),
    at: '18:05',
    reference: 'Made-up reference 1',
  });
  plan = addKeptDate(plan, { kind: 'birthday', on: toLocalDate('2026-06-19'), line: 'Their birthday' });
  plan = addReviewAction(plan, {
    what: 'A second phone for home visits',
    ownerPersonId: null,
    ownerRole: 'Manager',
    due: toLocalDate('2026-06-30'),
  });
  return answers.reduce(
    (next, [personId, phaseId, status, day]) => answer(next, personId, phaseId, status, day),
    plan,
  );
}

function closedLastYear(idOf: (name: string) => RecordId): EventPlan {
  const [sorcha, bethan] = [idOf('Sorcha Gillies'), idOf('Bethan Kerr')];
  let plan = openPlan({
    nation: 'scotland',
    template: templateFor('assault-or-threat'),
    eventType: 'assault-or-threat',
    occurredOn: toLocalDate('2025-08-19'),
    occurredAt: '11:05',
    everyoneSafe: 'yes',
    facts: 'Threat at the front desk at Main Street. Nobody was hurt. Police informed.',
    affected: [
      { personId: sorcha, closeness: 'was-there' },
      { personId: bethan, closeness: 'was-there' },
    ],
  });
  plan = finish(plan, ['immediate', 'hours-24-72', 'weeks-1-2', 'day-28', 'months-3']);
  for (const [phaseId, day] of [
    ['hours-24-72', 2],
    ['weeks-1-2', 9],
    ['day-28', 28],
    ['months-3', 92],
  ] as const) {
    plan = answer(plan, sorcha, phaseId, 'accepted', day);
    plan = answer(plan, bethan, phaseId, day > 20 ? 'declined' : 'accepted', day);
  }
  return { ...plan, closedOn: toLocalDate('2025-11-26') };
}

function finish(plan: EventPlan, phases: readonly PhaseId[]): EventPlan {
  return plan.steps
    .filter((step) => phases.includes(step.phaseId))
    .reduce(
      (next, step) =>
        changeStep(next, step.id, {
          doneOn: doneOn(step.due, phaseWindow(step.phaseId, plan.occurredOn).to),
        }),
      plan,
    );
}

function doneOn(due: LocalDate, latest: LocalDate): LocalDate {
  return due <= latest ? due : latest;
}

function answer(
  plan: EventPlan,
  personId: string,
  phaseId: PhaseId,
  status: Contact['status'],
  day: number,
): EventPlan {
  return recordContact(plan, personId, {
    phaseId,
    status,
    on: addDays(plan.occurredOn, day),
    by: 'Isla Drummond',
  });
}
