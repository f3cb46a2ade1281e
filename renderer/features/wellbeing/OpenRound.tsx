import { Pencil } from 'lucide-react';
import { formatDate } from '@shared/kernel/local-date';
import type { RoundView } from '@shared/wellbeing/round-results';
import { useToday } from '../../platform';
import { useMeasures } from '../../records/use-measures';
import { Columns, LinkButton, Note, Page, Section } from '../../ui';
import { useRecords } from '../../vault';
import { CloseRound } from './replies/CloseRound';
import { ReplyCount } from './replies/ReplyCount';
import { TakeReplies } from './replies/TakeReplies';
import { WaysIn } from './replies/WaysIn';
import { groupName, measureName, type WaveRecord } from './rounds';

/** A round that replies are still coming in for: a count, and nothing that could give a reply away. */
export function OpenRound(props: { readonly record: WaveRecord; readonly view: RoundView }) {
  const { record, view } = props;
  const { wave, instrument } = view;
  const survey = useRecords('wave-survey').find(({ value }) => value.waveId === record.id) ?? null;
  const measures = useMeasures();
  const today = useToday();

  return (
    <Page
      title={wave.label}
      docTitle="Wellbeing round"
      crumbs={[{ label: 'Wellbeing', href: '/' }]}
      lede={`${measureName(wave.instrumentId, measures)} · ${groupName(wave.group)} · ${formatDate(wave.opensOn)} to ${formatDate(wave.closesOn)}`}
      actions={
        <LinkButton href={`/rounds/${record.id}/edit`} icon={<Pencil aria-hidden="true" />}>
          Change details
        </LinkButton>
      }
    >
      {wave.closesOn < today && (
        <Note kind="info" title={`The last day was ${formatDate(wave.closesOn)}`}>
          Bring in what is left, then close the round.
        </Note>
      )}
      <Columns
        main={
          instrument === null ? (
            <Note kind="caution" title="This version does not know the measure">
              Update the app to take replies in. Nothing is lost.
            </Note>
          ) : (
            <>
              {survey !== null && <TakeReplies record={record} instrument={instrument} survey={survey} />}
              <WaysIn record={record} survey={survey} />
            </>
          )
        }
        side={
          <>
            <Section title="Replies so far">
              <ReplyCount wave={wave} />
            </Section>
            <CloseRound record={record} instrument={instrument} />
          </>
        }
      />
    </Page>
  );
}
