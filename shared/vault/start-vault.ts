/** The first message to a fresh worker; a port to main's files comes with it. After it the worker speaks VaultApi. */
import type { VaultName } from './vault-api';

export interface StartVault {
  readonly type: 'start-vault';
  readonly vault: VaultName;
}
