/** The board as a PDF for a wall, in the words as they leave. It has a line in the export log. */
import { formatDate } from '@shared/kernel/local-date';
import { desktop, useToday } from '../../../../platform';
import { sheetDrawn } from '../../../../records/print-sheet';
import { useLoggedExport } from '../../../../records/use-logged-export';
import type { BoardPart } from './board-words';

const title = 'You said, we did';

export function useSaveBoard(parts: readonly BoardPart[]) {
  const exporting = useLoggedExport();
  const today = useToday();
  const rows = parts.flatMap(({ text }) =>
    text.split('\n').map((label) => ({ label, cells: [], isTotal: false })),
  );
  const save = (): Promise<string | null> =>
    exporting.run(
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
          suggestedName: 'you-said-we-did.pdf',
          footer: `${title}. ${formatDate(today)}`,
        });
      },
      'Saved as a PDF, and added to the export log.',
    );
  return { isPrinting: exporting.isPending, save };
}
