import { commonAvoid, commonPhases, commonSources, commonSteps, stepsIn } from '../common';
import type { PlanTemplate } from '../template';

export const protection: PlanTemplate = {
  id: 'protection',
  version: 1,
  title: 'Child or adult protection',
  summary: 'The process runs by its own rules. The people who carry it need looking after too.',
  eventTypes: ['protection'],
  phases: commonPhases,
  steps: [
    ...commonSteps.immediate,
    ...stepsIn('immediate', [
      {
        id: 'follow-procedure',
        title: 'Follow the local protection procedure',
        detail: 'Whoever has the concern does not have to decide alone. Ring the duty lead.',
        ownerRole: 'Shift lead',
        strand: 'service',
      },
      {
        id: 'stay-with-worker',
        title: 'Stay with whoever heard or saw it',
        detail: 'Until the call is made and they know what comes next.',
        ownerRole: 'Shift lead',
        lapses: true,
      },
    ]),
    ...commonSteps.firstDays,
    ...stepsIn('hours-24-72', [
      {
        id: 'who-may-know',
        title: 'Agree who may know what',
        detail: 'Few people, named. Tell everyone else that they will hear when there is something to hear.',
        ownerRole: 'Manager',
        strand: 'service',
      },
      {
        id: 'own-children',
        title: 'Ask the workers close to it what would help this week',
        detail: 'For parents and for those with a history of their own it can come very near.',
        ownerRole: 'Manager',
        phaseDay: 1,
      },
      {
        id: 'safe-from-reprisal',
        title: 'Look at the safety of the worker who reported it',
        detail: 'Lone visits, the way home, threats, social media.',
        ownerRole: 'Manager',
        phaseDay: 1,
      },
      {
        id: 'colleague-named',
        title: 'If a colleague is named, give each side a link of their own',
        detail: 'Two different people. Neither takes part in the inquiry.',
        ownerRole: 'Senior manager',
        phaseDay: 1,
      },
    ]),
    ...commonSteps.firstWeeks,
    ...stepsIn('weeks-1-2', [
      {
        id: 'statement-help',
        title: 'Give time and a quiet room for statements and meetings',
        detail: 'Somebody may go along. This is not support, and does not replace it.',
        ownerRole: 'Manager',
        strand: 'investigation',
        phaseDay: 2,
      },
      {
        id: 'what-came-of-it',
        title: 'Tell the worker what came of the referral',
        detail: 'As far as the rules allow. If nothing may be said, say that.',
        ownerRole: 'Manager',
        phaseDay: 5,
      },
    ]),
    ...commonSteps.fourWeeks,
    ...stepsIn('day-28', [
      {
        id: 'conference-dates',
        title: 'Note the dates of conferences and hearings',
        detail: 'Each may bring it back. Lighten that week.',
        ownerRole: 'Event coordinator',
      },
    ]),
    ...commonSteps.threeMonths,
    ...commonSteps.anniversary,
  ],
  avoid: [
    ...commonAvoid,
    {
      what: 'Looking into it yourselves',
      why: 'It can harm the inquiry, the child or adult, and the worker.',
    },
    {
      what: 'Asking the worker whether they should have seen it sooner',
      why: 'Signs look clear only afterwards. That belongs to a review.',
    },
    { what: 'Details in the team room', why: 'More people carry it than need to, and privacy is lost.' },
  ],
  sources: [
    ...commonSources,
    {
      name: 'Local child and adult protection procedures',
      about: 'Whom to tell, and how fast. They come before this plan',
    },
  ],
};
