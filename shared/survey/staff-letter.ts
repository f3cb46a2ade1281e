/**
 * The letter to staff about one survey: what the manager can and cannot see, on one page of A4. The same sentences as
 * on the form itself, so that nobody is told two things.
 */
import { canSeeLines, limitLines, sendingLines } from './form-words';

/** How replies are taken in, as the manager has arranged it. */
export type ReplyWay = 'folder' | 'stick' | 'email' | 'kiosk' | 'paper';

export interface LetterFrom {
  /** Empty when it is not set. */
  readonly serviceName: string;
  readonly title: string;
  /** As people write it: 14 May 2026. */
  readonly closesOn: string;
  readonly how: readonly ReplyWay[];
  /** Whether the form asks for the part of the service. */
  readonly hasSplit: boolean;
}

interface LetterPart {
  readonly heading: string;
  readonly lines: readonly string[];
}

export interface StaffLetter {
  readonly heading: string;
  /** Paragraphs. */
  readonly opening: readonly string[];
  /** Lists under their headings. */
  readonly parts: readonly LetterPart[];
  readonly closing: string;
}

const wayLines: Readonly<Record<ReplyWay, string>> = {
  folder: 'Open the survey file, answer, and put your sealed reply into the shared folder.',
  stick: 'Open the survey file, answer, and save your sealed reply on the memory stick.',
  email: 'Open the survey file, answer, and send your sealed reply by e-mail.',
  kiosk: 'Answer on the laptop that your manager hands round.',
  paper: 'Fill in the paper sheet and put it into the box. Somebody will type the numbers in.',
};

/** In this order, whichever order they were ticked in. */
const wayOrder: readonly ReplyWay[] = ['folder', 'stick', 'email', 'kiosk', 'paper'];

const isSent = (way: ReplyWay): boolean => way === 'folder' || way === 'stick' || way === 'email';

function limits(how: readonly ReplyWay[]): readonly string[] {
  return [
    ...(how.some(isSent) ? sendingLines : []),
    ...(how.includes('kiosk')
      ? ['On the laptop, your manager may know that you answered, but not what.']
      : []),
    ...(how.includes('paper')
      ? ['On paper, your handwriting can be known. Tick or ring the numbers, and write nothing else.']
      : []),
    ...limitLines,
  ];
}

export function staffLetter({ serviceName, title, closesOn, how, hasSplit }: LetterFrom): StaffLetter {
  const ways = wayOrder.filter((way) => how.includes(way));
  const where = serviceName === '' ? 'We would like' : `${serviceName} would like`;
  return {
    heading: title,
    opening: [
      `${where} to know how work is for you. This page says what happens to your answers.`,
      'You decide whether to take part. Nothing follows if you do not. You can leave out any question.',
    ],
    parts: [
      {
        heading: 'How to answer',
        lines: [
          ...ways.map((way) => wayLines[way]),
          ...(closesOn === '' ? [] : [`The last day is ${closesOn}.`]),
        ],
      },
      { heading: 'What your manager can see', lines: canSeeLines(hasSplit) },
      {
        heading: 'What Steading does not tell your manager',
        lines: [
          'Who answered and who did not. The form has no place for your name.',
          'When you answered, or on which device. A reply says neither.',
          'What one person answered, before the survey closes or after.',
        ],
      },
      { heading: 'What nobody can promise', lines: limits(ways) },
    ],
    closing: 'You can ask your manager to show you what they see. Somebody else can ask for you, too.',
  };
}
