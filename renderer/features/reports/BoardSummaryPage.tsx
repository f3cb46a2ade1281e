import { useMemo, useState } from 'react';
import {
  hiddenCells,
  publishTables,
  type SummaryModel,
  type SummaryTable,
} from '@shared/disclosure/summary-model';
import { formatMonth, monthOf, toLocalDate, type LocalDate } from '@shared/kernel/local-date';
import type { ExportEntry } from '@shared/records/export-entry/export-entry';
import { boardSummary, periodText, quarterEnds, type BoardSummaryInput } from '@shared/reports/board-summary';
import { teamsKeptAsNumbers } from '@shared/reports/people-tables';
import { desktop, useToday } from '../../platform';
import { useLoggedExport } from '../../records/use-logged-export';
import { useMeasures } from '../../records/use-measures';
import {
  Button,
  Checkbox,
  Columns,
  DataTable,
  HiddenCell,
  Note,
  Page,
  Section,
  Segmented,
  Select,
  Status,
} from '../../ui';
import { useRecords } from '../../vault';
import { hiddenWords } from './hidden-words';
import styles from './reports.module.css';
import { footnote, summaryCsv } from './summary-csv';

type Format = 'pdf' | 'csv';
const formats = [
  { value: 'pdf', label: 'PDF' },
  { value: 'csv', label: 'CSV' },
] as const;

/** Flow E: choose a period, see what is hidden and why, save. The preview and the file come from one model. */
export function BoardSummaryPage() {
  const today = useToday();
  const ends = useMemo(() => quarterEnds(today, 8), [today]);
  const [periodEnd, setPeriodEnd] = useState<LocalDate>(ends[0] ?? today);
  const [withServiceName, setWithServiceName] = useState(true);
  const [withTeamNames, setWithTeamNames] = useState(false);
  const [format, setFormat] = useState<Format>('pdf');
  const people = useRecords('person');
  const model = useSummary({ periodEnd, withServiceName, withTeamNames });
  const save = useSave(model, format, today);

  if (model === null) return null;
  const hidden = hiddenCells(model);
  const asNumbers = teamsKeptAsNumbers({ people });
  return (
    <Page
      title="Check before it leaves"
      docTitle="Board summary"
      crumbs={[{ label: 'Reports', href: '/reports' }]}
      lede={`${periodText(model)}. ${hiddenCountWords(hidden.length)}`}
    >
      <Columns
        main={<Preview model={model} />}
        side={
          <>
            <Section title="Period">
              <Select
                label="Twelve months to the end of"
                name="periodEnd"
                value={periodEnd}
                onChange={(value) => setPeriodEnd(toLocalDate(value))}
                options={ends.map((end) => ({ value: end, label: formatMonth(monthOf(end)) }))}
              />
              <Checkbox name="withServiceName" isSelected={withServiceName} onChange={setWithServiceName}>
                Put the service’s name on it
              </Checkbox>
              <Checkbox name="withTeamNames" isSelected={withTeamNames} onChange={setWithTeamNames}>
                Call teams by their names
              </Checkbox>
              <p className={styles.small}>
                {withTeamNames
                  ? 'Read each team’s name once more: it must not tell who somebody is.'
                  : 'Teams are numbered. A team’s name can tell who somebody is.'}
              </p>
            </Section>
            <Section title="Checks">
              <ul className={styles.checks}>
                <li>
                  <Status kind="good">Small numbers</Status>
                  <p>{countOf(hidden, (cell) => cell.reason !== 'protects-another')} hidden</p>
                </li>
                <li>
                  <Status kind="good">Working it out by taking away</Status>
                  <p>{countOf(hidden, (cell) => cell.reason === 'protects-another')} more hidden</p>
                </li>
                <li>
                  <Status kind="good">Names and free text</Status>
                  <p>{nameCheckWords(withTeamNames, asNumbers)}</p>
                </li>
                <li>
                  <Status kind="later">Against earlier reports</Status>
                  <p>Not checked in this version. Keep to one summary a quarter for the same readers.</p>
                </li>
              </ul>
            </Section>
            <Section title="Format">
              <Segmented
                label="Save as"
                name="format"
                value={format}
                onChange={(value) => setFormat(value === 'csv' ? 'csv' : 'pdf')}
                options={formats}
              />
              <div className={styles.save}>
                <Button variant="primary" onPress={save.run} isPending={save.isPending}>
                  {format === 'pdf' ? 'Save the PDF' : 'Save the CSV'}
                </Button>
                <p className={styles.small}>It will be added to your export log.</p>
              </div>
              <div aria-live="polite">
                {save.problem !== null && (
                  <Note kind="caution" title="Not saved">
                    {save.problem}
                  </Note>
                )}
              </div>
            </Section>
          </>
        }
      />
      {hidden.length > 0 && (
        <Section title="What is hidden, and why">
          <DataTable
            caption="Hidden numbers and reasons, for you alone. The file does not say which reason it was."
            columns={[
              { key: 'table', label: 'Part' },
              { key: 'row', label: 'Number' },
              { key: 'why', label: 'Why' },
            ]}
            rows={hidden.map((cell, index) => ({
              key: String(index),
              cells: [
                cell.tableTitle,
                cell.column === '' || cell.column === 'Figure'
                  ? cell.rowLabel
                  : `${cell.rowLabel}, ${cell.column.toLowerCase()}`,
                hiddenWords(cell.reason, cell.tableId),
              ],
            }))}
          />
        </Section>
      )}
      <PrintSheet model={model} />
    </Page>
  );
}

function useSummary(
  choice: Pick<BoardSummaryInput, 'periodEnd' | 'withServiceName' | 'withTeamNames'>,
): SummaryModel | null {
  const { periodEnd, withServiceName, withTeamNames } = choice;
  const service = useRecords('service')[0]?.value;
  const people = useRecords('person');
  const absences = useRecords('absence');
  const sessions = useRecords('supervision-session');
  const groupSessions = useRecords('group-session');
  const waves = useRecords('wellbeing-wave');
  const plans = useRecords('event-plan');
  const measures = useMeasures();
  return useMemo(() => {
    if (service === undefined) return null;
    const records = { service, people, absences, sessions, groupSessions, waves, plans, measures };
    return boardSummary({ ...records, periodEnd, withServiceName, withTeamNames });
  }, [
    service,
    people,
    absences,
    sessions,
    groupSessions,
    waves,
    plans,
    measures,
    periodEnd,
    withServiceName,
    withTeamNames,
  ]);
}

function useSave(model: SummaryModel | null, format: Format, today: LocalDate) {
  const exporting = useLoggedExport();
  const [problem, setProblem] = useState<string | null>(null);

  const run = async (): Promise<void> => {
    if (model === null) return;
    setProblem(null);
    const suggestedName = `staff-support-summary-${model.periodEnd.slice(0, 7)}.${format}`;
    const why = await exporting.run(exportEntry(model, format, today), () =>
      format === 'pdf'
        ? desktop['file.savePdf']({ suggestedName, footer: `${model.title}, ${periodText(model)}` })
        : desktop['file.save']({ suggestedName, bytes: summaryCsv(model) }),
    );
    setProblem(why);
  };
  return { run, isPending: exporting.isPending, problem };
}

function exportEntry(model: SummaryModel, format: Format, today: LocalDate): ExportEntry {
  return {
    report: 'board-summary',
    format,
    title: 'Board summary',
    periodStart: model.periodStart,
    periodEnd: model.periodEnd,
    exportedOn: today,
    hiddenCells: hiddenCells(model).length,
    model: { tables: publishTables(model) },
  };
}

function nameCheckWords(withTeamNames: boolean, asNumbers: number): string {
  if (!withTeamNames) return 'No name of a person, no note. Teams are numbered.';
  return asNumbers === 0
    ? 'No name of a person, no note. Teams’ names are yours to check.'
    : `${asNumbers === 1 ? 'One team stays' : `${asNumbers} teams stay`} a number: the name holds a name of somebody.`;
}

/** The page as it will look, with the reasons that only the preview gives. */
function Preview(props: { readonly model: SummaryModel }) {
  const { model } = props;
  return (
    <section className={styles.paper} aria-label="Preview of the summary">
      <p className={styles.paperTitle}>{model.title}</p>
      <p className={styles.small}>
        {model.serviceName === null ? '' : `${model.serviceName}. `}
        {periodText(model)}.
      </p>
      <hr className={styles.rule} />
      {model.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {model.tables.map((table) => (
        <PreviewTable key={table.id} table={table} />
      ))}
      <p className={styles.small}>{footnote()}</p>
    </section>
  );
}

function PreviewTable(props: { readonly table: SummaryTable }) {
  const { table } = props;
  return (
    <section className={styles.part} aria-label={table.title}>
      <h2>{table.title}</h2>
      <DataTable
        caption={table.title}
        isCaptionHidden
        columns={columnsOf(table)}
        rows={table.rows.map((row) => ({
          key: row.key,
          isTotal: row.isTotal,
          cells: [
            row.label,
            ...row.cells.map((cell, index) => {
              if (cell.state === 'shown') return cell.text;
              if (cell.state === 'not-enough-data') return 'Not enough data';
              return <HiddenCell key={index} reason={hiddenWords(cell.reason, table.id)} />;
            }),
          ],
        }))}
      />
      <p className={styles.small}>{table.note}</p>
    </section>
  );
}

/** What the PDF is printed from: published cells only, one mark for every hidden one. Never on screen. */
function PrintSheet(props: { readonly model: SummaryModel }) {
  const { model } = props;
  return (
    <article data-print="sheet" data-screen="no" className={styles.print}>
      <h1>{model.title}</h1>
      <p>
        {model.serviceName === null ? '' : `${model.serviceName}. `}
        {periodText(model)}.
      </p>
      {model.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {publishTables(model).map((table, index) => (
        <section key={index} className={styles.printPart}>
          <h2>{table.title}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">Measure</th>
                {table.columns.slice(1).map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.label}>
                  <th scope="row">{row.label}</th>
                  {row.cells.map((text, column) => (
                    <td key={column}>{text}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <p>{table.note}</p>
        </section>
      ))}
      <p>{footnote()}</p>
    </article>
  );
}

function columnsOf(table: SummaryTable) {
  return table.columns.map((label, index) => ({
    key: String(index),
    label: index === 0 ? 'Measure' : label,
    ...(index === 0 ? {} : { align: 'right' as const }),
  }));
}

function countOf<T>(items: readonly T[], holds: (item: T) => boolean): string {
  const count = items.filter(holds).length;
  return count === 1 ? '1 number' : `${count} numbers`;
}

function hiddenCountWords(count: number): string {
  if (count === 0) return 'No number had to be hidden.';
  return count === 1
    ? 'One number is hidden to protect people.'
    : `${count} numbers are hidden to protect people.`;
}
