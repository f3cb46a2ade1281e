import type { HelpPage } from '../help-page';

export const keysHelp: readonly HelpPage[] = [
  {
    id: 'keys',
    title: 'Work without the mouse',
    lede: 'On a Mac, use Cmd in place of Ctrl.',
    steps: [
      'Ctrl K finds anything. “Narrow” there keeps to one kind, one person, some days or a theme. Ctrl 1 to Ctrl 9 go to the places in the rail.',
      'Ctrl Shift S starts a supervision record. Ctrl Shift N starts an incident plan.',
      'Ctrl Enter saves the form you are in. Ctrl S keeps a half-written one as a draft.',
      'F6 goes to the next part of the window. F1 opens the help that fits the page.',
      'Ctrl F finds on the page, Ctrl P prints it, and Ctrl E saves it as a file, where it can be.',
      'Ctrl , opens Settings. Ctrl plus and Ctrl minus change the size.',
    ],
  },
];
