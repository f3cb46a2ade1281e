import { commonAvoid, commonPhases, commonSources, commonSteps, stepsIn } from '../common';
import type { PlanTemplate } from '../template';

/** What holds after any hard event: to copy from, and for plans that were made before each event had its own. */
export const general: PlanTemplate = {
  id: 'general',
  version: 2,
  title: 'Hard event',
  summary: 'The steps that hold after any hard event. Take out what does not fit.',
  eventTypes: [],
  phases: commonPhases,
  steps: [
    ...commonSteps.immediate,
    ...commonSteps.firstDays,
    ...stepsIn('hours-24-72', [
      {
        id: 'one-voice',
        title: 'Agree one voice for questions from outside',
        detail: 'Everyone else may say: I will pass that on.',
        ownerRole: 'Manager',
        strand: 'service',
      },
      {
        id: 'tell-others',
        title: 'Tell other people who use the service what they need to know',
        detail: 'In person, without detail.',
        ownerRole: 'Manager',
        phaseDay: 1,
      },
    ]),
    ...commonSteps.firstWeeks,
    ...commonSteps.fourWeeks,
    ...commonSteps.threeMonths,
    ...commonSteps.anniversary,
  ],
  avoid: commonAvoid,
  sources: commonSources,
};
