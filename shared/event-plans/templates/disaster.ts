import { commonAvoid, commonPhases, commonSources, commonSteps, stepsIn } from '../common';
import type { PlanTemplate } from '../template';

export const disaster: PlanTemplate = {
  id: 'disaster',
  version: 1,
  title: 'Disaster',
  summary: 'Fire, flood, storm or a crash. Staff may be hit at home as well as at work.',
  eventTypes: ['disaster'],
  phases: commonPhases,
  steps: [
    ...commonSteps.immediate,
    ...stepsIn('immediate', [
      {
        id: 'count-everyone',
        title: 'Account for everyone, on and off site',
        detail: 'Staff, volunteers, people who use the service, visitors. One list, one person keeps it.',
        ownerRole: 'Shift lead',
        lapses: true,
      },
      {
        id: 'ring-home',
        title: 'Let everyone ring home',
        detail: 'Before anything else that can wait.',
        ownerRole: 'Shift lead',
        lapses: true,
      },
      {
        id: 'next-base',
        title: 'Say where to go next, and who leads there',
        detail: 'A second place, with heat, water and a phone.',
        ownerRole: 'On-call manager',
        strand: 'service',
        lapses: true,
      },
    ]),
    ...commonSteps.firstDays,
    ...stepsIn('hours-24-72', [
      {
        id: 'hit-at-home',
        title: 'Ask each person what has happened at home',
        detail: 'Damage, family, transport, money. Special leave first, forms later.',
        ownerRole: 'Manager',
      },
      {
        id: 'shifts-and-rest',
        title: 'Plan shifts with an end, and with relief',
        detail: 'Nobody works on because they are willing. Rotate the hardest posts.',
        ownerRole: 'Event coordinator',
        strand: 'service',
      },
      {
        id: 'what-must-go-on',
        title: 'Decide what must go on, and what stops for now',
        detail: 'Medicine, food, shelter, protection. Write down what stops, so that it is no secret.',
        ownerRole: 'Senior manager',
        strand: 'service',
      },
      {
        id: 'one-voice',
        title: 'Agree one voice for questions from outside',
        detail: 'Everyone else may say: I will pass that on.',
        ownerRole: 'Senior manager',
        strand: 'service',
      },
    ]),
    ...commonSteps.firstWeeks,
    ...stepsIn('weeks-1-2', [
      {
        id: 'back-to-place',
        title: 'Go and see the place together, if it is safe',
        detail: 'By choice, in small groups, with somebody who knows what they will see.',
        ownerRole: 'Manager',
        phaseDay: 5,
      },
      {
        id: 'thank-and-end',
        title: 'Say when the emergency is over, and thank people by name',
        detail: 'Give back the hours that were worked, soon.',
        ownerRole: 'Senior manager',
        phaseDay: 7,
      },
    ]),
    ...commonSteps.fourWeeks,
    ...stepsIn('day-28', [
      {
        id: 'still-displaced',
        title: 'Ask who is still without a home, a room or a routine',
        detail: 'Practical help is support. Say what the employer can do.',
        ownerRole: 'Manager',
      },
    ]),
    ...commonSteps.threeMonths,
    ...commonSteps.anniversary,
  ],
  avoid: [
    ...commonAvoid,
    {
      what: 'Shifts without an end',
      why: 'Tired people make mistakes, and blame themselves for them later.',
    },
    {
      what: 'Sending volunteers in without a task',
      why: 'It harms them and helps nobody. One place takes names and gives tasks.',
    },
  ],
  sources: [
    ...commonSources,
    {
      name: 'Psychological first aid: look, listen, link',
      about: 'Safety, calm, contact and practical help in the first days',
    },
  ],
};
