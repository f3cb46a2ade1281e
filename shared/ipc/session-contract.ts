/** What page and main say about being open and shut, about settings that main keeps, and about the clipboard. */
import { z } from '@shared/kernel/zod';
import { nothing, sized, vaultName } from './vault-contract';

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const pngBytes = sized(8 * 1024 * 1024).refine(
  (bytes) => pngSignature.every((byte, at) => bytes[at] === byte),
  'not a PNG',
);

/** A route of ours: ids and words, never anything typed. */
const place = z.string().regex(/^\/[a-z0-9/-]{0,200}$/);

const resume = {
  vault: vaultName,
  /** When the last save before the lock happened. */
  savedAt: z.int().min(0).nullable(),
  /** Where the person was. */
  place: place.nullable(),
  /** The privacy curtain is drawn. */
  isCurtained: z.boolean(),
} as const;

/** One line a setting: what it may be. Main adds what it is where nothing, or nonsense, is kept. */
export const pageSettings = {
  idleMinutes: z.int().min(1).max(15),
  lockOnMinimise: z.boolean(),
} as const;
const settings = z.strictObject(pageSettings);

export const sessionContract = {
  /**
   * The page says whether it is open. When it has locked, main ends its process and starts another, which asks
   * `session.resume` for what is told here.
   */
  'session.locked': { request: z.strictObject({ locked: z.boolean(), ...resume }), reply: nothing },
  'session.resume': {
    request: nothing,
    reply: z.strictObject({
      ...resume,
      /** It was open for as long as it may be. */
      isTimeUp: z.boolean(),
    }),
  },
  /**
   * A passphrase or code was tried, or none yet. Main counts the wrong passphrases in a row, and all that was refused
   * since the last right one (told once more with that), so that a new page knows of them.
   */
  'session.tried': {
    request: z.strictObject({ vault: vaultName, outcome: z.enum(['none', 'wrong', 'wrong-code', 'right']) }),
    reply: z.strictObject({
      wrongTries: z.int().min(0),
      sinceMs: z.int().min(0),
      refused: z.int().min(0),
    }),
  },
  'preferences.read': { request: nothing, reply: settings },
  'preferences.write': { request: settings.partial(), reply: settings },
  /** Ten years of weekly figures with their limits are about 60,000 characters. */
  'clipboard.write': { request: z.strictObject({ text: z.string().max(100_000) }), reply: nothing },
  /** A picture of a chart. */
  'clipboard.writeImage': { request: z.strictObject({ png: pngBytes }), reply: nothing },
  /** Something was copied in the page by the person's own key: main looks for itself what it is. */
  'clipboard.copied': { request: nothing, reply: nothing },
} as const;

export type PageSettings = z.infer<typeof settings>;
export type Resume = z.infer<(typeof sessionContract)['session.resume']['reply']>;
