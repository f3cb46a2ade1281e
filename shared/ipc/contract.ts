/**
 * The whole list of what page and main say to each other. Preload API, handler map and client types are
 * derived from it. The page only ever invokes; no path, URL or channel name is chosen by the page.
 */
import type { Result } from '@shared/kernel/result';
import { bytesSchema, z } from '@shared/kernel/zod';
import type { InvokeChannel, PushChannel } from './channels';
import type { FileError, IpcError } from './errors';

const vaultName = z.enum(['main', 'demo']);
const nothing = z.strictObject({});
const maxFrameBytes = 64 * 1024 * 1024;
const sized = (max: number) => bytesSchema.refine((bytes) => bytes.length <= max, 'too many bytes');
/** A plain file name: no folder, no control character, no name of a person (the caller's duty; see disclosure). */
const fileName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,80}\.(pdf|csv|txt|html|ics)$/);

export const ipcContract = {
  'app.info': {
    request: nothing,
    reply: z.strictObject({
      version: z.string(),
      platform: z.enum(['linux', 'darwin', 'win32']),
      cloudFolder: z.boolean(),
    }),
  },
  'vault.readHeader': {
    request: z.strictObject({ vault: vaultName }),
    reply: z.strictObject({ bytes: bytesSchema.nullable() }),
  },
  'vault.writeHeader': {
    request: z.strictObject({ vault: vaultName, bytes: sized(64 * 1024) }),
    reply: nothing,
  },
  'vault.readJournal': {
    request: z.strictObject({
      vault: vaultName,
      offset: z.int().min(0),
      maxBytes: z.int().min(1).max(maxFrameBytes),
    }),
    reply: z.strictObject({ bytes: bytesSchema, end: z.int().min(0) }),
  },
  'vault.appendFrame': {
    request: z.strictObject({ vault: vaultName, offset: z.int().min(0), frame: sized(maxFrameBytes) }),
    reply: z.strictObject({ end: z.int().min(0) }),
  },
  'vault.cutTail': { request: z.strictObject({ vault: vaultName, offset: z.int().min(0) }), reply: nothing },
  /** Only the made-up vault can be erased from the page. */
  'vault.eraseDemo': { request: nothing, reply: nothing },
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
  /** The page says that it has locked, so that main's idle watch and menus can follow. */
  'session.locked': { request: z.strictObject({ locked: z.boolean() }), reply: nothing },
} as const satisfies Record<InvokeChannel, { readonly request: z.ZodType; readonly reply: z.ZodType }>;

export const pushContract = {
  /** Why main wants the vault shut: shown to nobody, used by tests and the audit. */
  'lock.requested': z.strictObject({ reason: z.enum(['idle', 'suspend', 'os-lock', 'menu', 'quit']) }),
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
      'find',
      'new-supervision',
      'new-incident',
      'lock',
      'curtain',
    ]),
  }),
  'curtain.requested': nothing,
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
