/**
 * A service-level bundle: one JSON file of published figures that another Steading, or anybody's own program, brings
 * together with others. docs/bundle.md is written for whoever reads one; docs/bundle.schema.json is made from this.
 */
import { nations } from '@shared/kernel/bank-holidays';
import { addMonthsToMonth } from '@shared/kernel/local-date';
import { err, ok, type Result } from '@shared/kernel/result';
import { z } from '@shared/kernel/zod';
import { disclosureThresholds } from '@shared/disclosure/thresholds';
import { canonicalJson } from '@shared/vault/canonical-json';
import { bundleGroups, bundleMeasureOf } from './measures';

export const bundleFormat = 'steading-bundle';
export const bundleVersion = 1;
/** Five years. */
export const mostBundleMonths = 60;
/** Larger than any bundle of five years; a file above it is not read. */
export const maxBundleLength = 2_000_000;

const monthSchema = z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/);
const base64Url = (bytes: number): z.ZodString =>
  z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${String(Math.ceil((bytes * 4) / 3))}}$`));

export const bundleRowSchema = z.strictObject({
  month: monthSchema,
  /** A code of docs/bundle.md; one that a reader does not know is of a newer version. */
  measure: z.string().regex(/^[a-z][A-Za-z0-9.-]{0,79}$/),
  group: z.enum(bundleGroups),
  /** Null unless it is shown. */
  value: z.number().min(-10_000_000).max(10_000_000).nullable(),
  state: z.enum(['shown', 'hidden', 'not-known']),
  /** Fewer people never stand behind a figure of this kind; null where it is not shown, or counts nobody. */
  peopleAtLeast: z.int().min(1).max(1000).nullable(),
});
export type BundleRow = z.infer<typeof bundleRowSchema>;

export const bundleRulesSchema = z.strictObject({
  smallestCount: z.int().min(disclosureThresholds.minimumCellSize).max(1000),
  smallestSensitiveCount: z.int().min(disclosureThresholds.minimumSensitiveCellSize).max(1000),
  smallestForStatistic: z.int().min(disclosureThresholds.minimumForStatistic).max(1000),
  rounding: z.enum(['none', 'base-5']),
});
export type BundleRules = z.infer<typeof bundleRulesSchema>;

/** Everything but who sends it. */
const draftFields = {
  format: z.literal(bundleFormat),
  version: z.literal(bundleVersion),
  nation: z.enum(nations),
  periodFrom: monthSchema,
  periodTo: monthSchema,
  /** Rises with each bundle of the service (edition.ts): the higher one replaces the lower. */
  edition: z.int().min(1).max(1_000_000),
  rules: bundleRulesSchema,
  tables: z.strictObject({ months: z.array(bundleRowSchema).max(20_000) }),
};
export const bundleDraftSchema = z.strictObject(draftFields);
export type BundleDraft = z.infer<typeof bundleDraftSchema>;

/** What is signed. */
export const bundleContentSchema = z.strictObject({
  ...draftFields,
  /** Ten characters, the same for every bundle of a service; made of its public key. */
  service: z.string().regex(/^[A-Z2-7]{10}$/),
  publicKey: base64Url(32),
});
export type BundleContent = z.infer<typeof bundleContentSchema>;

export const bundleSchema = z.strictObject({
  ...bundleContentSchema.shape,
  /** Ed25519, of the canonical JSON of everything else. */
  signature: base64Url(64),
});
export type Bundle = z.infer<typeof bundleSchema>;

export type BundleProblem =
  | 'too-large'
  /** No bundle at all. */
  | 'not-a-bundle'
  | 'newer-version'
  /** Says that it is a bundle, and is not as docs/bundle.md describes one. */
  | 'not-as-described'
  /** Shows a count that no bundle may show. */
  | 'shows-small-number';

export interface ReadBundle {
  readonly bundle: Bundle;
  /** The bytes that the signature is of, as text. */
  readonly signedText: string;
}

/** Null where it is none that may be signed. */
export function signedTextOf(content: BundleContent): string | null {
  return whatIsWrong(content) === null ? canonicalJson(content) : null;
}

/** The file. */
export function bundleText(content: BundleContent, signature: string): string | null {
  const text = canonicalJson({ ...content, signature });
  return text === null ? null : `${text}\n`;
}

export function readBundle(text: string): Result<ReadBundle, BundleProblem> {
  if (text.length > maxBundleLength) return err('too-large');
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== bundleFormat)
    return err('not-a-bundle');
  if ('version' in value && typeof value.version === 'number' && value.version > bundleVersion)
    return err('newer-version');
  const read = bundleSchema.safeParse(value);
  if (!read.success) return err('not-as-described');
  const { signature, ...content } = read.data;
  const problem = whatIsWrong(content);
  if (problem !== null) return err(problem);
  const signedText = canonicalJson(content);
  return signedText === null
    ? err('not-as-described')
    : ok({ bundle: { ...content, signature }, signedText });
}

/** What a schema cannot say. */
export function whatIsWrong(content: BundleDraft): BundleProblem | null {
  const { periodFrom, periodTo, tables, rules } = content;
  const last = addMonthsToMonth(periodFrom as Parameters<typeof addMonthsToMonth>[0], mostBundleMonths - 1);
  if (periodTo < periodFrom || periodTo > last) return 'not-as-described';
  const seen = new Set<string>();
  for (const row of tables.months) {
    const name = `${row.month} ${row.measure} ${row.group}`;
    const isOutside = row.month < periodFrom || row.month > periodTo;
    if (isOutside || seen.has(name) || (row.state === 'shown') !== (row.value !== null))
      return 'not-as-described';
    seen.add(name);
    if (showsFew(row, rules)) return 'shows-small-number';
  }
  return null;
}

/** Whoever signed it: a count of 1 to 4 people is taken in from nobody. */
function showsFew({ measure, value }: BundleRow, rules: BundleRules): boolean {
  if (value === null) return false;
  const known = bundleMeasureOf(measure);
  if (known?.countsPeople !== true) return false;
  return value !== 0 && (value < rules.smallestCount || !Number.isInteger(value));
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}
