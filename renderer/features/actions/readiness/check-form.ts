/** Between the form of a check, as typed, and the record. Pure. */
import { formatDate, formatMonth, monthOf, type LocalDate } from '@shared/kernel/local-date';
import type { RecordId } from '@shared/kernel/ids';
import { nextCheck } from '@shared/readiness/finish';
import { usualCoverageTarget } from '@shared/readiness/sub-checks';
import { readinessCheckSchema, type ReadinessCheck } from '@shared/records/readiness-check/readiness-check';
import { formReader, schemaProblems } from '../../../records/form-read';
import type { FormProblem } from '../../../ui';

export type CheckFields = {
  readonly name: string;
  readonly startedOn: string;
  readonly coverageTarget: string;
};

type Previous = { readonly id: RecordId; readonly value: ReadinessCheck } | null;

export function emptyCheck(previous: Previous, today: LocalDate): CheckFields {
  return {
    name: `Readiness, ${formatMonth(monthOf(today))}`,
    startedOn: formatDate(today),
    coverageTarget: String(previous?.value.coverageTarget ?? usualCoverageTarget),
  };
}

export function fieldsOfCheck({ name, startedOn, coverageTarget }: ReadinessCheck): CheckFields {
  return { name, startedOn: formatDate(startedOn), coverageTarget: String(coverageTarget) };
}

/** `before`: as it is stored; null for a new one, which begins from `previous`. */
export function readCheck(
  fields: CheckFields,
  before: ReadinessCheck | null,
  previous: Previous,
  today: LocalDate,
): { readonly check: ReadinessCheck | null; readonly problems: readonly FormProblem[] } {
  const read = formReader(today);
  const name = read.line('name', fields.name, 'Give it a name');
  const startedOn = read.day('startedOn', fields.startedOn, 'Say on which day it began');
  if (startedOn !== null && startedOn > today) read.wrong('startedOn', 'This day is still to come');
  const typed = fields.coverageTarget.trim();
  const coverageTarget = Number(typed);
  if (!/^\d{1,3}$/.test(typed) || coverageTarget < 50 || coverageTarget > 100)
    read.wrong('coverageTarget', 'Enter a whole number from 50 to 100, such as 80');
  if (read.problems.length > 0 || startedOn === null) return { check: null, problems: read.problems };
  const parsed = readinessCheckSchema.safeParse({
    ...(before ?? nextCheck(name, previous, today)),
    name,
    startedOn,
    coverageTarget,
  });
  return parsed.success
    ? { check: parsed.data, problems: [] }
    : { check: null, problems: schemaProblems(parsed.error) };
}
