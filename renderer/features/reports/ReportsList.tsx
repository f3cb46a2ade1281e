import { FileText } from 'lucide-react';
import { useMemo } from 'react';
import { formatDate, formatMonth, monthOf } from '@shared/kernel/local-date';
import { EmptyState, LinkButton, Note, Page, Row, RowList, Section, Sheet } from '../../ui';
import { useRecords } from '../../vault';

const formatWords = {
  pdf: 'PDF',
  csv: 'CSV',
  print: 'On paper',
  html: 'Web page',
  json: 'JSON',
  png: 'Picture',
  svg: 'Picture',
} as const;

/** What can be made, and what has left before. */
export function ReportsList() {
  const entries = useRecords('export-entry');
  const newestFirst = useMemo(
    () => [...entries].sort((left, right) => right.savedAt - left.savedAt),
    [entries],
  );
  const hasEntries = newestFirst.length > 0;
  return (
    <Page
      title="Reports"
      lede="Take out anonymised summaries. You see what is hidden, and why, before anything leaves."
      actions={
        hasEntries ? (
          <LinkButton href="/reports/board-summary" variant="primary">
            Make a board summary
          </LinkButton>
        ) : undefined
      }
    >
      {!hasEntries && (
        <Sheet>
          <EmptyState
            icon={<FileText />}
            title="Nothing has left yet"
            action={
              <LinkButton href="/reports/board-summary" variant="primary">
                Make a board summary
              </LinkButton>
            }
          >
            A board summary shows staffing, sickness, supervision and wellbeing for twelve months. It holds no
            names, no notes and no number about fewer than 5 people.
          </EmptyState>
        </Sheet>
      )}
      {hasEntries && (
        <Section title="Export log">
          <Sheet>
            <RowList aria-label="What has left">
              {newestFirst.map(({ id, value }) => (
                <Row
                  key={id}
                  icon={<FileText />}
                  title={value.title}
                  detail={
                    value.periodStart === null || value.periodEnd === null
                      ? `Saved on ${formatDate(value.exportedOn)}`
                      : `${formatMonth(monthOf(value.periodStart))} to ${formatMonth(monthOf(value.periodEnd))}. Saved on ${formatDate(value.exportedOn)}`
                  }
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
        </Section>
      )}
      <Note kind="plain">
        Every board summary, round of results and printed page is kept in this log, with what it showed,
        sealed like everything else. The recovery kit and lists of import problems are not. This version does
        not yet check a new report against earlier ones. For that reason a summary always covers twelve months
        to the end of a quarter.
      </Note>
    </Page>
  );
}
