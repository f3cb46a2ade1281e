/**
 * A template as a file, to hand to another service. It holds words and times only: no plan, no person of a list, nothing
 * of this vault. What comes in is checked as strictly as what is stored.
 */
import type { LocalDate } from '@shared/kernel/local-date';
import { err, ok, type Result } from '@shared/kernel/result';
import { z } from '@shared/kernel/zod';
import { type OwnTemplate, templateContentShape } from '@shared/records/plan-template/plan-template';
import { refusedSteps } from './own-templates';

export const templateFormat = 'steading-plan-template';
export const templateFileVersion = 1;
/** Of one name for all: a title may hold a name, and a file's name is seen by more people than its text. */
export const templateFileName = 'incident-plan-template.json';
/** Far above what 120 steps of full length take. */
const maxCharacters = 2_000_000;

const headSchema = z.looseObject({ format: z.literal(templateFormat), schemaVersion: z.int().min(1) });
const fileSchema = z.strictObject({
  format: z.literal(templateFormat),
  schemaVersion: z.literal(templateFileVersion),
  template: z.strictObject(templateContentShape),
});

/** Expected failures: nothing of the file's content is in them, only where it does not fit. */
export type TemplateFileError =
  | { readonly tag: 'TemplateTooLarge' }
  | { readonly tag: 'NotATemplate' }
  | { readonly tag: 'TemplateOfNewerVersion' }
  /** The place of the first thing that does not fit, such as "steps, 4, timing". */
  | { readonly tag: 'TemplateDoesNotFit'; readonly where: string }
  /** Which steps, counted from 1, are of a kind that no plan holds. */
  | { readonly tag: 'TemplateHoldsRefusedSteps'; readonly steps: readonly number[] };

export function exportTemplate(own: OwnTemplate): string {
  const { title, summary, eventTypes, phases, steps, avoid, sources } = own;
  const template = { title, summary, eventTypes, phases, steps, avoid, sources };
  return `${JSON.stringify({ format: templateFormat, schemaVersion: templateFileVersion, template }, null, 2)}\n`;
}

export function importTemplate(text: string, on: LocalDate): Result<OwnTemplate, TemplateFileError> {
  if (text.length > maxCharacters) return err({ tag: 'TemplateTooLarge' });
  const content = parseJson(text);
  const head = headSchema.safeParse(content);
  if (!head.success) return err({ tag: 'NotATemplate' });
  if (head.data.schemaVersion > templateFileVersion) return err({ tag: 'TemplateOfNewerVersion' });
  const file = fileSchema.safeParse(content);
  if (!file.success) return err({ tag: 'TemplateDoesNotFit', where: placeOf(file.error) });
  const { template } = file.data;
  const refused = new Set(refusedSteps(template).map(({ stepId }) => stepId));
  if (refused.size > 0) {
    const steps = template.steps.flatMap(({ id }, index) => (refused.has(id) ? [index + 1] : []));
    return err({ tag: 'TemplateHoldsRefusedSteps', steps });
  }
  return ok({ ...template, version: 1, copiedFrom: null, changedOn: on });
}

/** Undefined when it is no JSON at all. A byte order mark, as some editors write it, is no fault. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

/** Steps and such are counted from 1, as people count. Names of unknown fields are the file's words: not repeated. */
function placeOf(error: z.ZodError): string {
  const path = error.issues[0]?.path ?? [];
  return path
    .filter((key) => key !== 'template')
    .map((key) => (typeof key === 'number' ? String(key + 1) : String(key)))
    .join(', ');
}
