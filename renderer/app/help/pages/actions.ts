import type { HelpPage } from '../help-page';

export const actionsHelp: readonly HelpPage[] = [
  {
    id: 'actions',
    title: 'Turn a finding into an action',
    lede: 'What, who, and the day to look at whether it helped.',
    steps: [
      'Open a finding of a round, a gap of a site or an area of readiness, and choose to make an action.',
      'Or open Actions and choose “New action”.',
      'Say what you will do in words that anybody understands. Name a person or a role.',
      'Eight weeks is the usual time until you look at it again. Change the day where another fits.',
      'Say what it costs, and tick when the money or the time is there.',
      'Choose the area of readiness that it counts for, if there is one.',
    ],
    more: [
      'When the day comes it stands on Today.',
      'The next round shows whether the figure has moved. It does not prove why.',
    ],
  },
];
