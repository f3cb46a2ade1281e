import { CalendarOff, ChartLine, FileUp, PencilLine, Users } from 'lucide-react';
import { formatDate } from '@shared/kernel/local-date';
import type { FigureRow } from '@shared/workforce/figure-row';
import { measureOf } from '@shared/workforce/measures';
import { useToday } from '../../platform';
import { EmptyState, LinkButton, Note, Page } from '../../ui';
import { useRecords } from '../../vault';
import { fullMonths, useFigureGroups } from './figure/use-figure';
import { AllFigures } from './overview/AllFigures';
import { OverviewCharts } from './overview/Charts';
import { Tiles } from './overview/Tiles';
import { VacantPosts } from './overview/VacantPosts';
import { WorkforceNav } from './workforce-nav';

const actions = (
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

function Start() {
  return (
    <Page title="Workforce" lede="Who is in post, who left, who is away, and whether that is changing.">
      <WorkforceNav />
      <EmptyState
        icon={<ChartLine />}
        title="Start with your staff list"
        action={
          <>
            <LinkButton href="/bring-in/people" variant="primary" icon={<Users aria-hidden="true" />}>
              Bring in a staff list
            </LinkButton>
            <LinkButton href="/by-hand" icon={<PencilLine aria-hidden="true" />}>
              Type figures by the month
            </LinkButton>
          </>
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

/** What the figures rest on, where it makes them look better or smaller than they are. */
function Cautions(props: { readonly now: FigureRow }) {
  const { now } = props;
  const hasLeavers = useRecords('person').some(({ value }) => value.lastDay !== null);
  const isOfRecords = now.source.staff === 'records';
  return (
    <>
      {isOfRecords && !hasLeavers && (
        <Note kind="caution" title="Nobody on your list has left">
          If your staff list leaves out people who left, turnover reads as 0.{' '}
          <LinkButton href="/bring-in/people" variant="quiet" size="small">
            Bring in leavers too
          </LinkButton>
        </Note>
      )}
      {isOfRecords && now.withoutHours > 0 && (
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
    </>
  );
}

/** The figures on a day, the series that matter most, and every figure with its newest sentence. */
export function WorkforceOverview() {
  const today = useToday();
  const groups = useFigureGroups(today);
  const hasAny = [
    useRecords('person').length,
    useRecords('month-figures').length,
    useRecords('practice-time').length,
  ].some((count) => count > 0);
  if (!hasAny) return <Start />;
  const service = groups?.find(({ team }) => team === null);
  const rows = fullMonths(service);
  const now = service?.rows.findLast((row) => measureOf('headcount').valueOf(row) !== null);
  return (
    <Page
      title="Workforce"
      lede={
        now === undefined
          ? 'Who is in post, who left, who is away, and whether that is changing.'
          : `On ${formatDate(now.through)}. Volunteers are counted apart and enter no rate.`
      }
      actions={actions}
    >
      <WorkforceNav />
      {groups === null ? (
        <p role="status">Working out the figures.</p>
      ) : (
        <>
          {now !== undefined && (
            <>
              <Tiles now={now} rows={rows} />
              <Cautions now={now} />
              <OverviewCharts rows={rows} now={now} />
            </>
          )}
          <VacantPosts groups={groups} />
          <AllFigures rows={rows} />
        </>
      )}
    </Page>
  );
}
