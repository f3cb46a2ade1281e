/** One month of one group (the service or a team): every figure of Workforce, as the pages read it. */
import type { LocalMonth } from '@shared/kernel/local-date';
import type { WorkforceMonth } from '@shared/statistics/monthly-workforce';
import type { CaseloadMonth } from './caseload';

/** A part and its whole: what was counted, and what it is a share of. */
export interface Share {
  readonly above: number;
  readonly below: number;
}

/** Time to practise in one month. Null where nobody typed it or there is nothing to divide by. */
export interface PracticeTimeMonth {
  /** Breaks taken of breaks due. */
  readonly breaks: Share | null;
  /** Protected hours kept of those planned. */
  readonly protectedTime: Share | null;
  /** Training missed because of workload, of all that was missed. */
  readonly trainingMissedWorkload: Share | null;
  /** Training missed because of workload, of the places booked. */
  readonly trainingMissedOfBooked: Share | null;
  /** Sessions cut short, or cancelled for want of staff, of those planned. */
  readonly sessionsCut: Share | null;
  readonly shiftsFilled: Share | null;
}

/**
 * What a month typed by hand says of a group. Null is "not typed", or fewer than 12 months typed for what looks a
 * year back.
 */
export interface HandMonth {
  readonly month: LocalMonth;
  readonly headcount: number | null;
  readonly wte: number | null;
  readonly volunteers: number | null;
  readonly starters: number | null;
  readonly leavers: number | null;
  readonly leavers12: number | null;
  readonly resignations12: number | null;
  readonly openingHeadcount12: number | null;
  readonly turnoverAverage12: number | null;
  readonly turnoverOpening12: number | null;
  readonly turnoverVoluntary12: number | null;
  readonly stabilityIndex12: number | null;
  readonly hoursContracted: number | null;
  readonly hoursLost: number | null;
  readonly hoursLostLongTerm: number | null;
  readonly sicknessRateHours: number | null;
  readonly fundedWte: number | null;
  readonly openCases: number | null;
  readonly workersWithCases: number | null;
}

export type FigureSource = 'records' | 'by-hand' | 'none';

export interface FigureRow extends WorkforceMonth {
  /** Leavers of the 12 months whose reason is a resignation. */
  readonly resignations12: number;
  /** Leavers of the 12 months without any reason recorded: they are in no resignation. */
  readonly leaversWithoutReason12: number;
  /** Null too where nobody's reason for leaving is recorded. */
  readonly turnoverVoluntary12: number | null;
  readonly hoursLost: number | null;
  /** NES: weekly contracted hours × 52.179 × 1/12, by the days in post of the month. */
  readonly hoursContracted: number | null;
  readonly sicknessRateHours: number | null;
  readonly shortTermFteDays: number;
  readonly hoursLostLongTerm: number | null;
  readonly fundedWte: number | null;
  /** Negative: over the funded posts. */
  readonly vacantWte: number | null;
  readonly vacancyRate: number | null;
  readonly caseload: CaseloadMonth | null;
  readonly practice: PracticeTimeMonth | null;
  /** Supervised within their interval, of everyone in post and at work throughout it, on `through`. */
  readonly coverage: { readonly held: number; readonly eligible: number } | null;
  /** The month as it was typed in, whichever measures use it; null when nothing was. */
  readonly hand: HandMonth | null;
  /** `none`: neither records nor a typed month; the numbers of that part are then no figure. */
  readonly source: { readonly staff: FigureSource; readonly sickness: FigureSource };
}

export interface FigureGroup {
  /** Null: the whole service. */
  readonly team: string | null;
  readonly rows: readonly FigureRow[];
}
