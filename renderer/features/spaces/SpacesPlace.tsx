import { Route, Switch } from 'wouter';
import { HistoryPage } from '../../records/history/HistoryPage';
import { EditCheckPage, NewCheckPage } from './checks/CheckForm';
import { CheckPage } from './checks/CheckPage';
import { PrintPage } from './checks/PrintPage';
import { PhotosPage } from './photos/PhotosPage';
import { SpacesSettingsPage } from './photos/SettingsPage';
import { EditResourcePage, NewResourcePage } from './resources/ResourceForm';
import { ResourcePage } from './resources/ResourcePage';
import { ResourcesPage } from './resources/ResourcesPage';
import { RoomPage } from './rooms/RoomPage';
import { EditSitePage, NewSitePage } from './sites/SiteForm';
import { SitePage } from './sites/SitePage';
import { SitesPage } from './sites/SitesPage';
import { resourceCrumbs, spacesCrumbs } from './spaces-crumbs';

/** Where people work: rooms, checks, and what is there to settle with. */
export function SpacesPlace() {
  return (
    <Switch>
      <Route path="/new">
        <NewSitePage />
      </Route>
      <Route path="/settings">
        <SpacesSettingsPage />
      </Route>
      <Route path="/resources">
        <ResourcesPage />
      </Route>
      <Route path="/resources/new">
        <NewResourcePage />
      </Route>
      <Route path="/resources/:id/edit">{({ id }) => <EditResourcePage key={id} id={id} />}</Route>
      <Route path="/resources/:id/history">
        {({ id }) => (
          <HistoryPage
            key={id}
            kind="resource"
            id={id}
            crumbs={[...resourceCrumbs, { label: 'Resource', href: `~/spaces/resources/${id}` }]}
          />
        )}
      </Route>
      <Route path="/resources/:id">{({ id }) => <ResourcePage key={id} id={id} />}</Route>
      <Route path="/checks/:id/edit">{({ id }) => <EditCheckPage key={id} id={id} />}</Route>
      <Route path="/checks/:id/print">{({ id }) => <PrintPage key={id} id={id} />}</Route>
      <Route path="/checks/:id/history">
        {({ id }) => (
          <HistoryPage
            key={id}
            kind="space-check"
            id={id}
            crumbs={[...spacesCrumbs, { label: 'Check', href: `~/spaces/checks/${id}` }]}
          />
        )}
      </Route>
      <Route path="/checks/:id">{({ id }) => <CheckPage key={id} id={id} />}</Route>
      <Route path="/:id/edit">{({ id }) => <EditSitePage key={id} id={id} />}</Route>
      <Route path="/:id/history">
        {({ id }) => (
          <HistoryPage
            key={id}
            kind="site"
            id={id}
            crumbs={[...spacesCrumbs, { label: 'Site', href: `~/spaces/${id}` }]}
          />
        )}
      </Route>
      <Route path="/:id/photos">{({ id }) => <PhotosPage key={id} siteId={id} />}</Route>
      <Route path="/:id/rooms/new">{({ id }) => <RoomPage key={id} siteId={id} roomId={null} />}</Route>
      <Route path="/:id/rooms/:room">
        {({ id, room }) => <RoomPage key={`${id}${room}`} siteId={id} roomId={room} />}
      </Route>
      <Route path="/:id/checks/new/:group">
        {({ id, group }) => <NewCheckPage key={`${id}${group}`} siteId={id} group={group} />}
      </Route>
      <Route path="/:id">{({ id }) => <SitePage key={id} id={id} />}</Route>
      <Route>
        <SitesPage />
      </Route>
    </Switch>
  );
}
