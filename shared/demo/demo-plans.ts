/** Incident plans: the death of January 2025 and a threat, both closed, and an overdose that stands at day 28 today. */
import { addDays, type LocalDate, toLocalDate } from '@shared/kernel/local-date';
import { recordContact, setNoContactReason } from '@shared/event-plans/contacts';
import { addKeptDate, addReviewAction } from '@shared/event-plans/kept-dates';
import { noteNotification } from '@shared/event-plans/notifications';
import { changeStep, openPlan } from '@shared/event-plans/open-plan';
import { phaseWindow } from '@shared/event-plans/phases';
import { templateFor } from '@shared/event-plans/registry';
import type { Contact, EventPlan, PhaseId } from '@shared/records/event-plan/event-plan';
import type { DemoContext, DemoRecord } from './demo-context';

type IdOf = DemoContext['idOf'];

export function demoPlans({ idOf, idFor }: DemoContext): readonly DemoRecord<'event-plan'>[] {
  return [
    { kind: 'event-plan', id: idFor('plan-overdose-2026'), value: overdoseAtFourWeeks(idOf) },
    { kind: 'event-plan', id: idFor('plan-threat-2025'), value: threatAtTheDesk(idOf) },
    { kind: 'event-plan', id: idFor('plan-death-2025'), value: deathInTheWinter(idOf) },
  ];
}

function overdoseAtFourWeeks(idOf: IdOf): EventPlan {
  const [ewan, torquil, freya] = [idOf('Ewan Petrie'), idOf('Torquil Baird'), idOf('Freya Heddle')];
  let plan = openPlan({
    nation: 'scotland',
    template: templateFor('overdose-survived'),
    eventType: 'overdose-survived',
    occurredOn: toLocalDate('2026-03-03'),
    occurredAt: '16:20',
    everyoneSafe: 'yes',
    facts: 'In the waiting room. Naloxone given twice by a support worker. Ambulance after twenty minutes.',
    affected: [
      { personId: ewan, closeness: 'was-there', exposure: 'was-there', duty: 'on-duty' },
      { personId: torquil, closeness: 'named-worker', exposure: 'learnt-after', duty: 'off-duty' },
      { personId: freya, closeness: 'knew-them', exposure: 'was-there', duty: 'on-duty' },
    ],
    othersAffected: [
      { line: 'Agency cleaner', closeness: 'was-there', exposure: 'was-there', duty: 'on-duty' },
    ],
  });
  plan = finish(plan, ['immediate', 'hours-24-72', 'weeks-1-2']);
  plan = changeStep(plan, 'new-facts', { doneOn: toLocalDate('2026-03-31') });
  plan = changeStep(plan, 'no-better', { ownerPersonId: idOf('Isla Drummond') });
  const answers: readonly Answer[] = [
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
  plan = addReviewAction(plan, {
    what: 'A second naloxone kit by the front desk',
    ownerPersonId: null,
    ownerRole: 'Manager',
    due: toLocalDate('2026-06-30'),
  });
  return answered(plan, answers);
}

function threatAtTheDesk(idOf: IdOf): EventPlan {
  const [freya, marta] = [idOf('Freya Heddle'), idOf('Marta Nowak')];
  let plan = openPlan({
    nation: 'scotland',
    template: templateFor('assault-or-threat'),
    eventType: 'assault-or-threat',
    occurredOn: toLocalDate('2025-08-19'),
    occurredAt: '11:05',
    everyoneSafe: 'yes',
    facts: 'Threat at the front desk. Nobody was hurt. Police informed.',
    affected: [
      { personId: freya, closeness: 'was-there' },
      { personId: marta, closeness: 'was-there' },
    ],
  });
  plan = finish(plan, ['immediate', 'hours-24-72', 'weeks-1-2', 'day-28', 'months-3']);
  plan = answered(
    plan,
    asked.flatMap(([phaseId, day]): Answer[] => [
      [freya, phaseId, 'accepted', day],
      [marta, phaseId, day > 20 ? 'declined' : 'accepted', day],
    ]),
  );
  return { ...plan, closedOn: toLocalDate('2025-11-26') };
}

/** The day that the service still speaks of: looked after to its anniversary, with its posts empty around it. */
function deathInTheWinter(idOf: IdOf): EventPlan {
  const [ross, torquil, tara, freya] = [
    idOf('Ross Whyte'),
    idOf('Torquil Baird'),
    idOf('Tara Quigley'),
    idOf('Freya Heddle'),
  ];
  let plan = openPlan({
    nation: 'scotland',
    template: templateFor('drug-related-death'),
    eventType: 'drug-related-death',
    occurredOn: toLocalDate('2025-01-14'),
    occurredAt: '10:40',
    everyoneSafe: 'yes',
    facts: 'Found at home on a planned visit. Police and ambulance attended.',
    affected: [
      { personId: ross, closeness: 'was-there', exposure: 'was-there', duty: 'on-duty' },
      { personId: torquil, closeness: 'named-worker', exposure: 'learnt-after', duty: 'on-duty' },
      { personId: tara, closeness: 'past-worker', exposure: 'learnt-after', duty: 'off-duty' },
      { personId: freya, closeness: 'knew-them', exposure: 'learnt-after', duty: 'on-duty' },
    ],
  });
  plan = finish(plan, ['immediate', 'hours-24-72', 'weeks-1-2', 'day-28', 'months-3', 'anniversary']);
  plan = answered(plan, [
    [ross, 'hours-24-72', 'accepted', 1],
    [torquil, 'hours-24-72', 'accepted', 1],
    [tara, 'hours-24-72', 'offered', 3],
    [freya, 'hours-24-72', 'accepted', 2],
    [ross, 'weeks-1-2', 'accepted', 9],
    [torquil, 'weeks-1-2', 'accepted', 8],
    [tara, 'weeks-1-2', 'declined', 10],
    [freya, 'weeks-1-2', 'accepted', 9],
    [ross, 'day-28', 'accepted', 28],
    [torquil, 'day-28', 'accepted', 29],
    [tara, 'day-28', 'declined', 28],
    [freya, 'day-28', 'accepted', 28],
    [ross, 'months-3', 'accepted', 90],
    [torquil, 'months-3', 'accepted', 91],
    [freya, 'months-3', 'declined', 90],
  ]);
  plan = noteNotification(plan, {
    itemId: 'care-inspectorate',
    state: 'notified',
    who: 'Isla Drummond',
    on: toLocalDate('2025-01-14'),
    at: '15:30',
    reference: 'Made-up reference 2',
  });
  plan = addKeptDate(plan, { kind: 'birthday', on: toLocalDate('2026-06-19'), line: 'Their birthday' });
  plan = addReviewAction(plan, {
    what: 'Cover for the named worker is arranged on the same day',
    ownerPersonId: idOf('Rowan Sutherland'),
    ownerRole: '',
    due: toLocalDate('2025-06-30'),
  });
  plan = {
    ...plan,
    reviewActions: plan.reviewActions.map((each) => ({ ...each, doneOn: toLocalDate('2025-06-12') })),
  };
  return { ...plan, closedOn: toLocalDate('2026-01-21') };
}

/** Days after the event on which people were asked, of a plan that went as it should. */
const asked = [
  ['hours-24-72', 2],
  ['weeks-1-2', 9],
  ['day-28', 28],
  ['months-3', 92],
] as const;

type Answer = readonly [who: string, phase: PhaseId, status: Contact['status'], day: number];

function answered(plan: EventPlan, answers: readonly Answer[]): EventPlan {
  return answers.reduce(
    (next, [personId, phaseId, status, day]) => answer(next, personId, phaseId, status, day),
    plan,
  );
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
