/** Saves a round's results as a file: what enough people stand behind, with a line in the export log. */
import { useState } from 'react';
import { hiddenCells, publishTables, type SummaryModel } from '@shared/disclosure/summary-model';
import type { RoundView } from '@shared/wellbeing/round-results';
import { roundTable } from '@shared/reports/round-table';
import { errorText } from '../../../app/error-text';
import { desktop, useToday } from '../../../platform';
import { useToast } from '../../../ui';
import { useVault } from '../../../vault';
import { resultsCsv } from './results-csv';

export interface SaveResults {
  run(): Promise<void>;
  readonly isPending: boolean;
  readonly problem: string | null;
}

export function useSaveResults(view: RoundView, compared: RoundView | null): SaveResults {
  const vault = useVault();
  const toast = useToast();
  const today = useToday();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const run = async (): Promise<void> => {
    if (view.instrument === null || isPending) return;
    setPending(true);
    setProblem(null);
    const model: SummaryModel = {
      title: 'Results of a wellbeing round',
      serviceName: null,
      periodStart: view.wave.opensOn,
      periodEnd: view.wave.closesOn,
      sentences: [],
      tables: [roundTable(view.instrument, view, compared)],
    };
    const tables = publishTables(model);
    // The log comes first: a lock while the save window stands open must not let a file leave unlogged.
    const logged = await vault.put('export-entry', {
      report: 'round-results',
      format: 'csv',
      title: model.title,
      periodStart: model.periodStart,
      periodEnd: model.periodEnd,
      exportedOn: today,
      hiddenCells: hiddenCells(model).length,
      model: { tables },
    });
    if (!logged.ok) {
      setPending(false);
      setProblem(`The export log could not be written, so no file was made. ${errorText(logged.error)}`);
      return;
    }
    const [table] = tables;
    const saved = await desktop['file.save']({
      suggestedName: `wellbeing-round-${view.wave.closesOn.slice(0, 7)}.csv`,
      bytes: table === undefined ? new Uint8Array() : resultsCsv(table),
    });
    setPending(false);
    if (!saved.ok) {
      await vault.remove('export-entry', logged.value.id, logged.value.revision);
      if (saved.error.tag !== 'Cancelled') setProblem(errorText(saved.error));
      return;
    }
    toast({
      text: 'Saved, and added to the export log.',
      actions: [{ label: 'Open folder', onPress: () => void desktop['file.showLastSaved']({}) }],
    });
  };
  return { run, isPending, problem };
}
