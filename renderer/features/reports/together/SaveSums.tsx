import { useState } from 'react';
import { firstDayOf, lastDayOf, type LocalDate } from '@shared/kernel/local-date';
import type { ExportEntry } from '@shared/records/export-entry/export-entry';
import type { PublishedReport } from '@shared/reports/published-report';
import { togetherReport } from '@shared/bundle/together-report';
import { useToday } from '../../../platform';
import { useLoggedExport } from '../../../records/use-logged-export';
import { Button, Note, Section, Segmented } from '../../../ui';
import reports from '../reports.module.css';
import { reportFile, type ReportFormat } from '../report-file';
import { useVault } from '../../../vault';
import type { Together } from './use-together';

const formats = [
  { value: 'xlsx', label: 'Excel' },
  { value: 'csv', label: 'CSV' },
  { value: 'docx', label: 'Word' },
  { value: 'pdf', label: 'PDF' },
  { value: 'json', label: 'JSON' },
] as const;
const saveWords = {
  xlsx: 'Save the Excel file',
  csv: 'Save the CSV',
  docx: 'Save the Word file',
  pdf: 'Save the PDF',
  json: 'Save the JSON',
} as const satisfies Record<ReportFormat, string>;

/** All measures over all services as one file, with its line in the export log. No service is named in it. */
export function SaveSums(props: { readonly together: Together; readonly charted: string }) {
  const { together, charted } = props;
  const vault = useVault();
  const today = useToday();
  const exporting = useLoggedExport();
  const [format, setFormat] = useState<ReportFormat>('xlsx');
  const [problem, setProblem] = useState<string | null>(null);
  const [isMaking, setMaking] = useState(false);

  const run = async (): Promise<void> => {
    if (isMaking) return;
    setProblem(null);
    setMaking(true);
    const report = togetherReport({ ...together, charted });
    const file = await reportFile(report, format, vault);
    setMaking(false);
    setProblem(
      typeof file === 'string' ? file : await exporting.run(entryOf(together, report, format, today), file),
    );
  };

  return (
    <Section title="Take out">
      <p className={reports.small}>
        Every measure, month by month, with the number of services behind each sum. No service is named.
      </p>
      <Segmented label="Save as" name="format" value={format} onChange={setFormat} options={formats} />
      <div className={reports.save}>
        <Button variant="primary" onPress={() => void run()} isPending={isMaking || exporting.isPending}>
          {saveWords[format]}
        </Button>
        <p className={reports.small}>It will be added to your export log.</p>
      </div>
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

function entryOf(
  { months, hiddenSums, ledger }: Together,
  report: PublishedReport,
  format: ReportFormat,
  today: LocalDate,
): ExportEntry {
  const [first, last] = [months[0], months.at(-1)];
  return {
    report: 'services-together',
    format,
    title: report.title,
    periodStart: first === undefined ? null : firstDayOf(first),
    periodEnd: last === undefined ? null : lastDayOf(last),
    exportedOn: today,
    hiddenCells: hiddenSums,
    model: report,
    // As the record has it: lists that may be changed.
    ledger: structuredClone(ledger) as NonNullable<ExportEntry['ledger']>,
  };
}
