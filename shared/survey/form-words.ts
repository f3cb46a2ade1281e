/**
 * What the form says about itself: what the manager can see, and what the form cannot protect. Said before the first
 * question, because that is when somebody decides. The letter to staff says the same (staff-letter.ts).
 */

export interface FormPart {
  readonly heading: string;
  readonly lines: readonly string[];
  /** Behind its heading until it is opened: worth having, too long to stand in the way. */
  readonly isFolded: boolean;
}

/** In the survey file, or on the manager's laptop that is handed round. */
export type FormWay = 'file' | 'kiosk';

const choice: FormPart = {
  heading: 'Your choice',
  lines: [
    'You decide whether to answer. You can leave out any question.',
    'The form does not ask for your name.',
  ],
  isFolded: false,
};

/** Also on the letter. */
export const canSeeLines = (hasSplit: boolean): readonly string[] => [
  'While the survey is open: how many replies came in, and nothing else.',
  'After it closes: figures for the whole group, if at least 5 people answered.',
  ...(hasSplit ? ['Figures for one part of the service, if at least 5 people there answered.'] : []),
  'Steading, your manager’s program, never shows one person’s answers.',
];

/** What holds for every way of answering. Also on the letter. */
export const limitLines: readonly string[] = [
  'In a small team, people may guess who is behind an unusual result.',
  'With your manager’s passphrase and technical skill, somebody could open single replies. No reply holds a name.',
  'The survey cannot tell whether somebody replied twice.',
];

/** How a reply that is sent can give its sender away. Also on the letter, and beside the sealed reply. */
export const sendingLines: readonly string[] = [
  'An e-mail shows your address. A chat shows your name.',
  'A shared folder can show who put a file there, and when.',
  'A memory stick that goes round, or the QR code on your screen, shows least.',
];

const fileLimits: readonly string[] = [
  'Your answers are sealed on this device. Only your manager’s copy of Steading can open them.',
  'This page uses no internet and stores nothing. If you close it before the end, your answers are gone.',
  'On a work computer, others may be able to see your screen.',
];

const kioskLimits: readonly string[] = [
  'When you finish, your answers leave this screen. They cannot be called up again.',
  'Your manager may know that you answered here, but not what.',
  'Others nearby can see the screen. You can ask for a quieter place, or for paper.',
];

export function aboutForm(way: FormWay, hasSplit: boolean): readonly FormPart[] {
  return [
    choice,
    { heading: 'What your manager can see', lines: canSeeLines(hasSplit), isFolded: false },
    {
      heading: 'What this form can and cannot protect',
      lines:
        way === 'file' ? [...fileLimits, ...sendingLines, ...limitLines] : [...kioskLimits, ...limitLines],
      isFolded: true,
    },
  ];
}

export interface FinishWords {
  /** On the button that ends the form. */
  readonly label: string;
  /** What happens then, beside the button. */
  readonly next: string;
}

export const finishWords: Readonly<Record<FormWay, FinishWords>> = {
  file: {
    label: 'Seal my answers',
    next: 'Sealing closes your answers like an envelope. Then you choose how to hand them over.',
  },
  kiosk: {
    label: 'Hand in my answers',
    next: 'Your answers leave this screen, and nobody can call them up here again.',
  },
};
