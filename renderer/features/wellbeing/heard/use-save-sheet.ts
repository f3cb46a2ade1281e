/** The sheet for staff as a PDF. It leaves the lock, so it has a line in the export log. */
import { useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { errorText } from '../../../app/error-text';
import { desktop, useToday } from '../../../platform';
import { sheetDrawn } from '../../../records/print-sheet';
import { useToast } from '../../../ui';
import { useVault } from '../../../vault';
import { linesOf, type HeardFields } from './heard-form';

export function useSaveSheet(fields: HeardFields) {
  const vault = useVault();
  const toast = useToast();
  const today = useToday();
  const [isPrinting, setPrinting] = useState(false);
  const save = async (): Promise<void> => {
    if (isPrinting) return;
    setPrinting(true);
    // The log comes first: a lock while the save window stands open must not let a page leave unlogged.
    const rows = [fields.heard, fields.willDo, fields.cannotDo].flatMap((text) =>
      linesOf(text).map((label) => ({ label, cells: [], isTotal: false })),
    );
    const title = 'What we heard, what we will do';
    const logged = await vault.put('export-entry', {
      report: 'round-feedback',
      format: 'pdf',
      title,
      periodStart: null,
      periodEnd: null,
      exportedOn: today,
      hiddenCells: 0,
      model: { tables: [{ title, note: '', columns: [''], rows }] },
    });
    if (!logged.ok) {
      setPrinting(false);
      toast({ text: `The export log could not be written, so no file was made. ${errorText(logged.error)}` });
      return;
    }
    await sheetDrawn();
    const saved = await desktop['file.savePdf']({
      suggestedName: 'what-we-heard.pdf',
      footer: `What we heard, what we will do. ${formatDate(today)}`,
    });
    setPrinting(false);
    if (!saved.ok) {
      await vault.remove('export-entry', logged.value.id, logged.value.revision);
      if (saved.error.tag !== 'Cancelled') toast({ text: errorText(saved.error) });
      return;
    }
    toast({
      text: 'Saved as a PDF, and added to the export log.',
      actions: [{ label: 'Open folder', onPress: () => void desktop['file.showLastSaved']({}) }],
    });
  };
  return { isPrinting, save };
}
