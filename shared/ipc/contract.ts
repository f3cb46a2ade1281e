/**
 * The whole list of what page and main say to each other. Preload API, handler map and client types are
 * derived from it. The page only ever invokes; no path, URL or channel name is chosen by the page.
 */
import type { Result } from '@shared/kernel/result';
import { z } from '@shared/kernel/zod';
import { backupContract } from './backup-contract';
import type { InvokeChannel, PushChannel } from './channels';
import type { FileError, IpcError } from './errors';
import { noticeContract } from './notice-contract';
import { sessionContract } from './session-contract';
import { nothing, sized, vaultContract } from './vault-contract';

/** A plain file name: no folder, no control character, no name of a person (the caller's duty; see disclosure). */
const fileName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,80}\.(pdf|csv|docx|xlsx|txt|html|ics|json|png|svg)$/);

export const ipcContract = {
  'app.info': {
    request: nothing,
    reply: z.strictObject({
      version: z.string(),
      platform: z.enum(['linux', 'darwin', 'win32']),
      cloudFolder: z.boolean(),
      /** Requests of the page that were refused since the start: which, why and how often, never what they held. */
      refusals: z.array(
        z.strictObject({
          channel: z.string(),
          tag: z.enum(['UntrustedSender', 'BadArguments']),
          count: z.int().min(1),
        }),
      ),
    }),
  },
  ...vaultContract,
  ...backupContract,
  /** Free room where the vault is; null where the system does not say. */
  'disk.status': {
    request: nothing,
    reply: z.strictObject({
      freeBytes: z.int().min(0).nullable(),
      /** Under 500 MB. */
      isLow: z.boolean(),
      /** The disk was full: the room kept for that was given up, and not taken back yet. */
      isReserveUsed: z.boolean(),
    }),
  },
  'file.save': {
    request: z.strictObject({ suggestedName: fileName, bytes: sized(64 * 1024 * 1024) }),
    reply: nothing,
  },
  /** Prints the page as it stands (its print style sheet decides what shows) to a tagged PDF and saves it. */
  'file.savePdf': {
    request: z.strictObject({ suggestedName: fileName, footer: z.string().max(120) }),
    reply: nothing,
  },
  'file.showLastSaved': { request: nothing, reply: nothing },
  ...noticeContract,
  ...sessionContract,
} as const satisfies Record<InvokeChannel, { readonly request: z.ZodType; readonly reply: z.ZodType }>;

export const pushContract = {
  /** Why main wants the vault shut: shown to nobody, used by tests and the audit. */
  'lock.requested': z.strictObject({
    reason: z.enum(['idle', 'time-up', 'suspend', 'os-lock', 'minimise', 'menu', 'quit']),
  }),
  'menu.command': z.strictObject({
    command: z.enum([
      'today',
      'people',
      'supervision',
      'incidents',
      'wellbeing',
      'workforce',
      'actions',
      'spaces',
      'reports',
      'settings',
      'help',
      'keyboard',
      'find',
      'find-here',
      'new',
      'new-supervision',
      'new-incident',
      'save-now',
      'print',
      'export',
      'share-safe',
      'lock',
      'curtain',
    ]),
  }),
  'curtain.requested': nothing,
  /** Room ran short while something was saved. What was saved is on the disk; `disk.status` says how it stands. */
  'disk.low': nothing,
} as const satisfies Record<PushChannel, z.ZodType>;

export type IpcRequest<C extends InvokeChannel> = z.infer<(typeof ipcContract)[C]['request']>;
export type IpcReply<C extends InvokeChannel> = z.infer<(typeof ipcContract)[C]['reply']>;
export type IpcAnswer<C extends InvokeChannel> = Result<IpcReply<C>, FileError | IpcError>;
export type PushMessage<C extends PushChannel> = z.infer<(typeof pushContract)[C]>;
export type MenuCommand = PushMessage<'menu.command'>['command'];

export type IpcHandlers = {
  readonly [C in InvokeChannel]: (request: IpcRequest<C>) => Promise<Result<IpcReply<C>, FileError>>;
};

/** `window.desktop` as the preload script builds it. */
export type Desktop = {
  readonly [C in InvokeChannel]: (request: IpcRequest<C>) => Promise<IpcAnswer<C>>;
} & {
  /** Returns the function that stops listening. */
  readonly on: <C extends PushChannel>(channel: C, listener: (message: PushMessage<C>) => void) => () => void;
};
