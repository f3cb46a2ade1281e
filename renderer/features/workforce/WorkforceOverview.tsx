import { CalendarOff, ChartLine, FileUp, Users } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { formatDate, formatMonth } from '@shared/kernel/local-date';
import {
  averageHeadcount12,
  caseloadChart,
  headcountChart,
  sicknessRateChart,
  turnoverChart,
} from '@shared/charts/workforce-charts';
import { formatAverage } from '@shared/charts/month-points';
import { formatValue } from '@shared/charts/chart-spec';
import type { WorkforceMonth } from '@shared/statistics/monthly-workforce';
import { wilsonInterval } from '@shared/statistics/wilson';
import { caseloadMonths } from '@shared/workforce/caseload';
import { latestVacancies, type TeamVacancy, type VacancyMonth } from '@shared/workforce/vacancies';
import { workforceView, type WorkforceView } from '@shared/workforce/workforce-inputs';
import { Chart } from '../../charts';
import { useToday } from '../../platform';
import { useRecords } from '../../vault';
import {
  DataTable,
  EmptyState,
  Figure,
  FigureRow,
  LinkButton,
  Note,
  Page,
  Section,
  Segmented,
  Sheet,
} from '../../ui';
import { explanations, How } from './How';

const ranges = ['12', '24', '36'] as const;
type Range = (typeof ranges)[number];

/** A full-time week where nobody has set one. */
const usualFullTimeWeek = 37.5;
/** Below this the rate of leaving is told with its likely range and as a count. */
const smallTeamBelow = 100;

function percent(value: number): string {
  return formatValue(value, 'percent');
}

function leaverWords(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}

function SmallNumbers(props: { readonly now: WorkforceMonth }) {
  const { now } = props;
  const average = averageHeadcount12(now);
  const interval = wilsonInterval(now.leavers12, average);
  if (interval === null || average >= smallTeamBelow) return null;
  return (
    <Note kind="info" title={`${now.leavers12} of ${formatAverage(average)} left`}>
      With so few people, read the count before the rate. One leaver more or less moves it by{' '}
      {(100 / average).toFixed(1)} points. A rate from {percent(interval.lower)} to {percent(interval.upper)}{' '}
      would fit this count (Wilson, 95%).
    </Note>
  );
}

function vacancyCells(row: TeamVacancy): ReactNode[] {
  const isOver = row.vacantWte < -0.005;
  return [
    row.team,
    row.fundedWte.toFixed(1),
    row.peopleInPost === 0 ? 'Nobody' : row.wteInPost.toFixed(1),
    isOver ? `over by ${Math.abs(row.vacantWte).toFixed(1)}` : Math.abs(row.vacantWte).toFixed(1),
    row.rate === null ? 'Not enough data' : isOver ? '' : percent(Math.max(0, row.rate)),
  ];
}

function Vacancies(props: { readonly vacancies: VacancyMonth }) {
  const { month, teams, total } = props.vacancies;
  const empty = teams.filter(({ peopleInPost, fundedWte }) => peopleInPost === 0 && fundedWte > 0);
  return (
    <Section title="Vacant posts">
      {empty.length > 0 && (
        <Note kind="caution" title={`Nobody in post in ${empty.map(({ team }) => team).join(', ')}`}>
          If people work there, the team may be written differently in People. Use one name in both, then
          these posts count as filled.
        </Note>
      )}
      <Sheet pad>
        <DataTable
          caption={`Funded posts and people in post, in WTE, at the end of ${formatMonth(month)}`}
          columns={[
            { key: 'team', label: 'Team' },
            { key: 'funded', label: 'Funded', align: 'right' },
            { key: 'inPost', label: 'In post', align: 'right' },
            { key: 'vacant', label: 'Vacant', align: 'right' },
            { key: 'rate', label: 'Share of funded', align: 'right' },
          ]}
          rows={[
            ...teams.map((team) => ({ key: team.team, cells: vacancyCells(team) })),
            { key: '(total)', cells: vacancyCells(total), isTotal: true },
          ]}
        />
        <How explanation={explanations.vacancies} />
      </Sheet>
    </Section>
  );
}

function Figures(props: {
  readonly view: WorkforceView;
  readonly now: WorkforceMonth;
  readonly vacancies: VacancyMonth | null;
}) {
  const { view, now, vacancies } = props;
  const lastFull = view.months.at(-1) ?? null;
  const hasSickness =
    lastFull !== null && view.sicknessKnownFrom !== null && lastFull.month >= view.sicknessKnownFrom;
  const hasTurnover = now.openingHeadcount12 > 0 && now.turnoverAverage12 !== null;
  return (
    <FigureRow>
      <Figure label={`People in post, ${now.wte.toFixed(1)} WTE`} value={now.headcount} />
      <Figure label="Volunteers, counted apart" value={now.volunteers} />
      <Figure label="Started in 12 months" value={view.starters12} />
      <Figure
        label={
          hasTurnover
            ? `Turnover over 12 months: ${leaverWords(now.leavers12)} of ${formatAverage(averageHeadcount12(now))} on average`
            : 'Turnover over 12 months'
        }
        value={hasTurnover ? percent(now.turnoverAverage12) : 'Not enough data'}
      />
      <Figure
        label={
          hasSickness
            ? `Sickness, ${formatMonth(lastFull.month)}: ${lastFull.fteDaysLost.toFixed(1)} of ${lastFull.fteDaysAvailable.toFixed(1)} WTE days`
            : 'Sickness'
        }
        value={
          hasSickness && lastFull.sicknessRate !== null ? percent(lastFull.sicknessRate) : 'Not enough data'
        }
      />
      {vacancies !== null && (
        <Figure
          label={
            vacancies.total.vacantWte < 0
              ? `WTE over ${vacancies.total.fundedWte.toFixed(1)} funded`
              : `WTE vacant of ${vacancies.total.fundedWte.toFixed(1)} funded`
          }
          value={Math.abs(vacancies.total.vacantWte).toFixed(1)}
        />
      )}
    </FigureRow>
  );
}

function actions(): ReactNode {
  return (
    <>
      <LinkButton href="/absences" icon={<CalendarOff aria-hidden="true" />}>
        Away from work
      </LinkButton>
      <LinkButton href="/bring-in" icon={<FileUp aria-hidden="true" />}>
        Bring in figures
      </LinkButton>
      <LinkButton href="/absences/new" variant="primary">
        Log an absence
      </LinkButton>
    </>
  );
}

/** The figures on a day, then each series: sentence, drawing, table, and how it is worked out. */
export function WorkforceOverview() {
  const today = useToday();
  const people = useRecords('person');
  const absences = useRecords('absence');
  const counts = useRecords('caseload-count');
  const establishment = useRecords('establishment');
  const service = useRecords('service')[0];
  const [range, setRange] = useState<Range>('36');
  const fullTimeWeeklyHours = service?.value.fullTimeWeeklyHours ?? usualFullTimeWeek;

  const view = useMemo(
    () => workforceView({ people, absences, fullTimeWeeklyHours, asOf: today }, Number(range)),
    [people, absences, fullTimeWeeklyHours, today, range],
  );
  const caseload = useMemo(() => {
    const first = view.months[0]?.month;
    const last = view.months.at(-1)?.month;
    if (first === undefined || last === undefined) return [];
    return caseloadMonths(counts, people, fullTimeWeeklyHours).filter(
      (row) => row.month >= first && row.month <= last,
    );
  }, [counts, people, fullTimeWeeklyHours, view.months]);
  const vacancies = useMemo(() => {
    const last = view.months.at(-1)?.month;
    return last === undefined ? null : latestVacancies(establishment, people, fullTimeWeeklyHours, last);
  }, [establishment, people, fullTimeWeeklyHours, view.months]);

  if (people.length === 0 || view.now === null) {
    return (
      <Page title="Workforce" lede="Who is in post, who left, who is away, and whether that is changing.">
        <EmptyState
          icon={<ChartLine />}
          title="Start with your staff list"
          action={
            <LinkButton href="/bring-in/people" variant="primary" icon={<Users aria-hidden="true" />}>
              Bring in a staff list
            </LinkButton>
          }
        >
          <p>
            Headcount and turnover come from start dates and last days, so keep people who have left. For
            example: a CSV with name, role, start date, last day and weekly hours.
          </p>
          <p>Absences, caseload and funded posts can follow, from a file or by hand.</p>
        </EmptyState>
      </Page>
    );
  }

  const { now } = view;
  return (
    <Page
      title="Workforce"
      lede={`On ${formatDate(now.through)}. Volunteers are counted apart and enter no rate.`}
      actions={actions()}
    >
      <Figures view={view} now={now} vacancies={vacancies} />
      {!view.hasLeavers && (
        <Note kind="caution" title="Nobody on your list has left">
          If your staff list leaves out people who left, turnover reads as 0.{' '}
          <LinkButton href="/bring-in/people" variant="quiet" size="small">
            Bring in leavers too
          </LinkButton>
        </Note>
      )}
      {now.withoutHours > 0 && (
        <Note
          kind="caution"
          title={
            now.withoutHours === 1
              ? '1 person has no weekly hours'
              : `${now.withoutHours} people have no weekly hours`
          }
        >
          They count as people, but add nothing to WTE and days. Add their hours under People.
        </Note>
      )}
      <Segmented
        label="Months shown"
        name="range"
        value={range}
        onChange={setRange}
        options={ranges.map((value) => ({ value, label: `Last ${value} months` }))}
      />
      <Sheet pad>
        <Chart spec={turnoverChart(view.months, view.earlier)} />
        {now.openingHeadcount12 > 0 && <SmallNumbers now={now} />}
        <How explanation={explanations.turnover} />
      </Sheet>
      <Sheet pad>
        <Chart spec={sicknessRateChart(view.months, view.sicknessKnownFrom)} />
        <How explanation={explanations.sickness} />
      </Sheet>
      <Sheet pad>
        <Chart spec={headcountChart(view.months)} />
        <How explanation={explanations.headcount} />
      </Sheet>
      {caseload.length > 0 && (
        <Sheet pad>
          <Chart spec={caseloadChart(caseload)} />
          <How explanation={explanations.caseload} />
        </Sheet>
      )}
      {vacancies !== null && <Vacancies vacancies={vacancies} />}
    </Page>
  );
}
