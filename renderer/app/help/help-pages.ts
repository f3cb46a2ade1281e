/** Help, offline: one page a task. Our own words; short sentences; nothing to look up elsewhere. */
export interface HelpPage {
  readonly id: string;
  readonly title: string;
  readonly lede: string;
  readonly steps: readonly string[];
  readonly more?: readonly string[];
}

export const helpPages: readonly HelpPage[] = [
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
  {
    id: 'workforce',
    title: 'Read the workforce figures',
    lede: 'Absence and leavers, month by month.',
    steps: [
      'Open Workforce and bring in absences and monthly figures.',
      'The sentence above each chart is the finding. The line below it says how sure it is.',
      '“Show as table” gives the same numbers as a table.',
      'A run of points on one side of the middle is a signal. One high month is not.',
    ],
  },
  {
    id: 'vacancies',
    title: 'Keep the list of vacancies',
    lede: 'How long each post has been empty, and what was tried.',
    steps: [
      'Open Workforce, then Vacancies, then “Add a vacancy”, on the day a post is cleared to advertise.',
      'Choose “Add a round” each time it is advertised. Say how it ended, even when nobody applied.',
      'Choose “It is frozen” when nobody may apply. Those days count apart.',
      'Choose “Somebody starts” and enter the first day in the post. It is open until then.',
    ],
    more: [
      'An accepted offer ends nothing: a vacancy ends when somebody starts. NHS Scotland counts it so.',
      'Medians need 8 posts. Below that, each post’s days stand in the list.',
      'Funded posts and this list may differ. A post not yet cleared is vacant and on no list.',
    ],
  },
  {
    id: 'outside',
    title: 'Raise what is outside your control',
    lede: 'Asked of whom, by when, and what came back. It prints as a risk paper.',
    steps: [
      'Open Workforce, then “Outside our control”, then “Raise an issue”.',
      'Say what it is, what it does to staff, and what it does to people who use the service.',
      'Pick figures if they help. They stay as they read on that day.',
      'Name the role or body that you asked, and the day by which a reply is due.',
      'Choose “Add a reply” when one comes. Say where it stands now.',
      'Choose “Risk paper”, read it for names, and save it as a PDF.',
    ],
    more: [
      'Today tells you when a reply is overdue, and when it is time to look again.',
      'Likelihood and impact are words side by side. They are not multiplied into a score.',
      'The paper joins the export log. Figures about few people are not offered for it.',
    ],
  },
  {
    id: 'policies',
    title: 'Plan the review of policies',
    lede: 'The hours that it takes beside the hours that were found.',
    steps: [
      'Open Workforce, then “Policy reviews”, then “Add a document”.',
      'Enter who sees to it, by when, and how many hours it takes.',
      'Add hours as they are found, with whose time it was in words.',
      'Choose “It was looked at” once it is done. The next review gets its day.',
    ],
    more: [
      'The sentence on top is about this quarter: what is due, what it needs, and what was found.',
      'Hours of an earlier review do not count for the next one.',
    ],
  },
  {
    id: 'teams',
    title: 'Set teams and figures side by side',
    lede: 'Who moved, what happened, and how long people stay.',
    steps: [
      'When somebody changes team, open their details, type the new team, and say since when.',
      'Choose “It was only misspelt” when nobody moved. Figures then follow the new name throughout.',
      'Open Workforce, then Notes. Write what happened in a few words, with its day.',
      'Open Teams to see one figure for each team, all on one scale.',
      'Open “Side by side” to see two figures on the same months.',
      'Open Staying to see how long people stay, and what next year holds if nothing changes.',
    ],
    more: [
      'A team of fewer than 5 people is hidden. The whole service still includes it.',
      'A move between teams is leaving for the team alone, never for the service.',
      'In a staff list a column “In team since” makes a changed team a move.',
      'Two lines that move together can have one cause, or none in common.',
    ],
  },
  {
    id: 'report',
    title: 'Make a report for the board',
    lede: 'Counts only. No names, no notes.',
    steps: [
      'Open Reports and choose “Board summary”.',
      'Pick the period. The preview is the page as it will print.',
      'Counts under five are hidden, and so are those that would give them away.',
      'Save it as PDF or CSV. It joins the export log.',
    ],
  },
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
  {
    id: 'keys',
    title: 'Keys for everything',
    lede: 'On a Mac, use Cmd in place of Ctrl.',
    steps: [
      'Ctrl K finds anything. “Narrow” there keeps to one kind, one person, some days or a theme. Ctrl 1 to Ctrl 9 go to the places in the rail.',
      'Ctrl Shift S starts a supervision record. Ctrl Shift N starts an incident plan.',
      'Ctrl Enter saves the form you are in.',
      'F6 goes to the next part of the window. F1 opens Help.',
      'Ctrl , opens Settings. Ctrl plus and Ctrl minus change the size.',
    ],
  },
];
