import { commonAvoid, commonPhases, commonSources, commonSteps, stepsIn } from '../common';
import type { PlanTemplate } from '../template';

export const assaultOrThreat: PlanTemplate = {
  id: 'assault-or-threat',
  version: 2,
  title: 'Assault or threat',
  summary: 'Safety first and again before going back, with choices that stay with the person.',
  eventTypes: ['assault-or-threat'],
  phases: commonPhases,
  steps: [
    ...commonSteps.immediate,
    ...stepsIn('immediate', [
      {
        id: 'apart',
        title: 'Keep those involved apart',
        detail: 'Also on the way out, at the door and in the car park.',
        ownerRole: 'Shift lead',
        lapses: true,
      },
      {
        id: 'police-choice',
        title: 'Ask the person about the police',
        detail: 'Their choice, unless somebody is in danger. Offer to be there.',
        ownerRole: 'Shift lead',
      },
    ]),
    ...commonSteps.firstDays,
    ...stepsIn('hours-24-72', [
      {
        id: 'safety-before-return',
        title: 'Go over safety before anyone goes back',
        detail: 'Rooms, alarms, phones, who is on with whom.',
        ownerRole: 'Manager',
      },
      {
        id: 'contact-with-that-person',
        title: 'Decide who works with the person who did it',
        detail: 'Ask the worker what they want. Being moved must never feel like a punishment.',
        ownerRole: 'Manager',
        phaseDay: 1,
      },
      {
        id: 'first-hand-once',
        title: 'Take one account, once',
        detail: 'Written with the worker, and shared so that nobody asks again.',
        ownerRole: 'Manager',
        phaseDay: 1,
        strand: 'investigation',
      },
    ]),
    ...commonSteps.firstWeeks,
    ...stepsIn('weeks-1-2', [
      {
        id: 'first-shift-back',
        title: 'Agree the first shift back',
        detail: 'A short one, with company, at a place they choose.',
        ownerRole: 'Manager',
      },
      {
        id: 'lone-work',
        title: 'Look again at lone work and visits',
        detail: 'What would have helped? Change one thing and say so.',
        ownerRole: 'Manager',
        phaseDay: 5,
      },
    ]),
    ...commonSteps.fourWeeks,
    ...stepsIn('day-28', [
      {
        id: 'case-news',
        title: 'Pass on news of any police case',
        detail: 'Before they meet it by chance. Ask how much they want to hear.',
        ownerRole: 'Manager',
      },
    ]),
    ...commonSteps.threeMonths,
    ...commonSteps.anniversary,
  ],
  avoid: [
    ...commonAvoid,
    {
      what: 'Asking what they could have done differently',
      why: 'That is for a review of the setting, later, and not of the person.',
    },
    {
      what: 'Moving the worker without asking',
      why: 'It takes away choice from somebody who has just lost it.',
    },
  ],
  sources: [
    ...commonSources,
    { name: 'RIDDOR 2013', about: 'Injuries from violence at work may have to be reported: check locally' },
  ],
};
