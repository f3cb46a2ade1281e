/**
 * What may leave the vault (docs/disclosure.md). A service may raise these in Settings, nothing lowers them.
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

/** As `none`, or every shown count to the nearest multiple of 5. */
export const roundings = ['none', 'base-5'] as const;
export type Rounding = (typeof roundings)[number];

/** The thresholds that one export is held to. */
export interface DisclosurePolicy {
  readonly minimumCellSize: number;
  readonly minimumSensitiveCellSize: number;
  readonly minimumForStatistic: number;
  readonly maximumShareOfOne: number;
  readonly rounding: Rounding;
}

/**
 * The thresholds of a service, or the floor where it has set none. The schema of the settings refuses lower ones; this
 * holds the floor a second time, so that nothing that reached the disk in another way can lower it.
 */
export function policyOf(settings: DisclosurePolicy | null): DisclosurePolicy {
  const floor = disclosureThresholds;
  if (settings === null) return { ...floor, rounding: 'none' };
  // A number that is none compares with nothing: the floor stands.
  const raised = (set: number, least: number): number => (set > least ? set : least);
  const minimumCellSize = raised(settings.minimumCellSize, floor.minimumCellSize);
  return {
    minimumCellSize,
    // Never laxer than for what is not sensitive.
    minimumSensitiveCellSize: raised(
      settings.minimumSensitiveCellSize,
      Math.max(floor.minimumSensitiveCellSize, minimumCellSize),
    ),
    minimumForStatistic: raised(settings.minimumForStatistic, floor.minimumForStatistic),
    maximumShareOfOne:
      settings.maximumShareOfOne < floor.maximumShareOfOne
        ? Math.max(0, settings.maximumShareOfOne)
        : floor.maximumShareOfOne,
    rounding: settings.rounding,
  };
}

/** Why a cell is hidden. Told in the preview only: in the file every hidden cell bears the same mark. */
export const hiddenReasons = [
  'small-count',
  'small-complement',
  'protects-another',
  'too-few-people',
  'one-person-dominates',
  'not-enough-data',
] as const;
export type HiddenReason = (typeof hiddenReasons)[number];

/** The one mark of a hidden cell, whatever the reason: telling reasons apart would give numbers away. */
export const hiddenMark = '[c]';
