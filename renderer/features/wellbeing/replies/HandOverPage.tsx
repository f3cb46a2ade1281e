import { Laptop } from 'lucide-react';
import { formatDate } from '@shared/kernel/local-date';
import { useHandOver } from '../../../records/hand-over';
import { Button, Columns, Note, Page, Section, Sheet } from '../../../ui';
import { useRecords } from '../../../vault';
import { NoWording } from './NoWording';
import { OpenRoundGate, type OpenRoundParts } from './OpenRoundGate';
import { ReplyCount } from './ReplyCount';
import styles from './replies.module.css';
import { useFormWording } from '../use-form-wording';

export function HandOverPage(props: { readonly id: string }) {
  return <OpenRoundGate id={props.id}>{(parts) => <BeforeHandOver {...parts} />}</OpenRoundGate>;
}

/** What happens, said before it happens. */
function BeforeHandOver({ record, instrument, crumbs }: OpenRoundParts) {
  const wording = useFormWording(instrument);
  const service = useRecords('service')[0]?.value;
  const handOver = useHandOver();
  const { invited, answerSets, split, closesOn } = record.value;
  const isFull = answerSets.length >= invited;
  return (
    <Page
      title="Hand the laptop over"
      docTitle="Hand over"
      crumbs={crumbs}
      lede="People answer here, one after the other. You see how many did, and nothing else."
    >
      <Columns
        main={
          <Sheet pad>
            {wording === null ? (
              <NoWording waveId={record.id} instrument={instrument} />
            ) : (
              <div className={styles.block}>
                <h2>Before you hand it over</h2>
                <ul className={styles.points}>
                  <li>Everything else in Steading shuts. Only locking it ends this.</li>
                  <li>Each person gets a fresh form. Nothing of the one before is left.</li>
                  <li>A reply counts once it is handed in. No draft is made, and no log says when.</li>
                  <li>Put the laptop where nobody looks over a shoulder, and go away from it.</li>
                  <li>Offer paper as well: not everyone wants to answer on your laptop.</li>
                </ul>
                {isFull ? (
                  <Note kind="caution" title="As many replies are in as people were invited">
                    <p>Change the number invited first.</p>
                  </Note>
                ) : (
                  wording !== undefined && (
                    <Button
                      variant="primary"
                      icon={<Laptop aria-hidden="true" />}
                      onPress={() => {
                        handOver({
                          kind: 'round',
                          waveId: record.id,
                          form: {
                            wording,
                            split,
                            serviceName: service?.name ?? '',
                            closesOn: formatDate(closesOn),
                            isValidated: instrument.isValidated,
                          },
                        });
                      }}
                    >
                      Hand it over now
                    </Button>
                  )
                )}
              </div>
            )}
          </Sheet>
        }
        side={
          <Section title="Replies so far">
            <ReplyCount wave={record.value} />
          </Section>
        }
      />
    </Page>
  );
}
