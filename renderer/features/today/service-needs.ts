/** What follows from wellbeing rounds, as lines of Today: people to be told, and actions to look at. Pure. */
import { daysBetween, formatDate, type LocalDate } from '@shared/kernel/local-date';
import { isOpen } from '@shared/records/action/action';
import type { StoredRecord } from '@shared/vault/vault-api';
import { feedbackDue } from '@shared/wellbeing/feedback';
import { speakerOf, type Speaker } from './naming';
import type { Need } from './needs';

export interface ServiceRecords {
  readonly waves: readonly StoredRecord<'wellbeing-wave'>[];
  readonly feedback: readonly StoredRecord<'round-feedback'>[];
  readonly actions: readonly StoredRecord<'action'>[];
}

export function serviceNeeds(
  records: ServiceRecords,
  today: LocalDate,
  speaker: Speaker = speakerOf('names', []),
): readonly Need[] {
  const { waves, feedback, actions } = records;
  const reviews = actions
    .filter(({ value }) => isOpen(value) && value.reviewOn <= today)
    .map(({ id, value }): Need => ({
      key: `service-action-${id}`,
      kind: 'action',
      title: speaker.typed(value.what, 'An action of the service'),
      detail: `To look at: begun on ${formatDate(value.openedOn)}`,
      daysLate: daysBetween(value.reviewOn, today),
      href: '/actions',
    }))
    .sort((left, right) => right.daysLate - left.daysLate);
  const tell = feedbackDue(waves, feedback, today).map(({ waveId, label, on, daysLate }): Need => ({
    key: `heard-${waveId}`,
    kind: 'date',
    title: speaker.typed(`Tell people what came of “${label}”`, 'Tell people what came of a round'),
    detail: `By ${formatDate(on)}: what you heard, and what you will do`,
    daysLate,
    href: `/wellbeing/rounds/${waveId}/heard`,
  }));
  return [...reviews, ...tell];
}
