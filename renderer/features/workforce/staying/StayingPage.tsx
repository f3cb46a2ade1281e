import { CalendarClock } from 'lucide-react';
import { useMemo, useState } from 'react';
import { retentionChartSpec } from '@shared/charts/retention-chart';
import { hiddenWords } from '@shared/charts/measure-chart';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { leaversKnownFrom, stayingGroups, stayingSpells, type StayingBy } from '@shared/workforce/staying';
import { Chart, SmallMultiples } from '../../../charts';
import { useToday } from '../../../platform';
import { EmptyState, LinkButton, Note, Page, Section, Segmented, Sheet } from '../../../ui';
import { useRecords } from '../../../vault';
import { WorkforceNav } from '../workforce-nav';
import styles from '../workforce.module.css';
import { HowThis } from './HowThis';
import { LookingAhead } from './LookingAhead';
import { StayingFigures, WhyTheyLeft } from './StayingFigures';

const curveExplanation = {
  title: 'the curve',
  formula:
    'Kaplan-Meier: after each length of service at which somebody left, the share still here is multiplied by 1 less leavers over people at risk.',
  above: 'People who left at that length of service, or whose time here ended then.',
  below: 'People at risk: those who were here that long and were followed then. Volunteers are left out.',
  trap: 'The average service of leavers: it leaves out all who stayed. Counting people of before the records from their first day: early leavers among them are not in the list.',
  usedBy: 'The likely range is a 95% interval on the log-log scale, with Greenwood’s variance.',
} as const;

const tooFewWords = 'Too few people have been here long enough for a curve.';

function ByGroup(props: { readonly recordsFrom: LocalDate | null; readonly today: LocalDate }) {
  const { recordsFrom, today } = props;
  const people = useRecords('person');
  const [by, setBy] = useState<StayingBy>('team');
  const charts = useMemo(
    () =>
      stayingGroups(people, by, recordsFrom, today).map(({ id, name, spells }, at) => {
        const spec = retentionChartSpec({ spells: spells ?? [], source: '' });
        return {
          key: id,
          name,
          spec: {
            ...spec,
            id: `retention-${by}-${at}`,
            title: `${name}: share still here, by length of service`,
            // One point is no curve.
            hidden: spells === null ? hiddenWords : spec.x.points.length < 2 ? tooFewWords : spec.hidden,
          },
        };
      }),
    [people, by, recordsFrom, today],
  );
  return (
    <Section title="By team or role">
      <Segmented
        label="Shown by"
        name="staying-by"
        value={by}
        onChange={setBy}
        options={[
          { value: 'team', label: 'Team' },
          { value: 'role', label: 'Role' },
        ]}
      />
      {charts.length === 0 ? (
        <p className={styles.muted}>Nobody has a team yet.</p>
      ) : (
        <Sheet pad>
          <SmallMultiples
            charts={charts}
            label={`How long people stay, by ${by === 'team' ? 'team' : 'role'}`}
            headingLevel={3}
          />
        </Sheet>
      )}
      <p className={styles.muted}>
        Time in the service, by the {by} of now or of the last day. In order of name: this is no ranking.
      </p>
    </Section>
  );
}

/** How long people stay, why those who left did, and what next year would look like if nothing changes. */
export function StayingPage() {
  const today = useToday();
  const people = useRecords('person');
  const recordsFrom = useMemo(() => leaversKnownFrom(people), [people]);
  const spec = useMemo(
    () =>
      retentionChartSpec({
        spells: stayingSpells(people, recordsFrom, today),
        source: `Staff list as of ${formatDate(today)}`,
      }),
    [people, recordsFrom, today],
  );
  return (
    <Page
      title="Staying"
      docTitle="Staying"
      crumbs={[{ label: 'Workforce', href: '~/workforce' }]}
      lede="How long people stay, and what the next 12 months hold if nothing changes."
    >
      <WorkforceNav />
      {people.length === 0 ? (
        <EmptyState
          icon={<CalendarClock />}
          title="Start with your staff list"
          action={<LinkButton href="~/workforce/bring-in/people">Bring in a staff list</LinkButton>}
        >
          <p>Start dates and last days say how long people stay. Keep people who have left.</p>
        </EmptyState>
      ) : (
        <>
          <StayingFigures today={today} />
          {recordsFrom === null && (
            <Note kind="caution" title="Nobody on your list has left">
              If your staff list leaves out people who left, everybody seems to stay.
            </Note>
          )}
          <Sheet pad>
            <Chart spec={spec} />
            <HowThis explanation={curveExplanation} />
          </Sheet>
          {recordsFrom !== null && (
            <p className={styles.muted}>
              Leavers are on your list from {formatDate(recordsFrom)}. Those who were here by then are
              followed from that day.
            </p>
          )}
          <ByGroup recordsFrom={recordsFrom} today={today} />
          <WhyTheyLeft today={today} />
          <LookingAhead today={today} />
        </>
      )}
    </Page>
  );
}
