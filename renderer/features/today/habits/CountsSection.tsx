import { useMemo } from 'react';
import { habitCounts, notedDays } from '@shared/habits/habit-week';
import { habits, inHabitOrder } from '@shared/habits/habits';
import { addDays, type LocalDate } from '@shared/kernel/local-date';
import type { HabitWeek } from '@shared/records/habit-week/habit-week';
import { DataTable, Section } from '../../../ui';
import { countWords, daysWords } from './habit-words';
import styles from './habits.module.css';

const spans = [
  { key: 'four', label: 'Last four weeks', days: 28 },
  { key: 'twelve', label: 'Last twelve weeks', days: 84 },
] as const;

/** Plain counts of the days that were noted. No rank, no run of days, and no mark for what was not ticked. */
export function CountsSection(props: { readonly weeks: readonly HabitWeek[]; readonly today: LocalDate }) {
  const { weeks, today } = props;
  const counted = useMemo(
    () =>
      spans.map(({ key, label, days }) => {
        const from = addDays(today, 1 - days);
        return {
          key,
          label,
          noted: notedDays(weeks, from, today),
          counts: habitCounts(weeks, from, today),
        };
      }),
    [weeks, today],
  );
  const shown = inHabitOrder(counted.flatMap(({ counts }) => counts.map(({ habitId }) => habitId)));
  if (shown.length === 0) {
    return (
      <Section title="Your days, counted">
        <p className={styles.muted}>Once a day is noted, its ticks are counted here. No day has to be.</p>
      </Section>
    );
  }
  return (
    <Section title="Your days, counted">
      <DataTable
        caption="Of the days that you noted"
        isCaptionHidden
        columns={[
          { key: 'habit', label: 'Habit' },
          ...counted.map(({ key, label, noted }) => ({
            key,
            label: `${label}: ${daysWords(noted)} noted`,
          })),
        ]}
        rows={shown.map((habitId) => ({
          key: habitId,
          cells: [
            habits[habitId].own,
            ...counted.map(({ counts }) => countWords(counts.find((each) => each.habitId === habitId))),
          ],
        }))}
      />
    </Section>
  );
}
