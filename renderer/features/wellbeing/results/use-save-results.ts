/** Saves a round's results as a file: what enough people stand behind, with a line in the export log. */
import { useState } from 'react';
import { hiddenCells, publishTables, type SummaryModel } from '@shared/disclosure/summary-model';
import type { RoundView } from '@shared/wellbeing/round-results';
import { roundTable } from '@shared/reports/round-table';
import { desktop, useToday } from '../../../platform';
import { useLoggedExport } from '../../../records/use-logged-export';
import { resultsCsv } from './results-csv';

export interface SaveResults {
  run(): Promise<void>;
  readonly isPending: boolean;
  readonly problem: string | null;
}

export function useSaveResults(view: RoundView, compared: RoundView | null): SaveResults {
  const exporting = useLoggedExport();
  const today = useToday();
  const [problem, setProblem] = useState<string | null>(null);

  const run = async (): Promise<void> => {
    if (view.instrument === null) return;
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
    const [table] = tables;
    const entry = {
      report: 'round-results',
      format: 'csv',
      title: model.title,
      periodStart: model.periodStart,
      periodEnd: model.periodEnd,
      exportedOn: today,
      hiddenCells: hiddenCells(model).length,
      model: { tables },
    } as const;
    const why = await exporting.run(entry, () =>
      desktop['file.save']({
        suggestedName: `wellbeing-round-${view.wave.closesOn.slice(0, 7)}.csv`,
        bytes: table === undefined ? new Uint8Array() : resultsCsv(table),
      }),
    );
    setProblem(why);
  };
  return { run, isPending: exporting.isPending, problem };
}
