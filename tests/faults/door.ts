/** A way to a running vault that can be killed at any moment: a process of its own, or the whole app. */
import type { VaultApi } from '@shared/vault/vault-api';

export type Method = keyof VaultApi;
export type Request<M extends Method> = Parameters<VaultApi[M]>[0];
export type Answer<M extends Method> = Awaited<ReturnType<VaultApi[M]>>;

/** Thrown by a call that was never answered, because the door was killed meanwhile. */
export class DoorGone extends Error {}

export interface Door {
  /** The answer is what the page would get: what it says was saved was saved. */
  call<M extends Method>(method: M, request: Request<M>): Promise<Answer<M>>;
  /** SIGKILL, at once. Resolves when nothing of it is left. */
  kill(): Promise<void>;
}
