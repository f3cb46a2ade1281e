import { Rows3 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { drawRows, type GeneralisedRows } from '@shared/disclosure/generalise';
import type { DisclosurePolicy } from '@shared/disclosure/thresholds';
import { randomBelow } from '../../../platform';
import { Columns, DataTable, EmptyState, Figure, FigureRow, LinkButton, Section, Sheet } from '../../../ui';
import { teamsInOrder } from './row-columns';
import { rowFile, type KeptRows, type RowChoice } from './row-file';
import type { RowPerson, RowRecords } from './row-people';
import styles from './rows.module.css';
import {
  leftOutWords,
  levelWords,
  nothingSafeTitle,
  nothingSafeWords,
  reasonWords,
  teamWords,
} from './rows-words';
import { RowsSave } from './RowsSave';

export interface RowsPreviewProps {
  readonly records: RowRecords;
  readonly people: readonly RowPerson[];
  readonly choice: RowChoice;
  readonly policy: DisclosurePolicy;
  readonly problem: string | null;
  readonly isSaving: boolean;
  readonly onSave: (rows: KeptRows) => void;
}

/** What the file would hold, column by column and group by group, before anything leaves. */
export function RowsPreview(props: RowsPreviewProps) {
  const { records, people, choice, policy } = props;
  const k = policy.minimumCellSize;
  const [draw] = useState(() => drawRows(people.length, k, randomBelow));
  const made = useMemo(
    () => rowFile({ records, people, choice, policy, draw }),
    [records, people, choice, policy, draw],
  );
  if (!made.ok) {
    const { why } = made.error;
    return (
      <Sheet>
        <EmptyState
          icon={<Rows3 />}
          title={nothingSafeTitle(why)}
          action={<LinkButton href="/reports/make/board-summary">Make a summary instead</LinkButton>}
        >
          {nothingSafeWords(why, k)}
        </EmptyState>
      </Sheet>
    );
  }
  const file = made.value;
  return (
    <>
      <Figures file={file} />
      <Columns
        main={
          <>
            <Section title="Columns, as they will be">
              <DataTable
                caption="How far each column had to be joined, and why"
                isCaptionHidden
                columns={[
                  { key: 'column', label: 'Column' },
                  { key: 'level', label: 'In the file' },
                  { key: 'why', label: 'Why' },
                ]}
                rows={file.columns.map((column) => ({
                  key: column.id,
                  cells: [column.title, levelWords(column), reasonWords(column, k)],
                }))}
              />
            </Section>
            <Section title="Rows that read the same">
              <DataTable
                caption="How often each line is in the file"
                isCaptionHidden
                columns={[
                  ...file.titles.map((label) => ({ key: label, label })),
                  { key: 'rows', label: 'Rows', align: 'right' as const },
                ]}
                rows={file.groups.map(({ values, rows }) => ({
                  key: values.join('|'),
                  cells: [...values, String(rows)],
                }))}
              />
              <Teams people={people} file={file} />
            </Section>
          </>
        }
        side={<RowsSave {...props} file={file} />}
      />
    </>
  );
}

function Figures({ file }: { readonly file: GeneralisedRows }) {
  const { leftOutByChance, leftOutAsSmall } = file;
  return (
    <FigureRow>
      <Figure label="Rows in the file" value={file.rows.length} />
      <Figure label="Rows in the smallest group" value={file.groups.at(-1)?.rows ?? 0} />
      <Figure
        label="Rows left out"
        value={leftOutByChance + leftOutAsSmall}
        detail={leftOutWords(leftOutByChance, leftOutAsSmall)}
      />
    </FigureRow>
  );
}

function Teams(props: { readonly people: readonly RowPerson[]; readonly file: GeneralisedRows }) {
  const { people, file } = props;
  const isIn = file.columns.some(({ id, levelName }) => id === 'team' && levelName !== null);
  const teams = teamsInOrder(people);
  if (!isIn || teams.length === 0) return null;
  return (
    <p className={styles.small}>{teamWords(teams)} Only you see these names: the file has the numbers.</p>
  );
}
