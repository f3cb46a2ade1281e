import { commonAvoid, commonPhases, commonSources, commonSteps, stepsIn } from '../common';
import type { PlanTemplate } from '../template';

export const naturalDeath: PlanTemplate = {
  id: 'natural-death',
  version: 1,
  title: 'Death from natural causes',
  summary: 'Expected or not, it is a loss. Workers often grieve it alone.',
  eventTypes: ['natural-death'],
  phases: commonPhases,
  steps: [
    ...commonSteps.immediate,
    ...stepsIn('immediate', [
      {
        id: 'expected-or-not',
        title: 'Find out whether the death was expected',
        detail: 'Ask the GP or the nurse in charge. If nobody can say, ring 101 or 999.',
        ownerRole: 'Shift lead',
        strand: 'service',
        lapses: true,
      },
      {
        id: 'with-dignity',
        title: 'Give whoever is there time to say goodbye',
        detail: 'A closed door, no hurry. Stay near whoever washes or moves the person.',
        ownerRole: 'Shift lead',
        lapses: true,
      },
    ]),
    ...commonSteps.firstDays,
    ...stepsIn('hours-24-72', [
      {
        id: 'tell-key-workers',
        title: 'Tell past and present key workers yourself',
        detail: 'Also those on leave, and those who moved to another team.',
        ownerRole: 'Manager',
      },
      {
        id: 'tell-others',
        title: 'Tell other people who use the service, gently',
        detail: 'In person, in plain words. Say "died".',
        ownerRole: 'Manager',
        phaseDay: 1,
      },
      {
        id: 'room-and-things',
        title: 'Agree who sees to the room and the belongings',
        detail: 'Two people, not those who were closest unless they ask to.',
        ownerRole: 'Event coordinator',
        strand: 'service',
        phaseDay: 2,
      },
    ]),
    ...commonSteps.firstWeeks,
    ...stepsIn('weeks-1-2', [
      {
        id: 'mark-the-loss',
        title: 'Choose together how to remember the person',
        detail: 'A photo, a meal, a moment at the team meeting. Joining in is a choice.',
        ownerRole: 'Manager',
        phaseDay: 5,
      },
      {
        id: 'new-arrival',
        title: 'Talk before anyone new comes into the place',
        detail: 'A pause between the two helps the team to welcome somebody.',
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
    { what: 'Saying that it was to be expected', why: 'A death that was expected can hurt just as much.' },
    {
      what: 'Filling the place at once without a word',
      why: 'It can feel as if the person had not mattered.',
    },
  ],
  sources: commonSources,
};
