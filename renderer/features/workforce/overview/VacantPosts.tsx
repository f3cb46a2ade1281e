import type { ReactNode } from 'react';
import { formatValue } from '@shared/charts/chart-spec';
import { hiddenWords } from '@shared/charts/measure-chart';
import { formatMonth, type LocalMonth } from '@shared/kernel/local-date';
import type { FigureGroup, FigureRow } from '@shared/workforce/figure-row';
import { isGroupShown, measureOf } from '@shared/workforce/measures';
import { DataTable, HiddenCell, Note, Section, Sheet } from '../../../ui';
import { How } from '../How';

interface PostRow {
  readonly team: string;
  readonly row: FigureRow;
}

function cellsOf({ team, row }: PostRow): ReactNode[] {
  const { fundedWte, vacantWte, vacancyRate } = row;
  const funded = (fundedWte ?? 0).toFixed(1);
  const isEmpty = row.headcount === 0;
  // Nobody is no group: there is nobody to tell anything about.
  if (!isEmpty && !isGroupShown(measureOf('vacancy-rate'), row)) {
    const hidden = <HiddenCell reason={hiddenWords} />;
    return [team, funded, hidden, hidden, hidden];
  }
  const vacant = vacantWte ?? 0;
  const isOver = vacant < -0.005;
  return [
    team,
    funded,
    isEmpty ? 'Nobody' : row.wte.toFixed(1),
    isOver ? `over by ${Math.abs(vacant).toFixed(1)}` : Math.abs(vacant).toFixed(1),
    vacancyRate === null ? 'Not enough data' : isOver ? '' : formatValue(Math.max(0, vacancyRate), 'percent'),
  ];
}

function rowsIn(groups: readonly FigureGroup[], month: LocalMonth): readonly PostRow[] {
  return groups.flatMap(({ team, rows }) => {
    const row = rows.find((each) => each.month === month);
    return row === undefined || row.vacantWte === null ? [] : [{ team: team ?? 'All teams', row }];
  });
}

/** Funded posts beside people in post, by team, in the newest full month. */
export function VacantPosts(props: { readonly groups: readonly FigureGroup[] }) {
  const { groups } = props;
  const month = groups
    .find(({ team }) => team === null)
    ?.rows.findLast((row) => !row.isPartial && row.vacantWte !== null)?.month;
  if (month === undefined) return null;
  const all = rowsIn(groups, month);
  const teams = all.filter((_, at) => at > 0);
  const total = all[0];
  const empty = teams.filter(({ row }) => row.headcount === 0 && (row.fundedWte ?? 0) > 0);
  return (
    <Section title="Vacant posts">
      {empty.length > 0 && (
        <Note kind="caution" title={`Nobody in post in ${empty.map(({ team }) => team).join(', ')}`}>
          If people work there, the team may be written differently in People. Use one name in both, then
          these posts count as filled.
        </Note>
      )}
      <Sheet pad>
        <DataTable
          caption={`Funded posts and people in post, in WTE, at the end of ${formatMonth(month)}`}
          columns={[
            { key: 'team', label: 'Team' },
            { key: 'funded', label: 'Funded', align: 'right' },
            { key: 'inPost', label: 'In post', align: 'right' },
            { key: 'vacant', label: 'Vacant', align: 'right' },
            { key: 'rate', label: 'Share of funded', align: 'right' },
          ]}
          rows={[
            ...teams.map((row) => ({ key: row.team, cells: cellsOf(row) })),
            ...(total === undefined ? [] : [{ key: '(total)', cells: cellsOf(total), isTotal: true }]),
          ]}
        />
        <How of="vacancy-rate" />
      </Sheet>
    </Section>
  );
}
