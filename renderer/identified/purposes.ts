/** What a copy that names people may be for, and how the activity log tells of it. Codes alone: a name never gets in. */
import type { ExportEntry } from '@shared/records/export-entry/export-entry';

export const purposeIds = [
  'own-copy',
  'access-request',
  'to-sign',
  'carry-out',
  'staff-wall',
  'on-call',
  'my-own',
] as const;
export type PurposeId = (typeof purposeIds)[number];

interface PurposeWords {
  /** To choose between. */
  readonly label: string;
  /** What is confirmed with a tick. */
  readonly tick: (whom: string) => string;
  /** In the activity log, after what left. */
  readonly inLog: string;
}

const onlyTo = (what: string) => (whom: string) => `${what} It goes to ${whom}, and to nobody else.`;

export const purposeWords = {
  'own-copy': { label: 'Their own copy', tick: onlyTo('This is their own copy.'), inLog: 'their own copy' },
  'access-request': {
    label: 'They asked for it',
    tick: onlyTo('This answers their access request.'),
    inLog: 'answer to an access request',
  },
  'to-sign': { label: 'To be signed', tick: onlyTo('This is to be signed.'), inLog: 'to be signed' },
  'carry-out': {
    label: 'To carry out the plan',
    tick: onlyTo('This is to carry out the plan.'),
    inLog: 'to carry out the plan',
  },
  'staff-wall': {
    label: 'For a wall',
    tick: (whom) => `This hangs where only ${whom} can see it.`,
    inLog: 'for a wall of the staff',
  },
  'on-call': {
    label: 'For those on call',
    tick: onlyTo('This is for the days on call.'),
    inLog: 'for those on call',
  },
  'my-own': {
    label: 'My own copy',
    tick: () => 'This is my own copy. I keep it where only I look.',
    inLog: 'their own copy',
  },
} as const satisfies Record<PurposeId, PurposeWords>;

interface CopyWords {
  readonly inLog: string;
  /** As which report it stands in the list of what has left; a plan's owner tells nobody but the activity log. */
  readonly report: Extract<ExportEntry['report'], 'person-copy' | 'plan-page'> | null;
}

export const copyWords = {
  'person-copy': { inLog: 'a copy of everything about them', report: 'person-copy' },
  'recorded-sheet': { inLog: 'what was recorded in one session', report: 'person-copy' },
  agreement: { inLog: 'a supervision agreement', report: 'person-copy' },
  'incident-page': { inLog: 'an incident plan with names', report: 'plan-page' },
  'ready-page': { inLog: 'the ready plan', report: 'plan-page' },
  'own-plan': { inLog: 'a Wellbeing Plan', report: null },
} as const satisfies Record<string, CopyWords>;
export type CopyCode = keyof typeof copyWords;

export function noteCode(copy: CopyCode, purpose: PurposeId): string {
  return `${copy}-for-${purpose}`;
}
export function notSavedCode(copy: CopyCode): string {
  return `${copy}-not-saved`;
}

/** For the activity log: what each code says. */
export const identifiedLogWords: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(copyWords).flatMap(([code, { inLog }]) => [
    ...purposeIds.map((purpose): [string, string] => [
      noteCode(code as CopyCode, purpose),
      `${inLog}, ${purposeWords[purpose].inLog}`,
    ]),
    [notSavedCode(code as CopyCode), `${inLog}: no file was made after all`],
    // As earlier versions of Steading wrote it.
    [code, inLog],
  ]),
);
