/** The words that a form of this round's measure can be made of; undefined while a pack is being read. */
import type { Instrument } from '@shared/instruments/instrument';
import { formWordingOf } from '@shared/survey/form-wording';
import type { FormWording } from '@shared/survey/survey-form';
import { useRecords, useWholeRecord } from '../../../vault';

export function useWording(instrument: Instrument): FormWording | null | undefined {
  const packs = useRecords('wording-pack');
  const own = useRecords('own-measure');
  // Long: only the one pack that is wanted is read whole.
  const wanted = packs.find(
    ({ value }) => value.instrument === instrument.id && value.instrumentVersion === instrument.version,
  );
  const pack = useWholeRecord('wording-pack', wanted?.id);
  if (wanted !== undefined && pack === undefined) return undefined;
  return formWordingOf(instrument, {
    own: own.map(({ value }) => value),
    packs: pack === null || pack === undefined ? [] : [pack.value],
  });
}
