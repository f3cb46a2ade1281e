import type { HelpPage } from '../help-page';

export const incidentsHelp: readonly HelpPage[] = [
  {
    id: 'incident',
    title: 'Open an incident plan',
    lede: 'On the day, three minutes are enough.',
    steps: [
      'Press Ctrl Shift N, or Cmd Shift N on a Mac.',
      'Say whether everyone is safe now. “Not sure” is an answer.',
      'Write one line of facts. Details can come later, or never.',
      'Choose who is affected, staff and volunteers only.',
      'The steps come from a template, with dates from the day it happened. Change any of them.',
      'Record each check-in as offered, accepted, declined or not yet asked. Never record symptoms.',
    ],
    more: [
      'There is no group debrief on the day in any template. It can do harm.',
      'Working days leave out the bank holidays of where the service is. Set that in Settings.',
    ],
  },
  {
    id: 'ready',
    title: 'Be ready before something happens',
    lede: 'A ready plan, your own templates, and a rehearsal.',
    steps: [
      'Open Incidents, then “Ready plan”. Enter whom to ring, where to go and who does what.',
      'Save it as a PDF and hang it up. A laptop may be out of reach on the day.',
      'Under Templates look at what a plan of each kind starts with. Copy one to change it.',
      'Under Rehearsal make a plan for a made-up event, against the clock.',
      'Read what was missed, and put it right in the template.',
    ],
    more: ['A plan that runs already keeps the steps that it started with.'],
  },
];
