import { commonAvoid, commonPhases, commonSources, commonSteps, stepsIn } from '../common';
import type { PlanTemplate } from '../template';

export const selfHarmWitnessed: PlanTemplate = {
  id: 'self-harm-witnessed',
  version: 1,
  title: 'Serious self-harm, witnessed',
  summary: 'Those who saw it carry pictures of it. They need quiet, company and no retelling.',
  eventTypes: ['self-harm-witnessed'],
  phases: commonPhases,
  steps: [
    ...commonSteps.immediate,
    ...stepsIn('immediate', [
      {
        id: 'out-of-sight',
        title: 'Bring those who saw it to another room',
        detail: 'Other people who use the service too. Close off the place.',
        ownerRole: 'Shift lead',
        lapses: true,
      },
      {
        id: 'clean-up',
        title: 'Have the place cleaned by somebody who was not there',
        detail: 'Never by the person who gave first aid. Clean clothes for whoever needs them.',
        ownerRole: 'Shift lead',
        strand: 'service',
        lapses: true,
      },
      {
        id: 'restock',
        title: 'Restock first aid kits',
        detail: 'By somebody who was not part of it.',
        ownerRole: 'Shift lead',
        strand: 'service',
      },
    ]),
    ...commonSteps.firstDays,
    ...stepsIn('hours-24-72', [
      {
        id: 'outcome-known',
        title: 'Tell those who were there how the person is',
        detail: 'As far as the person agrees. Not knowing is hard.',
        ownerRole: 'Manager',
      },
      {
        id: 'agree-words',
        title: 'Agree the words to use',
        detail: 'No method, no pictures, no detail of injuries. The same words to everyone.',
        ownerRole: 'Manager',
      },
      {
        id: 'who-else-at-risk',
        title: 'Think who else may be at risk',
        detail: 'People who saw it, are close to the person, or have harmed themselves before.',
        ownerRole: 'Event coordinator',
      },
      {
        id: 'care-of-the-person',
        title: 'Ask who should go on working with the person',
        detail: 'Ask the worker who was there what they want. Going back is a choice.',
        ownerRole: 'Manager',
        phaseDay: 1,
      },
    ]),
    ...commonSteps.firstWeeks,
    ...stepsIn('weeks-1-2', [
      {
        id: 'first-time-back',
        title: 'Agree the first time back in that room',
        detail: 'With company, and with a way out.',
        ownerRole: 'Manager',
        phaseDay: 1,
      },
      {
        id: 'feelings-both-ways',
        title: 'Make room in supervision for anger and for care',
        detail: 'Both are common after self-harm, and both may be said.',
        ownerRole: 'Supervisor',
        phaseDay: 2,
      },
    ]),
    ...commonSteps.fourWeeks,
    ...commonSteps.threeMonths,
    ...commonSteps.anniversary,
  ],
  avoid: [
    ...commonAvoid,
    { what: 'Any detail of how it was done', why: 'Detail can put other people at risk.' },
    { what: 'Calling it attention-seeking', why: 'It hardens the team and shames the person.' },
    {
      what: 'Leaving the cleaning to whoever was there',
      why: 'It holds them in the scene when they most need to leave it.',
    },
  ],
  sources: [
    ...commonSources,
    {
      name: 'NICE guideline NG225',
      about: 'Self-harm: support and supervision for staff. Check the wording',
    },
  ],
};
