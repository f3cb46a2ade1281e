/** The ready page leaves the lock: on paper or as a PDF, and either way it is noted. */
import { useState } from 'react';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { errorText } from '../../../app/error-text';
import { desktop } from '../../../platform';
import { useToast } from '../../../ui';
import { useVault } from '../../../vault';

export interface Leave {
  readonly print: () => void;
  readonly savePdf: () => void;
  readonly problem: string | null;
}

export function useLeave(today: LocalDate): Leave {
  const vault = useVault();
  const toast = useToast();
  const [problem, setProblem] = useState<string | null>(null);

  // The log comes first: a lock while the save window stands open must not let a page leave unlogged.
  const log = async (format: 'pdf' | 'print') => {
    const logged = await vault.put('export-entry', {
      report: 'plan-page',
      format,
      title: 'Ready plan, one page',
      periodStart: null,
      periodEnd: null,
      exportedOn: today,
      hiddenCells: 0,
      model: { tables: [] },
    });
    setProblem(
      logged.ok
        ? null
        : `The export log could not be written, so nothing was printed. ${errorText(logged.error)}`,
    );
    return logged;
  };
  const print = async (): Promise<void> => {
    const logged = await log('print');
    if (logged.ok) window.print();
  };
  const savePdf = async (): Promise<void> => {
    const logged = await log('pdf');
    if (!logged.ok) return;
    const saved = await desktop['file.savePdf']({
      suggestedName: 'ready-plan.pdf',
      footer: `Steading. Confidential. ${formatDate(today)}`,
    });
    if (!saved.ok) {
      await vault.remove('export-entry', logged.value.id, logged.value.revision);
      if (saved.error.tag !== 'Cancelled') setProblem(errorText(saved.error));
      return;
    }
    toast({
      text: 'Saved as a PDF. It is outside the lock now, so keep it safe.',
      actions: [{ label: 'Open folder', onPress: () => void desktop['file.showLastSaved']({}) }],
    });
  };
  return { print: () => void print(), savePdf: () => void savePdf(), problem };
}
