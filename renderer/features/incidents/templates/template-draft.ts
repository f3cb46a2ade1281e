/** What is typed into the editor of a template, kept while it is unfinished: a step may still lack its title. */
import { z } from '@shared/kernel/zod';
import type { OwnTemplate } from '@shared/records/plan-template/plan-template';
import {
  eventTypes,
  phaseIds,
  stepConditions,
  strands,
  timingUnits,
} from '@shared/records/event-plan/event-plan';

const editedSchema = z.object({
  title: z.string(),
  summary: z.string(),
  eventTypes: z.array(z.enum(eventTypes)),
  phases: z.array(z.object({ id: z.enum(phaseIds), focus: z.string(), takes: z.string() })),
  steps: z.array(
    z.object({
      id: z.string(),
      phaseId: z.enum(phaseIds),
      title: z.string(),
      detail: z.string(),
      ownerRole: z.string(),
      strand: z.enum(strands),
      condition: z.enum(stepConditions).nullable(),
      timing: z.object({ amount: z.int(), unit: z.enum(timingUnits), plusDays: z.int() }),
      lapses: z.boolean(),
    }),
  ),
  avoid: z.array(z.object({ what: z.string(), why: z.string() })),
  sources: z.array(z.object({ name: z.string(), about: z.string() })),
});
export type EditedTemplate = z.infer<typeof editedSchema>;
export type EditedStep = EditedTemplate['steps'][number];

export function editedOf(template: OwnTemplate): EditedTemplate {
  return editedSchema.parse(template);
}

/** Null for a draft of another version of the editor. */
export function editedOfDraft(fields: Record<string, unknown>): EditedTemplate | null {
  const read = editedSchema.safeParse(fields);
  return read.success ? read.data : null;
}

/** With the ends trimmed, and lines without any words left out. */
export function tidied(edited: EditedTemplate): EditedTemplate {
  return {
    ...edited,
    title: edited.title.trim(),
    summary: edited.summary.trim(),
    steps: edited.steps.map((step) => ({
      ...step,
      title: step.title.trim(),
      detail: step.detail.trim(),
      ownerRole: step.ownerRole.trim(),
    })),
    avoid: edited.avoid
      .map(({ what, why }) => ({ what: what.trim(), why: why.trim() }))
      .filter(({ what, why }) => what !== '' || why !== ''),
    sources: edited.sources
      .map(({ name, about }) => ({ name: name.trim(), about: about.trim() }))
      .filter(({ name, about }) => name !== '' || about !== ''),
  };
}

export interface EditProblem {
  readonly field: string;
  readonly message: string;
}

const mostInLine = 200;

export function editProblems(edited: EditedTemplate): readonly EditProblem[] {
  const problems: EditProblem[] = [];
  const line = (field: string, text: string, missing: string | null) => {
    if (missing !== null && text === '') problems.push({ field, message: missing });
    if (text.length > mostInLine) problems.push({ field, message: 'Use 200 characters or fewer' });
  };
  line('title', edited.title, 'Give the template a title');
  line('summary', edited.summary, null);
  edited.steps.forEach((step, index) => {
    line(`title-${step.id}`, step.title, `Write what step ${index + 1} is`);
    line(`role-${step.id}`, step.ownerRole, null);
  });
  edited.avoid.forEach(({ what, why }, index) => {
    line(`what-${index}`, what, 'Write what to avoid');
    line(`why-${index}`, why, `Write why to avoid “${what.slice(0, 40)}”`);
  });
  edited.sources.forEach(({ name }, index) => {
    line(`source-${index}`, name, 'Name the source');
  });
  return problems;
}
