import { Route, Switch } from 'wouter';
import { AbsenceFormPage } from './AbsenceForm';
import { AbsencesPage } from './AbsencesPage';
import { BringInPage, BringInTargetPage } from './BringIn';
import { WorkforceOverview } from './WorkforceOverview';

/** Who is in post, who left, who is away, and what the figures mean. */
export function WorkforcePlace() {
  return (
    <Switch>
      <Route path="/bring-in">
        <BringInPage />
      </Route>
      <Route path="/bring-in/:target">{({ target }) => <BringInTargetPage id={target} />}</Route>
      <Route path="/absences">
        <AbsencesPage />
      </Route>
      <Route path="/absences/new">
        <AbsenceFormPage id={null} />
      </Route>
      <Route path="/absences/:id">{({ id }) => <AbsenceFormPage id={id} />}</Route>
      <Route>
        <WorkforceOverview />
      </Route>
    </Switch>
  );
}
