/** What an action answers, in words: "Demands, in HSE first". Read out of the round, so nothing of it is stored twice. */
import { useCallback } from 'react';
import type { Action } from '@shared/records/action/action';
import { scaleSubject } from '@shared/wellbeing/result-words';
import { useMeasures } from '../../records/use-measures';
import { useRecords } from '../../vault';

export interface SourceWords {
  readonly text: string;
  readonly href: string;
}

/** Null for an action made by hand, and where the round is gone. */
export function useSourceWords(): (source: Action['source']) => SourceWords | null {
  const waves = useRecords('wellbeing-wave');
  const measures = useMeasures();
  return useCallback(
    (source) => {
      const wave = source?.from !== 'round' ? undefined : waves.find(({ id }) => id === source.waveId)?.value;
      if (source?.from !== 'round' || wave === undefined) return null;
      const instrument = measures.find(wave.instrumentId, wave.instrumentVersion);
      const scale =
        instrument === null || source.scaleId === null
          ? ''
          : `${scaleSubject(instrument, source.scaleId)}, in `;
      return { text: `${scale}${wave.label}`, href: `/wellbeing/rounds/${source.waveId}` };
    },
    [waves, measures],
  );
}
