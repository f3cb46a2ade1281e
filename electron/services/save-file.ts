/**
 * Saving what the person asked to take out of the app: the system's save dialog, then an atomic write. Where
 * it went is kept in memory only, for "Show in folder", and never offered to the system's recent files.
 */
import { extname, join } from 'node:path';
import type { FileError } from '@shared/ipc/errors';
import { err, ok, type Result } from '@shared/kernel/result';
import type { AskWhereToSave, FilesPort } from '../ports';
import { toWriteError } from './file-error';
import { writeAtomically } from './write-durably';

const typeNames: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  csv: 'Comma-separated values',
  docx: 'Word document',
  xlsx: 'Excel workbook',
  txt: 'Text',
  html: 'Web page',
  ics: 'Calendar entry',
  json: 'JSON',
  png: 'PNG picture',
  svg: 'SVG picture',
};

export interface SaveFileDeps {
  readonly files: FilesPort;
  readonly askWhereToSave: AskWhereToSave;
  readonly showInFolder: (path: string) => void;
  /** The person's documents folder, where the dialog starts. */
  readonly documents: string;
}

export interface SaveFile {
  save(suggestedName: string, bytes: Uint8Array): Promise<Result<Record<string, never>, FileError>>;
  showLastSaved(): Result<Record<string, never>, FileError>;
}

export function createSaveFile(deps: SaveFileDeps): SaveFile {
  let lastPath: string | null = null;
  return {
    async save(suggestedName, bytes) {
      const extension = extname(suggestedName).slice(1);
      const answer = await deps.askWhereToSave({
        defaultPath: join(deps.documents, suggestedName),
        filters: [{ name: typeNames[extension] ?? extension, extensions: [extension] }],
        properties: ['createDirectory', 'dontAddToRecent'],
      });
      if (answer.canceled || answer.filePath === '') return err({ tag: 'Cancelled' });
      try {
        await writeAtomically(deps.files, answer.filePath, bytes);
      } catch (cause) {
        return err(toWriteError(cause));
      }
      lastPath = answer.filePath;
      return ok({});
    },
    showLastSaved() {
      if (lastPath === null) return err({ tag: 'ReadFailed', code: 'ENOENT' });
      deps.showInFolder(lastPath);
      return ok({});
    },
  };
}
