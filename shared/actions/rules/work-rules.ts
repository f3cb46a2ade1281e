/** Rules about the work itself: how much, how it is shared, and what stands in its way. */
import type { ActionRule } from './action-rule';
import {
  caseloadLines,
  figureLines,
  isBelowMiddle,
  isUnderHalf,
  isUrgent,
  missedTrainingLines,
  scaleLines,
  themeLines,
} from './evidence-lines';

export const workRules: readonly ActionRule[] = [
  {
    id: 'workload',
    title: 'The work asks for more than there is',
    driver: 'demands',
    asksWhen:
      'Demands below the 20th percentile of the HSE benchmark, caseloads above your own limit, or workload in the pulse below 3 of 5.',
    scales: ['hse35 demands', 'pulse workload', 'proqol5 bo'],
    find: (evidence) => [
      ...scaleLines(evidence, 'hse35', 'demands', isUrgent),
      ...caseloadLines(evidence),
      ...scaleLines(evidence, 'pulse', 'workload', isUnderHalf),
    ],
    beside: missedTrainingLines,
    proposals: [
      {
        id: 'cap',
        text: 'Set a limit for caseloads and share out what is above it',
        change: 'work',
        cost: 'time',
      },
      {
        id: 'reallocate',
        text: 'Move some of the work to another team or partner',
        change: 'work',
        cost: 'time',
      },
      {
        id: 'escalate',
        text: 'Take the workload to senior managers, with these results',
        change: 'leaders',
        cost: 'none',
      },
    ],
  },
  {
    id: 'control',
    title: 'People have little say in their day',
    driver: 'control',
    asksWhen: 'Control below the middle of the HSE benchmark.',
    scales: ['hse35 control'],
    find: (evidence) => scaleLines(evidence, 'hse35', 'control', isBelowMiddle),
    beside: () => [],
    proposals: [
      {
        id: 'own-day',
        text: 'Let people plan the order of their own day, and their breaks',
        change: 'work',
        cost: 'none',
      },
    ],
  },
  {
    id: 'breaks',
    title: 'Breaks are not taken',
    driver: 'breaks',
    asksWhen: 'Fewer than half of the breaks due were taken, or breaks in the pulse below 3 of 5.',
    scales: ['pulse breaks', 'cbi work'],
    find: (evidence) => [
      ...figureLines(evidence, 'breaks', (share) => share < 0.5),
      ...scaleLines(evidence, 'pulse', 'breaks', isUnderHalf),
    ],
    beside: caseloadLines,
    proposals: [
      { id: 'cover', text: 'Cover for breaks on every shift', change: 'work', cost: 'money' },
      {
        id: 'look',
        text: 'Look at workload and breaks with the team',
        change: 'team',
        cost: 'time',
      },
    ],
  },
  {
    id: 'training-missed',
    title: 'Training is missed because of workload',
    driver: 'training',
    asksWhen: 'Half or more of the training places missed were missed for workload.',
    scales: [],
    find: missedTrainingLines,
    beside: caseloadLines,
    proposals: [
      {
        id: 'protect',
        text: 'Put cover in the rota before training is booked',
        change: 'work',
        cost: 'money',
      },
      {
        id: 'shorter',
        text: 'Hold the training in shorter parts, in working hours',
        change: 'skills',
        cost: 'time',
      },
    ],
  },
  {
    id: 'moral-strain',
    title: 'People cannot give what they know is needed',
    driver: 'values',
    asksWhen:
      'Work against our values came up in a third of supervision sessions, with caseloads above your limit; or values in the pulse below 3 of 5.',
    scales: ['pulse values'],
    find: (evidence) => {
      const themes = themeLines(evidence, 'values', 'Work against our values');
      const cases = caseloadLines(evidence);
      return [
        ...(themes.length > 0 && cases.length > 0 ? [...themes, ...cases] : []),
        ...scaleLines(evidence, 'pulse', 'values', isUnderHalf),
      ];
    },
    beside: missedTrainingLines,
    proposals: [
      {
        id: 'session',
        text: 'A reflective session on work that goes against our values',
        change: 'support',
        cost: 'time',
      },
      {
        id: 'outside',
        text: 'Write down what we cannot provide, and raise it outside the service',
        change: 'leaders',
        cost: 'none',
      },
    ],
  },
  {
    id: 'space',
    title: 'There is no quiet place to work or talk',
    driver: 'space',
    asksWhen: 'Space in the pulse below 3 of 5.',
    scales: ['pulse space'],
    find: (evidence) => scaleLines(evidence, 'pulse', 'space', isUnderHalf),
    beside: () => [],
    proposals: [
      {
        id: 'room',
        text: 'A room that can be closed, kept free of client work',
        change: 'place',
        cost: 'none',
      },
    ],
  },
  {
    id: 'safety',
    title: 'People do not feel safe at work',
    driver: 'safety',
    asksWhen: 'Safety in the pulse below 3 of 5.',
    scales: ['pulse safe'],
    find: (evidence) => scaleLines(evidence, 'pulse', 'safe', isUnderHalf),
    beside: () => [],
    proposals: [
      {
        id: 'walk',
        text: 'Walk the building and the visits with the team, and fix what is unsafe',
        change: 'place',
        cost: 'time',
      },
    ],
  },
];
