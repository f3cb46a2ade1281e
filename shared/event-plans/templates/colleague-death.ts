import { commonAvoid, commonPhases, commonSources, commonSteps, stepsIn } from '../common';
import type { PlanTemplate } from '../template';

export const colleagueDeath: PlanTemplate = {
  id: 'colleague-death',
  version: 2,
  title: 'Death of a colleague',
  summary: 'The whole team is bereaved, and the manager too. Slow down, and borrow help.',
  eventTypes: ['colleague-death'],
  phases: commonPhases,
  steps: [
    ...commonSteps.immediate,
    ...stepsIn('immediate', [
      {
        id: 'tell-in-person',
        title: 'Tell each person yourself, before it is written anywhere',
        detail: 'Phone those who are off, on leave or recently left.',
        ownerRole: 'Manager',
      },
      {
        id: 'borrow-cover',
        title: 'Ask a sister team for cover',
        detail: 'Only what cannot wait. The rest can stop for a day.',
        ownerRole: 'Senior manager',
        strand: 'service',
        lapses: true,
      },
    ]),
    ...commonSteps.firstDays,
    ...stepsIn('hours-24-72', [
      {
        id: 'family-wishes',
        title: 'Ask the family what may be said, and to whom',
        detail: 'Follow it, also in messages and online.',
        ownerRole: 'Manager',
        phaseDay: 1,
      },
      {
        id: 'their-caseload',
        title: 'Share out their work with care',
        detail: 'People who worked with them hear it in person.',
        ownerRole: 'Event coordinator',
        phaseDay: 1,
      },
      {
        id: 'managers-support',
        title: 'Arrange support for the manager',
        detail: 'Somebody outside the service, this week.',
        ownerRole: 'Senior manager',
        phaseDay: 1,
      },
      {
        id: 'mail-and-rota',
        title: 'Stop automatic mail, rotas and reminders in their name',
        detail: 'Payroll and pension: one kind person deals with the family.',
        ownerRole: 'Manager',
        phaseDay: 2,
        strand: 'service',
      },
    ]),
    ...commonSteps.firstWeeks,
    ...stepsIn('weeks-1-2', [
      {
        id: 'desk-and-things',
        title: 'Decide together about their desk and their things',
        detail: 'Not in a hurry, and with the family.',
        ownerRole: 'Manager',
        phaseDay: 3,
      },
      {
        id: 'mark-the-loss',
        title: 'Choose together how to remember them',
        detail: 'Joining in is a choice.',
        ownerRole: 'Manager',
        phaseDay: 5,
      },
    ]),
    ...commonSteps.fourWeeks,
    ...stepsIn('day-28', [
      {
        id: 'filling-the-post',
        title: 'Talk about the post before it is advertised',
        detail: 'Somebody new will be met more warmly.',
        ownerRole: 'Manager',
      },
    ]),
    ...commonSteps.threeMonths,
    ...commonSteps.anniversary,
  ],
  avoid: [
    ...commonAvoid,
    {
      what: 'Telling people by message or at the start of a meeting',
      why: 'How it was told is remembered for years.',
    },
    { what: 'Clearing the desk at once', why: 'It can feel as if the person had been wiped away.' },
  ],
  sources: commonSources,
};
