/**
 * The sealed survey of one wellbeing round: the key pair that replies are sealed to, and what came in, in counts. The
 * secret half is used by the vault's worker alone. Closing the round wipes it, so that no later file can be opened.
 */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';

const base64Url = (length: number): z.ZodString =>
  z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${length}}$`, 'u'));
const count = z.int().min(0).max(1_000_000);

/** Why a file was not taken; `overInvited`: more replies than people were asked. */
export const refusedSchema = z.strictObject({
  foreign: count,
  otherRound: count,
  damaged: count,
  replayed: count,
  double: count,
  unfit: count,
  overInvited: count,
});
export type RefusedCounts = z.infer<typeof refusedSchema>;

export const waveSurveySchema = z.strictObject({
  waveId: recordIdSchema,
  /** 32 bytes of X25519. */
  publicKey: base64Url(43),
  /** Empty once the round is closed. */
  secretKey: z.union([base64Url(43), z.literal('')]),
  madeOn: localDateSchema,
  /** The replies' own random numbers, sorted: they tell a second copy, and nothing else. Emptied at closing. */
  takenIds: z.array(base64Url(22)).max(5000),
  refused: refusedSchema,
});
export type WaveSurvey = z.infer<typeof waveSurveySchema>;

export const noneRefused: RefusedCounts = {
  foreign: 0,
  otherRound: 0,
  damaged: 0,
  replayed: 0,
  double: 0,
  unfit: 0,
  overInvited: 0,
};

export const waveSurveyKind = defineKind<WaveSurvey, 'wave-survey', 'secretKey' | 'takenIds'>({
  kind: 'wave-survey',
  tableId: 27,
  schemaVersion: 1,
  schema: waveSurveySchema,
  migrations: {},
  label: { one: 'survey of a round', many: 'surveys of rounds' },
  people: () => [],
  retention: 'wellbeing-round',
  without: (survey) => survey,
  hasProse: false,
  longFields: ['secretKey', 'takenIds'],
  fieldLabels: {
    waveId: 'Round',
    publicKey: 'Public key',
    secretKey: 'Secret key',
    madeOn: 'Made on',
    takenIds: 'Replies taken in',
    refused: 'Files not taken',
  },
  disclosure: {
    waveId: 'internal',
    publicKey: 'internal',
    secretKey: 'internal',
    madeOn: 'internal',
    takenIds: 'internal',
    refused: 'internal',
  },
  examples: [
    {
      waveId: '0123456789abcdef0123456789abcdef' as never,
      publicKey: 'A'.repeat(43),
      secretKey: 'B'.repeat(43),
      madeOn: '2026-05-01' as never,
      takenIds: ['C'.repeat(22)],
      refused: { ...noneRefused, damaged: 1 },
    },
    {
      waveId: 'fedcba9876543210fedcba9876543210' as never,
      publicKey: 'A'.repeat(43),
      secretKey: '',
      madeOn: '2026-05-01' as never,
      takenIds: [],
      refused: noneRefused,
    },
  ],
  olderExamples: [],
});
