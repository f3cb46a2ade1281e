/**
 * Today, for every screen. The made-up vault stands at a day of its own (`asOf`); otherwise it is the day on
 * this machine, and it rolls over at midnight while the app is open.
 */
import { createContext, use, useSyncExternalStore, type ReactNode } from 'react';
import type { LocalDate } from '@shared/kernel/local-date';
import { clock } from './clock';

const AsOfContext = createContext<LocalDate | null>(null);

export function TodayProvider(props: { readonly asOf: LocalDate | null; readonly children: ReactNode }) {
  return <AsOfContext value={props.asOf}>{props.children}</AsOfContext>;
}

// A minute is as near to midnight as a date has to be; it also notices a laptop that slept over it.
const checkEveryMs = 60_000;

function subscribe(changed: () => void): () => void {
  const timer = setInterval(changed, checkEveryMs);
  window.addEventListener('focus', changed);
  return () => {
    clearInterval(timer);
    window.removeEventListener('focus', changed);
  };
}

export function useToday(): LocalDate {
  const asOf = use(AsOfContext);
  const day = useSyncExternalStore(subscribe, () => clock.today());
  return asOf ?? day;
}
