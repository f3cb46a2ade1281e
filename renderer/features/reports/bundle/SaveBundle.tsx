import { useState } from 'react';
import { firstDayOf, lastDayOf, type LocalMonth } from '@shared/kernel/local-date';
import type { ExportEntry } from '@shared/records/export-entry/export-entry';
import { errorText } from '../../../app/error-text';
import { desktop, useToday } from '../../../platform';
import { useLoggedExport } from '../../../records/use-logged-export';
import { Button, Note, Section } from '../../../ui';
import { useVault } from '../../../vault';
import reports from '../reports.module.css';
import { OwnCode } from '../together/OwnCode';
import type { OwnBundle } from './use-own-bundle';

/** Signed, then saved with its line in the export log. */
export function SaveBundle({ bundle }: { readonly bundle: OwnBundle }) {
  const { draft, hidden, ledger } = bundle;
  const vault = useVault();
  const today = useToday();
  const exporting = useLoggedExport();
  const [problem, setProblem] = useState<string | null>(null);

  const run = async (): Promise<void> => {
    setProblem(null);
    const signed = await vault.bundles.sign(draft);
    if (!signed.ok) {
      setProblem(
        signed.error.tag === 'NotABundle'
          ? 'A number in it may not leave, so nothing was signed. Nothing has left.'
          : errorText(signed.error),
      );
      return;
    }
    const entry: ExportEntry = {
      report: 'service-bundle',
      format: 'json',
      title: 'Service-level bundle',
      periodStart: firstDayOf(draft.periodFrom as LocalMonth),
      periodEnd: lastDayOf(draft.periodTo as LocalMonth),
      exportedOn: today,
      hiddenCells: hidden,
      model: draft,
      // As the record has it: lists that may be changed.
      ledger: structuredClone(ledger) as NonNullable<ExportEntry['ledger']>,
    };
    const suggestedName = `service-bundle-${draft.periodTo}.json`;
    const bytes = signed.value;
    setProblem(await exporting.run(entry, () => desktop['file.save']({ suggestedName, bytes })));
  };

  return (
    <Section title="Take out">
      <p className={reports.small}>
        One signed file. No name of a person, a team or the service, no day, and no reason why a number is
        hidden.
      </p>
      <div className={reports.save}>
        <Button variant="primary" onPress={() => void run()} isPending={exporting.isPending}>
          Save the bundle
        </Button>
        <p className={reports.small}>It will be added to your export log.</p>
      </div>
      <OwnCode />
      <div aria-live="polite">
        {problem !== null && (
          <Note kind="caution" title="Not saved">
            {problem}
          </Note>
        )}
      </div>
    </Section>
  );
}
