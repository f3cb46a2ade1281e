import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { formatMonth, type LocalMonth } from '@shared/kernel/local-date';
import {
  sourcesOf,
  sumOf,
  type SourceRow,
  type Sources,
  type SourceTable,
} from '@shared/workforce/explain/source-rows';
import type { FigureRow } from '@shared/workforce/figure-row';
import { isGroupShown, type Measure } from '@shared/workforce/measures';
import { hiddenWords } from '@shared/charts/measure-chart';
import { useFigureRecords } from '../../../figures';
import { Button, DataTable, HiddenCell, LinkButton, Section, Select, Sheet, TextLink } from '../../../ui';
import styles from './figure.module.css';

const pageRows = 10;

/** Two decimals where they say something: a day of somebody half-time, a WTE. */
function numberText(value: number): string {
  return Number(value.toFixed(2)).toLocaleString('en-GB').replace('-', '−');
}

function Title({ row }: { readonly row: SourceRow }) {
  if (row.link === null) return row.title;
  const { kind, id } = row.link;
  return <TextLink href={kind === 'person' ? `~/people/${id}` : `/absences/${id}`}>{row.title}</TextLink>;
}

function RowsOf(props: { readonly table: SourceTable }) {
  const { table } = props;
  const [page, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(table.rows.length / pageRows));
  const at = Math.min(page, pages - 1);
  const shown = table.rows.slice(at * pageRows, (at + 1) * pageRows);
  const columns = (['above', 'below'] as const).filter((column) => table[column] !== null);
  const cell = (value: number | null): string => (value === null ? '' : numberText(value));
  if (table.rows.length === 0) {
    return <p className={styles.quiet}>{table.title}: none in this month.</p>;
  }
  return (
    <div className={styles.source}>
      <DataTable
        caption={table.title}
        columns={[
          { key: 'title', label: table.rows.some(({ link }) => link !== null) ? 'Who' : 'What' },
          { key: 'detail', label: 'Details' },
          ...columns.map((column) => ({ key: column, label: table[column], align: 'right' as const })),
        ]}
        rows={[
          ...shown.map((row) => ({
            key: row.key,
            cells: [
              <Title key="title" row={row} />,
              row.detail,
              ...columns.map((column) => cell(row[column])),
            ],
          })),
          ...(table.hasSum && table.rows.length > 1 && at === pages - 1
            ? [
                {
                  key: '(sum)',
                  cells: [
                    `All ${table.rows.length.toLocaleString('en-GB')}`,
                    '',
                    ...columns.map((column) => numberText(sumOf(table, column))),
                  ],
                  isTotal: true,
                },
              ]
            : []),
        ]}
      />
      {pages > 1 && (
        <div className={styles.pages} data-print="no">
          <Button
            variant="quiet"
            size="small"
            icon={<ChevronLeft aria-hidden="true" />}
            aria-label={`Earlier rows: ${table.title}`}
            onPress={() => {
              setPage(Math.max(0, at - 1));
            }}
          >
            Earlier
          </Button>
          <span role="status">
            {`Rows ${at * pageRows + 1} to ${at * pageRows + shown.length} of ${table.rows.length.toLocaleString('en-GB')}`}
          </span>
          <Button
            variant="quiet"
            size="small"
            icon={<ChevronRight aria-hidden="true" />}
            aria-label={`Later rows: ${table.title}`}
            onPress={() => {
              setPage(Math.min(pages - 1, at + 1));
            }}
          >
            Later
          </Button>
        </div>
      )}
    </div>
  );
}

function Behind(props: { readonly sources: Sources; readonly month: LocalMonth }) {
  const { sources, month } = props;
  if (sources.isByHand) {
    return (
      <p>
        {formatMonth(month)} was typed in, so no single record is behind it.{' '}
        <LinkButton href="/by-hand" variant="quiet" size="small">
          See the typed figures
        </LinkButton>
      </p>
    );
  }
  if (sources.tables.length === 0) return <p className={styles.quiet}>No record counts in this month.</p>;
  return (
    <>
      {sources.tables.map((table) => (
        <RowsOf key={`${month} ${table.title}`} table={table} />
      ))}
      {sources.note !== null && <p className={styles.quiet}>{sources.note}</p>}
    </>
  );
}

/** The records that one month is made of: their columns add up to the numbers above and below the line. */
export function SourceSection(props: {
  readonly measure: Measure;
  readonly team: string | null;
  readonly rows: readonly FigureRow[];
}) {
  const { measure, team, rows } = props;
  const records = useFigureRecords();
  const known = rows.filter((row) => measure.valueOf(row) !== null);
  const [chosen, setChosen] = useState<string | null>(null);
  const row = known.find((each) => each.month === chosen) ?? known.at(-1);
  // The page stands and a choice answers at once; hundreds of rows follow a moment later.
  const late = useDeferredValue(row, undefined);
  const isShown = late !== undefined && isGroupShown(measure, late);
  const sources = useMemo(
    () => (late === undefined || !isShown ? null : sourcesOf(measure.id, records, team, late)),
    [measure.id, records, team, late, isShown],
  );
  if (row === undefined) return null;
  return (
    <Section title="The records behind a month">
      <Sheet pad>
        <div className={styles.monthLine}>
          <Select
            name="month"
            label="Month"
            width="medium"
            value={row.month}
            onChange={setChosen}
            options={[...known].reverse().map(({ month }) => ({ value: month, label: formatMonth(month) }))}
          />
          {isShown && measure.fractionOf(row) !== null && (
            <p className={styles.fraction}>{measure.fractionOf(row)?.words}</p>
          )}
        </div>
        {late === undefined ? (
          <p role="status" className={styles.quiet}>
            Gathering the records.
          </p>
        ) : sources === null ? (
          <p>
            <HiddenCell reason={hiddenWords} /> A group of fewer than 5 people is not shown, nor what it is
            made of.
          </p>
        ) : (
          <Behind sources={sources} month={late.month} />
        )}
      </Sheet>
    </Section>
  );
}
