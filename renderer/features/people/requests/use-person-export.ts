/** A file that says who somebody is leaves: noted first, then written, then in the list of exports. */
import { useState } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import type { IpcAnswer } from '@shared/ipc/contract';
import type { ExportEntry } from '@shared/records/export-entry/export-entry';
import { careErrorText, errorText } from '../../../app/error-text';
import { desktop, useToday } from '../../../platform';
import { useToast } from '../../../ui';
import { useVault, useVaultCare } from '../../../vault';

export interface PersonExport {
  readonly personId: RecordId;
  readonly format: ExportEntry['format'];
  /** For the list of exports, which names nobody: whose it was stands in the activity log. */
  readonly title: string;
  /** The activity log's code for it. */
  readonly code: 'person-copy' | 'recorded-sheet';
  readonly write: () => Promise<IpcAnswer<'file.save' | 'file.savePdf'>>;
}

export function usePersonExport() {
  const vault = useVault();
  const care = useVaultCare();
  const toast = useToast();
  const today = useToday();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const run = async ({ personId, format, title, code, write }: PersonExport): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const note = (detail: string) =>
      care.note([{ event: 'export', kind: 'person', ids: [personId], detail }]);
    // A lock while the save window stands open must not let a file leave unnoted.
    const noted = await note(code);
    if (!noted.ok) {
      setBusy(false);
      setProblem(`The log could not be written, so no file was made. ${careErrorText(noted.error, 'read')}`);
      return;
    }
    const saved = await write();
    if (!saved.ok) {
      await note(`${code}-not-saved`);
      setBusy(false);
      if (saved.error.tag !== 'Cancelled') setProblem(errorText(saved.error));
      return;
    }
    const logged = await vault.put('export-entry', {
      report: 'person-copy',
      format,
      title,
      periodStart: null,
      periodEnd: null,
      exportedOn: today,
      hiddenCells: 0,
      model: { tables: [] },
    });
    setBusy(false);
    toast({
      text: logged.ok
        ? 'Saved. It is outside the lock now: give it to them alone.'
        : 'Saved, and it is in the activity log. The list of exports could not be written.',
      actions: [{ label: 'Open folder', onPress: () => void desktop['file.showLastSaved']({}) }],
    });
  };
  return { run, isBusy, problem };
}
