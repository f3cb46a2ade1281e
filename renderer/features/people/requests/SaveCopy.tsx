import { FileDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { RecordId } from '@shared/kernel/ids';
import { formatDate } from '@shared/kernel/local-date';
import type { CopyDocument } from '@shared/requests/copy-document';
import { copyHtml, copyJson } from '@shared/requests/copy-files';
import { desktop, useToday } from '../../../platform';
import { sheetDrawn } from '../../../records/print-sheet';
import { Button, Dialog, Note, Section } from '../../../ui';
import styles from '../people.module.css';
import { CopySheet } from './CopyPreview';
import { usePersonExport } from './use-person-export';

type Format = 'pdf' | 'html' | 'json';

const formats = [
  { format: 'pdf', label: 'Save as PDF', called: 'a PDF' },
  { format: 'html', label: 'Save as a web page', called: 'a web page' },
  { format: 'json', label: 'Save as JSON', called: 'JSON, for another program' },
] as const satisfies readonly { format: Format; label: string; called: string }[];

/** The copy in open formats. */
export function SaveCopy(props: {
  readonly document: CopyDocument;
  readonly personId: RecordId;
  readonly undecided: number;
}) {
  const { document, personId, undecided } = props;
  const today = useToday();
  const personExport = usePersonExport();
  const [wanted, setWanted] = useState<Format | null>(null);
  const [isPrinting, setPrinting] = useState(false);

  const write = async (format: Format) => {
    const suggestedName = `copy-for-one-person.${format}`;
    if (format !== 'pdf') {
      const text = format === 'html' ? copyHtml(document) : copyJson(document);
      return desktop['file.save']({ suggestedName, bytes: new TextEncoder().encode(text) });
    }
    setPrinting(true);
    await sheetDrawn();
    const footer = `Confidential. ${formatDate(today)}`;
    const saved = await desktop['file.savePdf']({ suggestedName, footer });
    setPrinting(false);
    return saved;
  };

  return (
    <Section title="Save the copy">
      <div className={styles.stack}>
        <div className={styles.buttons}>
          {formats.map(({ format, label }, index) => (
            <Button
              key={format}
              variant={index === 0 ? 'primary' : 'secondary'}
              icon={<FileDown aria-hidden="true" />}
              isPending={personExport.isBusy}
              onPress={() => {
                setWanted(format);
              }}
            >
              {label}
            </Button>
          ))}
        </div>
        <ExportProblem problem={personExport.problem} />
      </div>
      <ConfirmExport
        isOpen={wanted !== null}
        what={formats.find(({ format }) => format === wanted)?.called ?? 'a file'}
        onClose={() => {
          setWanted(null);
        }}
        onSave={() => {
          const format = wanted;
          setWanted(null);
          if (format === null) return;
          void personExport.run({
            personId,
            format,
            title: 'Copy for one person',
            code: 'person-copy',
            write: () => write(format),
          });
        }}
      >
        {undecided > 0 && (
          <p>
            {undecided === 1
              ? 'One place about somebody else is not decided and goes out blacked out.'
              : `${undecided} places about other people are not decided and go out blacked out.`}
          </p>
        )}
      </ConfirmExport>
      {isPrinting && createPortal(<CopySheet document={document} />, window.document.body)}
    </Section>
  );
}

export function ExportProblem(props: { readonly problem: string | null }) {
  return (
    <div aria-live="polite">
      {props.problem !== null && (
        <Note kind="caution" title="Not saved">
          {props.problem}
        </Note>
      )}
    </div>
  );
}

/** Asked once more: what leaves says who somebody is, and nothing brings it back. */
export function ConfirmExport(props: {
  readonly isOpen: boolean;
  readonly what: string;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}) {
  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
      title="This file says who they are"
      actions={
        <>
          <Button variant="primary" onPress={props.onSave}>
            Save the file
          </Button>
          <Button onPress={props.onClose}>Not now</Button>
        </>
      }
    >
      <p>
        It leaves the lock as {props.what}. Whoever has the file can read it. Give it to them alone, and
        delete it from this laptop afterwards. The activity log notes it.
      </p>
      {props.children}
    </Dialog>
  );
}
