/** The sheet for staff as a PDF. It leaves the lock, so it has a line in the export log. */
import { formatDate } from '@shared/kernel/local-date';
import { desktop, useToday } from '../../../platform';
import { sheetDrawn } from '../../../records/print-sheet';
import { useLoggedExport } from '../../../records/use-logged-export';
import { useToast } from '../../../ui';
import { linesOf, type HeardFields } from './heard-form';

export function useSaveSheet(fields: HeardFields) {
  const exporting = useLoggedExport();
  const toast = useToast();
  const today = useToday();
  const save = async (): Promise<void> => {
    const rows = [fields.heard, fields.willDo, fields.cannotDo].flatMap((text) =>
      linesOf(text).map((label) => ({ label, cells: [], isTotal: false })),
    );
    const title = 'What we heard, what we will do';
    const why = await exporting.run(
      {
        report: 'round-feedback',
        format: 'pdf',
        title,
        periodStart: null,
        periodEnd: null,
        exportedOn: today,
        hiddenCells: 0,
        model: { tables: [{ title, note: '', columns: [''], rows }] },
      },
      async () => {
        await sheetDrawn();
        return desktop['file.savePdf']({
          suggestedName: 'what-we-heard.pdf',
          footer: `What we heard, what we will do. ${formatDate(today)}`,
        });
      },
      'Saved as a PDF, and added to the export log.',
    );
    if (why !== null) toast({ text: why });
  };
  return { isPrinting: exporting.isPending, save };
}
