import { Pencil, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { eventTypeLabels } from '@shared/records/event-plan/event-plan';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { Button, LinkButton, Page, Row, RowList, Section, Sheet } from '../../../ui';
import { useRecords } from '../../../vault';
import { WorkforceNav } from '../workforce-nav';
import styles from '../workforce.module.css';
import { noteDetail } from './note-form';
import { NoteForm } from './NoteForm';

/** What happened around the service. Charts show each note where it was, and say no more than its words. */
export function NotesPage() {
  const notes = useRecords('context-note');
  const plans = useRecords('event-plan');
  const removeWithUndo = useRemoveWithUndo();
  const [saved, setSaved] = useState(0);
  const newestFirst = useMemo(
    () => [...notes].sort((left, right) => (left.value.from < right.value.from ? 1 : -1)),
    [notes],
  );
  const events = useMemo(
    () => [...plans].sort((left, right) => (left.value.occurredOn < right.value.occurredOn ? 1 : -1)),
    [plans],
  );
  return (
    <Page
      title="Notes on the figures"
      docTitle="Notes on the figures"
      crumbs={[{ label: 'Workforce', href: '~/workforce' }]}
      lede="What happened, and when. A chart shows it on its day; it does not say that one led to the other."
    >
      <WorkforceNav />
      <Sheet pad>
        <NoteForm
          key={saved}
          record={null}
          onSaved={() => {
            setSaved((count) => count + 1);
          }}
        />
      </Sheet>
      <Section title={notes.length === 0 ? 'No notes yet' : 'Notes'}>
        {notes.length === 0 ? (
          <p className={styles.muted}>
            Think of changes that people remember: a new contract, a move, a winter with much flu.
          </p>
        ) : (
          <Sheet>
            <RowList aria-label="Notes">
              {newestFirst.map((record) => {
                const { value } = record;
                return (
                  <Row
                    key={record.id}
                    title={value.text}
                    detail={noteDetail(value)}
                    action={
                      <span className={styles.rowActions}>
                        <LinkButton
                          href={`~/workforce/notes/${record.id}`}
                          variant="quiet"
                          size="small"
                          icon={<Pencil aria-hidden="true" />}
                          aria-label={`Change: ${value.text}, ${formatDate(value.from)}`}
                        >
                          Change
                        </LinkButton>
                        <Button
                          variant="quiet"
                          size="small"
                          icon={<Trash2 aria-hidden="true" />}
                          aria-label={`Delete: ${value.text}, ${formatDate(value.from)}`}
                          onPress={() => void removeWithUndo([record], 'Note deleted.')}
                        >
                          Delete
                        </Button>
                      </span>
                    }
                  />
                );
              })}
            </RowList>
          </Sheet>
        )}
      </Section>
      {events.length > 0 && (
        <Section title="Events from incident plans">
          <p className={styles.muted}>Charts show their kind and day. Nothing else of a plan comes here.</p>
          <Sheet>
            <RowList aria-label="Events from incident plans">
              {events.map(({ id, value }) => (
                <Row
                  key={id}
                  title={eventTypeLabels[value.eventType]}
                  detail={formatDate(value.occurredOn)}
                  href={`~/incidents/${id}`}
                />
              ))}
            </RowList>
          </Sheet>
        </Section>
      )}
    </Page>
  );
}
