import { useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import {
  wellbeingCheckLabels,
  wellbeingCheckStateLabels,
  type WellbeingCheckId,
} from '@shared/readiness/sub-checks';
import type { CheckFound } from '@shared/readiness/wellbeing-checks';
import { useChangeRecord } from '../../../records/use-change-record';
import { Button, Row, RowList, Section, Sheet, Status, TextLink } from '../../../ui';
import type { StoredRecord } from '../../../vault';
import { NoteDialog } from './NoteDialog';
import { foundStatus } from './readiness-words';
import styles from './readiness.module.css';
import { useWellbeingChecks } from './use-wellbeing-checks';

const proofHref = {
  baseline: '~/wellbeing',
  supervision: '~/supervision',
  'event-plan': '~/incidents/rehearsal',
  'caseload-limit': '~/settings',
  facilities: '~/spaces',
  'leaders-habits': '~/today/habits',
  feedback: '~/wellbeing',
  volunteers: '~/supervision',
} as const satisfies Record<WellbeingCheckId, string>;

/** What the records say of staff wellbeing, line by line. `isBrief`: without the way to add words. */
export function FoundList(props: {
  readonly check: StoredRecord<'readiness-check'>;
  readonly isBrief?: boolean;
}) {
  const { check, isBrief = false } = props;
  const found = useWellbeingChecks(check.value);
  const [noting, setNoting] = useState<WellbeingCheckId | null>(null);
  const change = useChangeRecord('readiness-check', check.id);
  const finishedOn = check.value.finalisedOn;
  const isOpen = finishedOn === null;
  return (
    <Section
      title={
        isOpen
          ? 'What the records say of staff wellbeing today'
          : `What the records said on ${formatDate(finishedOn)}`
      }
    >
      <Sheet>
        <RowList aria-label="Staff wellbeing, line by line">
          {found.map((each) => (
            <FoundRow
              key={each.check}
              found={each}
              note={check.value.checkNotes[each.check]}
              onNote={
                isOpen && !isBrief
                  ? () => {
                      setNoting(each.check);
                    }
                  : null
              }
              isLinked={isOpen}
            />
          ))}
        </RowList>
      </Sheet>
      {noting !== null && (
        <NoteDialog
          check={noting}
          note={check.value.checkNotes[noting]}
          onClose={() => {
            setNoting(null);
          }}
          onSave={(note) =>
            change((now) => ({ ...now, checkNotes: { ...now.checkNotes, [noting]: note } }), 'Saved.')
          }
        />
      )}
    </Section>
  );
}

function FoundRow(props: {
  readonly found: CheckFound;
  readonly note: string;
  readonly onNote: (() => void) | null;
  readonly isLinked: boolean;
}) {
  const { found, note, onNote, isLinked } = props;
  const { check, state, words } = found;
  const label = wellbeingCheckLabels[check];
  return (
    <Row
      title={label}
      detail={
        <>
          {words}{' '}
          {isLinked && (
            <TextLink href={proofHref[check]} aria-label={`See where it stands: ${label}`}>
              See it
            </TextLink>
          )}
          {note !== '' && <span className={styles.added}>{note}</span>}
        </>
      }
      status={<Status kind={foundStatus[state]}>{wellbeingCheckStateLabels[state]}</Status>}
      action={
        onNote === null ? undefined : (
          <Button
            variant="quiet"
            size="small"
            aria-label={`${note === '' ? 'Add words' : 'Change words'}: ${label}`}
            onPress={onNote}
          >
            {note === '' ? 'Add words' : 'Change words'}
          </Button>
        )
      }
    />
  );
}
