/** What Harbour Steps has ready before anything happens, and the two rehearsals that it held. Numbers are kept for fiction. */
import { noteNotification, notificationsFor } from '@shared/event-plans/notifications';
import { changeStep, openPlan } from '@shared/event-plans/open-plan';
import { templateFor } from '@shared/event-plans/registry';
import { missedIn } from '@shared/event-plans/rehearsal';
import type { RecordId } from '@shared/kernel/ids';
import { toLocalDate } from '@shared/kernel/local-date';
import type { EventPlan } from '@shared/records/event-plan/event-plan';
import type { ReadyPlan } from '@shared/records/ready-plan/ready-plan';
import type { Rehearsal } from '@shared/records/rehearsal/rehearsal';

export function demoReadyPlan(): ReadyPlan {
  return {
    contacts: [
      {
        id: 'contact-1',
        role: 'Crisis team',
        who: 'Duty desk',
        phone: '01632 960101',
        hours: 'Day and night',
      },
      {
        id: 'contact-2',
        role: 'Occupational health',
        who: 'Advice line',
        phone: '01632 960102, option 2',
        hours: 'Weekdays 9 to 5',
      },
      {
        id: 'contact-3',
        role: 'Care Inspectorate',
        who: 'Contact centre',
        phone: '01632 960103',
        hours: 'Weekdays 9 to 4',
      },
      {
        id: 'contact-4',
        role: 'Ferry desk, for the north isles',
        who: 'Pier office',
        phone: '01632 960104',
        hours: 'From 6 am',
      },
      { id: 'contact-5', role: 'Insurer', who: 'Claims', phone: '01632 960105', hours: 'Day and night' },
    ],
    places: [
      {
        id: 'place-1',
        place: 'Harbour, upstairs room',
        use: 'Warm and private, with a kettle',
        access: 'Reception holds the key',
      },
      {
        id: 'place-2',
        place: 'North isles, side room',
        use: 'Where one can sit and ring a colleague',
        access: 'Key by the door',
      },
    ],
    roles: [
      {
        id: 'role-1',
        role: 'Shift lead',
        does: 'Safety first. Who takes over, who goes home with whom',
        who: 'Whoever leads the shift',
        standIn: 'Nurse prescriber on duty',
      },
      {
        id: 'role-2',
        role: 'Event coordinator',
        does: 'Keeps the plan going until the anniversary',
        who: 'Service manager',
        standIn: 'Team lead, outreach',
      },
      {
        id: 'role-3',
        role: 'Link for the family',
        does: 'One voice, and the same one',
        who: 'Recovery practitioner, Harbour',
        standIn: '',
      },
    ],
    onCall: [
      {
        id: 'on-call-1',
        when: 'Weekdays after 5 pm',
        who: 'Team lead on the rota',
        phone: '01632 960111',
      },
      { id: 'on-call-2', when: 'Weekends and holidays', who: 'Duty manager', phone: '01632 960112' },
    ],
    telling: [
      { id: 'telling-1', who: 'Shift lead', tells: 'Team lead', how: 'By phone, at once' },
      {
        id: 'telling-2',
        who: 'Team lead',
        tells: 'Everyone on shift, then those off duty',
        how: 'In person or by phone, one by one',
      },
      { id: 'telling-3', who: 'Duty manager', tells: 'Council and health board', how: 'The same evening' },
    ],
    note: 'A paper copy hangs at both sites. The first-aid kit and naloxone are in the hall cupboard.',
    checkedOn: toLocalDate('2026-02-05'),
    reviewOn: toLocalDate('2026-08-05'),
  };
}

/** What was missed is what the rehearsal itself says of such a plan: its words and the templates' can never part. */
export function demoRehearsals(idOf: (name: string) => RecordId): readonly Rehearsal[] {
  const [isla, rowan, ewan, torquil] = [
    idOf('Isla Drummond'),
    idOf('Rowan Sutherland'),
    idOf('Ewan Petrie'),
    idOf('Torquil Baird'),
  ];
  const first = openPlan({
    template: templateFor('overdose-survived'),
    eventType: 'overdose-survived',
    nation: 'scotland',
    occurredOn: toLocalDate('2025-09-10'),
    occurredAt: '14:10',
    everyoneSafe: 'yes',
    facts: 'Made up: found in the waiting room, breathing again after naloxone.',
    affected: [{ personId: ewan, closeness: 'was-there', duty: 'on-duty' }],
  });
  const second = openPlan({
    template: templateFor('drug-related-death'),
    eventType: 'drug-related-death',
    nation: 'scotland',
    occurredOn: toLocalDate('2026-02-04'),
    occurredAt: '09:30',
    everyoneSafe: 'yes',
    facts: 'Made up: a death at home, news from the police.',
    affected: [
      { personId: ewan, closeness: 'named-worker', duty: 'on-duty' },
      { personId: torquil, closeness: 'past-worker', duty: 'off-duty' },
    ],
    othersAffected: [{ line: 'Agency cleaner', closeness: 'wider-team' }],
  });
  return [
    {
      heldOn: toLocalDate('2025-09-10'),
      seconds: 262,
      eventType: 'overdose-survived',
      missed: [...missedIn(owned(first, { 'Shift lead': isla }), 262)],
      note: 'Nobody thought of reception or of those off duty. Put the on-call list by the phone.',
    },
    {
      heldOn: toLocalDate('2026-02-04'),
      seconds: 171,
      eventType: 'drug-related-death',
      missed: [
        ...missedIn(
          lookedAt(
            owned(second, {
              'Shift lead': isla,
              Manager: rowan,
              'On-call manager': rowan,
              'Event coordinator': isla,
            }),
            'insurer',
          ),
          171,
        ),
      ],
      note: 'Much calmer than in September. Ask who rings the insurer, and let somebody else look after the review.',
    },
  ];
}

function owned(plan: EventPlan, owners: Readonly<Record<string, RecordId>>): EventPlan {
  return plan.steps.reduce((next, { id, ownerRole }) => {
    const ownerPersonId = owners[ownerRole];
    return ownerPersonId === undefined ? next : changeStep(next, id, { ownerPersonId });
  }, plan);
}

/** Everybody on the checklist was thought of, but for one. */
function lookedAt(plan: EventPlan, butFor: string): EventPlan {
  return notificationsFor(plan)
    .filter(({ item }) => item.id !== butFor)
    .reduce((next, { noted }) => noteNotification(next, { ...noted, state: 'notified' }), plan);
}
