/** The rows of every group and month, from the figures worker; worked out anew when a record changes. */
import { useEffect, useRef, useState } from 'react';
import type { LocalMonth } from '@shared/kernel/local-date';
import type { FigureGroup, FigureRecords } from '@shared/workforce/figures';
import { useVault } from '../vault';
import { openFigures, type FiguresClient } from './figures-client';
import { useFigureRecords } from './use-figure-records';

export interface WorkforceFigures {
  readonly groups: readonly FigureGroup[];
}

interface Answer extends WorkforceFigures {
  readonly from: LocalMonth;
  readonly to: LocalMonth;
}

/** Null while the first answer is on its way. While a newer one is, the last stands. */
export function useWorkforceFigures(from: LocalMonth, to: LocalMonth): WorkforceFigures | null {
  const records = useFigureRecords();
  const vault = useVault();
  const client = useRef<FiguresClient | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);

  useEffect(() => {
    const close = (): void => {
      client.current?.close();
      client.current = null;
    };
    const stopWatching = vault.clearOnLock(close);
    return () => {
      stopWatching();
      close();
    };
  }, [vault]);

  useEffect(() => {
    // A save of several kinds changes several lists one after the other: a frame later they are all there.
    const frame = requestAnimationFrame(() => {
      void ask(records);
    });
    let isWanted = true;
    async function ask(now: FigureRecords): Promise<void> {
      if (vault.state() !== 'unlocked') return;
      client.current ??= openFigures();
      const groups = await client.current.ask(now, from, to);
      if (groups !== null && isWanted) setAnswer({ from, to, groups });
    }
    return () => {
      isWanted = false;
      cancelAnimationFrame(frame);
    };
  }, [vault, records, from, to]);

  return answer !== null && answer.from === from && answer.to === to ? answer : null;
}
