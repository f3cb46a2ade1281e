import { commonPhases, commonSources, stepsIn } from '../common';
import type { PlanTemplate } from '../template';

/** No single event: its clock starts on the day on which somebody named it. */
export const cumulativeStrain: PlanTemplate = {
  id: 'cumulative-strain',
  version: 1,
  title: 'Strain that has built up',
  summary: 'No single event. The day is the one on which it was named, and work is what has to change.',
  eventTypes: ['cumulative-strain'],
  phases: commonPhases.map((phase) => {
    if (phase.id === 'immediate') return { ...phase, focus: 'heard, and taken seriously' };
    if (phase.id === 'hours-24-72') return { ...phase, focus: 'less load, at once' };
    if (phase.id === 'anniversary') return { ...phase, focus: 'has it come back?' };
    return phase;
  }),
  steps: [
    ...stepsIn('immediate', [
      {
        id: 'thank-for-saying',
        title: 'Thank whoever named it',
        detail: 'It took something to say it. Nothing has to be proved.',
        ownerRole: 'Manager',
      },
      {
        id: 'what-cannot-wait',
        title: 'Ask what cannot wait until tomorrow',
        detail: 'Take one thing off today. A visit, a report, an on-call night.',
        ownerRole: 'Manager',
        lapses: true,
      },
      {
        id: 'note-who',
        title: 'Think who else may carry the same',
        detail: 'The same caseload, the same losses, the same gaps in the rota. Volunteers too.',
        ownerRole: 'Manager',
      },
    ]),
    ...stepsIn('hours-24-72', [
      {
        id: 'count-the-load',
        title: 'Look at caseload, hours, leave and losses of the last 12 months',
        detail: 'Figures of the work, not of the people. For what to offer only.',
        ownerRole: 'Manager',
      },
      {
        id: 'lighter-week',
        title: 'Lighten the next two weeks',
        detail: 'No new cases, no extra shifts, breaks that happen. Say who takes what.',
        ownerRole: 'Manager',
        phaseDay: 1,
      },
      {
        id: 'leave-taken',
        title: 'See that leave is booked and taken',
        detail: 'And that nobody is rung during it.',
        ownerRole: 'Manager',
        strand: 'service',
        phaseDay: 1,
      },
      {
        id: 'common-reactions',
        title: 'Give everyone a page on strain and what helps',
        detail: 'With occupational health, the helpline, and how to ask for a change at work.',
        ownerRole: 'Manager',
        phaseDay: 1,
      },
    ]),
    ...stepsIn('weeks-1-2', [
      {
        id: 'supervision-forward',
        title: 'Bring supervision forward for those close to it',
        detail: 'Offer it. They choose when, and what to bring.',
        ownerRole: 'Supervisor',
      },
      {
        id: 'one-change',
        title: 'Agree one change to the work, with a date',
        detail: 'A cap, a second person on hard visits, a quiet hour. Small, and kept.',
        ownerRole: 'Manager',
        phaseDay: 2,
      },
      {
        id: 'pass-up',
        title: 'Pass up what the team cannot change itself',
        detail: 'Posts, funding, thresholds. To whom, and by when an answer is due.',
        ownerRole: 'Senior manager',
        strand: 'service',
        phaseDay: 5,
      },
      {
        id: 'risk-assessment',
        title: 'Update the stress risk assessment',
        detail: 'Demands, control, support, relationships, role and change.',
        ownerRole: 'Manager',
        strand: 'service',
        phaseDay: 7,
      },
    ]),
    ...stepsIn('day-28', [
      {
        id: 'has-it-eased',
        title: 'Has the load in fact gone down?',
        detail: 'Look at the same figures again. If not, change something else.',
        ownerRole: 'Manager',
      },
      {
        id: 'no-better',
        title: 'Anyone no better, or worse?',
        detail: 'Offer occupational health or their GP, with their consent.',
        ownerRole: 'Manager',
      },
    ]),
    ...stepsIn('months-3', [
      {
        id: 'reflective-group',
        title: 'Hold a reflective group on the work',
        detail: 'With somebody from outside the team. Coming is a choice.',
        ownerRole: 'Supervisor',
      },
      {
        id: 'tell-what-changed',
        title: 'Tell the team what changed, and what did not',
        detail: 'With the answer that came from above.',
        ownerRole: 'Manager',
        phaseDay: 7,
      },
    ]),
    ...stepsIn('anniversary', [
      {
        id: 'plan-the-date',
        title: 'Look at the figures of the year',
        detail: 'Losses, caseload, leave, vacancies. Are they climbing again?',
        ownerRole: 'Manager',
        phaseDay: -14,
      },
      {
        id: 'light-offer',
        title: 'Ask the team how the year has been',
        detail: 'In supervision or over a cup of tea. Nothing that has to be answered.',
        ownerRole: 'Manager',
      },
    ]),
  ],
  avoid: [
    {
      what: 'Resilience training in place of less work',
      why: 'It tells people that they are the problem, and the load stays.',
    },
    { what: 'Asking who cannot cope', why: 'People stop saying it, and the strain goes on.' },
    { what: 'Waiting for one big event', why: 'Many small ones wear people down as surely.' },
    { what: 'Writing down how somebody is', why: 'Here only the offer and the answer are kept.' },
    {
      what: 'Promising what is not yours to give',
      why: 'A promise that fails costs more trust than an honest no.',
    },
    { what: 'Silence after the first week', why: 'Those who struggle most are often noticed only later.' },
  ],
  sources: [
    ...commonSources,
    {
      name: 'HSE Management Standards',
      about: 'Work-related stress: demands, control, support, relationships, role, change',
    },
    {
      name: 'Scottish survey of staff after drug-related deaths',
      about: 'Grief is harder with big caseloads and repeated deaths',
    },
  ],
};
