/** The Contract column of HR systems mixes two things: how someone belongs here, and what contract they have. */
import { plainWords } from '../cells';
import type { contracts, engagements } from '@shared/records/person/person';

type Engagement = (typeof engagements)[number];
type Contract = (typeof contracts)[number];

const contractWords = {
  permanent: [
    'permanent',
    'perm',
    'substantive',
    'open ended',
    'indefinite',
    'permanent contract',
    'permanent full time',
    'permanent part time',
  ],
  'fixed-term': [
    'fixed term',
    'fixedterm',
    'ftc',
    'fixed',
    'fixed term contract',
    'temporary',
    'temp',
    'trainee',
    'apprentice',
    'apprenticeship',
    'maternity cover',
  ],
  sessional: [
    'sessional',
    'bank',
    'relief',
    'casual',
    'zero hours',
    'zero hour',
    'as and when',
    'sessional worker',
    'bank staff',
    'relief worker',
  ],
  agency: ['agency', 'agency worker', 'agency staff', 'locum', 'contractor', 'interim'],
  volunteer: ['volunteer', 'voluntary', 'unpaid', 'peer volunteer', 'volunteers'],
  other: ['other', 'secondment', 'seconded', 'staff', 'employee', 'employed', 'full time', 'part time'],
} as const;
type ContractWord = keyof typeof contractWords;

const contractChoices = Object.fromEntries(
  Object.entries(contractWords).flatMap(([meaning, words]) => words.map((word) => [word, meaning])),
) as Readonly<Record<string, ContractWord>>;

interface ContractMeaning {
  readonly engagement: Engagement;
  readonly contract: Contract;
}

const meaningOfContract: Readonly<Record<ContractWord, ContractMeaning>> = {
  permanent: { engagement: 'staff', contract: 'permanent' },
  'fixed-term': { engagement: 'staff', contract: 'fixed-term' },
  sessional: { engagement: 'sessional', contract: 'other' },
  agency: { engagement: 'agency', contract: 'other' },
  volunteer: { engagement: 'volunteer', contract: 'none' },
  other: { engagement: 'staff', contract: 'other' },
};

/** Inside longer wording ("Permanent - 37.5 hrs"), words that leave no doubt on their own. */
const telling: readonly (readonly [RegExp, ContractWord])[] = [
  [/\b(permanent|perm|substantive|open ended)\b/, 'permanent'],
  [/\b(fixed ?term|ftc|temporary|temp|apprentice)\b/, 'fixed-term'],
  [/\b(sessional|bank|relief|casual|zero hours?)\b/, 'sessional'],
  [/\b(agency|locum)\b/, 'agency'],
  [/\b(volunteer|volunteers|voluntary)\b/, 'volunteer'],
];
const turning = /\b(non|not|ex|former|formerly|no|previously|to)\b/;

/** Null when the words are not known, or say two things. */
export function contractMeaning(cell: string): ContractMeaning | null {
  const words = plainWords(cell);
  if (Object.hasOwn(contractChoices, words)) {
    const choice = contractChoices[words];
    return choice === undefined ? null : meaningOfContract[choice];
  }
  if (turning.test(words)) return null;
  const found = telling.filter(([pattern]) => pattern.test(words));
  const [only] = found;
  return only !== undefined && found.length === 1 ? meaningOfContract[only[1]] : null;
}

/** A role that is a volunteer's own: "Peer volunteer", and not "Volunteer coordinator". */
export function isVolunteerRole(role: string): boolean {
  return /(^| )volunteers?$/.test(plainWords(role));
}

export const volunteerMeaning = meaningOfContract.volunteer;
