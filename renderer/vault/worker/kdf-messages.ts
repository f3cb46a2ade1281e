/** The throw-away worker says that it is there, or that it cannot be; then one answer to the question, and it ends. */
import type { Result } from '@shared/kernel/result';
import type { KdfParams } from '@shared/vault/kdf-policy';
import type { KdfError, KdfRequest } from './kdf';

export type KdfQuestion =
  { readonly type: 'calibrate' } | { readonly type: 'derive'; readonly request: KdfRequest };

export type KdfAnswer =
  | { readonly type: 'loaded' }
  | { readonly type: 'failed' }
  | { readonly type: 'calibrate'; readonly result: Result<KdfParams, KdfError> }
  | { readonly type: 'derive'; readonly result: Result<Uint8Array, KdfError> };
