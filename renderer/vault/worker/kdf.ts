/** Deriving a key from a passphrase: a part of the vault, so that it can run in a worker of its own. */
import { err, ok, type Result } from '@shared/kernel/result';
import { format } from '@shared/vault/format';
import { chooseKdfParams, kdfPolicy, type KdfParams, type KdfPolicy } from '@shared/vault/kdf-policy';
import type { VaultError } from '@shared/vault/errors';
import type { Sodium } from './crypto/sodium';

export interface KdfRequest {
  /** Wiped by the derivation. */
  readonly passphrase: Uint8Array;
  readonly salt: Uint8Array;
  readonly params: KdfParams;
}

/** `StorageUnavailable`: the program's own file for it did not load. */
export type KdfError = Extract<VaultError, { readonly tag: 'KdfOutOfMemory' | 'StorageUnavailable' }>;

export interface KdfDep {
  readonly policy: KdfPolicy;
  /** Parameters that take about a second here. */
  calibrate(): Promise<Result<KdfParams, KdfError>>;
  derive(request: KdfRequest): Promise<Result<Uint8Array, KdfError>>;
}

const outOfMemory = err({ tag: 'KdfOutOfMemory' } as const);

export function deriveInline(sodium: Sodium, request: KdfRequest): Result<Uint8Array, KdfError> {
  const { opsLimit, memLimitKib } = request.params;
  const key = sodium.argon2id(
    format.keyBytes,
    request.passphrase,
    request.salt,
    opsLimit,
    memLimitKib * 1024,
  );
  sodium.wipe(request.passphrase);
  return key === null ? outOfMemory : ok(key);
}

/** Times the floor twice: the first run only warms up (it takes two to three times as long). */
export function calibrateInline(sodium: Sodium, now: () => number): Result<KdfParams, KdfError> {
  const run = (): number | null => {
    const passphrase = sodium.randomBytes(16);
    const salt = sodium.randomBytes(format.saltBytes);
    const start = now();
    const derived = deriveInline(sodium, { passphrase, salt, params: kdfPolicy.floor });
    return derived.ok ? now() - start : null;
  };
  if (run() === null) return outOfMemory;
  const measured = run();
  return measured === null ? outOfMemory : ok(chooseKdfParams(measured));
}
