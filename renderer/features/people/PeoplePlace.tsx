import { Route, Switch } from 'wouter';
import { HistoryPage } from '../../records/history/HistoryPage';
import { ImportPeople } from './ImportPeople';
import { DuplicatesPage } from './merge/DuplicatesPage';
import { MergePage } from './merge/MergePage';
import { PeoplePage } from './PeoplePage';
import { EditPerson, NewPerson } from './PersonForm';
import { PersonPage } from './PersonPage';
import { EditMovePage, ProcessMovePage } from './process/ProcessMoveForm';
import { ProcessMoveView } from './process/ProcessMoveView';
import { CopyPage } from './requests/CopyPage';
import { RecordedPage } from './requests/RecordedPage';
import { EditRequest, NewRequest } from './requests/RequestForm';
import { RequestPage } from './requests/RequestPage';
import { RequestsPage } from './requests/RequestsPage';
import { ReturnPage } from './ReturnForm';
import { TeamRoutes } from './team/TeamRoutes';

export function PeoplePlace() {
  return (
    <Switch>
      <Route path="/new">
        <NewPerson />
      </Route>
      <Route path="/import">
        <ImportPeople />
      </Route>
      <Route path="/team/*?">
        <TeamRoutes />
      </Route>
      <Route path="/merge">
        <DuplicatesPage />
      </Route>
      <Route path="/merge/:firstId/:secondId">
        {({ firstId, secondId }) => (
          <MergePage key={`${firstId}${secondId}`} firstId={firstId} secondId={secondId} />
        )}
      </Route>
      <Route path="/requests">
        <RequestsPage />
      </Route>
      <Route path="/requests/new">
        <NewRequest personId="" />
      </Route>
      <Route path="/requests/new/:personId">
        {({ personId }) => <NewRequest key={personId} personId={personId} />}
      </Route>
      <Route path="/requests/:id/edit">{({ id }) => <EditRequest key={id} id={id} />}</Route>
      <Route path="/requests/:id/copy">{({ id }) => <CopyPage key={id} id={id} />}</Route>
      <Route path="/requests/:id">{({ id }) => <RequestPage key={id} id={id} />}</Route>
      <Route path="/process/:id/edit">{({ id }) => <EditMovePage key={id} id={id} />}</Route>
      <Route path="/process/:id/history">
        {({ id }) => (
          <HistoryPage
            key={id}
            kind="process-move"
            id={id}
            crumbs={[
              { label: 'People', href: '~/people' },
              { label: 'Moved to a process', href: `~/people/process/${id}` },
            ]}
          />
        )}
      </Route>
      <Route path="/process/:id">{({ id }) => <ProcessMoveView key={id} id={id} />}</Route>
      <Route path="/recorded/:id">{({ id }) => <RecordedPage key={id} sessionId={id} />}</Route>
      <Route path="/:id/edit">{({ id }) => <EditPerson key={id} id={id} />}</Route>
      <Route path="/:id/return">{({ id }) => <ReturnPage key={id} id={id} />}</Route>
      <Route path="/:id/process">{({ id }) => <ProcessMovePage key={id} id={id} />}</Route>
      <Route path="/:id/history">
        {({ id }) => (
          <HistoryPage
            key={id}
            kind="person"
            id={id}
            crumbs={[
              { label: 'People', href: '~/people' },
              { label: 'Person', href: `~/people/${id}` },
            ]}
          />
        )}
      </Route>
      <Route path="/:id">{({ id }) => <PersonPage key={id} id={id} />}</Route>
      <Route>
        <PeoplePage />
      </Route>
    </Switch>
  );
}
