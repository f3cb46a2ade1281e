import { Route, Switch } from 'wouter';
import { BlankPlanPage } from './plans/BlankPlanPage';
import { SharedPlanPage } from './plans/SharedPlanPage';
import { PlansPage } from './plans/PlansPage';
import { EditRoundPage, NewRoundPage } from './RoundForm';
import { RoundPage } from './RoundPage';
import { WellbeingHome } from './WellbeingHome';

/** Rounds of a measure: open, enter, close, and read against the locked baseline. And what people share of their plans. */
export function WellbeingPlace() {
  return (
    <Switch>
      <Route path="/new">
        <NewRoundPage />
      </Route>
      <Route path="/rounds/:id/edit">{({ id }) => <EditRoundPage id={id} />}</Route>
      <Route path="/rounds/:id">{({ id }) => <RoundPage id={id} />}</Route>
      <Route path="/plans">
        <PlansPage />
      </Route>
      <Route path="/plans/blank">
        <BlankPlanPage />
      </Route>
      <Route path="/plans/:id">{({ id }) => <SharedPlanPage id={id} />}</Route>
      <Route>
        <WellbeingHome />
      </Route>
    </Switch>
  );
}
