/** What the vault is made of; tests in Node pass the same parts that the worker has. */
import type { VaultFilesDep } from '@shared/vault/vault-files';
import type { SegmentSeal } from './crypto/segment-seal';
import type { Sodium } from './crypto/sodium';
import type { KdfDep } from './kdf';
import type { SealedStoreDep } from './store/sealed-store';

export interface VaultParts {
  readonly sodium: Sodium;
  readonly segmentSeal: SegmentSeal;
  readonly store: SealedStoreDep;
  readonly files: VaultFilesDep;
  readonly kdf: KdfDep;
}
