/** Something that the service does about a finding: what, who sees to it, and the day to look at whether it helped. */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema, optionalLineSchema } from '../text';

export const actionSchema = z
  .strictObject({
    what: lineSchema,
    /** Somebody of this service who sees to it; null: a role, or nobody yet. */
    ownerId: recordIdSchema.nullable(),
    /** "Team lead", where no person is named. */
    ownerRole: optionalLineSchema,
    openedOn: localDateSchema,
    reviewOn: localDateSchema,
    /** The round that it answers, and which scale of it; null scale: the round as a whole. Null: made by hand. */
    source: z
      .strictObject({ waveId: recordIdSchema, scaleId: z.string().min(1).max(40).nullable() })
      .nullable(),
    doneOn: localDateSchema.nullable(),
    droppedOn: localDateSchema.nullable(),
    /** Why it is not needed, or not possible. */
    droppedWhy: optionalLineSchema,
  })
  .refine((action) => action.reviewOn >= action.openedOn, {
    path: ['reviewOn'],
    message: 'The day to look at it is before it begins',
  })
  .refine((action) => action.doneOn === null || action.droppedOn === null, {
    path: ['droppedOn'],
    message: 'It is done or not needed, not both',
  })
  .refine((action) => action.ownerId === null || action.ownerRole === '', {
    path: ['ownerRole'],
    message: 'Choose a person or write a role, not both',
  });
export type Action = z.infer<typeof actionSchema>;

/** Neither done nor dropped. */
export function isOpen({ doneOn, droppedOn }: Pick<Action, 'doneOn' | 'droppedOn'>): boolean {
  return doneOn === null && droppedOn === null;
}

export const actionKind = defineKind<Action, 'action'>({
  kind: 'action',
  tableId: 29,
  schemaVersion: 1,
  schema: actionSchema,
  migrations: {},
  label: { one: 'action', many: 'actions' },
  people: ({ ownerId }) => (ownerId === null ? [] : [ownerId]),
  searchFacets: (action) => ({ date: action.openedOn, themes: [] }),
  retention: 'wellbeing-round',
  // Counts from its end: what is still open is not over.
  keptFrom: ({ doneOn, droppedOn }) => doneOn ?? droppedOn,
  // The service's action stays; only that this person saw to it goes.
  without: (action, erased) => ({
    ...action,
    what: erased.line(action.what),
    ownerId: action.ownerId === erased.id ? null : action.ownerId,
    ownerRole: erased.line(action.ownerRole),
    droppedWhy: erased.line(action.droppedWhy),
  }),
  hasProse: true,
  fieldLabels: {
    what: 'What',
    ownerId: 'Who sees to it',
    ownerRole: 'Role that sees to it',
    openedOn: 'Begun on',
    reviewOn: 'To look at on',
    source: 'From',
    doneOn: 'Done on',
    droppedOn: 'Not needed since',
    droppedWhy: 'Why not needed',
  },
  disclosure: {
    what: 'freeText',
    ownerId: 'directIdentifier',
    ownerRole: 'freeText',
    openedOn: 'quasiIdentifier',
    reviewOn: 'quasiIdentifier',
    source: 'internal',
    doneOn: 'quasiIdentifier',
    droppedOn: 'quasiIdentifier',
    droppedWhy: 'freeText',
  },
  examples: [
    {
      what: 'Caseloads above 35 are shared out each Monday',
      ownerId: '00112233445566778899aabbccddeeff' as never,
      ownerRole: '',
      openedOn: '2026-02-02' as never,
      reviewOn: '2026-03-30' as never,
      source: { waveId: '00112233445566778899aabbccddee00' as never, scaleId: 'demands' },
      doneOn: null,
      droppedOn: null,
      droppedWhy: '',
    },
    {
      what: 'A buddy for everybody who is new',
      ownerId: null,
      ownerRole: 'Team lead',
      openedOn: '2026-02-02' as never,
      reviewOn: '2026-03-30' as never,
      source: null,
      doneOn: null,
      droppedOn: '2026-02-20' as never,
      droppedWhy: 'Nobody new this spring',
    },
  ],
  olderExamples: [],
});
