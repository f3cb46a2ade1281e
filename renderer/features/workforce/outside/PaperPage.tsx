import { useMemo } from 'react';
import { createPortal } from 'react-dom';
import { formatDate } from '@shared/kernel/local-date';
import type { OutsideIssue } from '@shared/records/outside-issue/outside-issue';
import { desktop, useToday } from '../../../platform';
import { sheetDrawn } from '../../../records/print-sheet';
import { useLoggedExport } from '../../../records/use-logged-export';
import { BeforeItLeaves, useLeavingWords, useRoster } from '../../../redaction';
import { Columns, LinkButton, Page, Section, Sheet } from '../../../ui';
import { useRecords, useViewNote, useWholeRecord } from '../../../vault';
import { issueCrumbs } from './issue-crumbs';
import { NoIssue } from './NoIssue';
import { typedParts, withWords } from './paper-words';
import { PaperPreview, PrintedPaper } from './RiskPaper';

/** The paper before it leaves: as it will look, what was taken out of it, and a person's own look. */
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

function Paper(props: { readonly id: string; readonly issue: OutsideIssue }) {
  const { id, issue } = props;
  const today = useToday();
  const service = useRecords('service')[0];
  const exporting = useLoggedExport();
  const roster = useRoster({ hidesService: false });
  const words = useLeavingWords(
    useMemo(() => typedParts(issue), [issue]),
    roster,
  );
  const content = {
    issue: withWords(issue, words.resultOf),
    serviceName: service?.value.name ?? '',
    today,
  };

  const save = (): Promise<string | null> =>
    exporting.run(
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
              rows: issue.figures.map(({ words: figure }) => ({ label: figure, cells: [], isTotal: false })),
            },
          ],
        },
        ledger: null,
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

  return (
    <>
      <Columns
        main={<PaperPreview {...content} />}
        side={
          <Section title="Before it leaves">
            <Sheet pad>
              <BeforeItLeaves
                words={words}
                saveLabel="Save as PDF"
                isSaving={exporting.isPending}
                onSave={save}
              />
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
