import type { HelpPage } from '../help-page';

export const reportsHelp: readonly HelpPage[] = [
  {
    id: 'report',
    title: 'Make a report for the board',
    lede: 'Counts only. No names, no notes.',
    steps: [
      'Open Reports and choose “Board summary”.',
      'Pick the period. The preview is the page as it will print.',
      'Counts under five are hidden, and so are those that would give them away.',
      'Save it as PDF, Word, Excel or CSV. It joins the export log.',
    ],
    more: [
      'Add, move and take out parts, and keep the result as a template.',
      'Own words leave once you have read them through. Names of people in your records are taken out.',
      'Each report is checked together with earlier ones. Add figures that were given out elsewhere.',
      'Where two reports together would say too much, you choose: put teams together, a longer time, or leave it out.',
    ],
  },
  {
    id: 'sharing',
    title: 'Share figures with others who study or direct',
    lede: 'A bundle of monthly figures, services together, or rows without names.',
    steps: [
      'Open Reports, then “Service-level bundle”. It is one file with two years of months.',
      'A director opens “Services together” and takes the files of several services in.',
      'For rows about single people, allow them first in Settings, under “What may leave”.',
      'Open “Rows”. Each row is made so coarse that others read the same.',
      'Read what was left out and why, then save. It joins the export log.',
    ],
    more: ['Rows about single people are off until somebody switches them on and says who agreed.'],
  },
];
