import { CalendarPlus, Printer } from 'lucide-react';
import type { LocalDate } from '@shared/kernel/local-date';
import type { PlanOutline } from '@shared/records/event-plan/event-plan';
import { clock, formatTime } from '../../platform';
import { useNation } from '../../records/use-nation';
import { Button } from '../../ui';
import styles from './incidents.module.css';
import startStyles from './quick-start.module.css';
import { restWords } from './rest-words';

export interface FreshNoteProps {
  readonly plan: PlanOutline;
  readonly today: LocalDate;
  readonly onPrint: () => void;
  readonly onCalendar: () => void;
}

/** The first thing on a plan that was just made: it stands, take it with you, and go home. */
export function FreshNote(props: FreshNoteProps) {
  const { plan, today, onPrint, onCalendar } = props;
  const nation = useNation();
  const hour = Number(formatTime(clock.now()).slice(0, 2));
  const [first = '', ...more] = restWords(plan, today, hour, nation);
  return (
    <section className={startStyles.fresh} aria-label="Your plan is saved">
      <div role="status">
        <p className={startStyles.freshFirst}>Saved. {first}</p>
        <p>{more.join(' ')}</p>
      </div>
      <div className={styles.guardButtons}>
        <Button variant="primary" icon={<Printer aria-hidden="true" />} onPress={onPrint}>
          Print it now
        </Button>
        <Button icon={<CalendarPlus aria-hidden="true" />} onPress={onCalendar}>
          Save dates for a calendar
        </Button>
      </div>
    </section>
  );
}
