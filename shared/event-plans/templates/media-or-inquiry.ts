import { commonAvoid, commonPhases, commonSources, commonSteps, stepsIn } from '../common';
import type { PlanTemplate } from '../template';

/** The clock starts on the day on which it became public, or the letter came. */
export const mediaOrInquiry: PlanTemplate = {
  id: 'media-or-inquiry',
  version: 1,
  title: 'Media attention or inquiry',
  summary: 'An old event comes back in public. Those who were there then may have left since.',
  eventTypes: ['media-or-inquiry'],
  phases: commonPhases,
  steps: [
    ...commonSteps.immediate,
    ...stepsIn('immediate', [
      {
        id: 'warn-first',
        title: 'Warn those concerned before they read it',
        detail: 'By phone or in person. Also those who have left.',
        ownerRole: 'Manager',
        lapses: true,
      },
      {
        id: 'one-voice',
        title: 'Name one person who answers the press',
        detail: 'Everyone else may say: I will pass that on. Nobody has to give a name.',
        ownerRole: 'Senior manager',
        strand: 'service',
      },
    ]),
    ...commonSteps.firstDays,
    ...stepsIn('hours-24-72', [
      {
        id: 'privacy-online',
        title: 'Help those named to close their accounts to strangers',
        detail: 'Photos, addresses, family. Save threats and pass them to the police.',
        ownerRole: 'Manager',
      },
      {
        id: 'advice-of-own',
        title: 'Tell each witness about advice of their own',
        detail: "Union, professional body, insurer. The employer's lawyer acts for the employer.",
        ownerRole: 'Senior manager',
        phaseDay: 1,
      },
      {
        id: 'keep-records',
        title: 'Keep every record as it is',
        detail: 'Nothing is changed or thrown away. One person answers requests for papers.',
        ownerRole: 'Senior manager',
        strand: 'investigation',
      },
      {
        id: 'doors-and-phones',
        title: 'Look after reception and the phone line',
        detail: 'They meet callers first. Give them words, and a break.',
        ownerRole: 'Manager',
      },
    ]),
    ...commonSteps.firstWeeks,
    ...stepsIn('weeks-1-2', [
      {
        id: 'dates-ahead',
        title: 'Put every known date into this plan',
        detail: 'Hearings, evidence days, the report, the broadcast. Each is said two weeks ahead.',
        ownerRole: 'Event coordinator',
      },
      {
        id: 'go-along',
        title: 'Agree who goes along with each witness',
        detail: 'There and back, and for an hour afterwards. Somebody with no part in the case.',
        ownerRole: 'Manager',
        phaseDay: 3,
      },
      {
        id: 'time-to-prepare',
        title: 'Give working time to prepare evidence',
        detail: 'And a day free of visits after giving it.',
        ownerRole: 'Manager',
        strand: 'investigation',
        phaseDay: 3,
      },
    ]),
    ...commonSteps.fourWeeks,
    ...stepsIn('day-28', [
      {
        id: 'still-in-public',
        title: 'Is it still in public, and who is it still about?',
        detail: 'If so, go on with the short contacts. Silence is hard to bear when others talk.',
        ownerRole: 'Event coordinator',
      },
    ]),
    ...commonSteps.threeMonths,
    ...stepsIn('months-3', [
      {
        id: 'findings-in-person',
        title: 'Go through any findings in person before they are out',
        detail: 'What is said, what it means for each of them, who answers questions.',
        ownerRole: 'Senior manager',
      },
    ]),
    ...commonSteps.anniversary,
  ],
  avoid: [
    ...commonAvoid,
    {
      what: 'Rehearsing evidence together',
      why: 'It can taint what witnesses say, and they may be asked about it.',
    },
    { what: 'Answering comments online', why: 'It feeds the story and draws in names.' },
    {
      what: 'Telling staff to say nothing to anyone',
      why: 'They may always speak with family, doctor, union and supervisor.',
    },
  ],
  sources: [
    ...commonSources,
    {
      name: 'Fatal accident inquiries in Scotland',
      about: 'Required, as commonly stated, for deaths in the course of work. Check locally',
    },
  ],
};
