/** Rules about support: managers, colleagues, supervision, and the load of what people hear and see. */
import type { Evidence, EvidenceLine } from '../evidence';
import type { ActionRule } from './action-rule';
import {
  caseloadLines,
  figureLines,
  isBelowMiddle,
  isUnderHalf,
  missedTrainingLines,
  scaleLine,
  scaleLines,
  themeLines,
} from './evidence-lines';

/** The middle of a scale from 0 to 100. Its authors publish no edge, so this one is ours. */
const cbiMiddle = 50;

/** Worn out by the work with people, and not by the work around it: of one round, so the two can be compared. */
function clientAlone({ scales }: Evidence): readonly EvidenceLine[] {
  return scales
    .filter(
      ({ instrumentId, scaleId, mean }) =>
        instrumentId === 'cbi' && scaleId === 'client' && mean >= cbiMiddle,
    )
    .flatMap((client) => {
      const work = scales.find(({ waveId, scaleId }) => waveId === client.waveId && scaleId === 'work');
      return work === undefined || work.mean >= cbiMiddle ? [] : [scaleLine(client), scaleLine(work)];
    });
}

const strainBands: ReadonlySet<string> = new Set(['moderate', 'high', 'severe']);
const isStrained = ({ scoreBand }: { readonly scoreBand: string | null }): boolean =>
  scoreBand !== null && strainBands.has(scoreBand);
const isHigh = ({ scoreBand }: { readonly scoreBand: string | null }): boolean => scoreBand === 'high';

export const supportRules: readonly ActionRule[] = [
  {
    id: 'manager-support',
    title: 'Support from managers falls short',
    driver: 'manager-support',
    asksWhen: 'Manager support below the middle of the HSE benchmark, or support in the pulse below 3 of 5.',
    scales: ['hse35 managerSupport', 'pulse supported'],
    find: (evidence) => [
      ...scaleLines(evidence, 'hse35', 'managerSupport', isBelowMiddle),
      ...scaleLines(evidence, 'pulse', 'supported', isUnderHalf),
    ],
    beside: (evidence) => figureLines(evidence, 'supervision-coverage', () => true),
    proposals: [
      {
        id: 'more-often',
        text: 'Hold supervision more often for a quarter',
        change: 'support',
        cost: 'time',
      },
      {
        id: 'manager-training',
        text: 'Training for line managers in talking about pressure at work',
        change: 'skills',
        cost: 'money',
      },
    ],
  },
  {
    id: 'peer-support',
    title: 'Support from colleagues falls short',
    driver: 'peer-support',
    asksWhen: 'Peer support below the middle of the HSE benchmark, or team in the pulse below 3 of 5.',
    scales: ['hse35 peerSupport', 'pulse team'],
    find: (evidence) => [
      ...scaleLines(evidence, 'hse35', 'peerSupport', isBelowMiddle),
      ...scaleLines(evidence, 'pulse', 'team', isUnderHalf),
    ],
    beside: () => [],
    proposals: [
      { id: 'buddy', text: 'A buddy for each person', change: 'team', cost: 'none' },
      { id: 'group', text: 'Start a reflective group', change: 'support', cost: 'time' },
    ],
  },
  {
    id: 'relationships',
    title: 'Relationships at work are strained',
    driver: 'relationships',
    asksWhen: 'Relationships below the middle of the HSE benchmark.',
    scales: ['hse35 relationships'],
    find: (evidence) => scaleLines(evidence, 'hse35', 'relationships', isBelowMiddle),
    beside: () => [],
    proposals: [
      {
        id: 'conflict',
        text: 'Agree how conflict is raised here, and who helps',
        change: 'team',
        cost: 'none',
      },
    ],
  },
  {
    id: 'role',
    title: 'Roles are not clear',
    driver: 'role',
    asksWhen: 'Role below the middle of the HSE benchmark.',
    scales: ['hse35 role'],
    find: (evidence) => scaleLines(evidence, 'hse35', 'role', isBelowMiddle),
    beside: () => [],
    proposals: [
      {
        id: 'talk',
        text: 'A talk with each person about what their role is, and what it is not',
        change: 'team',
        cost: 'time',
      },
    ],
  },
  {
    id: 'change',
    title: 'Change happens to people',
    driver: 'change',
    asksWhen: 'Change below the middle of the HSE benchmark.',
    scales: ['hse35 change'],
    find: (evidence) => scaleLines(evidence, 'hse35', 'change', isBelowMiddle),
    beside: () => [],
    proposals: [
      {
        id: 'consult',
        text: 'Ask people before the next change, and say what came of it',
        change: 'leaders',
        cost: 'none',
      },
    ],
  },
  {
    id: 'supervision',
    title: 'Supervision does not reach everybody',
    driver: 'supervision',
    asksWhen:
      'Fewer than 80% were supervised within their interval, or supervision in the pulse below 3 of 5.',
    scales: ['pulse supervision'],
    find: (evidence) => [
      ...figureLines(evidence, 'supervision-coverage', (share) => share < 0.8),
      ...scaleLines(evidence, 'pulse', 'supervision', isUnderHalf),
    ],
    beside: caseloadLines,
    proposals: [
      {
        id: 'facilitator',
        text: 'Hire an outside supervisor, or share one with a neighbouring service',
        change: 'support',
        cost: 'money',
      },
      { id: 'protect', text: 'Protect the time of supervision in the rota', change: 'work', cost: 'time' },
    ],
  },
  {
    id: 'client-work',
    title: 'It is the work with people that wears out',
    driver: 'exposure',
    asksWhen:
      'In one round of the CBI, work with people served averages 50 or more and work less. The line at 50 is ours: its authors publish none.',
    scales: ['cbi client'],
    find: clientAlone,
    beside: (evidence) => [
      ...themeLines(evidence, 'impact-of-the-work', 'Impact of the work'),
      ...missedTrainingLines(evidence),
    ],
    proposals: [
      {
        id: 'mix',
        text: 'Change the mix of direct work in each caseload',
        change: 'work',
        cost: 'time',
      },
      { id: 'skills', text: 'Training in safety and stabilisation', change: 'skills', cost: 'money' },
    ],
  },
  {
    id: 'exposure',
    title: 'What people hear and see stays with them',
    driver: 'exposure',
    asksWhen:
      'The average of the STSS lies at moderate or above, secondary traumatic stress of the ProQOL at high, or exposure in the pulse below 3 of 5.',
    scales: ['stss total', 'proqol5 sts', 'pulse exposure'],
    find: (evidence) => [
      ...scaleLines(evidence, 'stss', 'total', isStrained),
      ...scaleLines(evidence, 'proqol5', 'sts', isHigh),
      ...scaleLines(evidence, 'pulse', 'exposure', isUnderHalf),
    ],
    beside: (evidence) => themeLines(evidence, 'impact-of-the-work', 'Impact of the work'),
    proposals: [
      { id: 'rotate', text: 'Rotate the work that exposes people most', change: 'work', cost: 'time' },
      {
        id: 'supervisor',
        text: 'Supervision with somebody who has trauma training',
        change: 'support',
        cost: 'money',
      },
    ],
  },
  {
    id: 'habits',
    title: 'Leaving on time is not the rule',
    driver: 'habits',
    asksWhen: 'Leaving on time in the pulse below 3 of 5.',
    scales: ['pulse onTime'],
    find: (evidence) => scaleLines(evidence, 'pulse', 'onTime', isUnderHalf),
    beside: caseloadLines,
    proposals: [
      {
        id: 'pledge',
        text: 'Managers leave on time, and say so',
        change: 'leaders',
        cost: 'none',
      },
    ],
  },
];
