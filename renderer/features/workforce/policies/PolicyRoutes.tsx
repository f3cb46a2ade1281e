import { Route, Switch } from 'wouter';
import { HistoryPage } from '../../../records/history/HistoryPage';
import { PoliciesPage } from './PoliciesPage';
import { policyCrumbs } from './policy-crumbs';
import { EditPolicyPage, NewPolicyPage } from './PolicyForm';
import { PolicyPage } from './PolicyPage';

/** Reviews of policies, as pages of Workforce. */
export function PolicyRoutes() {
  return (
    <Switch>
      <Route path="/policies/new">
        <NewPolicyPage />
      </Route>
      <Route path="/policies/:id/edit">{({ id }) => <EditPolicyPage key={id} id={id} />}</Route>
      <Route path="/policies/:id/history">
        {({ id }) => (
          <HistoryPage
            key={id}
            kind="policy-review"
            id={id}
            crumbs={[...policyCrumbs, { label: 'Review', href: `~/workforce/policies/${id}` }]}
          />
        )}
      </Route>
      <Route path="/policies/:id">{({ id }) => <PolicyPage key={id} id={id} />}</Route>
      <Route>
        <PoliciesPage />
      </Route>
    </Switch>
  );
}
