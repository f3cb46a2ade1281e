import type { DisclosurePolicy, HiddenReason } from '@shared/disclosure/thresholds';

/** Why a number is hidden, for the person who prepares the report. The file never says which reason it was. */
export function hiddenWords(reason: HiddenReason, tableId: string, policy: DisclosurePolicy): string {
  if (reason === 'small-count' && tableId === 'event-kinds')
    return 'Too few events to say of which kind. Somebody could be recognised by it.';
  switch (reason) {
    case 'small-count':
      return tableId === 'sickness-reasons'
        ? `Fewer than ${policy.minimumSensitiveCellSize} absences, so somebody could be recognised.`
        : `Fewer than ${policy.minimumCellSize} people, so somebody could be recognised.`;
    case 'small-complement':
      return 'All but a few people, so the few could be recognised.';
    case 'protects-another':
      return 'Hidden so that another number cannot be worked out from it.';
    case 'too-few-people':
      return `Fewer than ${policy.minimumForStatistic} people behind this figure.`;
    case 'one-person-dominates':
      return 'One person accounts for too much of it.';
    case 'not-enough-data':
      return 'There is nothing to work it out from.';
  }
}
