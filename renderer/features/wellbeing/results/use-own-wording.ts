/** The words of items where they are the service's own, or ours: published wording is never shown with results. */
import { useMemo } from 'react';
import { pulseMeasure } from '@shared/instruments/pulse';
import type { RoundView } from '@shared/wellbeing/round-results';
import { useRecords } from '../../../vault';

export function useOwnWording({ wave }: RoundView): readonly string[] | null {
  const own = useRecords('own-measure');
  return useMemo(() => {
    const isOfRound = ({ id, version }: { readonly id: string; readonly version: number }): boolean =>
      id === wave.instrumentId && version === wave.instrumentVersion;
    const measure = [pulseMeasure, ...own.map(({ value }) => value)].find(isOfRound);
    return measure?.items.map(({ text }) => text) ?? null;
  }, [own, wave.instrumentId, wave.instrumentVersion]);
}
