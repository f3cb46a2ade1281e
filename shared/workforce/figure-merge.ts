/** One row from its parts: records where there are any, else what was typed for the month, and which of the two it was. */
import { nesWeeksPerYear } from '@shared/statistics/absence';
import { ratio } from '@shared/statistics/descriptive';
import { fullTimeHoursOn } from '@shared/records/service/full-time-week';
import type { GroupMonth, MonthWindow } from '@shared/statistics/workforce-engine';
import type { CaseloadMonth } from './caseload';
import type { CoverageCount } from './figure-coverage';
import type { VacancyPart } from './figure-extras';
import type { FigureRow, FigureSource, HandMonth, PracticeTimeMonth } from './figure-row';
import type { HoursBasis } from './wte';

export interface RowParts {
  readonly window: MonthWindow;
  readonly figures: GroupMonth;
  readonly volunteers: number;
  readonly basis: HoursBasis;
  /** The service has people of its own in this month: a team without anybody is then really empty. */
  readonly hasStaffList: boolean;
  readonly isAbsenceKnown: boolean;
  readonly vacancy: VacancyPart | null;
  readonly caseload: CaseloadMonth | null;
  readonly coverage: CoverageCount | null;
  readonly hand: HandMonth | null;
  readonly practice: PracticeTimeMonth | null;
}

type SicknessHours = Pick<
  FigureRow,
  'hoursLost' | 'hoursContracted' | 'hoursLostLongTerm' | 'sicknessRateHours'
>;

const noHours: SicknessHours = {
  hoursLost: null,
  hoursContracted: null,
  hoursLostLongTerm: null,
  sicknessRateHours: null,
};

/**
 * Hours as NES counts them: weekly contracted hours × 52.179 / 12 for a whole month in post, in the full-time week of
 * that month, so that 1.0 WTE is 163.06 hours at 37.5. An absent day is a seventh of a week.
 */
function hoursOfRecords({ figures, window, basis }: RowParts): SicknessHours {
  const week = fullTimeHoursOn(basis.fullTimeWeeks, window.through);
  const hoursContracted = ((figures.fteDaysAvailable / window.monthDays) * week * nesWeeksPerYear) / 12;
  const hoursLost = (figures.fteDaysLost * week) / 7;
  return {
    hoursContracted,
    hoursLost,
    hoursLostLongTerm: (figures.longTermFteDays * week) / 7,
    sicknessRateHours: ratio(hoursLost, hoursContracted),
  };
}

const hoursOfHand = (hand: HandMonth): SicknessHours => ({
  hoursLost: hand.hoursLost,
  hoursContracted: hand.hoursContracted,
  hoursLostLongTerm: hand.hoursLostLongTerm,
  sicknessRateHours: hand.sicknessRateHours,
});

function hasStaffByHand(hand: HandMonth): boolean {
  const { headcount, wte, volunteers, starters, leavers, turnoverAverage12 } = hand;
  return [headcount, wte, volunteers, starters, leavers, turnoverAverage12].some((figure) => figure !== null);
}

function staffSource({ figures, volunteers, hand }: RowParts): FigureSource {
  if (figures.headcount + figures.leavers12 + figures.openingHeadcount12 + volunteers > 0) return 'records';
  return hand !== null && hasStaffByHand(hand) ? 'by-hand' : 'none';
}

function sicknessSource({ isAbsenceKnown, hand }: RowParts, staff: FigureSource): FigureSource {
  if (isAbsenceKnown && staff === 'records') return 'records';
  return hand !== null && hand.hoursLost !== null ? 'by-hand' : 'none';
}

/** The figures of staff from a typed month. What was not typed stands as 0 where a row must have a number. */
function staffByHand(hand: HandMonth, figures: GroupMonth): GroupMonth {
  return {
    ...figures,
    headcount: hand.headcount ?? 0,
    wte: hand.wte ?? 0,
    joiners: hand.starters ?? 0,
    leavers: hand.leavers ?? 0,
    leavers12: hand.leavers12 ?? 0,
    resignations12: hand.resignations12 ?? 0,
    openingHeadcount12: hand.openingHeadcount12 ?? 0,
    turnoverAverage12: hand.turnoverAverage12,
    turnoverOpening12: hand.turnoverOpening12,
    turnoverVoluntary12: hand.turnoverVoluntary12,
    stabilityIndex12: hand.stabilityIndex12,
  };
}

function vacancyOf(
  { vacancy, hand, hasStaffList }: RowParts,
  staff: FigureSource,
  wte: number,
): Pick<FigureRow, 'fundedWte' | 'vacantWte' | 'vacancyRate'> {
  const typedWte = hand?.wte ?? null;
  // Without a list of staff nobody is in post by records, and every post would read as vacant.
  if (vacancy !== null) return hasStaffList ? vacancy : vacancyFrom(vacancy.fundedWte, typedWte);
  const fundedWte = hand?.fundedWte ?? null;
  if (fundedWte === null) return { fundedWte: null, vacantWte: null, vacancyRate: null };
  return vacancyFrom(fundedWte, staff === 'records' ? wte : typedWte);
}

function vacancyFrom(
  fundedWte: number,
  inPost: number | null,
): Pick<FigureRow, 'fundedWte' | 'vacantWte' | 'vacancyRate'> {
  const vacantWte = inPost === null ? null : fundedWte - inPost;
  return { fundedWte, vacantWte, vacancyRate: ratio(vacantWte, fundedWte) };
}

export function figureRow(parts: RowParts): FigureRow {
  const { window, hand } = parts;
  const staff = staffSource(parts);
  const sickness = sicknessSource(parts, staff);
  const figures = staff === 'by-hand' && hand !== null ? staffByHand(hand, parts.figures) : parts.figures;
  return {
    month: window.month,
    through: window.through,
    isPartial: window.isPartial,
    volunteers: staff === 'by-hand' ? (hand?.volunteers ?? 0) : parts.volunteers,
    ...figures,
    sicknessRate: sickness === 'records' ? figures.sicknessRate : null,
    ...(sickness === 'records'
      ? hoursOfRecords(parts)
      : sickness === 'by-hand' && hand !== null
        ? hoursOfHand(hand)
        : noHours),
    ...vacancyOf(parts, staff, figures.wte),
    caseload: parts.caseload,
    practice: parts.practice,
    coverage: parts.coverage,
    hand,
    source: { staff, sickness },
  };
}
