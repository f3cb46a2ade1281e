import { commonAvoid, commonPhases, commonSources, commonSteps, stepsIn } from '../common';
import type { PlanTemplate } from '../template';

export const suicide: PlanTemplate = {
  id: 'suicide',
  version: 2,
  title: 'Suicide',
  summary: 'Careful words, watchfulness for others, and support that lasts for months.',
  eventTypes: ['suicide'],
  phases: commonPhases,
  steps: [
    ...commonSteps.immediate,
    ...stepsIn('immediate', [
      {
        id: 'agree-words',
        title: 'Agree the words to use',
        detail: 'Say "died by suicide". No method, no place, nothing about a note.',
        ownerRole: 'Shift lead',
      },
    ]),
    ...commonSteps.firstDays,
    ...stepsIn('hours-24-72', [
      {
        id: 'closest-to-it',
        title: 'Think who was closest, in place, in time or in likeness',
        detail: 'Staff and people who use the service. Also those who lost somebody this way before.',
        ownerRole: 'Event coordinator',
      },
      {
        id: 'ask-directly',
        title: 'Ask those who may be at risk directly whether they are safe',
        detail: 'In private, by somebody they trust. The answer is acted on, and not written here.',
        ownerRole: 'Event coordinator',
      },
      {
        id: 'crisis-numbers',
        title: 'Put crisis numbers where people will see them',
        detail: 'For staff too. Check that the numbers work out of hours.',
        ownerRole: 'Manager',
      },
      {
        id: 'tell-others',
        title: 'Tell other people who use the service, gently',
        detail: 'In small groups or one to one, with somebody they trust.',
        ownerRole: 'Manager',
        phaseDay: 1,
      },
    ]),
    ...commonSteps.firstWeeks,
    ...stepsIn('weeks-1-2', [
      {
        id: 'talk-about-guilt',
        title: 'Say that guilt is common and that hindsight misleads',
        detail: 'In supervision, not in a review.',
        ownerRole: 'Supervisor',
        phaseDay: 2,
      },
      {
        id: 'memorial',
        title: 'Plan any memorial with care',
        detail: 'Warm and brief. Treat this death as you would any other.',
        ownerRole: 'Manager',
        phaseDay: 5,
      },
    ]),
    ...commonSteps.fourWeeks,
    ...stepsIn('day-28', [
      {
        id: 'watch-for-others',
        title: 'Look again at who else may be at risk',
        detail: 'Risk can stay raised for months after a suicide nearby.',
        ownerRole: 'Event coordinator',
      },
    ]),
    ...commonSteps.threeMonths,
    ...stepsIn('months-3', [
      {
        id: 'months-ahead',
        title: 'Plan the contacts of the next nine months',
        detail: 'Birthday, holidays, an inquiry, the anniversary. Put the dates into this plan.',
        ownerRole: 'Event coordinator',
      },
    ]),
    ...commonSteps.anniversary,
  ],
  avoid: [
    ...commonAvoid,
    { what: 'Any detail of how it was done', why: 'Detail can put other people at risk.' },
    {
      what: 'Words like "committed" or "successful"',
      why: 'They carry blame or praise. "Died by suicide" carries neither.',
    },
    {
      what: 'A shrine, or a day that sets this death apart',
      why: 'It can make the death look like an answer.',
    },
    { what: 'A single cause', why: 'It is hardly ever one thing, and looking for one leads to blame.' },
  ],
  sources: [
    ...commonSources,
    {
      name: 'Samaritans and NHS postvention guidance',
      about: 'A group and words ready beforehand, watchfulness, support over months',
    },
  ],
};
