/** A file that leaves the vault, with its line in the export log. */
import { useState } from 'react';
import type { IpcAnswer } from '@shared/ipc/contract';
import type { ExportEntry } from '@shared/records/export-entry/export-entry';
import { errorText } from '../app/error-text';
import { desktop } from '../platform';
import { useToast } from '../ui';
import { useVault } from '../vault';

/** Only what is made of figures has a ledger. */
export type NewExport = Omit<ExportEntry, 'ledger'> & Partial<Pick<ExportEntry, 'ledger'>>;

export interface LoggedExport {
  readonly isPending: boolean;
  /** Answers in words why no file was made; null when it was, or when the person went back. */
  run(entry: NewExport, save: () => Promise<IpcAnswer<'file.save'>>, said?: string): Promise<string | null>;
}

export function useLoggedExport(): LoggedExport {
  const vault = useVault();
  const toast = useToast();
  const [isPending, setPending] = useState(false);

  const run: LoggedExport['run'] = async (entry, save, said = 'Saved, and added to the export log.') => {
    if (isPending) return null;
    setPending(true);
    // The log comes first: a lock while the save window stands open must not let a file leave unlogged. What was not
    // saved in the end is taken out again.
    const logged = await vault.put('export-entry', { ledger: null, ...entry });
    if (!logged.ok) {
      setPending(false);
      return `The export log could not be written, so no file was made. ${errorText(logged.error)}`;
    }
    const saved = await save();
    setPending(false);
    if (!saved.ok) {
      await vault.remove('export-entry', logged.value.id, logged.value.revision);
      return saved.error.tag === 'Cancelled' ? null : errorText(saved.error);
    }
    toast({
      text: said,
      actions: [{ label: 'Open folder', onPress: () => void desktop['file.showLastSaved']({}) }],
    });
    return null;
  };
  return { isPending, run };
}
