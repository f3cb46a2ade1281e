/** The sheet for staff as a PDF, in the words as they leave. It has a line in the export log. */
import { formatDate } from '@shared/kernel/local-date';
import { desktop, useToday } from '../../../platform';
import { sheetDrawn } from '../../../records/print-sheet';
import { useLoggedExport } from '../../../records/use-logged-export';
import { linesOf, type SheetWords } from './heard-form';

export function useSaveSheet(fields: SheetWords) {
  const exporting = useLoggedExport();
  const today = useToday();
  const save = (): Promise<string | null> => {
    const rows = [fields.heard, fields.willDo, fields.cannotDo].flatMap((text) =>
      linesOf(text).map((label) => ({ label, cells: [], isTotal: false })),
    );
    const title = 'What we heard, what we will do';
    return exporting.run(
      {
        report: 'round-feedback',
        format: 'pdf',
        title,
        periodStart: null,
        periodEnd: null,
        exportedOn: today,
        hiddenCells: 0,
        model: { tables: [{ title, note: '', columns: [''], rows }] },
        ledger: null,
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
  };
  return { isPrinting: exporting.isPending, save };
}
