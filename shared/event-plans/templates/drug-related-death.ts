import { commonAvoid, commonPhases, commonSources, commonSteps, stepsIn } from '../common';
import type { PlanTemplate } from '../template';

export const drugRelatedDeath: PlanTemplate = {
  id: 'drug-related-death',
  version: 2,
  title: 'Drug-related death',
  summary: 'For the workers who knew the person, and for others who may be at risk now.',
  eventTypes: ['drug-related-death'],
  phases: commonPhases,
  steps: [
    ...commonSteps.immediate,
    ...stepsIn('immediate', [
      {
        id: 'restock',
        title: 'Restock naloxone and first aid kits',
        detail: 'By somebody who was not part of it.',
        ownerRole: 'Shift lead',
        strand: 'service',
      },
    ]),
    ...commonSteps.firstDays,
    ...stepsIn('hours-24-72', [
      {
        id: 'who-else-at-risk',
        title: 'Think who else may be at risk',
        detail: 'People who were close, or who use alone. Offer naloxone and a visit.',
        ownerRole: 'Event coordinator',
      },
      {
        id: 'tell-others',
        title: 'Tell other people who use the service, gently',
        detail: 'In person, before they hear it outside.',
        ownerRole: 'Manager',
        phaseDay: 1,
      },
      {
        id: 'losses-so-far',
        title: 'Look at how many losses each worker has had this year',
        detail: 'For what to offer only. It is never exported.',
        ownerRole: 'Manager',
        phaseDay: 2,
      },
    ]),
    ...commonSteps.firstWeeks,
    ...stepsIn('weeks-1-2', [
      {
        id: 'mark-the-loss',
        title: 'Choose together how to remember the person',
        detail: 'A walk, a card, a moment at the team meeting. Joining in is a choice.',
        ownerRole: 'Manager',
        phaseDay: 5,
      },
    ]),
    ...commonSteps.fourWeeks,
    ...commonSteps.threeMonths,
    ...commonSteps.anniversary,
  ],
  avoid: [
    ...commonAvoid,
    {
      what: 'Speaking of the death as part of the job',
      why: 'Grief for people we worked with is real, and saying so helps.',
    },
  ],
  sources: [
    ...commonSources,
    {
      name: 'Scottish survey of staff after drug-related deaths',
      about: 'Grief, guilt and anger are common; harder with closeness, big caseloads and repeated deaths',
    },
  ],
};
