import { Route, Switch } from 'wouter';
import { HistoryPage } from '../../records/history/HistoryPage';
import { EditAffectedPage } from './EditAffectedPage';
import { IncidentsList } from './IncidentsList';
import { NewPlanPage } from './NewPlanPage';
import { PlanPage } from './PlanPage';

/** Hard events: a plan for each, and nobody forgotten. */
export function IncidentsPlace() {
  return (
    <Switch>
      <Route path="/new">
        <NewPlanPage />
      </Route>
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
