/**
 * What the rules of actions look at: group results that may be shown, figures of the service, and counts. Nothing of
 * one person is in it, and nothing that a results page would hide.
 */
import type { BetterDirection } from '@shared/instruments/instrument';
import type { LocalDate, LocalMonth } from '@shared/kernel/local-date';
import type { RecordId } from '@shared/kernel/ids';
import type { ActionSource, Remeasure } from '@shared/records/action/action';
import type { supervisionThemes } from '@shared/records/supervision-session/supervision-session';
import type { MeasureId } from '@shared/workforce/measures';
import type { CaseloadEvidence } from './caseload-evidence';

/** A line that stands beside a proposal: what was found, on which day, and where it can be looked up. */
export interface EvidenceLine {
  readonly words: string;
  readonly on: LocalDate;
  readonly source: ActionSource | null;
  /** The page that the line is from; null where it has none. */
  readonly href: string | null;
  /** What would show later whether it has moved. */
  readonly remeasure: Remeasure | null;
}

/** One scale of the newest round of its measure and group that may be shown. */
export interface ScaleEvidence {
  readonly waveId: RecordId;
  readonly roundLabel: string;
  /** Empty: the whole service. */
  readonly group: string;
  readonly closedOn: LocalDate;
  readonly instrumentId: string;
  readonly scaleId: string;
  readonly subject: string;
  readonly mean: number;
  readonly valueText: string;
  readonly n: number;
  readonly better: BetterDirection;
  /** The benchmark's band of the mean, by the measure's own key; null where it has none. */
  readonly groupBand: string | null;
  /** Where the mean lies on the published bands of a person's score: a pointer, no finding about anybody. */
  readonly scoreBand: string | null;
  /** Worse than the round before it, beyond chance. */
  readonly isWorse: boolean;
}

export interface FigureEvidence {
  readonly measure: MeasureId;
  readonly month: LocalMonth;
  readonly value: number;
  /** "Breaks taken: 41.0% in March 2026 (41 breaks taken of 100 due)". */
  readonly words: string;
}

export type ThemeId = (typeof supervisionThemes)[number];

/** How often a theme was ticked in supervision that was held; null counts are too few people to say. */
export interface ThemeEvidence {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly sessions: number;
  readonly counts: Readonly<Record<ThemeId, number>>;
}

export interface Evidence {
  readonly scales: readonly ScaleEvidence[];
  readonly figures: Readonly<Partial<Record<MeasureId, FigureEvidence>>>;
  readonly caseload: CaseloadEvidence | null;
  /** Null: fewer than 5 people were supervised in that time. */
  readonly themes: ThemeEvidence | null;
}
