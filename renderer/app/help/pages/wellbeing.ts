import type { HelpPage } from '../help-page';

export const wellbeingHelp: readonly HelpPage[] = [
  {
    id: 'wellbeing',
    title: 'Run a wellbeing round',
    lede: 'A question to the whole team, with no names.',
    steps: [
      'Open Wellbeing and choose “New round”.',
      'Pick a measure, the dates and how many people you invite.',
      'Ask people: with a sealed survey file, on this laptop, on paper, or with another tool.',
      'Results show from five replies on. Below that nothing shows, not even a hint.',
      'The first closed round is the baseline. Later ones are compared with it.',
    ],
  },
  {
    id: 'replies',
    title: 'Get replies to a round',
    lede: 'Four ways to ask. A round can use all of them.',
    steps: [
      'Sealed survey file: save it and send it to everyone. Drop what comes back on the page of the round.',
      'Hand the laptop over: people answer one after the other. Only locking it ends this.',
      'On paper: print answer sheets, then type them in by item number.',
      'From another survey tool: bring in its CSV file. Say which column is which item.',
      'No more coming? Choose “Close and lock” on the page of the round. That is final.',
    ],
    more: [
      'Replies are shuffled. None holds a name, and none says when it was given.',
      'Steading cannot tell whether somebody replied twice. Invite each person in one way.',
      'An e-mail shows its sender. A memory stick that goes round shows least.',
      'Type each sheet twice where a slip of a key would matter. What differs is settled before it is saved.',
      'Closing wipes the key of the survey. A reply that comes later cannot be opened by anyone.',
    ],
  },
  {
    id: 'results',
    title: 'Read results, and tell people',
    lede: 'What a round says, what it does not say, and what follows.',
    steps: [
      'Open a closed round. Its heading is the result in one sentence; the drawing and the numbers stand below.',
      'Choose another round under “Set against” to compare with it instead of the baseline.',
      'Pick one thing to change: choose “Make an action” on a finding. With the focus on it, the A key does the same.',
      'Choose “What we heard” and write one page for everybody who was asked. Save it as a PDF.',
      'Choose “People were told today” once they were. Today reminds you within eight weeks.',
    ],
    more: [
      'A change is named only when its whole likely range lies on one side of nothing. It never says why.',
      'Parts and teams show only if nothing about fewer than 5 people follows from them.',
      'A scale can be hidden for blanks: a total less its parts could be one person.',
      'Items are named by number. Words stand beside them only in a measure of your own.',
      '“Save as CSV” leaves out averages of fewer than 8 people. No row is about one person.',
    ],
  },
  {
    id: 'measures',
    title: 'Choose a measure, or compose your own',
    lede: 'What to ask, whose words it takes, and what it asks of people.',
    steps: [
      'Open Wellbeing and choose “Measures”. Enter how many people you would ask, and what it should be about.',
      'Open a measure to read how it is scored, where its key comes from, and whom to ask for the licence.',
      'Is a part of the key recalled? Hold it against your manual, then choose “I have checked it”.',
      'Choose “Open a round” on its page. Keep what people are asked under 15 minutes in half a year.',
      'No measure fits? Choose “Compose your own”. Such a measure is for talking and for your own trend.',
    ],
    more: [
      'Steading ships no published wording. With a licence, load it as a wording pack on the page of the measure.',
      'For a wording pack, choose “Save a blank pack”. Type the words between the quotation marks, in any text editor.',
      'Type each answer beside its value. Leave items that score the other way as the form has them.',
      'Choose the file on the same page. What does not fit is listed by item, and nothing is lost.',
      'A wording pack stays sealed in the vault. It is in no export, and forms alone show it.',
      'With fewer than 5 people, talk instead. With fewer than 30, only a large change would show.',
    ],
  },
  {
    id: 'wellbeing-plans',
    title: 'Offer a Wellbeing Plan',
    lede: 'Each person writes their own, under a passphrase of their own.',
    steps: [
      'Open Wellbeing and choose “Wellbeing Plans”.',
      'Pick who it is for, choose “Hand over”, and give them the laptop. Everything else is shut.',
      'They choose a passphrase, write, and share what they like, section by section, until a day.',
      'When they press “Done”, Steading locks. It opens with your passphrase again.',
      'You see what they share until its day. What they take back is gone from your view at once.',
    ],
    more: [
      'A lost passphrase means a lost plan. Nobody can reset it, so it can only be deleted and begun anew.',
      'For paper, print the blank form. Whoever fills it in keeps it.',
    ],
  },
];
