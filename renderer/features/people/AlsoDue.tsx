/** What else is due about people, beside supervision: replies, agreements and plans to look at again. */
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import type { Reminder } from '@shared/reminders/reminders';
import { useToday } from '../../platform';
import { reminderLine } from '../../records/reminder-words';
import { useDueAboutPeople } from '../../records/use-due-about-people';
import { useReminderNames } from '../../records/use-reminder-names';
import { Button, Row, RowList, Section, Sheet, Status } from '../../ui';
import styles from './people.module.css';

const shownFirst = 3;

function when({ state, daysLeft }: Reminder): React.ReactNode {
  const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);
  switch (state) {
    case 'overdue':
      return <Status kind="caution">Overdue {days(-daysLeft)}</Status>;
    case 'today':
      return <Status kind="due">Due today</Status>;
    case 'soon':
      return <Status kind="later">In {days(daysLeft)}</Status>;
  }
}

export function AlsoDue() {
  const today = useToday();
  const names = useReminderNames();
  const [isWhole, setWhole] = useState(false);
  const due = useDueAboutPeople(today);
  if (due.length === 0) return null;
  const shown = isWhole ? due : due.slice(0, shownFirst);
  return (
    <Section title="Also due">
      <Sheet>
        <RowList aria-label="Also due, the longest overdue first">
          {shown.map((reminder) => {
            const { key, title, detail, href } = reminderLine(reminder, names);
            return (
              <Row
                key={key}
                icon={<CalendarClock />}
                title={title}
                detail={detail}
                href={`~${href}`}
                status={when(reminder)}
              />
            );
          })}
        </RowList>
      </Sheet>
      {due.length > shown.length && (
        <div className={styles.more}>
          <Button
            size="small"
            onPress={() => {
              setWhole(true);
            }}
          >
            See all {due.length}
          </Button>
        </div>
      )}
    </Section>
  );
}
