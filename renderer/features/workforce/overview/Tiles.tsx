import type { ReactNode } from 'react';
import { formatAverage } from '@shared/charts/month-points';
import { formatValue } from '@shared/charts/chart-spec';
import { hiddenWords } from '@shared/charts/measure-chart';
import { averageHeadcount12 } from '@shared/charts/workforce-charts';
import { formatMonth } from '@shared/kernel/local-date';
import type { FigureRow } from '@shared/workforce/figure-row';
import { isGroupShown, measureOf, type MeasureId } from '@shared/workforce/measures';
import { Figure, FigureRow as FigureLine, HiddenCell, TextLink, VisuallyHidden } from '../../../ui';

function Value(props: { readonly of: MeasureId; readonly name: string; readonly children: ReactNode }) {
  return (
    <TextLink href={`/figures/${props.of}`}>
      <VisuallyHidden>{props.name}: </VisuallyHidden>
      {props.children}
    </TextLink>
  );
}

const leaverWords = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

/** The figures on a day. Each number opens its own page. */
export function Tiles(props: {
  /** The newest row with people: it may stand in the middle of a month. */
  readonly now: FigureRow;
  readonly rows: readonly FigureRow[];
}) {
  const { now, rows } = props;
  const value = (id: MeasureId, row: FigureRow | undefined): number | null =>
    row === undefined || !isGroupShown(measureOf(id), row) ? null : measureOf(id).valueOf(row);
  const text = (id: MeasureId, row: FigureRow | undefined): ReactNode => {
    if (row !== undefined && !isGroupShown(measureOf(id), row)) return <HiddenCell reason={hiddenWords} />;
    const found = value(id, row);
    return found === null ? 'Not enough data' : formatValue(found, measureOf(id).format);
  };
  const turnover = value('turnover-average', now);
  // In days where absences are recorded, else in the hours that were typed.
  const newest = (id: MeasureId): FigureRow | undefined =>
    rows.findLast((row) => measureOf(id).valueOf(row) !== null);
  const daysRow = newest('sickness-days');
  const sick =
    daysRow === undefined
      ? ({ id: 'sickness-hours', row: newest('sickness-hours') } as const)
      : ({ id: 'sickness-days', row: daysRow } as const);
  const sickWords = sick.row === undefined ? undefined : measureOf(sick.id).fractionOf(sick.row)?.words;
  const posts = rows.findLast((row) => row.vacantWte !== null);
  // Opening + starters − leavers = closing, in every group and window.
  const starters12 = now.headcount - now.openingHeadcount12 + now.leavers12;
  return (
    <FigureLine>
      <Figure
        label={`People in post, ${now.wte.toFixed(1)} WTE`}
        value={
          <Value of="headcount" name="People in post">
            {now.headcount}
          </Value>
        }
      />
      <Figure label="Volunteers, counted apart" value={now.volunteers} />
      <Figure
        label="Started in 12 months"
        value={
          <Value of="starters" name="Started in 12 months">
            {starters12}
          </Value>
        }
      />
      <Figure
        label={
          turnover === null
            ? 'Turnover over 12 months'
            : `Turnover over 12 months: ${leaverWords(now.leavers12)} of ${formatAverage(averageHeadcount12(now))} on average`
        }
        value={
          <Value of="turnover-average" name="Turnover">
            {text('turnover-average', now)}
          </Value>
        }
      />
      <Figure
        label={
          sick.row === undefined || sickWords === undefined
            ? 'Sickness'
            : `Sickness, ${formatMonth(sick.row.month)}: ${sickWords}`
        }
        value={
          <Value of={sick.id} name="Sickness">
            {text(sick.id, sick.row)}
          </Value>
        }
      />
      {posts?.vacantWte != null && posts.fundedWte !== null && (
        <Figure
          label={
            posts.vacantWte < 0
              ? `WTE over ${posts.fundedWte.toFixed(1)} funded`
              : `WTE vacant of ${posts.fundedWte.toFixed(1)} funded`
          }
          value={
            <Value of="vacancy-rate" name="Vacant posts">
              {Math.abs(posts.vacantWte).toFixed(1)}
            </Value>
          }
        />
      )}
    </FigureLine>
  );
}
