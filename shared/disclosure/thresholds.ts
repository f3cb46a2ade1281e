/**
 * What may leave the vault (docs/disclosure.md). Settings of a later version may raise these, nothing lowers them.
 * Source of the numbers: our decision after the practice of NHS Digital, NES and PHS (docs/disclosure.md, "Bodies").
 */
export const disclosureThresholds = {
  /** A shown count is 0 or at least this many people. */
  minimumCellSize: 5,
  /** The same where the attribute is sensitive: wellbeing bands, sickness reasons, kinds of event. */
  minimumSensitiveCellSize: 10,
  /** A mean, rate or index has at least this many people behind it. */
  minimumForStatistic: 8,
  /** The largest contributor to a sum or mean of days or hours holds at most this share. */
  maximumShareOfOne: 1 / 3,
} as const;

/** Why a cell is hidden. Told in the preview only: in the file every hidden cell bears the same mark. */
export type HiddenReason =
  | 'small-count'
  | 'small-complement'
  | 'protects-another'
  | 'too-few-people'
  | 'one-person-dominates'
  | 'not-enough-data';

/** The one mark of a hidden cell, whatever the reason: telling reasons apart would give numbers away. */
export const hiddenMark = '[c]';
