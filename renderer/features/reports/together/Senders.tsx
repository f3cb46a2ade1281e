import { Building2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { LocalMonth } from '@shared/kernel/local-date';
import { useFirstRows } from '../../../records/use-first-rows';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { Button, ButtonMenu, Note, Row, RowList, Section, Sheet, Status } from '../../../ui';
import { NameDialog } from './NameDialog';
import { isOutOfDate, senderDetail, sendersOf, senderTitle, type BundleRecord, type Sender } from './senders';
import { servicesWords } from './together-words';

/** Whose bundles are here. The first time that a service sends one, a person says who it is. */
export function Senders(props: { readonly records: readonly BundleRecord[]; readonly newest: LocalMonth }) {
  const { records, newest } = props;
  const senders = useMemo(() => sendersOf(records), [records]);
  const rows = useFirstRows(senders);
  const [naming, setNaming] = useState<Sender | null>(null);
  const remove = useRemoveWithUndo();
  const unnamed = senders.filter(({ calledHere }) => calledHere === '').length;
  return (
    <Section title="Services">
      {unnamed > 0 && (
        <Note kind="info" title={`${servicesWords(unnamed)} without a name here`}>
          A bundle holds no name, only a code. Ask the sender for theirs by telephone, then name it here.
        </Note>
      )}
      <Sheet>
        <RowList aria-label="Services whose bundles are here">
          {rows.map((sender) => (
            <Row
              key={sender.publicKey}
              icon={<Building2 />}
              title={senderTitle(sender)}
              detail={senderDetail(sender)}
              status={isOutOfDate(sender, newest) ? <Status kind="due">No newer bundle</Status> : undefined}
              action={
                sender.calledHere === '' ? (
                  <Button
                    size="small"
                    aria-label={`Name it: ${senderTitle(sender)}`}
                    onPress={() => {
                      setNaming(sender);
                    }}
                  >
                    Name it
                  </Button>
                ) : (
                  <ButtonMenu
                    label="More"
                    size="small"
                    aria-label={`More about ${senderTitle(sender)}`}
                    items={[
                      {
                        label: 'Change the name',
                        onAction: () => {
                          setNaming(sender);
                        },
                      },
                      {
                        label: 'Take its bundles out',
                        onAction: () => void remove(sender.bundles, 'Bundles taken out.'),
                      },
                    ]}
                  />
                )
              }
            />
          ))}
        </RowList>
      </Sheet>
      {naming !== null && (
        <NameDialog
          sender={naming}
          onClose={() => {
            setNaming(null);
          }}
        />
      )}
    </Section>
  );
}
