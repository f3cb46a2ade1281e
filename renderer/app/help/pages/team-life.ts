import type { HelpPage } from '../help-page';

export const teamLifeHelp: readonly HelpPage[] = [
  {
    id: 'team-life',
    title: 'Record what the team talks about, and answer it',
    lede: 'A conversation, what was said, and what came of it.',
    steps: [
      'Open People, then “Team life”, and choose “Record a conversation”.',
      'Take one of the questions, or write your own. Say how many were there, not who.',
      'Write what was said, one line each, and what was decided.',
      'Answer each line when you can: it is done, it is under way, or it cannot be now, and why.',
      'Open “You said, we did” to see all answers, and to print them for a wall.',
    ],
    more: [
      'Names of people on the list are pointed out before a sheet is saved.',
      'Whoever leads goes first. That makes it easier for everybody else.',
    ],
  },
  {
    id: 'training-plan',
    title: 'Plan training that starts with wellbeing',
    lede: 'Steps in order, the first of them about staff wellbeing.',
    steps: [
      'Open People, then “Team life”, then “Training”.',
      'Add the steps and put them in order. The first one has to be about wellbeing.',
      'After each session enter how many were asked and how many came.',
    ],
    more: ['Training missed for workload is counted in Workforce, under the figures by hand.'],
  },
];
