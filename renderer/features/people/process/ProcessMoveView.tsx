import { Trash2 } from 'lucide-react';
import { formatDateWithWeekday } from '@shared/kernel/local-date';
import { Pairs } from '../../../records/Facts';
import { KeptLine } from '../../../records/KeptLine';
import { unknownPerson } from '../../../records/record-words';
import { useNames } from '../../../records/use-names';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { Button, EmptyState, LinkButton, Note, Page, Sheet, useGo } from '../../../ui';
import { useRecord, useViewNote } from '../../../vault';
import { peopleCrumb } from '../NoPerson';

export function ProcessMoveView(props: { readonly id: string }) {
  const record = useRecord('process-move', props.id);
  useViewNote('process-move', record?.id);
  const nameOf = useNames();
  const remove = useRemoveWithUndo();
  const go = useGo();
  if (record === undefined) {
    return (
      <Page title="This entry is not here" docTitle="Moved to a process" crumbs={[peopleCrumb]}>
        <EmptyState title="No such entry" action={<LinkButton href="~/people">See people</LinkButton>}>
          It may have been deleted. If that was just now, press Undo in the message.
        </EmptyState>
      </Page>
    );
  }
  const { personId, movedOn, toldOn } = record.value;
  return (
    <Page
      title="Moved to a process"
      docTitle="Moved to a process"
      crumbs={[peopleCrumb, { label: 'Person', href: `~/people/${personId}` }]}
      lede={nameOf(personId) ?? unknownPerson}
      actions={
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
