import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { formatDate } from '@shared/kernel/local-date';
import type { OutsideIssue } from '@shared/records/outside-issue/outside-issue';
import { checkNote } from '@shared/supervision/note-check';
import { namesOnPaper } from '@shared/workforce/paper-check';
import { desktop, useToday } from '../../../platform';
import { sheetDrawn } from '../../../records/print-sheet';
import { useLoggedExport } from '../../../records/use-logged-export';
import {
  Button,
  Checkbox,
  Columns,
  Form,
  LinkButton,
  Note,
  Page,
  Section,
  Sheet,
  type FormProblem,
} from '../../../ui';
import { useRecords, useViewNote, useWholeRecord } from '../../../vault';
import { issueCrumbs } from './issue-crumbs';
import { NoIssue } from './NoIssue';
import styles from './paper.module.css';
import { PaperPreview, PrintedPaper, typedParts } from './RiskPaper';

/** The paper before it leaves: as it will look, what may be a name on it, and a person's own look. */
export function PaperPage(props: { readonly id: string }) {
  const record = useWholeRecord('outside-issue', props.id);
  useViewNote('outside-issue', record?.id);
  if (record === null) return <NoIssue />;
  return (
    <Page
      title="Risk paper"
      docTitle="Risk paper"
      crumbs={[
        ...issueCrumbs,
        { label: record?.value.title ?? 'Issue', href: `~/workforce/outside/${props.id}` },
      ]}
      lede="One or two pages for whoever can change it. It leaves the lock when you save it."
    >
      {record !== undefined && <Paper id={record.id} issue={record.value} />}
    </Page>
  );
}

const notRead: FormProblem = { field: 'read', message: 'Read it once for names, then tick that you have' };

function Paper(props: { readonly id: string; readonly issue: OutsideIssue }) {
  const { id, issue } = props;
  const today = useToday();
  const people = useRecords('person');
  const service = useRecords('service')[0];
  const exporting = useLoggedExport();
  const [hasRead, setRead] = useState(false);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const parts = useMemo(() => typedParts(issue), [issue]);
  const named = useMemo(
    () =>
      namesOnPaper(
        parts,
        people.map(({ value }) => value.name),
      ),
    [parts, people],
  );
  const personal = parts.filter(({ text }) => checkNote(text).length > 0);
  const content = { issue, serviceName: service?.value.name ?? '', today };

  const save = async (): Promise<void> => {
    if (!hasRead) {
      setProblems([notRead]);
      return;
    }
    const why = await exporting.run(
      {
        report: 'risk-paper',
        format: 'pdf',
        title: 'Risk paper',
        periodStart: null,
        periodEnd: null,
        exportedOn: today,
        hiddenCells: 0,
        model: {
          tables: [
            {
              title: 'Figures on the paper',
              note: '',
              columns: [''],
              rows: issue.figures.map(({ words }) => ({ label: words, cells: [], isTotal: false })),
            },
          ],
        },
      },
      async () => {
        await sheetDrawn();
        return desktop['file.savePdf']({
          suggestedName: 'risk-paper.pdf',
          footer: `Risk paper. ${formatDate(today)}`,
        });
      },
      'Saved as a PDF, and added to the export log.',
    );
    setProblems(why === null ? [] : [{ field: '', message: why }]);
  };

  return (
    <>
      <Columns
        main={<PaperPreview {...content} />}
        side={
          <Section title="Before it leaves">
            <Sheet pad>
              <Form onSubmit={save} errors={problems} aria-label="Before it leaves">
                <Findings named={named} personal={personal.map(({ part }) => part)} />
                <Checkbox
                  name="read"
                  isSelected={hasRead}
                  onChange={(isRead) => {
                    setRead(isRead);
                    setProblems([]);
                  }}
                >
                  I have read it for names, of staff and of people who use the service
                </Checkbox>
                <Button
                  type="submit"
                  variant="primary"
                  icon={<Download aria-hidden="true" />}
                  isPending={exporting.isPending}
                  pendingText="Saving"
                >
                  Save as PDF
                </Button>
              </Form>
              <LinkButton href={`~/workforce/outside/${id}/edit`} variant="quiet">
                Change the words
              </LinkButton>
            </Sheet>
          </Section>
        }
      />
      {exporting.isPending && createPortal(<PrintedPaper {...content} />, document.body)}
    </>
  );
}

/** Where to look twice. It finds what it knows; a nickname it does not. */
function Findings(props: {
  readonly named: ReturnType<typeof namesOnPaper>;
  readonly personal: readonly string[];
}) {
  const { named, personal } = props;
  if (named.length === 0 && personal.length === 0)
    return (
      <p className={styles.from}>
        No name from People stands on it. Nicknames and other names only you can see.
      </p>
    );
  return (
    <Note kind="caution" title="Look at these twice">
      <ul>
        {named.map(({ part, words }) => (
          <li key={part}>
            {part}: “{words.join('”, “')}” may be a name
          </li>
        ))}
        {personal.map((part) => (
          <li key={`personal-${part}`}>{part}: this looks like it is about one person</li>
        ))}
      </ul>
    </Note>
  );
}
