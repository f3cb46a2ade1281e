import { Route, Switch } from 'wouter';
import { HistoryPage } from '../../../records/history/HistoryPage';
import { GroupFormPage } from './GroupForm';
import { GroupPage } from './GroupPage';
import { GroupsPage } from './GroupsPage';
import { groupCrumbs } from './NoGroup';
import { EditSittingPage, NewSittingPage } from './SittingForm';
import { SittingPage } from './SittingPage';

/** Groups and their sittings, as pages of Supervision. */
export function GroupRoutes() {
  return (
    <Switch>
      <Route path="/groups/new">
        <GroupFormPage id={null} />
      </Route>
      <Route path="/groups/:id/edit">{({ id }) => <GroupFormPage key={id} id={id} />}</Route>
      <Route path="/groups/:id/sitting">{({ id }) => <NewSittingPage key={id} groupId={id} />}</Route>
      <Route path="/groups/:id/history">
        {({ id }) => (
          <HistoryPage
            key={id}
            kind="reflective-group"
            id={id}
            crumbs={[...groupCrumbs, { label: 'Group', href: `~/supervision/groups/${id}` }]}
          />
        )}
      </Route>
      <Route path="/groups/:id">{({ id }) => <GroupPage key={id} id={id} />}</Route>
      <Route path="/sittings/:id/edit">{({ id }) => <EditSittingPage key={id} id={id} />}</Route>
      <Route path="/sittings/:id/history">
        {({ id }) => (
          <HistoryPage
            key={id}
            kind="group-session"
            id={id}
            crumbs={[...groupCrumbs, { label: 'Sitting', href: `~/supervision/sittings/${id}` }]}
          />
        )}
      </Route>
      <Route path="/sittings/:id">{({ id }) => <SittingPage key={id} id={id} />}</Route>
      <Route>
        <GroupsPage />
      </Route>
    </Switch>
  );
}
