/** dialog: answered from a queue that the test fills; by real dialogs when a person runs the host. */
import {
  askMessage,
  askOpen,
  askSave,
  type FileDialogOptions,
  type MessageDialogOptions,
} from './desktop-dialogs.js';
import { type DialogEntry, log } from './log.js';
import { driven } from './settings.js';
import { strict } from './strict.js';

export type DialogAnswer =
  /** `afterMs`: how long the person lets it stand open. */
  | { readonly kind: 'save'; readonly filePath: string | null; readonly afterMs?: number }
  | { readonly kind: 'open'; readonly filePaths: readonly string[] | null; readonly afterMs?: number }
  | { readonly kind: 'message'; readonly response: number; readonly checkboxChecked?: boolean };

const queue: DialogAnswer[] = [];

export function queueDialogAnswer(answer: DialogAnswer): void {
  queue.push(answer);
}

function record(kind: DialogEntry['kind'], options: unknown, answer: unknown, answered: boolean): void {
  log.dialogs.push({ kind, options: JSON.parse(JSON.stringify(options)) as unknown, answer, answered });
}

function nextAnswer<K extends DialogAnswer['kind']>(kind: K): Extract<DialogAnswer, { kind: K }> | undefined {
  const at = queue.findIndex((answer) => answer.kind === kind);
  return at < 0 ? undefined : (queue.splice(at, 1)[0] as Extract<DialogAnswer, { kind: K }>);
}

async function stand(answer: { readonly afterMs?: number } | undefined): Promise<void> {
  if (answer?.afterMs !== undefined) await new Promise((resolve) => setTimeout(resolve, answer.afterMs));
}

/** A window may come first. */
function optionsOf(parameters: readonly unknown[]): unknown {
  return parameters.length > 1 ? parameters[1] : parameters[0];
}

export const dialog = strict('dialog', {
  async showSaveDialog(...parameters: unknown[]): Promise<{ canceled: boolean; filePath: string }> {
    const options = optionsOf(parameters) as FileDialogOptions;
    if (!driven) return await askSave(options);
    const given = nextAnswer('save');
    const answer = given?.filePath
      ? { canceled: false, filePath: given.filePath }
      : { canceled: true, filePath: '' };
    record('save', options, answer, given !== undefined);
    await stand(given);
    return answer;
  },
  async showOpenDialog(...parameters: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
    const options = optionsOf(parameters) as FileDialogOptions;
    if (!driven) return await askOpen(options);
    const given = nextAnswer('open');
    const answer = given?.filePaths
      ? { canceled: false, filePaths: [...given.filePaths] }
      : { canceled: true, filePaths: [] };
    record('open', options, answer, given !== undefined);
    await stand(given);
    return answer;
  },
  async showMessageBox(...parameters: unknown[]): Promise<{ response: number; checkboxChecked: boolean }> {
    const options = optionsOf(parameters) as MessageDialogOptions;
    if (!driven) return await askMessage(options);
    const given = nextAnswer('message');
    const answer = {
      response: given?.response ?? options.cancelId ?? 0,
      checkboxChecked: given?.checkboxChecked ?? false,
    };
    record('message', options, answer, given !== undefined);
    return answer;
  },
  showErrorBox(title: string, content: string): void {
    record('error', { title, content }, null, true);
    process.stderr.write(`${title}: ${content}\n`);
  },
});
