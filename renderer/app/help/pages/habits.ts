import type { HelpPage } from '../help-page';

export const habitsHelp: readonly HelpPage[] = [
  {
    id: 'own-habits',
    title: 'Note your own habits',
    lede: 'Private ticks, a minute a day at most. Staff learn from what they see a manager do.',
    steps: [
      'Open Today, then “Your own habits”. Tick what you did on a day you worked.',
      'By keyboard: Tab goes to the week, the arrows go from box to box, Space ticks.',
      'A tick notes its day. “I worked on this day” notes one without ticks.',
      'Press “Choose habits” for others. A few are enough.',
      'Below, the days you noted are counted. A day left blank counts for nothing.',
    ],
    more: [
      'The page is in no report, no export and no search. Whoever can open this vault can read it.',
      'Before somebody else takes the vault over, “Delete all days noted” takes the days away.',
      'Sealed backups hold it, like everything else in the vault.',
    ],
  },
  {
    id: 'seen-by-the-team',
    title: 'Ask what the team sees',
    lede: 'Six short items, answered in an ordinary round.',
    steps: [
      'On “Your own habits”, press “Ask the team”. The form joins your measures.',
      'Open the round and gather the answers, as with any round.',
      'Close it. With 5 answers or more it stands beside your own days.',
      'Where the team sees something less often than you noted it, make an action of it.',
    ],
    more: [
      'Fewer than 5 answers are hidden for good. So are items where all answers are alike.',
      'A gap is one answer of the form or more. It says that two views differ, not who is right.',
    ],
  },
  {
    id: 'working-time',
    title: 'Keep to working time',
    lede: 'Set once. Outside of it Steading raises nothing.',
    steps: [
      'Set the hours in Settings, under “Your service”.',
      'Set your days on “Your own habits”, under “Change the dates”.',
      'Add your own leave and supervision there. Today says them in a line.',
    ],
    more: [
      'Opened late, one quiet line says when work begins again. It stops nothing, and you can put it away.',
      'It does not show in Incidents. Steps that are due tonight are never said to wait.',
      'Many mail programs can send later. What is written at night can arrive in the morning.',
    ],
  },
];
