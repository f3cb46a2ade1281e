import { Printer } from 'lucide-react';
import { formatDate } from '@shared/kernel/local-date';
import { useToday } from '../../../platform';
import { useCareSettings } from '../../../records/use-care-settings';
import { Button, DataTable, EmptyState, Page, Sheet } from '../../../ui';
import { useRecords, useVaultCare } from '../../../vault';
import styles from './care.module.css';
import { classWords } from '../../../records/kept-words';
import { destructionReasonWords } from './keeping-words';
import { settingsCrumb } from '../settings-crumb';

/** Proof that records went when they should: classes, counts, days, reasons. */
export function DestroyedPage() {
  const { settings } = useCareSettings();
  const care = useVaultCare();
  const today = useToday();
  const service = useRecords('service')[0]?.value.name ?? '';
  const lines = settings.destroyed.toReversed();
  const rows = lines.map((line, index) => ({
    key: String(index),
    cells: [
      formatDate(line.on),
      classWords[line.class].title,
      line.count.toLocaleString('en-GB'),
      destructionReasonWords[line.reason],
    ],
  }));

  async function print(): Promise<void> {
    await care.note([{ event: 'print', detail: 'destruction-log', count: lines.length }]);
    window.print();
  }

  return (
    <Page
      title="Destruction log"
      docTitle="Destruction log"
      crumbs={[...settingsCrumb, { label: 'Keeping and erasing', href: '/settings/keeping' }]}
      lede="What was destroyed, when and why. It names nobody."
      actions={
        lines.length > 0 && (
          <Button icon={<Printer aria-hidden="true" />} onPress={() => void print()}>
            Print
          </Button>
        )
      }
    >
      {lines.length === 0 ? (
        <EmptyState title="Nothing was destroyed yet">
          When a person is erased or records are deleted for good, a line for each sort of record stands here.
        </EmptyState>
      ) : (
        <>
          <Sheet>
            <DataTable
              caption={lines.length === 1 ? '1 line' : `${lines.length} lines, newest first`}
              columns={columns}
              rows={rows}
            />
          </Sheet>
          <article data-print="sheet" data-screen="no" className={styles.print}>
            <h1>Destruction log</h1>
            <p>
              {service === '' ? '' : `${service}. `}Printed on {formatDate(today)}.
            </p>
            <table>
              <thead>
                <tr>
                  {columns.map(({ key, label }) => (
                    <th key={key} scope="col">
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ key, cells }) => (
                  <tr key={key}>
                    {cells.map((cell, column) => (
                      <td key={column}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </article>
        </>
      )}
    </Page>
  );
}

const columns = [
  { key: 'on', label: 'Day' },
  { key: 'class', label: 'What' },
  { key: 'count', label: 'How many', align: 'right' as const },
  { key: 'reason', label: 'Why' },
];
