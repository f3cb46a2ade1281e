import { formatValue } from '@shared/charts/chart-spec';
import { hiddenWords } from '@shared/charts/measure-chart';
import { addMonthsToMonth, formatMonth, monthOf, type LocalDate } from '@shared/kernel/local-date';
import { isGroupShown, measureOf, type MeasureId } from '@shared/workforce/measures';
import { useWorkforceFigures } from '../../../figures';
import { HiddenCell, Row, RowList, Section, Sheet, TextLink } from '../../../ui';
import styles from './habits.module.css';

const shownIds = ['breaks', 'protected-time'] as const satisfies readonly MeasureId[];
const monthsBack = 12;

/** Whether the team has its breaks and its protected time: the newest whole month, by the rules of Workforce. */
export function TeamTimeSection(props: { readonly today: LocalDate }) {
  const to = monthOf(props.today);
  const figures = useWorkforceFigures(addMonthsToMonth(to, -monthsBack), to);
  const rows = figures?.groups.find(({ team }) => team === null)?.rows.filter((row) => !row.isPartial) ?? [];
  const lines = shownIds.flatMap((id) => {
    const measure = measureOf(id);
    const row = rows.findLast((each) => measure.valueOf(each) !== null);
    const value = row === undefined ? null : measure.valueOf(row);
    if (row === undefined || value === null) return [];
    return [{ id, measure, row, value, isShown: isGroupShown(measure, row) }];
  });
  return (
    <Section title="Breaks and protected time of the team">
      {lines.length === 0 ? (
        <p className={styles.muted}>
          {figures === null ? 'Working out the figures.' : 'Nobody has counted them in the last year. '}
          {figures !== null && <TextLink href="~/workforce/by-hand">Type them by the month</TextLink>}
        </p>
      ) : (
        <Sheet>
          <RowList aria-label="Breaks and protected time">
            {lines.map(({ id, measure, row, value, isShown }) => (
              <Row
                key={id}
                href={`~/workforce/figures/${id}`}
                title={measure.label}
                detail={
                  isShown
                    ? `${measure.fractionOf(row)?.words ?? measure.valueLabel}, ${formatMonth(row.month)}`
                    : formatMonth(row.month)
                }
                status={isShown ? formatValue(value, measure.format) : <HiddenCell reason={hiddenWords} />}
              />
            ))}
          </RowList>
        </Sheet>
      )}
    </Section>
  );
}
