/**
 * A service's own template for plans: copied from a built-in one or from another of its own, and edited. Every saved
 * change raises `version`; a running plan keeps the words that it started with, so nothing here ever changes one.
 */
import { localDateSchema, z } from '@shared/kernel/zod';
import {
  avoidSchema,
  partIdSchema,
  phaseWordsSchema,
  sourceSchema,
  timingSchema,
  uniqueBy,
} from '../event-plan/plan-parts';
import {
  eventTypeLabels,
  eventTypes,
  phaseIds,
  stepConditions,
  strands,
} from '../event-plan/plan-vocabulary';
import { defineKind } from '../record-kind';
import { lineSchema, noteSchema, optionalLineSchema } from '../text';

export const templateStepSchema = z.strictObject({
  id: partIdSchema,
  phaseId: z.enum(phaseIds),
  title: lineSchema,
  detail: noteSchema,
  ownerRole: optionalLineSchema,
  strand: z.enum(strands),
  condition: z.enum(stepConditions).nullable(),
  timing: timingSchema,
  /** Makes sense in its moment only: in a plan made later it is shown as past. */
  lapses: z.boolean(),
});
export type OwnTemplateStep = z.infer<typeof templateStepSchema>;

/** What people edit, and what travels in a file: everything but where it stands in this vault. */
export const templateContentShape = {
  title: lineSchema,
  /** One sentence: what this plan pays special heed to. */
  summary: optionalLineSchema,
  /** For which events it is offered first. */
  eventTypes: uniqueBy(z.enum(eventTypes), eventTypes.length, (type) => type),
  phases: uniqueBy(phaseWordsSchema, phaseIds.length, ({ id }) => id),
  steps: uniqueBy(templateStepSchema, 120, ({ id }) => id),
  avoid: z.array(avoidSchema).max(40),
  sources: z.array(sourceSchema).max(40),
} as const;

export const planTemplateSchema = z.strictObject({
  ...templateContentShape,
  version: z.int().min(1),
  /** The template that it was copied from; null: it came from a file. */
  copiedFrom: z.strictObject({ templateId: z.string().min(1).max(80), version: z.int().min(1) }).nullable(),
  changedOn: localDateSchema,
});
export type OwnTemplate = z.infer<typeof planTemplateSchema>;

export const planTemplateKind = defineKind<OwnTemplate, 'plan-template', 'steps' | 'avoid' | 'sources'>({
  kind: 'plan-template',
  tableId: 23,
  schemaVersion: 1,
  schema: planTemplateSchema,
  migrations: {},
  label: { one: 'plan template', many: 'plan templates' },
  people: () => [],
  searchFacets: (template) => ({ date: template.changedOn, themes: [] }),
  retention: null,
  without: (template, { line, note }) => ({
    ...template,
    title: line(template.title),
    summary: line(template.summary),
    phases: template.phases.map(({ id, focus, takes }) => ({ id, focus: line(focus), takes: line(takes) })),
    steps: template.steps.map((step) => ({
      ...step,
      title: line(step.title),
      detail: note(step.detail),
      ownerRole: line(step.ownerRole),
    })),
    avoid: template.avoid.map(({ what, why }) => ({ what: line(what), why: line(why) })),
    sources: template.sources.map(({ name, about }) => ({ name: line(name), about: line(about) })),
  }),
  hasProse: true,
  // Lists show the title; the page of one template reads it whole.
  longFields: ['steps', 'avoid', 'sources'],
  fieldLabels: {
    title: 'Title',
    summary: 'In one sentence',
    eventTypes: 'Offered for',
    phases: 'Phases',
    steps: 'Steps',
    avoid: 'Things to avoid',
    sources: 'Sources',
    version: 'Version',
    copiedFrom: 'Copied from',
    changedOn: 'Last changed',
  },
  choiceLabels: eventTypeLabels,
  disclosure: {
    title: 'freeText',
    summary: 'freeText',
    eventTypes: 'internal',
    phases: 'freeText',
    steps: 'freeText',
    avoid: 'freeText',
    sources: 'freeText',
    version: 'internal',
    copiedFrom: 'internal',
    changedOn: 'internal',
  },
  examples: [
    {
      title: 'Drug-related death, islands',
      summary: 'With the boat and the weather in mind.',
      eventTypes: ['drug-related-death'],
      phases: [{ id: 'immediate', focus: 'safe, warm, not alone', takes: 'Now' }],
      steps: [
        {
          id: 'last-boat',
          phaseId: 'immediate',
          title: 'Check the last boat',
          detail: 'Nobody waits alone at the pier.',
          ownerRole: 'Shift lead',
          strand: 'support',
          condition: 'lone-or-remote-site',
          timing: { amount: 2, unit: 'hours', plusDays: 0 },
          lapses: true,
        },
      ],
      avoid: [{ what: 'Asking anyone to tell it again', why: 'Each telling has a cost.' }],
      sources: [{ name: 'NICE guideline NG116', about: 'No psychologically-focused debriefing' }],
      version: 3,
      copiedFrom: { templateId: 'drug-related-death', version: 2 },
      changedOn: '2026-04-02' as never,
    },
  ],
  olderExamples: [],
});
