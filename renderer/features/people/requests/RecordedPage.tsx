import { FileDown } from 'lucide-react';
import { formatDate } from '@shared/kernel/local-date';
import { recordedSheet, type RecordedSheet } from '@shared/requests/recorded-sheet';
import { IdentifiedDoor, useIdentifiedDoor } from '../../../identified';
import { useToday } from '../../../platform';
import { sayRecord } from '../../../records/history/say-record';
import { KeptLine } from '../../../records/KeptLine';
import { unknownPerson } from '../../../records/record-words';
import { useAllNames } from '../../../records/use-all-names';
import { Button, EmptyState, LinkButton, Note, Page, Sheet } from '../../../ui';
import { useViewNote, useWholeRecord, type StoredRecord } from '../../../vault';
import styles from '../people.module.css';
import { CopyFields } from './CopyPreview';

/** One session for the person it was with: everything that was written down, to take away or to correct. */
export function RecordedPage(props: { readonly sessionId: string }) {
  const record = useWholeRecord('supervision-session', props.sessionId);
  useViewNote('supervision-session', record?.id);
  const nameOf = useAllNames();
  if (record === undefined) return null;
  const sheet = record === null ? null : recordedSheet(record.value, sayRecord(record, nameOf));
  if (record === null || sheet === null) {
    return (
      <Page
        title="What we recorded"
        docTitle="What we recorded"
        crumbs={[{ label: 'Supervision', href: '~/supervision' }]}
      >
        <EmptyState
          title="There is no sheet for this record"
          action={<LinkButton href="~/supervision/sessions">See sessions</LinkButton>}
        >
          It is of a group, whose members get no sheet about each other, or it was deleted.
        </EmptyState>
      </Page>
    );
  }
  return <Recorded record={record} sheet={sheet} />;
}

function Recorded(props: {
  readonly record: StoredRecord<'supervision-session'>;
  readonly sheet: RecordedSheet;
}) {
  const { record, sheet } = props;
  const today = useToday();
  const nameOf = useAllNames();
  const door = useIdentifiedDoor();
  const [personId] = record.value.personIds;

  const leave = (): void => {
    if (personId === undefined) return;
    const whom = nameOf(personId) ?? unknownPerson;
    door.open({
      code: 'recorded-sheet',
      about: { kind: 'person', ids: [personId] },
      title: 'What we recorded, one session',
      names: `${whom}, and anyone whom the words of the record name.`,
      holds: 'Everything that was written down about this session.',
      leavesOut: 'Other sessions, and all else that is held about them.',
      purposes: [
        { id: 'own-copy', whom },
        { id: 'access-request', whom },
      ],
      way: {
        by: 'pdf',
        fileName: 'what-we-recorded.pdf',
        footer: `Confidential. ${formatDate(today)}`,
        sheet: (
          <article className={styles.copySheet}>
            <h1>{sheet.title}</h1>
            <CopyFields fields={sheet.fields} />
            {sheet.closing.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </article>
        ),
      },
    });
  };

  return (
    <Page
      title={sheet.title}
      docTitle="What we recorded"
      crumbs={[
        { label: 'Supervision', href: '~/supervision' },
        { label: 'Record', href: `~/supervision/${record.id}` },
      ]}
      lede="Their copy of one session. Read it through together, or give it to them."
      actions={
        <Button
          variant="primary"
          icon={<FileDown aria-hidden="true" />}
          isPending={door.isBusy}
          onPress={leave}
        >
          Save as PDF
        </Button>
      }
    >
      <Sheet pad>
        <CopyFields fields={sheet.fields} />
        {sheet.closing.map((line) => (
          <p key={line} className={styles.closing}>
            {line}
          </p>
        ))}
      </Sheet>
      <IdentifiedDoor door={door} />
      <Note kind="plain">
        <KeptLine of="supervision" />
      </Note>
    </Page>
  );
}
