/**
 * Something that happened around the service, on a day or over a while, so that a chart can show it where it was. It
 * stands beside the figures and explains none of them.
 */
import { localDateSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema } from '../text';

export const contextNoteSchema = z
  .strictObject({
    from: localDateSchema,
    /** Null: one day, or no end that is known. */
    to: localDateSchema.nullable(),
    text: lineSchema,
    /** Null: the whole service. */
    team: lineSchema.nullable(),
  })
  .refine((note) => note.to === null || note.to >= note.from, {
    path: ['to'],
    message: 'The last day is before the first day',
  });
export type ContextNote = z.infer<typeof contextNoteSchema>;

export const contextNoteKind = defineKind<ContextNote, 'context-note'>({
  kind: 'context-note',
  tableId: 35,
  schemaVersion: 1,
  schema: contextNoteSchema,
  migrations: {},
  label: { one: 'note on the figures', many: 'notes on the figures' },
  people: () => [],
  searchFacets: (note) => ({ date: note.from, themes: [] }),
  retention: null,
  // A line that was nothing but the name still has to say something.
  without: (note, erased) => ({ ...note, text: erased.line(note.text).trim() || 'Someone who left' }),
  hasProse: true,
  fieldLabels: { from: 'From', to: 'To', text: 'What happened', team: 'Team' },
  disclosure: { from: 'internal', to: 'internal', text: 'freeText', team: 'quasiIdentifier' },
  examples: [
    {
      from: '2025-06-02' as never,
      to: '2025-06-13' as never,
      text: 'Moved to the new site',
      team: 'Recovery hub',
    },
    { from: '2025-11-03' as never, to: null, text: 'New referral route opened', team: null },
  ],
  olderExamples: [],
});
