import { useMemo } from 'react';
import { createPortal } from 'react-dom';
import { formatDate } from '@shared/kernel/local-date';
import { desktop, useToday } from '../../../platform';
import { sheetDrawn } from '../../../records/print-sheet';
import { useLoggedExport } from '../../../records/use-logged-export';
import { BeforeItLeaves, useLeavingWords, useRoster } from '../../../redaction';
import { Columns, LinkButton, Page, Section, Sheet } from '../../../ui';
import { useRecord, useRecords, useViewNote, type StoredRecord } from '../../../vault';
import { siteCrumbs } from '../spaces-crumbs';
import { PrintedSheet, SheetPreview } from './CheckSheet';
import { NoCheck } from './NoCheck';
import { sheetParts, typedParts } from './sheet-words';

/** The check before it leaves: as it will look, what was taken out of it, and a person's own look. */
export function PrintPage(props: { readonly id: string }) {
  const record = useRecord('space-check', props.id);
  const site = useRecord('site', record?.value.siteId ?? '');
  useViewNote('space-check', record?.id);
  if (record === undefined || site === undefined) return <NoCheck />;
  return (
    <Page
      title="Print check"
      docTitle="Print a check"
      crumbs={[
        ...siteCrumbs(site),
        { label: `Check of ${formatDate(record.value.on)}`, href: `~/spaces/checks/${record.id}` },
      ]}
      lede="It leaves the lock when you save it. No picture goes along."
    >
      <Sheets record={record} site={site} />
    </Page>
  );
}

function Sheets(props: {
  readonly record: StoredRecord<'space-check'>;
  readonly site: StoredRecord<'site'>;
}) {
  const { id, value: check } = props.record;
  const siteName = props.site.value.name;
  const today = useToday();
  const service = useRecords('service')[0];
  const exporting = useLoggedExport();
  const roster = useRoster({ hidesService: false });
  const words = useLeavingWords(
    useMemo(() => typedParts(check, siteName), [check, siteName]),
    roster,
  );
  const content = {
    check,
    siteName: words.resultOf('site'),
    serviceName: service?.value.name ?? '',
    parts: sheetParts(check, words.resultOf),
    today,
  };

  const save = (): Promise<string | null> =>
    exporting.run(
      {
        report: 'space-check',
        format: 'pdf',
        title: 'Check of a site',
        periodStart: check.on,
        periodEnd: check.on,
        exportedOn: today,
        hiddenCells: 0,
        // Answers and own words: no figure that a later report could be subtracted from.
        model: { tables: [] },
      },
      async () => {
        await sheetDrawn();
        return desktop['file.savePdf']({
          suggestedName: 'site-check.pdf',
          footer: `Check of a site. ${formatDate(today)}`,
        });
      },
      'Saved as a PDF, and added to the export log.',
    );

  return (
    <>
      <Columns
        main={<SheetPreview {...content} />}
        side={
          <Section title="Before it leaves">
            <Sheet pad>
              <BeforeItLeaves
                words={words}
                saveLabel="Save as PDF"
                isSaving={exporting.isPending}
                onSave={save}
              />
              <LinkButton href={`~/spaces/checks/${id}/edit`} variant="quiet">
                Change the words
              </LinkButton>
            </Sheet>
          </Section>
        }
      />
      {exporting.isPending && createPortal(<PrintedSheet {...content} />, document.body)}
    </>
  );
}
