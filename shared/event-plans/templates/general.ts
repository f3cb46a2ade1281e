import { commonAvoid, commonPhases, commonSources, commonSteps, stepsIn } from '../common';
import type { PlanTemplate } from '../template';

/** For every event without a plan of its own, strain that has built up included: then the date is the day it was named. */
export const general: PlanTemplate = {
  id: 'general',
  version: 1,
  title: 'Hard event',
  summary: 'The steps that hold after any hard event. Take out what does not fit.',
  eventTypes: [
    'natural-death',
    'self-harm-witnessed',
    'protection',
    'disaster',
    'media-or-inquiry',
    'cumulative-strain',
  ],
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
