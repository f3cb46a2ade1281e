/** What became of a batch of reply files, in counts and reasons: never what stood in one, nor how it was called. */
import type { RefusedCounts } from '@shared/records/wave-survey/wave-survey';

type Reason = keyof RefusedCounts;

/** As the list reads: what can be put right first. */
const reasons: readonly Reason[] = [
  'damaged',
  'overInvited',
  'otherRound',
  'foreign',
  'replayed',
  'double',
  'unfit',
];

interface Words {
  readonly one: string;
  readonly many: string;
  /** What can be done about it; empty where nothing has to be. */
  readonly next: string;
}

const words: Readonly<Record<Reason, Words>> = {
  damaged: {
    one: 'was damaged on the way',
    many: 'were damaged on the way',
    next: 'Ask everyone whose file may have been cut short to send it again.',
  },
  overInvited: {
    one: 'is one more than the people invited',
    many: 'are more than the people invited',
    next: 'Change the number invited, then take the files in again.',
  },
  otherRound: {
    one: 'belongs to another survey',
    many: 'belong to another survey',
    next: 'Take it in at its own round.',
  },
  foreign: { one: 'is no reply of Steading', many: 'are no replies of Steading', next: '' },
  replayed: { one: 'was here already', many: 'were here already', next: '' },
  double: { one: 'came twice in this batch', many: 'came twice in this batch', next: '' },
  unfit: {
    one: 'does not fit this measure',
    many: 'do not fit this measure',
    next: 'Somebody may have changed the survey file.',
  },
};

export interface RefusedLine {
  readonly key: Reason;
  /** "1 was damaged on the way" */
  readonly text: string;
  readonly next: string;
}

export function refusedTotal(refused: RefusedCounts): number {
  return reasons.reduce((sum, reason) => sum + refused[reason], 0);
}

export function refusedLines(refused: RefusedCounts): readonly RefusedLine[] {
  return reasons
    .filter((reason) => refused[reason] > 0)
    .map((reason) => ({
      key: reason,
      text: `${refused[reason]} ${refused[reason] === 1 ? words[reason].one : words[reason].many}`,
      next: words[reason].next,
    }));
}

/** "5 taken in. 2 were not." */
export function takenText(taken: number, refused: number): string {
  const lead = taken === 0 ? 'None taken in.' : `${taken} taken in.`;
  if (refused === 0) return lead;
  return `${lead} ${refused === 1 ? '1 was not' : `${refused} were not`}.`;
}
