/**
 * Signatures of service-level bundles and of reports. Part of the worker contract; `VaultApi` joins it. The key is made
 * from the vault's own and stays in the worker; it signs what is one of the two by its schema, and nothing else.
 */
import type { Result } from '@shared/kernel/result';
import type { VaultError } from './errors';

export interface BundleSender {
  readonly service: string;
  /** base64url. */
  readonly publicKey: string;
}

export interface SignedBundle {
  readonly service: string;
  readonly publicKey: string;
  readonly signature: string;
  readonly signedText: string;
}

export interface BundlesApi {
  /** Who this vault is in its bundles: always the same. */
  bundleSender(request: Record<string, never>): Promise<Result<BundleSender, VaultError>>;
  /** `text`: canonical JSON of the content of a bundle or a report. */
  signBundle(request: {
    readonly text: string;
  }): Promise<Result<{ readonly signature: string }, VaultError | { readonly tag: 'NotABundle' }>>;
  /** For each: whether it is signed by its key, and its service is that key's. */
  verifyBundles(request: {
    readonly bundles: readonly SignedBundle[];
  }): Promise<Result<readonly boolean[], VaultError>>;
}
