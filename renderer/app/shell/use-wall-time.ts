/** The clock on the wall, looked at once a minute: working time goes by it, also in a vault with a day of its own. */
import { useEffect, useState } from 'react';
import type { WallTime } from '@shared/habits/working-hours';
import { clock, formatTime } from '../../platform';

const lookEveryMs = 60_000;

export function wallTime(): WallTime {
  return { day: clock.today(), time: formatTime(clock.now()) };
}

export function useWallTime(): WallTime {
  const [now, setNow] = useState(wallTime);
  useEffect(() => {
    const look = (): void => {
      setNow((before) => {
        const next = wallTime();
        return next.day === before.day && next.time === before.time ? before : next;
      });
    };
    const timer = setInterval(look, lookEveryMs);
    window.addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
    };
  }, []);
  return now;
}
