/** Small makers of cells and tables, shared by the parts of a report. */
import type { SummaryCell } from '@shared/disclosure/summary-model';
import { disclosureThresholds, type HiddenReason } from '@shared/disclosure/thresholds';

export const minimum = disclosureThresholds.minimumCellSize;

export function shown(text: string): SummaryCell {
  return { state: 'shown', text };
}

const notEnoughData: SummaryCell = { state: 'not-enough-data' };

/** Hidden for the reason, or shown as `text`. */
export function cell(reason: HiddenReason | null, text: string): SummaryCell {
  if (reason === null) return shown(text);
  return reason === 'not-enough-data' ? notEnoughData : { state: 'hidden', reason };
}
