import { ChevronLeft, ChevronRight, ListChecks } from 'lucide-react';
import { useState } from 'react';
import { daysOfWeek, weekStartOf } from '@shared/habits/habit-week';
import { habitIds, habits, inHabitOrder, type HabitId } from '@shared/habits/habits';
import { addDays, formatDate, isoWeekday, type LocalDate } from '@shared/kernel/local-date';
import { useOwnCare } from '../../../records/use-own-care';
import { Button, Chips, Section, Sheet } from '../../../ui';
import { HabitGrid } from './HabitGrid';
import styles from './habits.module.css';
import { useHabitWeek } from './use-habit-week';

const options = habitIds.map((value) => ({ value, label: habits[value].own }));

/** A week of days by the habits that were chosen; other weeks are a press away. */
export function WeekSection(props: { readonly today: LocalDate }) {
  const { today } = props;
  const thisWeek = weekStartOf(today);
  const [weekStart, setWeekStart] = useState(thisWeek);
  const [isChoosing, setChoosing] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const { care, change: changeCare } = useOwnCare();
  const { week, change } = useHabitWeek(weekStart);
  const isNow = weekStart === thisWeek;
  const days = daysOfWeek(weekStart).filter(
    (day) =>
      isWhole ||
      care.workingDays.includes(isoWeekday(day)) ||
      day === today ||
      week.ticks.some((tick) => tick.day === day),
  );
  // What was ticked in that week stays in sight, whatever is chosen now.
  const rows = inHabitOrder([...care.habitIds, ...week.ticks.flatMap((tick) => tick.habitIds)]);
  const turn = (by: number) => () => {
    setWeekStart(addDays(weekStart, by));
  };

  return (
    <Section
      title={isNow ? 'This week' : `Week of ${formatDate(weekStart)}`}
      action={
        <span className={styles.turn}>
          <Button variant="quiet" size="small" aria-label="The week before" onPress={turn(-7)}>
            <ChevronLeft aria-hidden="true" />
          </Button>
          {!isNow && (
            <Button variant="quiet" size="small" aria-label="The week after" onPress={turn(7)}>
              <ChevronRight aria-hidden="true" />
            </Button>
          )}
        </span>
      }
    >
      <Sheet>
        <div className={styles.gridWrap}>
          <HabitGrid
            key={weekStart}
            week={week}
            days={days}
            rows={rows}
            chosen={care.habitIds}
            today={today}
            onChange={change}
          />
        </div>
        <div className={styles.foot}>
          <Button
            variant="quiet"
            size="small"
            icon={<ListChecks aria-hidden="true" />}
            aria-expanded={isChoosing}
            onPress={() => {
              setChoosing(!isChoosing);
            }}
          >
            {isChoosing ? 'Close the list of habits' : 'Choose habits'}
          </Button>
          {(isWhole || days.length < 7) && (
            <Button
              variant="quiet"
              size="small"
              onPress={() => {
                setWhole(!isWhole);
              }}
            >
              {isWhole ? 'Working days only' : 'All seven days'}
            </Button>
          )}
        </div>
        {isChoosing && (
          <div className={styles.choose}>
            <Chips<HabitId>
              name="habits"
              label="Habits to look at"
              hint="A few are enough. What you noted before stays."
              value={care.habitIds}
              options={options}
              onChange={(chosen) => void changeCare((now) => ({ ...now, habitIds: chosen }))}
            />
          </div>
        )}
      </Sheet>
    </Section>
  );
}
