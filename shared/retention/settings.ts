/** The keeping rules of a vault that has none yet, and the changes that are made to them. */
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import type {
  CareSettings,
  Destruction,
  DestructionReason,
  Hold,
  RetentionClass,
} from '@shared/records/care-settings/care-settings';
import { retentionClasses } from '@shared/records/care-settings/care-settings';

/**
 * Six years from leaving is what the Scottish NHS code gives for staff records; raw answers of a round stay for two
 * years. Summaries that left the vault name nobody, and later ones are checked against them: kept until somebody
 * says otherwise.
 */
export const defaultCareSettings: CareSettings = {
  months: {
    person: 72,
    supervision: 72,
    absence: 72,
    caseload: 72,
    'incident-plan': 72,
    'wellbeing-round': 24,
    // A plan is its owner's: it goes soon after they do.
    'wellbeing-plan': 1,
    'access-request': 36,
    export: null,
    draft: 6,
  },
  holds: [],
  lastProof: null,
  destroyed: [],
};

export function isHeld(settings: Pick<CareSettings, 'holds'>, personId: RecordId): boolean {
  return settings.holds.some((hold) => hold.personId === personId);
}

/** One hold a person: a second one takes the place of the first. */
export function setHold(settings: CareSettings, hold: Hold): CareSettings {
  return { ...settings, holds: [...withoutHoldOf(settings, hold.personId), hold] };
}

export function liftHold(settings: CareSettings, personId: RecordId): CareSettings {
  return { ...settings, holds: withoutHoldOf(settings, personId) };
}

function withoutHoldOf(settings: CareSettings, personId: RecordId): Hold[] {
  return settings.holds.filter((hold) => hold.personId !== personId);
}

/** Adds one line for each class of which anything went. */
export function logDestroyed(
  settings: CareSettings,
  counts: Readonly<Partial<Record<RetentionClass, number>>>,
  on: LocalDate,
  reason: DestructionReason,
): CareSettings {
  const lines = retentionClasses.flatMap((each): Destruction[] => {
    const count = counts[each] ?? 0;
    return count > 0 ? [{ class: each, count, on, reason }] : [];
  });
  return { ...settings, destroyed: [...settings.destroyed, ...lines] };
}
