/** What the kinds share that hold figures of one month and one team. */
import { z } from '@shared/kernel/zod';

const tooLow = 'Use 0 or more';

/** People, sessions, shifts: whole things. Null: nobody has said, which is something else than none. */
export const countSchema = z
  .int('Use a whole number')
  .min(0, tooLow)
  .max(100_000, 'Use 100,000 or fewer')
  .nullable();
export const hoursSchema = z.number().min(0, tooLow).max(2_000_000, 'Use 2,000,000 or fewer').nullable();
export const wteSchema = z.number().min(0, tooLow).max(5000, 'Use 5,000 or fewer').nullable();

/** Some fields of a record that together cannot be more than another of its fields. */
export interface PartsOfWhole<Field extends string = string> {
  readonly parts: readonly [Field, ...Field[]];
  readonly whole: Field;
  readonly message: string;
}

/** A field that nobody has filled in counts as nothing; without the whole there is nothing to compare with. */
export function exceedsWhole<Field extends string>(
  value: Readonly<Record<Field, number | null>>,
  { parts, whole }: PartsOfWhole<Field>,
): boolean {
  const limit = value[whole];
  // Sums of decimals as typed: 0.1 + 0.2 is not more than 0.3.
  return limit !== null && parts.reduce((sum, part) => sum + (value[part] ?? 0), 0) > limit + 1e-9;
}

/** For `superRefine`: the issue stands at the last part that is known, as that is the one typed last. */
export function checkWholes<Field extends string>(rules: readonly PartsOfWhole<Field>[]) {
  return (value: Readonly<Record<Field, number | null>>, context: z.RefinementCtx): void => {
    for (const rule of rules) {
      if (!exceedsWhole(value, rule)) continue;
      const path = rule.parts.findLast((part) => value[part] !== null) ?? rule.parts[0];
      context.addIssue({ code: 'custom', path: [path], message: rule.message });
    }
  };
}
