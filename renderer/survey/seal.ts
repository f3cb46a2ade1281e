/**
 * Sealing a reply: the only importer of libsodium outside the vault's worker, and part of the survey file alone. The
 * file knows the public half of the survey's key, with which nothing can be opened again.
 */
import {
  encodeAnswers,
  encodeReply,
  plaintextBytes,
  surveyHashBytes,
  surveyTag,
} from '@shared/survey/reply-format';
import sodium from 'libsodium-wrappers';
import type { FilledForm } from './form-content';

const replyIdBytes = 16;

export interface SealTools {
  /** Fills with random bytes. */
  readonly random: (bytes: Uint8Array<ArrayBuffer>) => void;
}

/**
 * Whether sealing works, asked before the first question and not after the last: schools and firms turn WebAssembly
 * off, and a key that was changed on its way can be one that nothing can be sealed to.
 */
export async function trySealing(publicKey: Uint8Array): Promise<'works' | 'no-library' | 'no-key'> {
  try {
    await sodium.ready;
  } catch {
    return 'no-library';
  }
  try {
    sodium.crypto_box_seal(new Uint8Array(plaintextBytes), publicKey);
    return 'works';
  } catch {
    return 'no-key';
  }
}

/** One line of text, the same for as long as the answers are the same reply. `filled` is not changed. */
export async function sealReply(
  filled: FilledForm,
  publicKey: Uint8Array,
  { random }: SealTools,
): Promise<string> {
  await sodium.ready;
  const replyId = new Uint8Array(replyIdBytes);
  random(replyId);
  const plaintext = encodeAnswers({ replyId, ...filled });
  const sealed = sodium.crypto_box_seal(plaintext, publicKey);
  plaintext.fill(0);
  replyId.fill(0);
  // The library copies what it seals into memory of its own and gives that back unwiped; the next call of the same
  // length gets the same place. A unit test looks through that memory.
  sodium.crypto_box_seal(new Uint8Array(plaintextBytes), publicKey);
  const tag = surveyTag(sodium.crypto_generichash(surveyHashBytes, publicKey, null));
  return encodeReply(tag, sealed);
}
