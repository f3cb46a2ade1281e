import { History, Pencil, Trash2 } from 'lucide-react';
import { formatDateWithWeekday } from '@shared/kernel/local-date';
import { Pairs } from '../../../records/Facts';
import { KeptLine } from '../../../records/KeptLine';
import { unknownPerson } from '../../../records/record-words';
import { useNames } from '../../../records/use-names';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { Button, LinkButton, Note, Page, Sheet, useGo } from '../../../ui';
import { useRecord, useViewNote } from '../../../vault';
import { peopleCrumb } from '../NoPerson';
import { NoMove } from './NoMove';

export function ProcessMoveView(props: { readonly id: string }) {
  const record = useRecord('process-move', props.id);
  useViewNote('process-move', record?.id);
  const nameOf = useNames();
  const remove = useRemoveWithUndo();
  const go = useGo();
  if (record === undefined) return <NoMove />;
  const { personId, movedOn, toldOn } = record.value;
  return (
    <Page
      title="Moved to a process"
      docTitle="Moved to a process"
      crumbs={[peopleCrumb, { label: 'Person', href: `~/people/${personId}` }]}
      lede={nameOf(personId) ?? unknownPerson}
      actions={
        <>
          <LinkButton href={`~/people/process/${record.id}/edit`} icon={<Pencil aria-hidden="true" />}>
            Correct the dates
          </LinkButton>
          <LinkButton
            href={`~/people/process/${record.id}/history`}
            variant="quiet"
            icon={<History aria-hidden="true" />}
          >
            Earlier versions
          </LinkButton>
          <Button
            variant="quiet"
            icon={<Trash2 aria-hidden="true" />}
            onPress={() =>
              void remove([record], 'Entry deleted.').then((isRemoved) => {
                if (isRemoved) go(`~/people/${personId}`);
              })
            }
          >
            Delete
          </Button>
        </>
      }
    >
      <Sheet pad>
        <Pairs
          pairs={[
            ['They were told on', formatDateWithWeekday(toldOn)],
            ['It moved on', formatDateWithWeekday(movedOn)],
          ]}
        />
      </Sheet>
      <Note kind="plain" title="What is not here">
        What it is about, and what came of it, stands in that process. <KeptLine of="person" />
      </Note>
    </Page>
  );
}
