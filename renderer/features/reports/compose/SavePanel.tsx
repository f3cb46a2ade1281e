import { useState } from 'react';
import type { ExportEntry } from '@shared/records/export-entry/export-entry';
import { redact } from '@shared/disclosure/redaction';
import { stillClean } from '@shared/disclosure/reviewed-words';
import { useToday } from '../../../platform';
import { useRoster } from '../../../redaction';
import { useLoggedExport } from '../../../records/use-logged-export';
import { Button, Note, Section, Segmented } from '../../../ui';
import { reportFile, type ReportFormat } from '../report-file';
import styles from '../reports.module.css';
import { useVault } from '../../../vault';
import { openConflicts } from './Conflicts';
import { blocksOf, unreadWords, type ReportFields } from './report-form';
import type { ReadyReport, ReportState } from './use-decided-report';

const formats = [
  { value: 'pdf', label: 'PDF' },
  { value: 'docx', label: 'Word' },
  { value: 'xlsx', label: 'Excel' },
  { value: 'csv', label: 'CSV' },
  { value: 'json', label: 'JSON' },
] as const;
const saveWords = {
  pdf: 'Save the PDF',
  docx: 'Save the Word file',
  xlsx: 'Save the Excel file',
  csv: 'Save the CSV',
  json: 'Save the JSON',
} as const satisfies Record<ReportFormat, string>;
const formatHints = {
  pdf: 'Tagged, so that screen readers can use it.',
  docx: 'Headings and tables are real ones, to go on with.',
  xlsx: 'A sheet for each table.',
  csv: 'All tables in one plain file.',
  json: 'Signed, for a program to read. It holds your service’s code.',
} as const satisfies Record<ReportFormat, string>;

/** The last step: a format, and a file with its line in the export log. */
export function SavePanel(props: {
  readonly state: ReportState;
  readonly fields: ReportFields;
  readonly onSaved: () => Promise<void>;
}) {
  const { state, fields, onSaved } = props;
  const today = useToday();
  const roster = useRoster({ hidesService: !fields.withServiceName });
  const vault = useVault();
  const exporting = useLoggedExport();
  const [format, setFormat] = useState<ReportFormat>('pdf');
  const [problem, setProblem] = useState<string | null>(null);
  const [isMaking, setMaking] = useState(false);
  const ready = state.state === 'ready' ? state.report : null;

  const whyNot = (): string | null => {
    if (ready === null) return 'It is still being checked what may leave.';
    if (openConflicts(ready.decided).length > 0)
      return 'Some numbers cannot leave beside earlier ones. Choose one of the three ways on first.';
    if (unreadWords(fields).length > 0)
      return 'Read your own words through and tick that you have, or take that part out.';
    if (blocksOf(fields).some(({ heading }) => redact(heading, roster).spans.length > 0))
      return 'A heading holds a name, a number or a day. Choose other words for it.';
    const isClean = blocksOf(fields).every(({ words }) => words === null || stillClean(words, roster));
    return isClean ? null : 'Somebody’s name came into your words since you read them. Read them once more.';
  };

  const run = async (): Promise<void> => {
    const why = whyNot();
    setProblem(why);
    if (why !== null || ready === null || isMaking) return;
    setMaking(true);
    const file = await reportFile(ready.published, format, vault);
    setMaking(false);
    if (typeof file === 'string') {
      setProblem(file);
      return;
    }
    const failed = await exporting.run(entryOf(ready, fields, format, today), file);
    setProblem(failed);
    if (failed === null) await onSaved();
  };

  return (
    <Section title="Format">
      <Segmented label="Save as" name="format" value={format} onChange={setFormat} options={formats} />
      <p className={styles.small}>{formatHints[format]}</p>
      <div className={styles.save}>
        <Button variant="primary" onPress={() => void run()} isPending={isMaking || exporting.isPending}>
          {saveWords[format]}
        </Button>
        <p className={styles.small}>It will be added to your export log.</p>
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
  { decided, published, ledger }: ReadyReport,
  fields: ReportFields,
  format: ReportFormat,
  today: ExportEntry['exportedOn'],
): ExportEntry {
  return {
    report: fields.kind,
    format,
    title: published.title,
    periodStart: decided.periodStart,
    periodEnd: decided.periodEnd,
    exportedOn: today,
    hiddenCells: decided.hidden.length,
    model: published,
    ledger: ledger === null ? null : plainLedger(ledger),
  };
}

/** As the record has it: lists that may be changed. */
function plainLedger(ledger: NonNullable<ReadyReport['ledger']>): NonNullable<ExportEntry['ledger']> {
  return structuredClone(ledger) as NonNullable<ExportEntry['ledger']>;
}
