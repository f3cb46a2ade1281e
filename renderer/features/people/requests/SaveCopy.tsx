import { FileDown } from 'lucide-react';
import type { RecordId } from '@shared/kernel/ids';
import { formatDate } from '@shared/kernel/local-date';
import type { CopyDocument } from '@shared/requests/copy-document';
import { copyHtml, copyJson } from '@shared/requests/copy-files';
import { IdentifiedDoor, useIdentifiedDoor, type IdentifiedCopy } from '../../../identified';
import { useToday } from '../../../platform';
import { Button, Section } from '../../../ui';
import styles from '../people.module.css';
import { CopySheet } from './CopyPreview';

type Format = 'pdf' | 'html' | 'json';

const formats = [
  { format: 'pdf', label: 'Save as PDF', called: 'as a PDF' },
  { format: 'html', label: 'Save as a web page', called: 'as a web page' },
  { format: 'json', label: 'Save as JSON', called: 'as JSON, for another program' },
] as const satisfies readonly { format: Format; label: string; called: string }[];

/** The copy in open formats. */
export function SaveCopy(props: {
  readonly document: CopyDocument;
  readonly personId: RecordId;
  readonly name: string;
  readonly undecided: number;
}) {
  const { document, personId, name, undecided } = props;
  const today = useToday();
  const door = useIdentifiedDoor();

  const wayOf = (format: Format): IdentifiedCopy['way'] => {
    const fileName = `copy-for-one-person.${format}`;
    switch (format) {
      case 'pdf':
        return {
          by: 'pdf',
          fileName,
          footer: `Confidential. ${formatDate(today)}`,
          sheet: <CopySheet document={document} />,
        };
      case 'html':
        return { by: 'file', format, fileName, text: (mark) => copyHtml(document, mark) };
      case 'json':
        return { by: 'file', format, fileName, text: () => copyJson(document) };
    }
  };

  return (
    <Section title="Save the copy">
      <div className={styles.stack}>
        <div className={styles.buttons}>
          {formats.map(({ format, label, called }, index) => (
            <Button
              key={format}
              variant={index === 0 ? 'primary' : 'secondary'}
              icon={<FileDown aria-hidden="true" />}
              isPending={door.isBusy}
              onPress={() => {
                door.open({
                  code: 'person-copy',
                  about: { kind: 'person', ids: [personId] },
                  title: 'Copy for one person',
                  names: `${name}. Others only where you decided so above.`,
                  holds: `All that is held about them, ${called}.`,
                  leavesOut: 'What was blacked out about others, and their own sealed Wellbeing Plan.',
                  purposes: [{ id: 'access-request', whom: name }],
                  way: wayOf(format),
                  warning: undecidedWords(undecided),
                });
              }}
            >
              {label}
            </Button>
          ))}
        </div>
        <IdentifiedDoor door={door} />
      </div>
    </Section>
  );
}

function undecidedWords(count: number): string | undefined {
  if (count === 0) return undefined;
  return count === 1
    ? 'One place about somebody else is not decided and goes out blacked out.'
    : `${count} places about other people are not decided and go out blacked out.`;
}
