import type { HelpPage } from '../help-page';

export const spacesHelp: readonly HelpPage[] = [
  {
    id: 'rooms',
    title: 'See how many desks fit in a room',
    lede: 'Three measures and the number of desks.',
    steps: [
      'Open Spaces, choose the site, then “Add a room”.',
      'Measure the empty room: length, width and height, in metres.',
      'Enter the desks. The room is worked out while you type.',
      'Choose “Save room”. Too many desks stand under “What is missing”, where they can become an action.',
    ],
    more: [
      'The rule is from the Health and Safety Executive’s code for workplaces, L24: 11 m³ for each person.',
      'Height above 3 m is not counted. Meeting rooms are outside the rule.',
      'Much furniture calls for more room. The rule is the least, not the aim.',
      'Say of a quiet room when it is open and what else goes on in it. The rest is free for staff.',
    ],
  },
  {
    id: 'site-check',
    title: 'Check a site',
    lede: 'Staff and people who use the service answer apart.',
    steps: [
      'Open Spaces, choose the site, then “Check with staff”.',
      'Walk round together. Agree on one answer to each question, and say how many you were.',
      'Write what is missing and which role sees to it. No names.',
      'Choose “Finish check”. What nobody can say may stay open.',
      'Ask people who use the service in the same way, with “Check with people who use the service”.',
      'The page of the site shows both side by side, and what is missing.',
    ],
    more: [
      'Fewer than 5 people are never shown as a number.',
      'Each gap can become an action. The check itself stays as it was.',
      '“Print check” shows the sheet first, with names taken out of the notes.',
      'Staff check a site again after a year. Today reminds you.',
    ],
  },
  {
    id: 'resources',
    title: 'Keep a soothing box full',
    lede: 'What is in it, when it was filled up, and how often it is used.',
    steps: [
      'Open Spaces, then Resources, then “Add a resource”.',
      'List what is in it, a line for each. Add “every 30 days” where it has to be filled up.',
      'Choose “Filled up” beside one thing, or “All full and checked” for the whole.',
      'Choose “Used” to count one use. Undo is in the message.',
    ],
    more: ['Uses are a number for each month. Who used it, and on which day, is not asked.'],
  },
  {
    id: 'room-pictures',
    title: 'Keep pictures of rooms',
    lede: 'Off unless somebody switches them on.',
    steps: [
      'Open Spaces, then Pictures, and read what they mean before you switch them on.',
      'Open a site, then “Add a picture”, and choose a file or drop it.',
      'Look for faces, names on boards and screens first. Rooms, never people.',
    ],
    more: [
      'A picture is drawn anew here: place, time, camera and file name are left behind.',
      'It is locked like every record, and no report takes it along. Backups hold it.',
      'Switching pictures off offers to erase all of them.',
    ],
  },
];
