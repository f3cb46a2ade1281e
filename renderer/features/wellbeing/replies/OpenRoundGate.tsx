import type { ReactNode } from 'react';
import type { Instrument } from '@shared/instruments/instrument';
import { isLocked } from '@shared/wellbeing/wave-rules';
import { useMeasures } from '../../../records/use-measures';
import { LinkButton, Note, Page, Sheet } from '../../../ui';
import { useRecord } from '../../../vault';
import type { WaveRecord } from '../rounds';

export interface OpenRoundParts {
  readonly record: WaveRecord;
  readonly instrument: Instrument;
  /** Where a page of the round stands. */
  readonly crumbs: readonly { readonly label: string; readonly href: string }[];
}

/** The pages by which replies come in are there while the round is open and its measure is known. */
export function OpenRoundGate(props: {
  readonly id: string;
  readonly children: (parts: OpenRoundParts) => ReactNode;
}) {
  const record = useRecord('wellbeing-wave', props.id);
  const measures = useMeasures();
  const home = [{ label: 'Wellbeing', href: '/' }];
  if (record === undefined) {
    return (
      <Page title="This round is not here" crumbs={home}>
        <Sheet pad>
          <p>It may have been deleted. Nothing else changed.</p>
          <LinkButton href="/">See all rounds</LinkButton>
        </Sheet>
      </Page>
    );
  }
  const { label, instrumentId, instrumentVersion } = record.value;
  const crumbs = [...home, { label, href: `/rounds/${record.id}` }];
  if (isLocked(record.value)) {
    return (
      <Page title="This round is closed" docTitle="Wellbeing round" crumbs={crumbs}>
        <Sheet pad>
          <p>It takes no more replies.</p>
          <LinkButton href={`/rounds/${record.id}`}>See the round</LinkButton>
        </Sheet>
      </Page>
    );
  }
  const instrument = measures.find(instrumentId, instrumentVersion);
  if (instrument === null) {
    return (
      <Page title={label} docTitle="Wellbeing round" crumbs={home}>
        <Note kind="caution" title="This version does not know the measure">
          Update the app to take replies in. Nothing is lost.
        </Note>
      </Page>
    );
  }
  return props.children({ record, instrument, crumbs });
}
