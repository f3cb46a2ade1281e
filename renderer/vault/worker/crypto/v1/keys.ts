/** The vault root key and the subkeys made from it, each for one purpose. */
import { format } from '@shared/vault/format';
import type { Sodium } from '../sodium';

export interface VaultKeys {
  readonly rootKey: Uint8Array;
  readonly ringKey: Uint8Array;
  readonly journalKey: Uint8Array;
  readonly manifestKey: Uint8Array;
  readonly auditKey: Uint8Array;
  readonly backupKey: Uint8Array;
  readonly signSeed: Uint8Array;
  /** Wraps the record keys of nobody in particular. */
  readonly recordsKey: Uint8Array;
  /** Signs service-level bundles, which others read. */
  readonly bundleSeed: Uint8Array;
}

/** Takes the root key over: `wipeKeys` ends it. */
export function deriveKeys(sodium: Sodium, rootKey: Uint8Array): VaultKeys {
  const subkey = (number: number): Uint8Array =>
    sodium.deriveSubkey(format.keyBytes, number, format.kdfContext, rootKey);
  return {
    rootKey,
    ringKey: subkey(format.subkey.ring),
    journalKey: subkey(format.subkey.journal),
    manifestKey: subkey(format.subkey.manifest),
    auditKey: subkey(format.subkey.audit),
    backupKey: subkey(format.subkey.backup),
    signSeed: subkey(format.subkey.signSeed),
    recordsKey: subkey(format.subkey.records),
    bundleSeed: subkey(format.subkey.bundleSeed),
  };
}

export function wipeKeys(sodium: Sodium, keys: VaultKeys): void {
  sodium.wipe(
    keys.rootKey,
    keys.ringKey,
    keys.journalKey,
    keys.manifestKey,
    keys.auditKey,
    keys.backupKey,
    keys.signSeed,
    keys.recordsKey,
    keys.bundleSeed,
  );
}
