import { Route, Switch } from 'wouter';
import { EditActionPage, NewActionPage } from './ActionPages';
import { ActionsHome } from './ActionsHome';
import { ReadinessRoutes } from './readiness/ReadinessRoutes';

/** What was agreed, what reviews asked for and what the service does about its findings. */
export function ActionsPlace() {
  return (
    <Switch>
      <Route path="/new/:from?/:id?/:detail?">
        {({ from = '', id = '', detail = '' }) => (
          <NewActionPage key={`${from} ${id} ${detail}`} from={from} id={id} detail={detail} />
        )}
      </Route>
      <Route path="/readiness/*?">
        <ReadinessRoutes />
      </Route>
      <Route path="/:id">{({ id }) => <EditActionPage id={id} />}</Route>
      <Route>
        <ActionsHome />
      </Route>
    </Switch>
  );
}
