/** Between the dates about oneself, as typed, and the record. Pure. */
import type { LocalDate } from '@shared/kernel/local-date';
import type { OwnCare } from '@shared/records/own-care/own-care';
import { dayText, formReader } from '../../../records/form-read';
import type { FormProblem } from '../../../ui';

export interface OwnCareFields {
  readonly lastLeaveUntil: string;
  readonly nextLeaveFrom: string;
  readonly lastSupervisionOn: string;
  readonly nextSupervisionOn: string;
  /** "1" is Monday. */
  readonly workingDays: readonly string[];
}

export function ownCareFields(care: OwnCare): OwnCareFields {
  return {
    lastLeaveUntil: dayText(care.lastLeaveUntil),
    nextLeaveFrom: dayText(care.nextLeaveFrom),
    lastSupervisionOn: dayText(care.lastSupervisionOn),
    nextSupervisionOn: dayText(care.nextSupervisionOn),
    workingDays: care.workingDays.map(String),
  };
}

type FormPart = Pick<
  OwnCare,
  'lastLeaveUntil' | 'nextLeaveFrom' | 'lastSupervisionOn' | 'nextSupervisionOn' | 'workingDays'
>;

export function readOwnCare(
  fields: OwnCareFields,
  today: LocalDate,
): { readonly part: FormPart | null; readonly problems: readonly FormProblem[] } {
  const read = formReader(today);
  const lastLeaveUntil = read.dayOrNone('lastLeaveUntil', fields.lastLeaveUntil);
  const nextLeaveFrom = read.dayOrNone('nextLeaveFrom', fields.nextLeaveFrom);
  if (lastLeaveUntil !== null && nextLeaveFrom !== null && nextLeaveFrom <= lastLeaveUntil)
    read.wrong('nextLeaveFrom', 'The next leave begins after the last one ended');
  const lastSupervisionOn = read.dayOrNone('lastSupervisionOn', fields.lastSupervisionOn);
  if (lastSupervisionOn !== null && lastSupervisionOn > today)
    read.wrong('lastSupervisionOn', 'This day is still to come. Put it under “Next”');
  const nextSupervisionOn = read.dayOrNone('nextSupervisionOn', fields.nextSupervisionOn);
  if (lastSupervisionOn !== null && nextSupervisionOn !== null && nextSupervisionOn <= lastSupervisionOn)
    read.wrong('nextSupervisionOn', 'The next supervision comes after the last one');
  if (fields.workingDays.length === 0) read.wrong('workingDays', 'Choose one day at least');
  if (read.problems.length > 0) return { part: null, problems: read.problems };
  return {
    part: {
      lastLeaveUntil,
      nextLeaveFrom,
      lastSupervisionOn,
      nextSupervisionOn,
      workingDays: fields.workingDays.map(Number).sort((left, right) => left - right),
    },
    problems: [],
  };
}
