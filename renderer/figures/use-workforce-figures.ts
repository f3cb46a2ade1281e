/** The rows of every group and month, from the figures worker; worked out anew when a record changes. */
import { useEffect, useState } from 'react';
import type { LocalMonth } from '@shared/kernel/local-date';
import type { FigureGroup } from '@shared/workforce/figures';
import { useVault, type VaultClient } from '../vault';
import { openFigures, type FiguresClient } from './figures-client';
import { useFigureRecords } from './use-figure-records';

interface WorkforceFigures {
  readonly groups: readonly FigureGroup[];
}

interface Answer extends WorkforceFigures {
  readonly from: LocalMonth;
  readonly to: LocalMonth;
}

const clients = new WeakMap<VaultClient, FiguresClient>();

/** One worker for all pages, so that going from one to the other works nothing out again. It ends with the lock. */
function clientOf(vault: VaultClient): FiguresClient {
  const known = clients.get(vault);
  if (known !== undefined) return known;
  const opened = openFigures();
  clients.set(vault, opened);
  const forget = vault.clearOnLock(() => {
    opened.close();
    clients.delete(vault);
    forget();
  });
  return opened;
}

/** Null while the first answer is on its way. While a newer one is, the last stands. */
export function useWorkforceFigures(from: LocalMonth, to: LocalMonth): WorkforceFigures | null {
  const records = useFigureRecords();
  const vault = useVault();
  const [answer, setAnswer] = useState<Answer | null>(null);

  useEffect(() => {
    let isWanted = true;
    // A save of several kinds changes several lists one after the other: a frame later they are all there.
    const frame = requestAnimationFrame(() => {
      void clientOf(vault)
        .ask(records, from, to)
        .then((groups) => {
          if (groups !== null && isWanted) setAnswer({ from, to, groups });
        });
    });
    return () => {
      isWanted = false;
      cancelAnimationFrame(frame);
    };
  }, [vault, records, from, to]);

  return answer !== null && answer.from === from && answer.to === to ? answer : null;
}
