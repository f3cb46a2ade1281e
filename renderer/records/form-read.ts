/** Reading what was typed into a form: a day, an amount, a count. Pure. */
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { FormProblem } from '../ui';

export const dayText = (day: LocalDate | null): string => (day === null ? '' : formatDate(day));

/** A number with up to two places; a comma is a point. Null for anything else. */
export function readAmount(text: string): number | null {
  const typed = text.trim().replace(',', '.');
  return /^\d{1,4}(?:\.\d{1,2})?$/.test(typed) ? Number(typed) : null;
}

export interface FormReader {
  readonly problems: readonly FormProblem[];
  wrong(field: string, message: string): void;
  line(field: string, text: string, missing: string): string;
  day(field: string, text: string, missing: string): LocalDate | null;
  /** Empty is an answer. */
  dayOrNone(field: string, text: string): LocalDate | null;
  amount(field: string, text: string, wrong: string): number | null;
  /** Null when nothing was typed: not counted is not none. */
  countOrNone(field: string, text: string): number | null;
}

/** Collects what is wrong, in the order of the fields. */
export function formReader(today: LocalDate): FormReader {
  const problems: FormProblem[] = [];
  const wrong = (field: string, message: string): void => {
    problems.push({ field, message });
  };
  const day = (field: string, text: string, missing: string): LocalDate | null => {
    const read = parseDateText(text, today);
    if (read === null)
      wrong(field, text.trim() === '' ? missing : 'Enter a day that exists, such as today or 24 nov 2026');
    return read;
  };
  return {
    problems,
    wrong,
    day,
    dayOrNone: (field, text) => (text.trim() === '' ? null : day(field, text, '')),
    line: (field, text, missing) => {
      if (text.trim() === '') wrong(field, missing);
      return text.trim();
    },
    amount: (field, text, message) => {
      const amount = readAmount(text);
      if (amount !== null && amount > 0) return amount;
      wrong(field, message);
      return null;
    },
    countOrNone: (field, text) => {
      if (text.trim() === '') return null;
      if (/^\d{1,4}$/.test(text.trim())) return Number(text.trim());
      wrong(field, 'Enter a whole number, or leave it blank when nobody counted');
      return null;
    },
  };
}

/** What a schema found, at the fields of the form. */
export function schemaProblems(error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}): readonly FormProblem[] {
  return error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), message }));
}

/** "round-3": the next free number in a list that is kept with its record. */
export function nextId(prefix: string, list: readonly { readonly id: string }[]): string {
  const numbers = list.map(({ id }) => Number(id.slice(prefix.length + 1))).filter(Number.isInteger);
  return `${prefix}-${String(Math.max(0, ...numbers) + 1)}`;
}
