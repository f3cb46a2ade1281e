/** Rounds whose last day has passed and that still stand open. Pure. */
import { daysBetween, formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { StoredOutline } from '@shared/vault/vault-api';
import { isLocked } from '@shared/wellbeing/wave-rules';
import { speakerOf, type Speaker } from './naming';
import type { Need } from './needs';

/** The longest over first. */
export function roundNeeds(
  waves: readonly StoredOutline<'wellbeing-wave'>[],
  today: LocalDate,
  speaker: Speaker = speakerOf('names', []),
): readonly Need[] {
  return waves
    .filter(({ value }) => !isLocked(value) && value.closesOn < today)
    .map(({ id, value }): Need => ({
      key: `round-${id}`,
      kind: 'date',
      title: speaker.typed(`Close the round: ${value.label}`, 'Close a wellbeing round'),
      detail: `The last day was ${formatDate(value.closesOn)}. Bring in what is left, then close it`,
      daysLate: daysBetween(value.closesOn, today),
      href: `/wellbeing/rounds/${id}`,
    }))
    .sort((left, right) => right.daysLate - left.daysLate);
}
