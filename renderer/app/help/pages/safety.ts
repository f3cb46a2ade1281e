import type { HelpPage } from '../help-page';

export const safetyHelp: readonly HelpPage[] = [
  {
    id: 'lock',
    title: 'Lock, hide and come back',
    lede: 'One chord each.',
    steps: [
      'Ctrl Shift H hides the screen at once and locks.',
      'Ctrl L locks. A half-written record is kept as a draft.',
      'It locks by itself after five minutes without use (you can change that in Settings), and when the laptop sleeps.',
      'Your passphrase opens it again. Today offers your drafts.',
    ],
    more: [
      'Drafts are kept of people, supervision, incident plans, absences, and wellbeing rounds and replies.',
      'Within a plan, drafts are kept of check-ins, added steps and who is affected.',
      'So they are of vacancies and their rounds, issues and replies, and policy reviews.',
      'Other pages, such as Settings, keep what you saved and nothing half-written.',
    ],
  },
  {
    id: 'passphrase',
    title: 'Forgotten passphrase',
    lede: 'The recovery kit opens the same records.',
    steps: [
      'On the lock page choose “Use the recovery kit”.',
      'Type the code from the page you kept. Capitals and dashes do not matter.',
      'Choose a new passphrase.',
      'Without the passphrase and the kit, nobody can open the records. Nor can we.',
    ],
  },
];
