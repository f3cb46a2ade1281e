import { Route, Switch } from 'wouter';
import { EditActionPage, NewActionPage } from './ActionPages';
import { ActionsHome } from './ActionsHome';

/** What was agreed, what reviews asked for and what the service does about its findings. */
export function ActionsPlace() {
  return (
    <Switch>
      <Route path="/new/:waveId?/:scaleId?">
        {({ waveId, scaleId }) => (
          <NewActionPage key={`${waveId} ${scaleId}`} waveId={waveId ?? ''} scaleId={scaleId ?? ''} />
        )}
      </Route>
      <Route path="/:id">{({ id }) => <EditActionPage id={id} />}</Route>
      <Route>
        <ActionsHome />
      </Route>
    </Switch>
  );
}
