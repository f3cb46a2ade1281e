import type { HelpPage } from '../help-page';

export const todayHelp: readonly HelpPage[] = [
  {
    id: 'today',
    title: 'Read Today',
    lede: 'What needs you, what the week holds, and nothing else.',
    steps: [
      'A form that you left half written stands on top. “Carry on” opens it where you stopped.',
      '“Needs you today” holds what is due by now: people after an event first. “See all” shows the rest.',
      '“This week” holds what is booked or falls due within seven days.',
      'The sentence below says how the team is. It names a change only where it is more than chance.',
      'Press “Names shown” before you share your screen. Choose roles or initials.',
    ],
    more: [
      'With roles or initials, words that somebody typed are left out of Today too. Other pages still show names.',
      '“Nothing needs you today” is a good day. You need not look for more.',
    ],
  },
];
