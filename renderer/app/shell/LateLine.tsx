import { MoonStar, X } from 'lucide-react';
import { useState } from 'react';
import { isOutsideWork, lateLine, nextStart, type WallTime } from '@shared/habits/working-hours';
import type { ReminderKind } from '@shared/records/reminder-settings/reminder-settings';
import { useLocation } from 'wouter';
import { useOwnCare } from '../../records/use-own-care';
import { useReminders } from '../../records/use-reminders';
import { useWorkingTime } from '../../records/use-working-time';
import { Button } from '../../ui';
import { useRecords } from '../../vault';
import styles from './late-line.module.css';
import { useWallTime } from './use-wall-time';

/** What cannot wait for the morning: steps of an incident plan, and the last day of an answer that the law asks for. */
const cannotWait: readonly ReminderKind[] = ['plan-step', 'access-request'];

/**
 * One quiet line for whoever opens the app outside working time. Nothing is announced and nothing is held back; it can
 * be put away until the next working day. Work that merely runs on past the hours is left alone, and so is an incident.
 */
export function LateLine() {
  const now = useWallTime();
  const work = useWorkingTime();
  const { care } = useOwnCare();
  const [location] = useLocation();
  // Looking around in the made-up service is no late work.
  const isMadeUp = useRecords('service')[0]?.value.asOf != null;
  const [wasLate] = useState(() => isOutsideWork(work, now));
  const start = nextStart(work, now);
  if (isMadeUp || !wasLate || !isOutsideWork(work, now)) return null;
  if (start === null || care.lateLineOffUntil === start.day || location.startsWith('/incidents')) return null;
  return <Line now={now} start={start} />;
}

function Line(props: { readonly now: WallTime; readonly start: WallTime }) {
  const { now, start } = props;
  const { change } = useOwnCare();
  const due = useReminders(now.day, 0).filter(({ kind }) => cannotWait.includes(kind)).length;
  return (
    <p className={styles.line} data-late-line="">
      <MoonStar aria-hidden="true" />
      <span>{lateLine(now, start, due)}</span>
      <Button
        variant="quiet"
        size="small"
        aria-label="Put this line away until then"
        onPress={() => {
          // The button goes with its line: the page's heading takes the focus.
          document.querySelector<HTMLElement>('#main h1')?.focus({ preventScroll: true });
          void change((own) => ({ ...own, lateLineOffUntil: start.day }));
        }}
      >
        <X aria-hidden="true" />
      </Button>
    </p>
  );
}
