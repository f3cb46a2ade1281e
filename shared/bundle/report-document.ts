/**
 * A published report as signed JSON: the words and tables that the other formats hold, for a program to read. Pictures
 * are left out, their numbers stand in the tables. docs/bundle.md describes it; docs/report.schema.json is made from this.
 */
import { z } from '@shared/kernel/zod';
import type { PublishedReport } from '@shared/reports/published-report';
import { canonicalJson } from '@shared/vault/canonical-json';
import { bundleContentSchema, bundleSchema } from './bundle';

export const reportFormat = 'steading-report';
const reportVersion = 1;

const lineSchema = z.string().max(2000);
const partSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), paragraphs: z.array(z.string().max(40_000)).max(2000) }),
  z.strictObject({ kind: z.literal('list'), items: z.array(lineSchema).max(2000) }),
  z.strictObject({
    kind: z.literal('table'),
    title: lineSchema,
    /** How the figures are worked out. */
    note: z.string().max(4000),
    /** The first is the head of the labels. */
    columns: z.array(lineSchema).max(40),
    rows: z
      .array(
        z.strictObject({
          label: lineSchema,
          /** As they are read: a number, words, or "[c]" for hidden. */
          cells: z.array(lineSchema).max(40),
          isTotal: z.boolean(),
        }),
      )
      .max(5000),
  }),
]);

/** What is signed. */
export const reportContentSchema = z.strictObject({
  format: z.literal(reportFormat),
  version: z.literal(reportVersion),
  service: bundleContentSchema.shape.service,
  publicKey: bundleContentSchema.shape.publicKey,
  title: lineSchema,
  /** Null where the person left it off. */
  serviceName: lineSchema.nullable(),
  /** Months in words: "April 2025 to March 2026". */
  period: lineSchema,
  sections: z.array(z.strictObject({ title: lineSchema, parts: z.array(partSchema).max(200) })).max(200),
  footnotes: z.array(lineSchema).max(20),
});
export type ReportContent = z.infer<typeof reportContentSchema>;

export const signedReportSchema = z.strictObject({
  ...reportContentSchema.shape,
  /** Ed25519, of the canonical JSON of everything else. */
  signature: bundleSchema.shape.signature,
});

export function reportContent(
  report: PublishedReport,
  sender: Pick<ReportContent, 'service' | 'publicKey'>,
): ReportContent {
  return {
    format: reportFormat,
    version: reportVersion,
    ...sender,
    title: report.title,
    serviceName: report.serviceName,
    period: report.periodWords,
    sections: report.sections.map(({ title, parts }) => ({
      title,
      parts: parts.flatMap((part): ReportContent['sections'][number]['parts'] => {
        if (part.kind === 'chart') return [];
        if (part.kind === 'text') return [{ kind: 'text', paragraphs: [...part.paragraphs] }];
        if (part.kind === 'list') return [{ kind: 'list', items: [...part.items] }];
        return [
          {
            kind: 'table',
            title: part.title,
            note: part.note,
            columns: [...part.columns],
            rows: part.rows.map(({ label, cells, isTotal }) => ({ label, cells: [...cells], isTotal })),
          },
        ];
      }),
    })),
    footnotes: [...report.footnotes],
  };
}

/** Null where it is none by its schema. */
export function signedReportText(content: ReportContent): string | null {
  return reportContentSchema.safeParse(content).success ? canonicalJson(content) : null;
}

/** The file. */
export function reportText(content: ReportContent, signature: string): string | null {
  const text = canonicalJson({ ...content, signature });
  return text === null ? null : `${text}\n`;
}
