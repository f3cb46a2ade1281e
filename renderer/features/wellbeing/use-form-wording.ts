/** The words of a measure's form, from wherever they come. The wording of a pack is asked of the vault when it is needed. */
import { useMemo } from 'react';
import type { Instrument } from '@shared/instruments/instrument';
import { formWordingOf } from '@shared/survey/form-wording';
import type { FormWording } from '@shared/survey/survey-form';
import { useRecords, useWholeRecord, type StoredRecord } from '../../vault';

type Measure = Pick<Instrument, 'id' | 'version' | 'title'>;

/** The pack for just this version of the key, whole. Undefined until it has come, null when none is held. */
export function useWordingPack(measure: Measure | null): StoredRecord<'wording-pack'> | null | undefined {
  const packs = useRecords('wording-pack');
  const held = packs.find(
    ({ value }) => value.instrument === measure?.id && value.instrumentVersion === measure.version,
  );
  return useWholeRecord('wording-pack', held?.id);
}

/** Undefined until it is known, null when no wording is held: people then answer on the service's own copy of the form. */
export function useFormWording(measure: Measure | null): FormWording | null | undefined {
  const own = useRecords('own-measure');
  const pack = useWordingPack(measure);
  return useMemo(() => {
    if (measure === null) return null;
    const fromHere = formWordingOf(measure, { own: own.map(({ value }) => value), packs: [] });
    if (fromHere !== null) return fromHere;
    if (pack === undefined) return undefined;
    return pack === null ? null : formWordingOf(measure, { own: [], packs: [pack.value] });
  }, [measure, own, pack]);
}
