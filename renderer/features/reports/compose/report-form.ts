/** The composer's fields, as they are kept in a draft, and what they mean. */
import { noWords, reviewedWordsSchema, type ReviewedWords } from '@shared/disclosure/reviewed-words';
import type { DisclosurePolicy, Rounding } from '@shared/disclosure/thresholds';
import { toLocalDate, type LocalDate } from '@shared/kernel/local-date';
import { z } from '@shared/kernel/zod';
import type { ComposedBlock, ReportTemplate } from '@shared/records/report-template/report-template';
import { blockIds, reportKindWords, type BlockId, type ReportKind } from '@shared/reports/report-kinds';
import type { ChosenBlock, ReportChoice } from '@shared/reports/report-input';

export interface ReportFields extends Record<string, string | boolean | readonly string[]> {
  readonly kind: ReportKind;
  readonly periodEnd: string;
  readonly months: '12' | '24' | '36';
  readonly withServiceName: boolean;
  readonly withTeamNames: boolean;
  readonly mergesTeams: boolean;
  readonly isRounded: boolean;
  /** One JSON text for each block: a draft holds texts. */
  readonly blocks: readonly string[];
  readonly leftOut: readonly string[];
}

const fieldBlockSchema = z.strictObject({
  key: z.string().min(1),
  block: z.enum(blockIds),
  heading: z.string(),
  words: reviewedWordsSchema.nullable(),
  /** Of typed hours of sickness. */
  peopleAway: z.string(),
  nobodyAboveAThird: z.boolean(),
});
export type FieldBlock = z.infer<typeof fieldBlockSchema>;

export function newBlock(key: string, block: BlockId, heading = ''): FieldBlock {
  return {
    key,
    block,
    heading,
    words: block === 'own-words' ? noWords : null,
    peopleAway: '',
    nobodyAboveAThird: false,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Blocks of a draft of another version that do not fit are left out. */
export function blocksOf({ blocks }: Pick<ReportFields, 'blocks'>): FieldBlock[] {
  return blocks.flatMap((text) => {
    const read = fieldBlockSchema.safeParse(parsed(text));
    return read.success ? [read.data] : [];
  });
}

export const blockTexts = (blocks: readonly FieldBlock[]): string[] =>
  blocks.map((block) => JSON.stringify(block));

/** Headings first, then figures; own words where the report begins with them. */
export function startOf(kind: ReportKind, periodEnd: LocalDate, policy: DisclosurePolicy): ReportFields {
  const { blocks, ownWords } = reportKindWords[kind];
  const words = ownWords.map((heading, index) => newBlock(`words-${index + 1}`, 'own-words', heading));
  return {
    kind,
    periodEnd,
    months: '12',
    withServiceName: true,
    withTeamNames: false,
    mergesTeams: false,
    isRounded: policy.rounding === 'base-5',
    blocks: blockTexts([...words, ...blocks.map((block) => newBlock(block, block))]),
    leftOut: [],
  };
}

export function fromTemplate(template: ReportTemplate, periodEnd: LocalDate): ReportFields {
  return {
    kind: template.report,
    periodEnd,
    months: String(template.months) as ReportFields['months'],
    withServiceName: template.withServiceName,
    withTeamNames: template.withTeamNames,
    mergesTeams: template.mergesTeams,
    isRounded: template.rounding === 'base-5',
    blocks: blockTexts(
      template.blocks.map(({ key, block, heading, words }) => ({
        ...newBlock(key, block, heading),
        ...(words === null ? {} : { words }),
      })),
    ),
    leftOut: [],
  };
}

export function toTemplate(fields: ReportFields, name: string): ReportTemplate {
  return {
    name,
    report: fields.kind,
    months: monthsOf(fields),
    withServiceName: fields.withServiceName,
    withTeamNames: fields.withTeamNames,
    mergesTeams: fields.mergesTeams,
    rounding: roundingOf(fields),
    blocks: blocksOf(fields).map(({ key, block, heading, words }): ComposedBlock => ({
      key,
      block,
      heading,
      // Words are read anew each time that they leave.
      words: words === null ? null : { ...words, confirmedOn: null },
    })),
  };
}

export const roundingOf = ({ isRounded }: ReportFields): Rounding => (isRounded ? 'base-5' : 'none');

function monthsOf({ months }: ReportFields): 12 | 24 | 36 {
  if (months === '36') return 36;
  return months === '24' ? 24 : 12;
}

function chosenBlock(block: FieldBlock): ChosenBlock {
  const { key, block: id, heading, words, peopleAway, nobodyAboveAThird } = block;
  const isSaid = /^\d{1,4}$/u.test(peopleAway.trim());
  return {
    key,
    block: id,
    ...(heading.trim() === '' ? {} : { heading: heading.trim() }),
    ...(words === null ? {} : { words }),
    ...(isSaid ? { hours: { peopleAway: Number(peopleAway), nobodyAboveAThird } } : {}),
  };
}

export function choiceOf(fields: ReportFields): ReportChoice {
  return {
    kind: fields.kind,
    periodEnd: toLocalDate(fields.periodEnd),
    months: monthsOf(fields),
    withServiceName: fields.withServiceName,
    withTeamNames: fields.withTeamNames,
    mergesTeams: fields.mergesTeams,
    blocks: blocksOf(fields).map(chosenBlock),
    leftOut: fields.leftOut,
  };
}

/** Own words that are written and not yet read and confirmed. */
export function unreadWords(fields: ReportFields): FieldBlock[] {
  return blocksOf(fields).filter(({ words }) => isUnread(words));
}

function isUnread(words: ReviewedWords | null): boolean {
  return words !== null && words.source.trim() !== '' && words.confirmedOn === null;
}
