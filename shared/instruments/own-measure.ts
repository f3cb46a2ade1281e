/**
 * A measure that a service composes itself, as data. It is scored by the same engine as a published one, but nobody
 * has studied what it measures: results are for talking and for the service's own trend, never for one person and
 * never beside a norm. Its wording is the service's own, so unlike a published form it is held here.
 */
import { err, ok, type Result } from '../kernel/result';
import { z } from '../kernel/zod';
import { defaultMissingRule, type Instrument } from './instrument';

const line = (most: number): z.ZodString =>
  z.string().trim().min(1, 'Enter something here').max(most, `Use ${most} characters or fewer`);

const ownScaleSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/u, 'Use letters and digits, a small letter first'),
  title: line(80),
  items: z.array(z.int().min(1)).min(1, 'A scale needs at least one item').max(60),
  aggregation: z.enum(['sum', 'mean']),
  better: z.enum(['higher', 'lower']),
  /** `most-items`: not scored when more than a fifth is missing; `every-item`: only when all are answered */
  needs: z.enum(['most-items', 'every-item']),
});

export const ownMeasureSchema = z
  .strictObject({
    format: z.literal('steading-measure'),
    formatVersion: z.literal(1),
    id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/u, 'Use small letters, digits and hyphens'),
    /** raised with every change of items, answers or scales: rounds of two versions are never compared */
    version: z.int().min(1),
    title: line(80),
    about: line(300),
    introduction: line(600),
    minutes: z.int().min(1).max(60),
    answers: z
      .array(z.strictObject({ value: z.int().min(0).max(100), text: line(60) }))
      .min(2, 'Give at least two answers')
      .max(11, 'Use 11 answers or fewer'),
    items: z
      .array(z.strictObject({ text: line(200), isReversed: z.boolean() }))
      .min(1, 'Give at least one item')
      .max(60, 'Use 60 items or fewer'),
    scales: z.array(ownScaleSchema).min(1, 'Give at least one scale').max(20, 'Use 20 scales or fewer'),
  })
  .check((context) => {
    const measure = context.value;
    const problem = (path: (string | number)[], message: string): void => {
      context.issues.push({ code: 'custom', path, message, input: measure });
    };
    measure.answers.forEach(({ value }, index) => {
      const before = measure.answers[index - 1];
      if (before !== undefined && value <= before.value) {
        problem(['answers', index, 'value'], 'Each answer counts more than the one before it');
      }
    });
    const used = new Set<number>();
    measure.scales.forEach(({ id, items }, index) => {
      if (measure.scales.findIndex((scale) => scale.id === id) !== index) {
        problem(['scales', index, 'id'], 'Two scales have this name');
      }
      if (new Set(items).size !== items.length)
        problem(['scales', index, 'items'], 'An item stands here twice');
      if (items.some((item) => item > measure.items.length)) {
        problem(['scales', index, 'items'], 'A number here is larger than the number of items');
      }
      for (const item of items) used.add(item);
    });
    measure.items.forEach((_, index) => {
      if (!used.has(index + 1)) problem(['items', index], 'This item is in no scale');
    });
  });
export type OwnMeasure = z.infer<typeof ownMeasureSchema>;

/** What is wrong, in words, and where: "scales 2, items: An item stands here twice". */
export type MeasureProblem = { readonly where: string; readonly message: string };

export function problemsOf(error: z.ZodError): MeasureProblem[] {
  return error.issues.map(({ path, message }) => ({
    where: path.map((part) => (typeof part === 'number' ? String(part + 1) : String(part))).join(' '),
    message,
  }));
}

/** `takenIds`: the ids of the registry and of other measures of the service. */
export function parseOwnMeasure(
  input: unknown,
  takenIds: readonly string[],
): Result<OwnMeasure, readonly MeasureProblem[]> {
  const parsed = ownMeasureSchema.safeParse(input);
  if (!parsed.success) return err(problemsOf(parsed.error));
  if (takenIds.includes(parsed.data.id)) {
    return err([{ where: 'id', message: 'Another measure has this name' }]);
  }
  return ok(parsed.data);
}

/** What the engine needs of it. The wording of items stays in the measure. */
export function instrumentOf(measure: OwnMeasure): Instrument {
  return {
    id: measure.id,
    version: measure.version,
    title: measure.title,
    about: measure.about,
    constructs: [],
    minutes: measure.minutes,
    provenance: { source: 'Composed by the service', year: null, evidence: 'V' },
    licence: { use: 'ours', ask: null, evidence: 'V' },
    licenceNote: 'Own wording. Not validated: for talking and for your own trend only.',
    isValidated: false,
    setting: 'team',
    itemCount: measure.items.length,
    responseOptions: measure.answers.map(({ value, text }) => ({ value, label: text })),
    notApplicable: null,
    reverseScored: measure.items.flatMap(({ isReversed }, index) => (isReversed ? [index + 1] : [])),
    scales: measure.scales.map(({ needs, ...scale }) => ({
      ...scale,
      missingRule: needs === 'every-item' ? { kind: 'complete' } : defaultMissingRule,
    })),
    derivedScales: [],
    bands: [],
    flag: null,
    norms: [],
    groupOnly: true,
    vectors: [],
  };
}
