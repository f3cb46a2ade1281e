import { z } from '@shared/kernel/zod';

/** One line that has to be there: trimmed, 1 to 200 characters. */
export const lineSchema = z
  .string()
  .trim()
  .min(1, 'Enter something here')
  .max(200, 'Use 200 characters or fewer');
/** One line that may be empty. */
export const optionalLineSchema = z.string().trim().max(200, 'Use 200 characters or fewer');
/** Notes: plain text, up to 10,000 characters. */
export const noteSchema = z.string().max(10_000, 'Use 10,000 characters or fewer');

/** Every text anywhere in a value, changed. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each: unknown) => mapTexts(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, change)]));
}
