import type { HelpPage } from '../help-page';

export const settingsHelp: readonly HelpPage[] = [
  {
    id: 'settings',
    title: 'Change how Steading works',
    lede: 'Your service, locking, reminders, backups and keys.',
    steps: [
      'Press Ctrl and the comma key, or choose Settings at the foot of the rail.',
      'Under “Your service” set its name, its nation, its working hours and how often supervision is due.',
      'Under “Locking” set how soon it locks when nobody uses it.',
      'Press “Save” in the part that you changed. Each part is saved by itself.',
    ],
    more: ['Bank holidays, and so the days by which to answer, go by the nation that you set.'],
  },
  {
    id: 'reminders',
    title: 'Choose what may speak up, and when',
    lede: 'Messages on this computer, and dates for your calendar.',
    steps: [
      'Open Settings, then “Reminders and calendar”.',
      'Choose what messages may be about, and on which days and hours.',
      'For your own calendar choose the dates and save the file. Open it with your calendar.',
    ],
    more: [
      'A message holds a count and never a name. Outside the hours that you set there is none.',
      'Dates in the file have neutral titles, so that a shared calendar gives nobody away.',
    ],
  },
  {
    id: 'keeping',
    title: 'Keep records safe, and let them go',
    lede: 'Backups, deleted things, how long records stay, and erasing.',
    steps: [
      'Open Settings, then “Backups”. They are made while you work. Keep a copy elsewhere too.',
      'Choose “Prove one” now and then: it opens a backup as a trial and changes nothing.',
      'Deleted things stay for 30 days under “Deleted items”, and can come back from there.',
      '“Keeping and erasing” lists what has reached the end of its time. Nothing goes by itself.',
      'To erase a person for good, choose them there. You see first what goes and what stays.',
      '“Safety check” reads everything there is and says whether it is whole.',
    ],
    more: ['Whoever is on hold, for a complaint or an inquiry, is not listed as due.'],
  },
];
