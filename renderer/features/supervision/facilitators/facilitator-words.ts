import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { Facilitator } from '@shared/records/facilitator/facilitator';
import type { FacilitatorFlag, FacilitatorState } from '@shared/supervision/facilitators';
import type { StatusKind } from '../../../ui';

const dayOf = (date: LocalDate | null): string => (date === null ? '' : ` on ${formatDate(date)}`);

/** What to look at, as one plain sentence without its full stop. Nothing here bars anybody. */
export function flagWords(flag: FacilitatorFlag, facilitator: Facilitator, asOf: LocalDate): string {
  const { trainingExpires, maxLoad } = facilitator;
  switch (flag) {
    case 'training-expired':
      return trainingExpires === asOf
        ? 'Training runs out today'
        : `Training ran out${dayOf(trainingExpires)}`;
    case 'training-runs-out-soon':
      return `Training runs out${dayOf(trainingExpires)}`;
    case 'no-own-supervision':
      return 'Has no supervision of their own';
    case 'in-the-line':
      return 'Is also the line manager of somebody here';
    case 'too-many':
      return `Carries more than the ${maxLoad ?? 0} agreed`;
    case 'beyond-what-they-may-lead':
      return 'Leads a kind that is not among what they may lead';
    case 'supervises-themself':
      return 'Is named as their own supervisor';
  }
}

export function trainingWords(training: FacilitatorState['training']): {
  readonly kind: StatusKind;
  readonly words: string;
} {
  switch (training) {
    case 'in-date':
      return { kind: 'good', words: 'Training in date' };
    case 'soon':
      return { kind: 'due', words: 'Runs out soon' };
    case 'expired':
      return { kind: 'caution', words: 'Training ran out' };
    case 'not-said':
      return { kind: 'later', words: 'No day entered' };
  }
}

/** "3 people, 1 group of at most 8" */
export function loadWords({ people, groups, facilitator }: FacilitatorState): string {
  const parts = [
    people === 0 ? '' : people === 1 ? '1 person' : `${people} people`,
    groups === 0 ? '' : groups === 1 ? '1 group' : `${groups} groups`,
  ].filter((part) => part !== '');
  const load = parts.length === 0 ? 'Nobody at present' : parts.join(', ');
  return facilitator.maxLoad === null ? load : `${load}, of at most ${facilitator.maxLoad}`;
}
