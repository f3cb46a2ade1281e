import type { IpcHandlers } from '@shared/ipc/contract';
import type { SaveFile } from '../../services/save-file';
import type { SavePdf } from '../../services/save-pdf';

export function createFileHandlers(
  saveFile: SaveFile,
  savePdf: SavePdf,
): Pick<IpcHandlers, 'file.save' | 'file.savePdf' | 'file.showLastSaved'> {
  return {
    'file.save': ({ suggestedName, bytes }) => saveFile.save(suggestedName, bytes),
    'file.savePdf': ({ suggestedName, footer }) => savePdf.save(suggestedName, footer),
    'file.showLastSaved': () => Promise.resolve(saveFile.showLastSaved()),
  };
}
