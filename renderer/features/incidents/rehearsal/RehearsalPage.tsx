import { Timer } from 'lucide-react';
import { useState } from 'react';
import { timeWords } from '@shared/event-plans/rehearsal';
import { formatDate } from '@shared/kernel/local-date';
import { eventTypeLabels } from '@shared/records/event-plan/event-plan';
import { randomBelow } from '../../../platform';
import {
  Button,
  Columns,
  EmptyState,
  Form,
  FormActions,
  Page,
  Row,
  RowList,
  Section,
  Sheet,
  Status,
  TextField,
  useGo,
} from '../../../ui';
import { useRecords } from '../../../vault';
import { IncidentsNav } from '../IncidentsNav';
import { highestDrill, readDrillNumber } from './drill-values';
import styles from './rehearsal.module.css';
import { missedCount } from './rehearsal-words';

/** Start a drill, and look back at those that were held. */
export function RehearsalPage() {
  const go = useGo();
  const rehearsals = useRecords('rehearsal');
  const newestFirst = [...rehearsals].sort(
    (left, right) => right.value.heldOn.localeCompare(left.value.heldOn) || right.savedAt - left.savedAt,
  );
  return (
    <Page
      title="Rehearsal"
      docTitle="Rehearsal"
      crumbs={[{ label: 'Incidents', href: '~/incidents' }]}
      lede="Make a plan for a made-up event, against the clock. Better now than on a Friday at half past five."
    >
      <IncidentsNav />
      <Columns
        main={
          <Section title="Earlier rehearsals">
            {newestFirst.length === 0 ? (
              <EmptyState icon={<Timer />} title="None held yet">
                Twice a year is a good habit, and after somebody new joins. For example: “2 min 44 s, two
                things missed”.
              </EmptyState>
            ) : (
              <Sheet>
                <RowList aria-label="Earlier rehearsals">
                  {newestFirst.map(({ id, value }) => (
                    <Row
                      key={id}
                      href={`~/incidents/rehearsal/${id}`}
                      title={formatDate(value.heldOn)}
                      detail={`${eventTypeLabels[value.eventType]}, made up. It took ${timeWords(value.seconds)}.`}
                      status={
                        <Status kind={value.missed.length === 0 ? 'good' : 'later'}>
                          {missedCount(value.missed.length)}
                        </Status>
                      }
                    />
                  ))}
                </RowList>
              </Sheet>
            )}
          </Section>
        }
        side={
          <>
            <Section title="Hold one now">
              <p>
                It takes about three minutes. A colleague rings with a made-up event. You make the plan. Then
                you see the time, and what was missed.
              </p>
              <div className={styles.start}>
                <Button
                  variant="primary"
                  onPress={() => {
                    go(`~/incidents/rehearsal/drill/${String(1 + randomBelow(highestDrill))}`);
                  }}
                >
                  Start a rehearsal
                </Button>
              </div>
              <p className={styles.small}>
                The events are like real ones, in plain words. Choose a calm moment. You may stop at any time.
              </p>
            </Section>
            <SameDrill />
          </>
        }
      />
    </Page>
  );
}

function SameDrill() {
  const go = useGo();
  const [number, setNumber] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Section title="The same drill as another team">
      <Form
        aria-label="The same drill as another team"
        errors={problem === null ? [] : [{ field: 'number', message: problem }]}
        onSubmit={() => {
          const read = readDrillNumber(number);
          setProblem(read === null ? 'Enter the number of the drill, from 1 to 9999' : null);
          if (read !== null) go(`~/incidents/rehearsal/drill/${String(read)}`);
        }}
      >
        <TextField
          name="number"
          label="Number of the drill"
          hint="It stands at the top of a drill."
          width="short"
          inputMode="numeric"
          value={number}
          error={problem ?? undefined}
          onChange={setNumber}
        />
        <FormActions>
          <Button type="submit">Start this drill</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
