/** Headings for comparing: "PayrollNo", "PAYROLL_NO" and "Payroll no." are the same words as "Payroll number". */
import { plainWords } from './cells';

const whole: ReadonlyMap<string, string> = new Map([
  ['no', 'number'],
  ['num', 'number'],
  ['nr', 'number'],
  ['hrs', 'hours'],
  ['hr', 'hours'],
  ['mins', 'minutes'],
  ['dept', 'department'],
  ['emp', 'employee'],
  ['ref', 'reference'],
  ['wkly', 'weekly'],
  ['abs', 'absence'],
  ['org', 'organisation'],
]);

export function headingWords(text: string): string {
  return plainWords(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .split(' ')
    .map((word) => whole.get(word) ?? word)
    .join(' ');
}
