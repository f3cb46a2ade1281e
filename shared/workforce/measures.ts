/** The measures of Workforce: what each is called, where it stands in a row, and which charts are right for it. */
import { measureIds, type Measure, type MeasureId } from './measure';
import {
  caseload,
  trainingMissed,
  protectedTime,
  breaks,
  sessionsCut,
  supervisionCoverage,
} from './practice-measures';
import { sicknessDays, sicknessHours, sicknessLong, sicknessShort } from './sickness-measures';
import {
  headcount,
  wte,
  starters,
  leavers,
  turnoverAverage,
  turnoverOpening,
  turnoverVoluntary,
  stability,
  vacancyRate,
} from './staff-measures';

export { isGroupShown, measureIds, smallestGroup, type Measure, type MeasureId } from './measure';

export const measures: readonly Measure[] = [
  headcount,
  wte,
  starters,
  leavers,
  turnoverAverage,
  turnoverOpening,
  turnoverVoluntary,
  stability,
  vacancyRate,
  sicknessDays,
  sicknessHours,
  sicknessLong,
  sicknessShort,
  caseload,
  trainingMissed,
  protectedTime,
  breaks,
  sessionsCut,
  supervisionCoverage,
];

const byId = Object.fromEntries(measures.map((measure) => [measure.id, measure])) as Readonly<
  Record<MeasureId, Measure>
>;

export function measureOf(id: MeasureId): Measure {
  return byId[id];
}

export function isMeasureId(text: string): text is MeasureId {
  return measureIds.some((id) => id === text);
}
