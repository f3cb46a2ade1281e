import { Route, Switch } from 'wouter';
import { EditRoundPage, NewRoundPage } from './RoundForm';
import { RoundPage } from './RoundPage';
import { WellbeingHome } from './WellbeingHome';

/** Rounds of a measure: open, enter, close, and read against the locked baseline. */
export function WellbeingPlace() {
  return (
    <Switch>
      <Route path="/new">
        <NewRoundPage />
      </Route>
      <Route path="/rounds/:id/edit">{({ id }) => <EditRoundPage id={id} />}</Route>
      <Route path="/rounds/:id">{({ id }) => <RoundPage id={id} />}</Route>
      <Route>
        <WellbeingHome />
      </Route>
    </Switch>
  );
}
