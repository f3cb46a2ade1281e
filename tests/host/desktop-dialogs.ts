/**
 * Dialogs for a person who opens the evaluation host: zenity where it is installed. Without it a file is saved under
 * its suggested name in Documents, and anything else is cancelled; both are said on the terminal.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { defaultPaths } from './settings.js';

export interface FileDialogOptions {
  readonly title?: string;
  readonly defaultPath?: string;
  readonly properties?: readonly string[];
  readonly filters?: readonly { readonly name: string; readonly extensions: readonly string[] }[];
}

export interface MessageDialogOptions {
  readonly title?: string;
  readonly message: string;
  readonly detail?: string;
  readonly buttons?: readonly string[];
  readonly cancelId?: number;
}

const DIALOG_PROGRAM: string = 'zenity';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** undefined: zenity is not there; otherwise what it printed, and whether it was confirmed. */
function zenity(parameters: readonly string[]): Promise<{ ok: boolean; text: string } | undefined> {
  return new Promise((resolve) => {
    execFile(DIALOG_PROGRAM, parameters, (error, stdout) => {
      if (error && error.code === ('ENOENT' as never)) resolve(undefined);
      else resolve({ ok: error === null, text: stdout.trim() });
    });
  });
}

function filterParameters(options: FileDialogOptions): string[] {
  return (options.filters ?? []).map(
    ({ name, extensions }) =>
      `--file-filter=${name} | ${extensions.map((ending) => (ending === '*' ? '*' : `*.${ending}`)).join(' ')}`,
  );
}

function freePath(folder: string, name: string): string {
  const ending = extname(name);
  const stem = basename(name, ending);
  let path = join(folder, name);
  for (let number = 2; existsSync(path); number += 1) path = join(folder, `${stem} (${number})${ending}`);
  return path;
}

export async function askSave(options: FileDialogOptions): Promise<{ canceled: boolean; filePath: string }> {
  const suggested = options.defaultPath ?? 'steading-export';
  const answer = await zenity([
    '--file-selection',
    '--save',
    `--title=${options.title ?? 'Save'}`,
    `--filename=${suggested}`,
    ...filterParameters(options),
  ]);
  if (answer) return { canceled: !answer.ok, filePath: answer.text };
  const folder = defaultPaths['documents'] ?? '.';
  mkdirSync(folder, { recursive: true });
  const filePath = freePath(folder, basename(suggested));
  say(`No dialog program (zenity) here. Saving to ${filePath}`);
  return { canceled: false, filePath };
}

export async function askOpen(
  options: FileDialogOptions,
): Promise<{ canceled: boolean; filePaths: string[] }> {
  const properties = options.properties ?? [];
  const answer = await zenity([
    '--file-selection',
    `--title=${options.title ?? 'Open'}`,
    '--separator=\n',
    ...(properties.includes('openDirectory') ? ['--directory'] : []),
    ...(properties.includes('multiSelections') ? ['--multiple'] : []),
    ...filterParameters(options),
  ]);
  if (answer) return { canceled: !answer.ok, filePaths: answer.ok ? answer.text.split('\n') : [] };
  say('No dialog program (zenity) here, so no file can be chosen. Install zenity and try again.');
  return { canceled: true, filePaths: [] };
}

export async function askMessage(
  options: MessageDialogOptions,
): Promise<{ response: number; checkboxChecked: boolean }> {
  const buttons = options.buttons ?? ['OK'];
  const cancel = options.cancelId ?? 0;
  const answer = await zenity([
    '--question',
    '--switch',
    `--title=${options.title ?? 'Steading'}`,
    `--text=${options.message}\n\n${options.detail ?? ''}`,
    ...buttons.map((button) => `--extra-button=${button}`),
  ]);
  if (!answer)
    say(`${options.message} (${buttons.join(' / ')}): answered "${buttons[cancel] ?? ''}", no zenity here.`);
  const chosen = answer ? buttons.indexOf(answer.text) : cancel;
  return { response: chosen < 0 ? cancel : chosen, checkboxChecked: false };
}
