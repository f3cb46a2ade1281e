import { FileOutput, FileText, LayoutTemplate } from 'lucide-react';
import { useMemo } from 'react';
import { formatDate, formatMonth, monthOf } from '@shared/kernel/local-date';
import type { ExportEntry } from '@shared/records/export-entry/export-entry';
import { reportKinds, reportKindWords } from '@shared/reports/report-kinds';
import { useRemoveWithUndo } from '../../records/use-remove-with-undo';
import { Button, LinkButton, Note, Page, Row, RowList, Section, Sheet } from '../../ui';
import { useRecords } from '../../vault';
import { RowsSection } from './rows/RowsSection';
import { TogetherSection } from './together/TogetherSection';

const formatWords = {
  pdf: 'PDF',
  csv: 'CSV',
  print: 'On paper',
  html: 'Web page',
  json: 'JSON',
  png: 'Picture',
  svg: 'Picture',
  docx: 'Word',
  xlsx: 'Excel',
} as const satisfies Record<ExportEntry['format'], string>;

/** What can be made, and what has left before. */
export function ReportsList() {
  return (
    <Page
      title="Reports"
      lede="Take out anonymised summaries. You see what is hidden, and why, before anything leaves."
      actions={
        <LinkButton href="/reports/make/board-summary" variant="primary">
          Make a board summary
        </LinkButton>
      }
    >
      <Sheet>
        <RowList aria-label="Reports to make">
          {reportKinds.map((kind) => (
            <Row
              key={kind}
              icon={<FileText />}
              title={reportKindWords[kind].title}
              detail={reportKindWords[kind].lede}
              href={`/reports/make/${kind}`}
            />
          ))}
        </RowList>
      </Sheet>
      <Templates />
      <RowsSection />
      <TogetherSection />
      <ExportLog />
      <Section title="Given out elsewhere">
        <Sheet>
          <RowList aria-label="Figures from elsewhere">
            <Row
              icon={<FileOutput />}
              title="Figures given out elsewhere"
              detail="Every report is checked together with earlier ones, and with what you add here."
              href="/reports/given"
            />
          </RowList>
        </Sheet>
      </Section>
    </Page>
  );
}

function Templates() {
  const templates = useRecords('report-template');
  const remove = useRemoveWithUndo();
  if (templates.length === 0) return null;
  return (
    <Section title="Your templates">
      <Sheet>
        <RowList aria-label="Your templates">
          {templates.map((template) => (
            <Row
              key={template.id}
              icon={<LayoutTemplate />}
              title={template.value.name}
              detail={reportKindWords[template.value.report].title}
              href={`/reports/make/${template.value.report}/${template.id}`}
              action={
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={`Take out ${template.value.name}`}
                  onPress={() => void remove([template], 'Template taken out.')}
                >
                  Take out
                </Button>
              }
            />
          ))}
        </RowList>
      </Sheet>
    </Section>
  );
}

function detailOf({ periodStart, periodEnd, exportedOn }: ExportEntry): string {
  const saved = `Saved on ${formatDate(exportedOn)}`;
  return periodStart === null || periodEnd === null
    ? saved
    : `${formatMonth(monthOf(periodStart))} to ${formatMonth(monthOf(periodEnd))}. ${saved}`;
}

function ExportLog() {
  const entries = useRecords('export-entry');
  const newestFirst = useMemo(
    () => [...entries].sort((left, right) => right.savedAt - left.savedAt),
    [entries],
  );
  if (newestFirst.length === 0)
    return (
      <Note kind="plain">
        Nothing has left yet. Whatever does is kept in a log here, with what it showed, sealed like everything
        else.
      </Note>
    );
  return (
    <Section title="Export log">
      <Sheet>
        <RowList aria-label="What has left">
          {newestFirst.map(({ id, value }) => (
            <Row
              key={id}
              icon={<FileText />}
              title={value.title}
              detail={detailOf(value)}
              status={<span>{formatWords[value.format]}</span>}
              action={
                <span>
                  {value.hiddenCells === 1 ? '1 number hidden' : `${value.hiddenCells} numbers hidden`}
                </span>
              }
            />
          ))}
        </RowList>
      </Sheet>
      <Note kind="plain">
        The recovery kit and lists of import problems are not in this log. Everything else that was saved or
        printed is.
      </Note>
    </Section>
  );
}
