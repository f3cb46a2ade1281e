import { commonAvoid, commonPhases, commonSources, commonSteps, stepsIn } from '../common';
import type { PlanTemplate } from '../template';

export const overdoseSurvived: PlanTemplate = {
  id: 'overdose-survived',
  version: 2,
  title: 'Overdose, survived',
  summary: 'A good outcome can still shake those who were there. They are easily missed.',
  eventTypes: ['overdose-survived'],
  phases: commonPhases,
  steps: [
    ...commonSteps.immediate,
    ...stepsIn('immediate', [
      {
        id: 'pause-after-response',
        title: 'Give whoever responded a proper pause',
        detail: 'Off the floor for half an hour at least, with somebody.',
        ownerRole: 'Shift lead',
        lapses: true,
      },
      {
        id: 'restock',
        title: 'Restock naloxone, oxygen and first aid kits',
        detail: 'By somebody who was not part of it.',
        ownerRole: 'Shift lead',
        strand: 'service',
      },
    ]),
    ...commonSteps.firstDays,
    ...stepsIn('hours-24-72', [
      {
        id: 'outcome-known',
        title: 'Tell those who responded how the person is',
        detail: 'As far as the person agrees. Not knowing is hard.',
        ownerRole: 'Manager',
      },
      {
        id: 'care-of-the-person',
        title: 'Give the follow-up of the person to somebody else',
        detail: 'The responder should not have to carry both.',
        ownerRole: 'Event coordinator',
      },
    ]),
    ...commonSteps.firstWeeks,
    ...stepsIn('weeks-1-2', [
      {
        id: 'say-what-went-well',
        title: 'Say what went well, in detail',
        detail: 'What was done, and that it mattered.',
        ownerRole: 'Manager',
      },
      {
        id: 'skills-refresher',
        title: 'Offer a naloxone and first aid refresher',
        detail: 'For those who want to feel ready again.',
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
      what: 'Treating it as nothing because the person lived',
      why: 'The fear was real, and often there were others before.',
    },
  ],
  sources: commonSources,
};
