/** Leave that is not sickness. Extracts of absences often hold it, and it would count as days lost to sickness. */
import { plainWords } from '../cells';

const leave = new RegExp(
  `^(${[
    'annual leave.*',
    'annual',
    'a l',
    '(public |bank )?holidays?',
    '(shared )?(maternity|paternity|parental|adoption)( leave| pay| support leave| and adoption leave)?',
    'unpaid( parental)? leave',
    '(special|study|carers?|compassionate|bereavement|jury( service)?|sabbatical|flexi|emergency|dependants?) leave',
    'leave',
    'jury (service|duty)',
    'time off in lieu',
    'toil',
    'flexi( time)?',
    'career break',
    'sabbatical',
    'secondment',
    'training',
    'study day',
    'course',
    'suspension',
    'suspended',
    'industrial action',
    'strike',
    'working from home',
    'rest day',
  ].join('|')})$`,
);

/** Why the row is left out, when its reason or kind says that it is leave; null otherwise. */
export function leaveReason(cell: string): string | null {
  return leave.test(plainWords(cell))
    ? 'This is leave of another kind, not sickness, so it was left out of the absences'
    : null;
}
