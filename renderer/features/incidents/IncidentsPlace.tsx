import { Route, Switch } from 'wouter';
import { HistoryPage } from '../../records/history/HistoryPage';
import { DatesPage } from './DatesPage';
import { EditAffectedPage } from './EditAffectedPage';
import { IncidentsList } from './IncidentsList';
import { InvestigationPage } from './InvestigationPage';
import { NewPlanPage } from './NewPlanPage';
import { NotificationsPage } from './NotificationsPage';
import { PlanPage } from './PlanPage';
import { ExposurePage } from './exposure/ExposurePage';
import { MonthPage } from './month/MonthPage';
import { EditReadyPage } from './ready/EditReadyPage';
import { ReadyPage } from './ready/ReadyPage';
import { DrillPage } from './rehearsal/DrillPage';
import { RehearsalPage } from './rehearsal/RehearsalPage';
import { RehearsalRecordPage } from './rehearsal/RehearsalRecordPage';
import { EditTemplatePage } from './templates/EditTemplatePage';
import { TemplatePage } from './templates/TemplatePage';
import { TemplatesPage } from './templates/TemplatesPage';
import { TimelinePage } from './timeline/TimelinePage';

/** Hard events: a plan for each, and nobody forgotten. */
export function IncidentsPlace() {
  return (
    <Switch>
      <Route path="/new">
        <NewPlanPage />
      </Route>
      <Route path="/month/:month?">{({ month }) => <MonthPage month={month} />}</Route>
      <Route path="/exposure">
        <ExposurePage />
      </Route>
      <Route path="/ready">
        <ReadyPage />
      </Route>
      <Route path="/ready/edit">
        <EditReadyPage />
      </Route>
      <Route path="/ready/:id/history">
        {({ id }) => (
          <HistoryPage
            key={id}
            kind="ready-plan"
            id={id}
            crumbs={[
              { label: 'Incidents', href: '~/incidents' },
              { label: 'Ready plan', href: '~/incidents/ready' },
            ]}
          />
        )}
      </Route>
      <Route path="/rehearsal">
        <RehearsalPage />
      </Route>
      <Route path="/rehearsal/drill/:number">
        {({ number }) => <DrillPage key={number} number={number} />}
      </Route>
      <Route path="/rehearsal/:id">{({ id }) => <RehearsalRecordPage key={id} id={id} />}</Route>
      <Route path="/:id/timeline">{({ id }) => <TimelinePage key={id} id={id} />}</Route>
      <Route path="/templates">
        <TemplatesPage />
      </Route>
      <Route path="/templates/:id">{({ id }) => <TemplatePage key={id} id={id} />}</Route>
      <Route path="/templates/:id/edit">{({ id }) => <EditTemplatePage key={id} id={id} />}</Route>
      <Route path="/templates/:id/history">
        {({ id }) => (
          <HistoryPage
            key={id}
            kind="plan-template"
            id={id}
            crumbs={[
              { label: 'Incidents', href: '~/incidents' },
              { label: 'Templates', href: '~/incidents/templates' },
            ]}
          />
        )}
      </Route>
      <Route path="/:id/opened">{({ id }) => <PlanPage key={id} id={id} isFresh />}</Route>
      <Route path="/:id/notifications">{({ id }) => <NotificationsPage key={id} id={id} />}</Route>
      <Route path="/:id/dates">{({ id }) => <DatesPage key={id} id={id} />}</Route>
      <Route path="/:id/investigation">{({ id }) => <InvestigationPage key={id} id={id} />}</Route>
      <Route path="/:id/people">{({ id }) => <EditAffectedPage key={id} id={id} />}</Route>
      <Route path="/:id/history">
        {({ id }) => (
          <HistoryPage
            key={id}
            kind="event-plan"
            id={id}
            crumbs={[
              { label: 'Incidents', href: '~/incidents' },
              { label: 'Plan', href: `~/incidents/${id}` },
            ]}
          />
        )}
      </Route>
      <Route path="/:id">{({ id }) => <PlanPage key={id} id={id} />}</Route>
      <Route>
        <IncidentsList />
      </Route>
    </Switch>
  );
}
