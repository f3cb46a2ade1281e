/** Words typed into a form and not yet saved as a record: sealed like everything else. */
import { isRecordId, type RecordId } from '@shared/kernel/ids';
import { recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';

/**
 * `wave` without a record is a new round; with one it is a reply to that round. `sitting` is a new sitting of its group.
 * `month-figures` holds the unsaved cells of the sheets that are typed by hand; it belongs to no record.
 * From `wave-details` to `affected` they always belong to a record, and so do `vacancy-round`, `outside-reply`
 * and `space-room`, which is one room of a site.
 */
export const draftForms = [
  'supervision',
  'incident',
  'person',
  'wave',
  'absence',
  'wave-details',
  'step',
  'check-in',
  'affected',
  'agreement',
  'facilitator',
  'assignment',
  'group',
  'sitting',
  'sitting-details',
  'access-request',
  'process-move',
  'return',
  'ready-plan',
  'plan-template',
  'own-measure',
  'round-feedback',
  'action',
  'vacancy',
  'vacancy-round',
  'outside-issue',
  'outside-reply',
  'policy-review',
  'month-figures',
  'context-note',
  'report',
  'given-figure',
  'conversation',
  'training-plan',
  'skill',
  'leader-briefing',
  'team-resource',
  'readiness-check',
  'readiness-area',
  'readiness-blocker',
  'site',
  'space-room',
  'space-check',
  'resource',
] as const;

export const draftSchema = z.strictObject({
  form: z.enum(draftForms),
  /** The record being changed; null for a new one. */
  recordId: recordIdSchema.nullable(),
  /** Said on Today: "supervision with …". Shown only inside the vault. */
  title: z.string().max(200),
  /** The form's own fields, as typed. */
  fields: z.record(z.string(), z.unknown()),
});
export type Draft = z.infer<typeof draftSchema>;

export const draftKind = defineKind<Draft, 'draft'>({
  kind: 'draft',
  tableId: 10,
  schemaVersion: 1,
  schema: draftSchema,
  migrations: {},
  label: { one: 'draft', many: 'drafts' },
  // A form's fields are of any shape: every id in them counts; the vault knows which are of people.
  people: (draft) => [...idsIn(draft.fields, 0), ...(draft.recordId === null ? [] : [draft.recordId])],
  retention: 'draft',
  // A draft that names the person goes as a whole: shared/retention/redact.ts.
  without: (draft) => draft,
  hasProse: false,
  disclosure: { form: 'internal', recordId: 'internal', title: 'freeText', fields: 'freeText' },
  examples: [
    {
      form: 'supervision',
      recordId: null,
      title: 'Supervision with Ailsa Munro',
      fields: { note: 'Half a thought' },
    },
  ],
  olderExamples: [],
});

function idsIn(value: unknown, depth: number): readonly RecordId[] {
  if (depth > 8) return [];
  if (typeof value === 'string') return isRecordId(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((each: unknown) => idsIn(each, depth + 1));
}
