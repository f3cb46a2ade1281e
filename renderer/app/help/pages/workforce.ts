import type { HelpPage } from '../help-page';

export const workforceHelp: readonly HelpPage[] = [
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
    id: 'figures-in',
    title: 'Enter absences and monthly figures',
    lede: 'By hand, where there is no file.',
    steps: [
      'Open Workforce, then “Away from work”, then “Log an absence”. A first day is enough.',
      'Enter the last day when they are back. Until then the absence is open.',
      'For figures that somebody else counted, open “By hand”: one row for each month.',
      'Leave a cell empty where you do not know. Empty is not nought.',
    ],
    more: ['A figure typed by hand stands in only where records cannot say it.'],
  },
  {
    id: 'import',
    title: 'Bring in a spreadsheet',
    lede: 'CSV or Excel: people, absences, leavers, caseloads, posts or supervision.',
    steps: [
      'Open Workforce, then “Bring in”, and choose what the file holds. You can drop it there.',
      'Say which column is which. What was recognised is filled in already.',
      'Read the rows with a problem: each has its number and the reason.',
      'Save the good rows. Put the others right in the file and bring it in again.',
      'Under “Brought in” you see what came when, and can take one whole import back.',
    ],
    more: ['Rows that are here already are not doubled.'],
  },
];
