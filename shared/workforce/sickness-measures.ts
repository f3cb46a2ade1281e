/** Sickness by days and by hours, and the long and short absences of it. */
import type { FigureRow, Share } from './figure-row';
import { type Measure, share, number, heads } from './measure';

const isSicknessOfRecords = (row: FigureRow): boolean => row.source.sickness === 'records';

export const sicknessDays: Measure = {
  id: 'sickness-days',
  label: 'Sickness, in days',
  sentenceName: 'Sickness',
  valueLabel: 'Share of WTE days',
  format: 'percent',
  improvement: 'lower',
  possible: share,
  // Days of one absence follow each other: they are no independent counts, so no p chart.
  charts: ['run', 'xmr'],
  isRolling: false,
  valueOf: (row) => (isSicknessOfRecords(row) ? row.sicknessRate : null),
  fractionOf: (row) =>
    isSicknessOfRecords(row) && row.fteDaysAvailable > 0
      ? {
          above: row.fteDaysLost,
          below: row.fteDaysAvailable,
          words: `${number(row.fteDaysLost)} WTE days lost of ${number(row.fteDaysAvailable)}`,
        }
      : null,
  peopleBehind: heads,
};

export const sicknessHours: Measure = {
  ...sicknessDays,
  id: 'sickness-hours',
  label: 'Sickness, in hours (NES)',
  sentenceName: 'Sickness in hours',
  valueLabel: 'Share of contracted hours',
  valueOf: (row) => row.sicknessRateHours,
  fractionOf: ({ hoursLost, hoursContracted }) =>
    hoursLost === null || hoursContracted === null || hoursContracted === 0
      ? null
      : {
          above: hoursLost,
          below: hoursContracted,
          words: `${number(hoursLost)} hours lost of ${number(hoursContracted)} contracted`,
        },
};

/** Long and short absence as shares of the same whole: the two add up to sickness. Typed hours where days are not known. */
function partOfSickness(part: 'long' | 'short'): Pick<Measure, 'valueOf' | 'fractionOf'> {
  const shareOf = (row: FigureRow): Share | null => {
    if (isSicknessOfRecords(row)) {
      const days = part === 'long' ? row.longTermFteDays : row.shortTermFteDays;
      return { above: days, below: row.fteDaysAvailable };
    }
    const { hoursLost, hoursLostLongTerm, hoursContracted } = row;
    if (hoursLost === null || hoursLostLongTerm === null || hoursContracted === null) return null;
    return {
      above: part === 'long' ? hoursLostLongTerm : hoursLost - hoursLostLongTerm,
      below: hoursContracted,
    };
  };
  const absences = part === 'long' ? 'absences of 29 days or more' : 'absences of up to 28 days';
  return {
    valueOf: (row) => {
      const found = shareOf(row);
      return found === null || found.below === 0 ? null : found.above / found.below;
    },
    fractionOf: (row) => {
      const found = shareOf(row);
      if (found === null || found.below === 0) return null;
      const unit = isSicknessOfRecords(row) ? 'WTE days' : 'hours';
      return {
        ...found,
        words: `${number(found.above)} ${unit} lost in ${absences}, of ${number(found.below)}`,
      };
    },
  };
}

export const sicknessLong: Measure = {
  ...sicknessDays,
  ...partOfSickness('long'),
  id: 'sickness-long',
  label: 'Long-term sickness',
  sentenceName: 'Long-term sickness',
  valueLabel: 'Share of WTE days, absences of 29 days or more',
};
export const sicknessShort: Measure = {
  ...sicknessDays,
  ...partOfSickness('short'),
  id: 'sickness-short',
  label: 'Short-term sickness',
  sentenceName: 'Short-term sickness',
  valueLabel: 'Share of WTE days, absences of up to 28 days',
};
