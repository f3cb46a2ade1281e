/** The vault root key and the subkeys made from it, each for one purpose. */
import { format } from '@shared/vault/format';
import type { Sodium } from '../sodium';

export interface VaultKeys {
  readonly rootKey: Uint8Array;
  readonly journalKey: Uint8Array;
  /** Wraps the record keys of nobody in particular, until people have keys of their own. */
  readonly recordsKey: Uint8Array;
}

/** Takes the root key over: `wipeKeys` ends it. */
export function deriveKeys(sodium: Sodium, rootKey: Uint8Array): VaultKeys {
  const subkey = (number: number): Uint8Array =>
    sodium.deriveSubkey(format.keyBytes, number, format.kdfContext, rootKey);
  return { rootKey, journalKey: subkey(format.subkey.journal), recordsKey: subkey(format.subkey.records) };
}

export function wipeKeys(sodium: Sodium, keys: VaultKeys): void {
  sodium.wipe(keys.rootKey, keys.journalKey, keys.recordsKey);
}
