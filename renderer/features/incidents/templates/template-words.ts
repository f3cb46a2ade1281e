/** What a template says, in words. */
import type { TemplateFileError } from '@shared/event-plans/template-file';
import { assertNever } from '@shared/kernel/assert';
import type { StepTiming } from '@shared/records/event-plan/event-plan';

const units = {
  hours: ['hour', 'hours'],
  days: ['day', 'days'],
  'working-days': ['working day', 'working days'],
  months: ['month', 'months'],
} as const satisfies Record<StepTiming['unit'], readonly [string, string]>;

/** "At once", "2 hours after", "On day 28", "12 months after, less 14 days". */
export function timingWords({ amount, unit, plusDays }: StepTiming): string {
  const rest =
    plusDays === 0
      ? ''
      : plusDays > 0
        ? `, and ${plusDays} ${plusDays === 1 ? 'day' : 'days'}`
        : `, less ${-plusDays} ${plusDays === -1 ? 'day' : 'days'}`;
  if (amount === 0) return `${unit === 'hours' ? 'At once' : 'On the day'}${rest}`;
  const [one, many] = units[unit];
  return `${amount} ${amount === 1 ? one : many} after${rest}`;
}

export function templateFileWords(error: TemplateFileError): string {
  switch (error.tag) {
    case 'TemplateTooLarge':
      return 'This file is too large for a template. Nothing was brought in.';
    case 'NotATemplate':
      return 'This file is no template that was saved by Steading. Nothing was brought in.';
    case 'TemplateOfNewerVersion':
      return 'This template was saved by a newer Steading. Update Steading, then bring it in.';
    case 'TemplateDoesNotFit':
      return `Part of this file does not fit a template${error.where === '' ? '' : `: ${error.where}`}. Nothing was brought in.`;
    case 'TemplateHoldsRefusedSteps':
      return `Step ${error.steps.join(', ')} goes through feelings as a group. NICE NG116 says not to, so nothing was brought in.`;
    default:
      return assertNever(error);
  }
}
