/** Examples of the present version, and of the older one for its migration. */
import type { EventPlan } from './event-plan';

const person = '00112233445566778899aabbccddeeff' as never;
const manager = 'ffeeddccbbaa99887766554433221100' as never;
const day = (text: string) => text as never;

export const eventPlanExamples: readonly EventPlan[] = [
  {
    eventType: 'drug-related-death',
    templateId: 'drug-related-death',
    templateVersion: 2,
    fromTemplate: {
      title: 'Drug-related death',
      summary: 'For the workers who knew the person.',
      phases: [{ id: 'immediate', focus: 'safe, warm, not alone', takes: 'Now' }],
      avoid: [{ what: 'Asking anyone to tell it again', why: 'Each telling has a cost.' }],
      sources: [{ name: 'NICE guideline NG116', about: 'No psychologically-focused debriefing' }],
    },
    occurredOn: day('2026-05-11'),
    occurredAt: '16:20',
    openedOn: day('2026-05-11'),
    everyoneSafe: 'yes',
    conditions: ['lone-or-remote-site'],
    facts: 'Found at home. Police and ambulance attended.',
    steps: [
      {
        id: 'immediate-safety',
        phaseId: 'immediate',
        title: 'Check that everyone is safe',
        detail: '',
        strand: 'support',
        condition: null,
        ownerPersonId: null,
        ownerRole: 'Shift lead',
        timing: { amount: 0, unit: 'hours', plusDays: 0 },
        due: day('2026-05-11'),
        dueAt: '16:20',
        doneOn: day('2026-05-11'),
        lapses: false,
      },
      {
        id: 'own-1',
        phaseId: 'weeks-1-2',
        title: 'Card for the family',
        detail: 'Ask first.',
        strand: 'support',
        condition: 'a-death',
        ownerPersonId: manager,
        ownerRole: '',
        timing: null,
        due: day('2026-05-20'),
        dueAt: '',
        doneOn: null,
        lapses: false,
      },
    ],
    affected: [
      {
        personId: person,
        closeness: 'named-worker',
        exposure: 'learnt-after',
        duty: 'off-duty',
        contacts: [
          {
            phaseId: 'hours-24-72',
            status: 'accepted',
            on: day('2026-05-12'),
            by: 'Manager',
            nextOn: day('2026-05-18'),
          },
        ],
        noContactReason: '',
        optedOutOn: null,
      },
    ],
    othersAffected: [
      {
        id: 'other-1',
        line: 'Agency cleaner',
        closeness: 'was-there',
        exposure: 'was-there',
        duty: 'on-duty',
        contacts: [],
        noContactReason: 'Reached through the agency',
        optedOutOn: null,
      },
    ],
    notifications: [
      {
        itemId: 'care-inspectorate',
        state: 'notified',
        who: 'Manager',
        on: day('2026-05-11'),
        at: '18:05',
        reference: 'CI-2044',
      },
    ],
    dates: [{ id: 'date-1', kind: 'birthday', on: day('2026-09-02'), line: 'Their birthday' }],
    reviewActions: [
      {
        id: 'action-1',
        what: 'Second phone for home visits',
        ownerPersonId: manager,
        ownerRole: '',
        due: day('2026-07-31'),
        doneOn: null,
      },
    ],
    closedOn: null,
  },
];

export const olderEventPlans: readonly { readonly version: number; readonly value: unknown }[] = [
  {
    version: 1,
    value: {
      eventType: 'drug-related-death',
      templateId: 'drug-related-death',
      templateVersion: 1,
      occurredOn: '2026-05-11',
      occurredAt: '16:20',
      everyoneSafe: 'yes',
      facts: 'Found at home. Police and ambulance attended.',
      steps: [
        {
          id: 'immediate-safety',
          phaseId: 'immediate',
          title: 'Check that everyone is safe',
          detail: '',
          ownerPersonId: null,
          ownerRole: 'Shift lead',
          offsetDays: 0,
          due: '2026-05-11',
          doneOn: '2026-05-11',
        },
        {
          id: 'plan-the-date',
          phaseId: 'anniversary',
          title: 'Get ready for the date',
          detail: '',
          ownerPersonId: null,
          ownerRole: 'Event coordinator',
          offsetDays: 351,
          due: '2027-04-27',
          doneOn: null,
        },
        {
          id: 'own-1',
          phaseId: 'weeks-1-2',
          title: 'Card for the family',
          detail: '',
          ownerPersonId: null,
          ownerRole: '',
          offsetDays: null,
          due: '2026-05-20',
          doneOn: null,
        },
      ],
      affected: [
        {
          personId: '00112233445566778899aabbccddeeff',
          closeness: 'named-worker',
          contacts: [{ phaseId: 'hours-24-72', status: 'accepted', on: '2026-05-12', by: 'Manager' }],
          noContactReason: '',
        },
      ],
      closedOn: null,
    },
  },
];
