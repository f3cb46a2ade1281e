import type { LocalDate } from '@shared/kernel/local-date';
import { givenFigureSchema, type GivenFigure } from '@shared/records/given-figure/given-figure';
import { canBeOfTeam, isAtDay, type GivenMeasure } from '@shared/reports/figures/given-measures';
import type { FormProblem } from '../../../ui';

export interface GivenFields extends Record<string, string> {
  readonly measure: GivenMeasure;
  readonly periodEnd: string;
  readonly months: '3' | '12' | '24' | '36';
  readonly team: string;
  readonly value: string;
  readonly givenOn: string;
  readonly where: string;
}

export function emptyGiven(periodEnd: LocalDate, today: LocalDate): GivenFields {
  return { measure: 'leavers', periodEnd, months: '12', team: '', value: '', givenOn: today, where: '' };
}

export function fieldsOfGiven(given: GivenFigure): GivenFields {
  return {
    ...given,
    months: String(given.months ?? 12) as GivenFields['months'],
    value: String(given.value),
  };
}

export interface GivenReading {
  readonly given: GivenFigure | null;
  readonly problems: readonly FormProblem[];
}

export function readGiven(fields: GivenFields): GivenReading {
  const { measure, value, team } = fields;
  const read = givenFigureSchema.safeParse({
    ...fields,
    months: isAtDay(measure) ? null : Number(fields.months),
    team: canBeOfTeam(measure) ? team : '',
    value: /^\d+$/u.test(value.trim()) ? Number(value.trim()) : Number.NaN,
  });
  if (read.success) return { given: read.data, problems: [] };
  const said: Readonly<Record<string, string>> = {
    value: 'Use a whole number',
    where: 'Say where it stands',
    givenOn: 'Use a day after the period ended',
  };
  const names = [...new Set(read.error.issues.map(({ path }) => String(path[0] ?? '')))];
  return {
    given: null,
    problems: names.map((field) => ({ field, message: said[field] ?? 'Look at this again' })),
  };
}
