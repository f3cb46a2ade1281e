import type { HelpPage } from '../help-page';

export const supervisionHelp: readonly HelpPage[] = [
  {
    id: 'supervision',
    title: 'Record a supervision',
    lede: 'It takes about two minutes.',
    steps: [
      'Press Ctrl Shift S, or Cmd Shift S on a Mac.',
      'Type two letters of the name, then Enter.',
      'The date takes “today”, “fri”, “24 nov” or 24/11/2026. Look at the line below it.',
      'Say what became of last time’s actions: they stand beside the form.',
      'Tick what came up. Write themes, not details, and no names of people who use the service.',
      'Add what you agreed, one line each. Each line shows in Actions until it is done.',
      'Press Ctrl Enter to save.',
    ],
    more: [
      'Supervision is due when the days since the last one held reach the interval. It is overdue the day after.',
      'Open cases, learning, decisions and signatures wait under “Add more”.',
    ],
  },
  {
    id: 'access',
    title: 'See who can reach supervision',
    lede: 'Who is entitled, who has somebody, and whom it does not reach.',
    steps: [
      'Open Supervision, then Access. It stands at today. Press the date to choose another day.',
      'Read “No supervisor” first. Each line has a reason, or says that none was given.',
      'Choose “Name a supervisor” for the person. Nobody to be had? Say so there, and why.',
      'Look at “Neither route”: these roles had no clinical supervision and no group in twelve months.',
      'Compare by role, exposure, site, hours or contract in the table below.',
    ],
    more: [
      'Held on time means: no more days since the last session than the agreed rhythm.',
      'Somebody away for their whole rhythm is not counted. Volunteers and agency people are.',
      'Training that ran out stands as a note with the supervisor. Nobody is barred by it.',
    ],
  },
  {
    id: 'agreements',
    title: 'Keep a supervision agreement',
    lede: 'What the two agreed, before they begin.',
    steps: [
      'Open Supervision, then Agreements, then “New agreement”.',
      'Choose who is supervised, by whom, and for which kind. Each kind has its own.',
      'Say how often you meet, how long and where. The next date is suggested from it.',
      'Read what stays between you, its limits, who may read it and where to turn.',
      'Save it and print it. Talk it through before anybody signs.',
      'Enter the day each of you signed. Somebody who does not agree says so, with the day.',
    ],
    more: [
      'Look at it again once a year. People shows it when the day comes.',
      'An agreement that waits for a name, or was not agreed, does not count as signed.',
    ],
  },
  {
    id: 'groups',
    title: 'Keep a reflective group',
    lede: 'Who belongs to it, who came, and what the time counts for.',
    steps: [
      'Open Supervision, then Groups, then “Add a group”.',
      'Say who leads it and whether the time is protected.',
      'Press “Record a sitting” after each one. “Everyone came” fills the list; change the few who did not.',
      'Count themes for the group as a whole. Never write what anybody said.',
      'Take something back to the service only with the day on which the group agreed.',
      'Somebody without a place goes on the waiting list. “Move in” makes them a member.',
    ],
    more: ['Of a sitting, up to four people may each count half of the time. Five and more share it.'],
  },
];
