import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { formatDate } from '@shared/kernel/local-date';
import { recordedSheet, type RecordedSheet } from '@shared/requests/recorded-sheet';
import { desktop, useToday } from '../../../platform';
import { sayRecord } from '../../../records/history/say-record';
import { KeptLine } from '../../../records/KeptLine';
import { sheetDrawn } from '../../../records/print-sheet';
import { useAllNames } from '../../../records/use-all-names';
import { Button, EmptyState, LinkButton, Note, Page, Sheet } from '../../../ui';
import { useViewNote, useWholeRecord, type StoredRecord } from '../../../vault';
import styles from '../people.module.css';
import { CopyFields } from './CopyPreview';
import { ConfirmExport, ExportProblem } from './SaveCopy';
import { usePersonExport } from './use-person-export';

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
  const personExport = usePersonExport();
  const [isAsking, setAsking] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const [personId] = record.value.personIds;

  const write = async () => {
    setPrinting(true);
    await sheetDrawn();
    const saved = await desktop['file.savePdf']({
      suggestedName: 'what-we-recorded.pdf',
      footer: `Confidential. ${formatDate(today)}`,
    });
    setPrinting(false);
    return saved;
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
          isPending={personExport.isBusy}
          onPress={() => {
            setAsking(true);
          }}
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
      <ExportProblem problem={personExport.problem} />
      <Note kind="plain">
        <KeptLine of="supervision" />
      </Note>
      <ConfirmExport
        isOpen={isAsking}
        what="a PDF"
        onClose={() => {
          setAsking(false);
        }}
        onSave={() => {
          setAsking(false);
          if (personId === undefined) return;
          void personExport.run({
            personId,
            format: 'pdf',
            title: 'What we recorded, one session',
            code: 'recorded-sheet',
            write,
          });
        }}
      />
      {isPrinting &&
        createPortal(
          <article data-print="sheet" data-screen="no" className={styles.copySheet}>
            <h1>{sheet.title}</h1>
            <CopyFields fields={sheet.fields} />
            {sheet.closing.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </article>,
          window.document.body,
        )}
    </Page>
  );
}
