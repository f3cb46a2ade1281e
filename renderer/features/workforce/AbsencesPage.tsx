import { CalendarOff, Pencil, Plus, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { addMonths, daysBetween, formatDate, type LocalDate } from '@shared/kernel/local-date';
import { useToday } from '../../platform';
import { useRemoveWithUndo } from '../../records/use-remove-with-undo';
import { useRecords, type StoredRecord } from '../../vault';
import { Button, EmptyState, LinkButton, Page, Row, RowList, Section, Sheet, Status } from '../../ui';
import styles from './workforce.module.css';

type AbsenceRecord = StoredRecord<'absence'>;

const shownPast = 12;

function isAway(record: AbsenceRecord, today: LocalDate): boolean {
  return record.value.lastDay === null || record.value.lastDay >= today;
}

function lengthText(first: LocalDate, last: LocalDate): string {
  const days = daysBetween(first, last) + 1;
  return days === 1 ? '1 day' : `${days} days`;
}

const logButton = (
  <LinkButton href="/absences/new" variant="primary" icon={<Plus aria-hidden="true" />}>
    Log an absence
  </LinkButton>
);

/** Who is away now, and the absences of the last 12 months, newest first. */
export function AbsencesPage() {
  const today = useToday();
  const removeWithUndo = useRemoveWithUndo();
  const people = useRecords('person');
  const absences = useRecords('absence');
  const [isAll, setAll] = useState(false);
  const nameById = useMemo(
    () => new Map<string, string>(people.map(({ id, value }) => [id, value.name])),
    [people],
  );
  const ordered = useMemo(
    () => [...absences].sort((left, right) => (left.value.firstDay < right.value.firstDay ? 1 : -1)),
    [absences],
  );
  // Someone who left while away is not away now: their post has ended.
  const leftBy = useMemo(
    () => new Map<string, LocalDate | null>(people.map(({ id, value }) => [id, value.lastDay])),
    [people],
  );
  const hasLeft = (record: AbsenceRecord): boolean => {
    const last = leftBy.get(record.value.personId) ?? null;
    return last !== null && last < today;
  };
  const away = ordered.filter((record) => isAway(record, today) && !hasLeft(record));
  const from = addMonths(today, -12);
  const past = ordered.filter(
    (record) => !away.includes(record) && (record.value.lastDay ?? record.value.firstDay) >= from,
  );
  const listed = isAll ? past : past.slice(0, shownPast);

  const remove = (record: AbsenceRecord): Promise<boolean> => removeWithUndo([record], 'Absence deleted.');

  function row(record: AbsenceRecord) {
    const { personId, firstDay, lastDay, reason } = record.value;
    const name = nameById.get(personId) ?? 'Someone no longer on the list';
    const span =
      lastDay === null
        ? `Since ${formatDate(firstDay)}`
        : lastDay === firstDay
          ? formatDate(firstDay)
          : `${formatDate(firstDay)} to ${formatDate(lastDay)}`;
    return (
      <Row
        key={record.id}
        title={name}
        detail={[span, reason].filter((part) => part !== '').join(' · ')}
        status={
          lastDay === null ? (
            <Status kind="later">Still away, {lengthText(firstDay, today)}</Status>
          ) : (
            <Status kind="none">{lengthText(firstDay, lastDay)}</Status>
          )
        }
        action={
          <span className={styles.rowActions}>
            <LinkButton
              href={`/absences/${record.id}`}
              variant="quiet"
              size="small"
              icon={<Pencil aria-hidden="true" />}
              aria-label={`Change: ${name}, ${span}`}
            >
              Change
            </LinkButton>
            <Button
              variant="quiet"
              size="small"
              icon={<Trash2 aria-hidden="true" />}
              aria-label={`Delete: ${name}, ${span}`}
              onPress={() => {
                void remove(record);
              }}
            >
              Delete
            </Button>
          </span>
        }
      />
    );
  }

  return (
    <Page
      title="Away from work"
      docTitle="Away from work"
      crumbs={[{ label: 'Workforce', href: '/' }]}
      lede="Sickness, by day. Only you see this; it leaves as a rate or not at all."
      actions={logButton}
    >
      {absences.length === 0 ? (
        <EmptyState
          icon={<CalendarOff />}
          title="Nobody is recorded as away"
          action={
            <>
              {logButton}
              <LinkButton href="/bring-in/absences">Bring in a list</LinkButton>
            </>
          }
        >
          <p>
            Log the first day when someone calls in sick, and the last day when they are back. For example:
            first day today, last day left blank.
          </p>
        </EmptyState>
      ) : (
        <>
          <Section title={away.length === 0 ? 'Nobody is away now' : `Away now: ${away.length}`}>
            {away.length > 0 && (
              <Sheet>
                <RowList>{away.map(row)}</RowList>
              </Sheet>
            )}
          </Section>
          <Section title="The last 12 months">
            {past.length === 0 ? (
              <p className={styles.muted}>No other absence in the last 12 months.</p>
            ) : (
              <Sheet>
                <RowList>{listed.map(row)}</RowList>
              </Sheet>
            )}
            {past.length > listed.length && (
              <Button
                onPress={() => {
                  setAll(true);
                }}
              >
                {`See all ${past.length}`}
              </Button>
            )}
          </Section>
        </>
      )}
    </Page>
  );
}
