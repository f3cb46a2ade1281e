import type { HelpPage } from '../help-page';

export const peopleHelp: readonly HelpPage[] = [
  {
    id: 'people',
    title: 'Add the people you support',
    lede: 'By hand, or from a spreadsheet.',
    steps: [
      'Open People. Choose “Add a person”, or press New and then Person.',
      'Fill in the name, the role and the start date. The rest can wait.',
      'For a whole team, choose “Bring in a spreadsheet” and pick a CSV or Excel file.',
      'Check which column is which. Rows with a problem are listed with the reason.',
      'Save the good rows. Put the others right in the file and bring it in again.',
    ],
    more: [
      'A leaver keeps their records. Set the last day in post; they leave the lists from the next day on.',
    ],
  },
  {
    id: 'requests',
    title: 'Answer somebody who asks what is held',
    lede: 'Any words and any way count. An answer is due within one month.',
    steps: [
      'Open the person’s page and choose “They asked for a copy”, or People, then “Requests for a copy”.',
      'Enter the day it came. The day by which to answer stands at once, and why it is that day.',
      'Choose “Put the copy together”. Each place that names somebody else waits for your decision.',
      'What is not decided is blacked out. Read the copy through once.',
      'Save it as a PDF, a web page or JSON, and give it to them alone.',
      'Press “It was answered today”.',
    ],
    more: [
      'If you have to ask what they mean, the days until they answer do not count. Enter both days.',
      'That pause is in Article 12A of the UK GDPR, since 5 February 2026. Check it with your data protection adviser.',
      'A complex request may take up to two months more. They have to hear of it within the first month.',
      'Bank holidays go by where the service is. Set that in Settings, under “Your service”.',
    ],
  },
  {
    id: 'same-person',
    title: 'Make one of two records of a person',
    lede: 'After two spreadsheets, somebody may be here twice.',
    steps: [
      'Open People, then “Here twice”. Pairs that look alike are listed.',
      'Choose a pair, or choose two people yourself.',
      'Look at what differs, and pick which of the two is right, line by line.',
      'Press the button at the foot. Everything about either is then about one person.',
    ],
    more: ['It can be undone from the message that follows.'],
  },
  {
    id: 'process',
    title: 'Move a concern out of supervision',
    lede: 'Performance and conduct have a process of their own, and records of their own.',
    steps: [
      'Tell the person first. A supervision record is not where a process begins.',
      'Open their page and choose the move to a process.',
      'Enter the day it moved and the day they were told. No more is kept here.',
      'Write everything else where your organisation keeps such things.',
    ],
    more: ['Supervision goes on beside it. It stays a place to talk.'],
  },
];
