/** What is typed about a chart, and what becomes of it. Pure. */
import type { ValueFormat } from '@shared/charts/chart-spec';
import { readNumber } from '@shared/import/number-cells';
import type { LocalDate, LocalMonth } from '@shared/kernel/local-date';
import type { ChartMark, ChartPhase, ChartSetting } from '@shared/records/chart-setting/chart-setting';
import type { FormProblem } from '../../../ui';

/** A target as a person writes it: "4" for 4%, "18.5" cases. */
export function targetText(target: number | null, format: ValueFormat): string {
  if (target === null) return '';
  return String(Number((format === 'percent' ? target * 100 : target).toPrecision(12)));
}

/** What the record can hold. */
const largestTarget = 100_000;

export type ReadTarget = { readonly target: number | null } | { readonly problem: FormProblem };

export function readTarget(
  text: string,
  format: ValueFormat,
  possible: { readonly low: number | null; readonly high: number | null },
): ReadTarget {
  const plain = text.trim().replace(/\s*%$/, '');
  if (plain === '') return { target: null };
  const read = readNumber(plain);
  const problem = (message: string): ReadTarget => ({ problem: { field: 'target', message } });
  if (!read.ok)
    return problem(format === 'percent' ? 'Enter a number, such as 4.5' : 'Enter a number, such as 18');
  const target = format === 'percent' ? Number((read.value / 100).toPrecision(12)) : read.value;
  if (target < 0) return problem('Use 0 or more');
  const highest = possible.high ?? largestTarget;
  if (target > highest) {
    return problem(`Use ${(format === 'percent' ? highest * 100 : highest).toLocaleString('en-GB')} or less`);
  }
  return { target };
}

export interface ReasonFields {
  readonly month: string;
  readonly reason: string;
  readonly author: string;
}

/** A level changes with a cause that somebody knows of. Without one, the old limits still have something to say. */
export function reasonProblems(
  fields: ReasonFields,
  taken: readonly LocalMonth[],
  takenMessage: string,
): FormProblem[] {
  const problems: FormProblem[] = [];
  if (fields.month === '') problems.push({ field: 'month', message: 'Choose a month' });
  else if (taken.some((month) => month === fields.month))
    problems.push({ field: 'month', message: takenMessage });
  for (const field of ['reason', 'author'] as const) {
    const text = fields[field].trim();
    if (text === '')
      problems.push({
        field,
        message: field === 'reason' ? 'Say what was known to change' : 'Say who decided, by name or role',
      });
    else if (text.length > 200) problems.push({ field, message: 'Use 200 characters or fewer' });
  }
  return problems;
}

export const withPhase = (setting: ChartSetting, fields: ReasonFields, today: LocalDate): ChartSetting => ({
  ...setting,
  phases: [
    ...setting.phases,
    {
      from: fields.month as LocalMonth,
      reason: fields.reason.trim(),
      author: fields.author.trim(),
      setOn: today,
      removedOn: null,
    },
  ],
});

export const withMark = (setting: ChartSetting, fields: ReasonFields, today: LocalDate): ChartSetting => ({
  ...setting,
  marks: [
    ...setting.marks,
    {
      month: fields.month as LocalMonth,
      reason: fields.reason.trim(),
      author: fields.author.trim(),
      setOn: today,
      removedOn: null,
    },
  ],
});

/** Taken back, not taken away: the line stays with the day on which it was. */
export const withoutPhase = (setting: ChartSetting, phase: ChartPhase, today: LocalDate): ChartSetting => ({
  ...setting,
  phases: setting.phases.map((each) =>
    each.removedOn === null && each.from === phase.from ? { ...each, removedOn: today } : each,
  ),
});

export const withoutMark = (setting: ChartSetting, mark: ChartMark, today: LocalDate): ChartSetting => ({
  ...setting,
  marks: setting.marks.map((each) =>
    each.removedOn === null && each.month === mark.month ? { ...each, removedOn: today } : each,
  ),
});
