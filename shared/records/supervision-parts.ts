/** What supervision, its agreements and its groups share. */
import { localDateSchema, z } from '@shared/kernel/zod';
import { optionalLineSchema } from './text';

export const meetingModes = ['in-person', 'video', 'phone', 'mixed'] as const;
export type MeetingMode = (typeof meetingModes)[number];
export const meetingModeLabels = {
  'in-person': 'In person',
  video: 'By video',
  phone: 'By phone',
  mixed: 'A mix',
} as const satisfies Record<MeetingMode, string>;
export const meetingModeSchema = z.enum(meetingModes).nullable();

/** A signature is a day: who ticked it stands beside it. "Not agreed" is dated too and may say why. */
export const signatureSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('waiting') }),
  z.strictObject({ state: z.literal('signed'), on: localDateSchema }),
  z.strictObject({ state: z.literal('not-agreed'), on: localDateSchema, words: optionalLineSchema }),
]);
export type Signature = z.infer<typeof signatureSchema>;

export const signaturesSchema = z.strictObject({ person: signatureSchema, supervisor: signatureSchema });
export type Signatures = z.infer<typeof signaturesSchema>;

export const minutesSchema = z.int().min(0).max(600, 'Use 600 minutes or fewer');
/** A rhythm in days, as the service's own. */
export const intervalSchema = z.int().min(7, 'Use 7 days or more').max(366, 'Use 366 days or fewer');

/** The words of "not agreed" without a name in them. */
export function signaturesWithout(signatures: Signatures, line: (text: string) => string): Signatures {
  const each = (signature: Signature): Signature =>
    signature.state === 'not-agreed' ? { ...signature, words: line(signature.words) } : signature;
  return { person: each(signatures.person), supervisor: each(signatures.supervisor) };
}
