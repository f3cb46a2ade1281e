import { Table } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { ChartSpec } from '@shared/charts/chart-spec';
import { chartTable } from '@shared/charts/chart-table';
import { Button, DataTable, VisuallyHidden } from '../ui';
import styles from './chart.module.css';

function OpenTable({ spec }: { readonly spec: ChartSpec }) {
  const table = useMemo(() => chartTable(spec), [spec]);
  return <DataTable caption={table.caption} isCaptionHidden columns={table.columns} rows={table.rows} />;
}

/** The button that opens the numbers of a chart, what else there is to do with them, and the numbers. */
export function ChartTable(props: {
  readonly spec: ChartSpec;
  readonly isOpenAtFirst?: boolean;
  /** Whose numbers, where several charts stand side by side. */
  readonly of?: string;
  readonly actions?: ReactNode;
}) {
  const { spec, isOpenAtFirst = false, of, actions } = props;
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <>
      <div className={styles.actions} data-print="no">
        <Button
          variant="quiet"
          size="small"
          icon={<Table aria-hidden="true" />}
          aria-expanded={isOpen}
          onPress={() => {
            setOpen(!isOpen);
          }}
        >
          {isOpen ? 'Hide the table' : 'Show as table'}
          {of !== undefined && <VisuallyHidden>: {of}</VisuallyHidden>}
        </Button>
        {actions}
      </div>
      <div className={styles.table} hidden={!isOpen}>
        {isOpen && <OpenTable spec={spec} />}
      </div>
    </>
  );
}
