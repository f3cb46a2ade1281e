/**
 * Settings of this computer, in one small file beside the vault: nothing personal, nothing secret. What is missing,
 * unreadable or out of range counts as its default, one by one, so that a broken file never weakens a lock.
 */
import { join } from 'node:path';
import { pageSettings, type PageSettings } from '@shared/ipc/session-contract';
import type { FileError } from '@shared/ipc/errors';
import { err, ok, type Result } from '@shared/kernel/result';
import { z } from '@shared/kernel/zod';
import type { FilesPort } from '../ports';
import { toWriteError } from './file-error';
import { createTaskQueue } from './task-queue';
import { privateFolder, readRange, withFile, writeAtomically } from './write-durably';

/** One line a setting: what it may be, and what it is otherwise. */
export const preferenceFields = {
  idleMinutes: pageSettings.idleMinutes.catch(5),
  lockOnMinimise: pageSettings.lockOnMinimise.catch(false),
};

const fileName = 'preferences.json';
const maxBytes = 64 * 1024;

type Fields = Readonly<Record<string, z.ZodCatch>>;
type Values<F extends Fields> = { readonly [K in keyof F]: z.infer<F[K]> };

/** What was not asked to change may be missing or undefined. */
type PartialOf<V> = { readonly [K in keyof V]?: V[K] | undefined };

export interface PreferencesDeps<F extends Fields> {
  readonly files: FilesPort;
  /** The folder that the file is in. */
  readonly folder: string;
  readonly fields: F;
}

export interface Preferences<V> {
  /** The defaults until the file has been read. */
  current(): V;
  load(): Promise<void>;
  /** Takes hold once it is on the disk. */
  change(changed: PartialOf<V>): Promise<Result<V, FileError>>;
}

/** What the page may see and set: its own settings, whatever else is kept beside them. */
export interface PagePreferences {
  current(): PageSettings;
  change(changed: PartialOf<PageSettings>): Promise<Result<PageSettings, FileError>>;
}

export function createPreferences<F extends Fields>(deps: PreferencesDeps<F>): Preferences<Values<F>> {
  const { files, folder, fields } = deps;
  const path = join(folder, fileName);
  const names: readonly (keyof F & string)[] = Object.keys(fields);
  const queue = createTaskQueue();

  /** A field of another name is somebody else's and goes. */
  const sound = (kept: Readonly<Record<string, unknown>>): Values<F> =>
    // The keys are those of `fields`, and each parser gives its own field's type; TypeScript sees strings here.
    Object.fromEntries(names.map((name) => [name, fields[name]?.parse(kept[name])])) as Values<F>;

  let current = sound({});

  const read = async (): Promise<Readonly<Record<string, unknown>>> => {
    const text = await withFile(files, path, 'r', async (handle) => {
      const { size } = await handle.stat();
      return size > maxBytes ? '' : new TextDecoder().decode(await readRange(handle, 0, size));
    });
    const kept: unknown = JSON.parse(text);
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  };

  return {
    current: () => current,
    load: () =>
      queue.run(async () => {
        // Not there, not ours to read, not JSON: all the same.
        current = sound(await read().catch(() => ({})));
      }),
    change: (changed) =>
      queue.run(async () => {
        const asked = Object.entries(changed).filter(([, value]) => value !== undefined);
        const next = sound({ ...current, ...Object.fromEntries(asked) });
        try {
          await files.mkdir(folder, { recursive: true, mode: privateFolder });
          await writeAtomically(files, path, new TextEncoder().encode(`${JSON.stringify(next, null, 2)}\n`));
        } catch (cause) {
          return err(toWriteError(cause));
        }
        current = next;
        return ok(next);
      }),
  };
}
