/** The parts that every template shares: phases, the steps that hold after any event, what to avoid, sources. */
import type { PhaseId } from '@shared/records/event-plan/event-plan';
import type { PlanTemplate, TemplateStep } from './template';
import { timingInPhase } from './timing';

export const commonPhases: PlanTemplate['phases'] = [
  { id: 'immediate', focus: 'safe, warm, not alone', takes: 'Now' },
  { id: 'hours-24-72', focus: 'facts, and a first offer', takes: 'A 30-minute meeting' },
  { id: 'weeks-1-2', focus: 'first check-in', takes: 'About 15 minutes each' },
  { id: 'day-28', focus: 'second check-in', takes: 'About 15 minutes each' },
  { id: 'months-3', focus: 'third check-in', takes: 'About 15 minutes each' },
  { id: 'anniversary', focus: 'a light offer', takes: 'A few words each' },
];

type Words = Pick<TemplateStep, 'id' | 'title' | 'detail' | 'ownerRole'> &
  Partial<Pick<TemplateStep, 'condition' | 'strand' | 'lapses' | 'timing'>> & {
    /** Days from the first day of its phase. Only the anniversary has days before it: -14 is its reminder. */
    readonly phaseDay?: number;
  };

/** Steps of one phase, written without repeating in every line what most of them share. */
export function stepsIn(phaseId: PhaseId, steps: readonly Words[]): readonly TemplateStep[] {
  return steps.map(({ phaseDay = 0, ...step }) => ({
    condition: null,
    strand: 'support',
    lapses: false,
    timing: timingInPhase(phaseId, phaseDay),
    ...step,
    phaseId,
  }));
}

export const commonSteps = {
  immediate: stepsIn('immediate', [
    {
      id: 'make-safe',
      title: 'Make sure everyone is safe',
      detail: 'First aid, 999, police. Move people away from what happened.',
      ownerRole: 'Shift lead',
      lapses: true,
    },
    {
      id: 'care-for-the-hurt',
      title: 'Get medical care for whoever was hurt',
      detail: 'Somebody they choose goes with them.',
      ownerRole: 'Shift lead',
      condition: 'staff-hurt',
    },
    {
      id: 'reach-the-site',
      title: 'Get somebody to the site, or bring the person in',
      detail: 'Stay on the phone until somebody is there.',
      ownerRole: 'On-call manager',
      condition: 'lone-or-remote-site',
      lapses: true,
    },
    {
      id: 'warm-place',
      title: 'Find a warm, private place',
      detail: 'A hot drink and somebody to sit with. Nobody has to talk.',
      ownerRole: 'Shift lead',
      lapses: true,
    },
    {
      id: 'say-what-is-known',
      title: 'Say plainly what is known, and what is not',
      detail: 'Short, and the same words to everyone.',
      ownerRole: 'Shift lead',
    },
    {
      id: 'hand-over-work',
      title: 'Hand over the work of whoever needs to stop',
      detail: 'Name who takes it, until when.',
      ownerRole: 'Shift lead',
      lapses: true,
    },
    {
      id: 'way-home',
      title: 'Agree how each person gets home, and with whom',
      detail: 'Nobody goes home alone unless they choose to.',
      ownerRole: 'Shift lead',
      lapses: true,
    },
    {
      id: 'note-who',
      title: 'Note who was there or close to it',
      detail: 'On or off duty. Volunteers, reception, cleaners and past workers too.',
      ownerRole: 'Shift lead',
    },
  ]),
  firstDays: stepsIn('hours-24-72', [
    {
      id: 'planning-meeting',
      title: 'Hold a short planning meeting',
      detail: 'Who is affected, who offers contact, who does what.',
      ownerRole: 'Event coordinator',
      timing: { amount: 24, unit: 'hours', plusDays: 0 },
    },
    {
      id: 'go-over-the-list',
      title: 'Go over the list of people affected',
      detail: 'Who is missing? Think of nights, leave, volunteers, the last key worker.',
      ownerRole: 'Event coordinator',
    },
    {
      id: 'factual-briefing',
      title: 'Give a factual briefing',
      detail:
        'What is known, what comes next, where support is. No blame, and nobody is asked how they feel.',
      ownerRole: 'Manager',
      phaseDay: 1,
    },
    {
      id: 'common-reactions',
      title: 'Give everyone a page on common reactions',
      detail: 'Most people find their feet again with time, rest and company.',
      ownerRole: 'Manager',
      phaseDay: 1,
    },
    {
      id: 'lighter-week',
      title: 'Ease the workload for a week',
      detail: 'Fewer new cases, no lone visits, time to step out.',
      ownerRole: 'Manager',
      phaseDay: 1,
    },
    {
      id: 'who-must-be-told',
      title: 'Check who has to be told',
      detail:
        'Regulator, health board, council, insurer. Check the time limits locally. Note who, when and the reference only.',
      ownerRole: 'Manager',
      strand: 'service',
    },
    {
      id: 'family-link',
      title: 'Name one link for the family',
      detail: 'One voice, known to them.',
      ownerRole: 'Manager',
      phaseDay: 1,
      condition: 'a-death',
    },
    {
      id: 'injury-report',
      title: 'See whether the injury has to be reported',
      detail: 'Injuries at work may fall under RIDDOR. Check the rules and limits locally.',
      ownerRole: 'Manager',
      condition: 'staff-hurt',
      strand: 'service',
    },
  ]),
  firstWeeks: stepsIn('weeks-1-2', [
    {
      id: 'supervision-forward',
      title: 'Bring supervision forward for those close to it',
      detail: 'Offer it. They choose when, and what to bring.',
      ownerRole: 'Supervisor',
    },
    {
      id: 'ease-the-rota',
      title: 'Look at the rota again',
      detail: 'Keep it light where it helps. Ask first, some people steady themselves with work.',
      ownerRole: 'Manager',
      phaseDay: 2,
    },
    {
      id: 'funeral',
      title: 'Ask who would like to go to the funeral',
      detail: 'Time off and cover for those who do. Check what the family wants.',
      ownerRole: 'Manager',
      phaseDay: 1,
      condition: 'a-death',
    },
    {
      id: 'learning-apart',
      title: 'Keep the learning review apart from support',
      detail: 'Another day, another person. Support never depends on what is said there.',
      ownerRole: 'Event coordinator',
      phaseDay: 7,
      strand: 'investigation',
    },
    {
      id: 'answer-rumours',
      title: 'Answer rumours with facts',
      detail: 'One agreed line for partners and press.',
      ownerRole: 'Manager',
      phaseDay: 3,
      strand: 'service',
    },
  ]),
  fourWeeks: stepsIn('day-28', [
    {
      id: 'no-better',
      title: 'Anyone no better, or worse?',
      detail: 'Offer occupational health, their GP or a trauma service, with their consent.',
      ownerRole: 'Manager',
    },
    {
      id: 'new-facts',
      title: 'Has anything new come to light?',
      detail: 'If so, brief people again and look at the list once more.',
      ownerRole: 'Event coordinator',
    },
  ]),
  threeMonths: stepsIn('months-3', [
    {
      id: 'reflective-group',
      title: 'Hold a reflective group on what this has meant',
      detail: 'With somebody from outside the team. Coming is a choice.',
      ownerRole: 'Supervisor',
    },
    {
      id: 'close-actions',
      title: 'Close the actions from the learning review',
      detail: 'Tell the team what changed because of it.',
      ownerRole: 'Manager',
      phaseDay: 7,
      strand: 'investigation',
    },
  ]),
  anniversary: stepsIn('anniversary', [
    {
      id: 'plan-the-date',
      title: 'Get ready for the date',
      detail: 'Who may find it hard, who is on shift, who has left and may like a word.',
      ownerRole: 'Event coordinator',
      phaseDay: -14,
    },
    {
      id: 'light-offer',
      title: 'Make a light offer on the day',
      detail: 'A few words, a break together, nothing that has to be answered.',
      ownerRole: 'Manager',
    },
  ]),
} as const;

export const commonAvoid: PlanTemplate['avoid'] = [
  {
    what: 'A single session where people relive it',
    why: 'It has not been shown to prevent later harm, and one trial found more of it.',
  },
  {
    what: 'Asking anyone to tell it again',
    why: 'Each telling has a cost. Facts are collected once, by one person.',
  },
  {
    what: 'Outside counsellors for everyone on the day',
    why: 'Most people first want rest, facts and company they know.',
  },
  { what: 'Sending people home alone', why: 'The first hours are easier with somebody near.' },
  { what: 'An investigation interview called support', why: 'People stop trusting both.' },
  {
    what: 'Names and blame in a briefing',
    why: 'Guilt is common after such events, and blame makes it last.',
  },
  { what: 'Passing on pictures or messages', why: 'It brings the event to people who were not there.' },
  { what: 'Writing down how somebody is reacting', why: 'Here only the offer and the answer are kept.' },
  { what: 'Silence after the first week', why: 'Those who struggle most are often noticed only later.' },
];

export const commonSources: PlanTemplate['sources'] = [
  {
    name: 'NICE guideline NG116',
    about: 'No psychologically-focused debriefing; contact within a month for people with lesser symptoms',
  },
  {
    name: 'Cochrane review CD000560',
    about: 'A single debriefing session did not prevent post-traumatic stress',
  },
  {
    name: 'TRiM practice',
    about: 'Planning in the first days, a peer contact, and again at about one month',
  },
  {
    name: 'NHS Employers, support after an incident',
    about: 'Measures for teams, peers and the whole service work better together',
  },
];
