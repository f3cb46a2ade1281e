import { Route, Switch } from 'wouter';
import { HistoryPage } from '../../records/history/HistoryPage';
import { EditPerson, NewPerson } from './PersonForm';
import { ImportPeople } from './ImportPeople';
import { PeoplePage } from './PeoplePage';
import { PersonPage } from './PersonPage';

export function PeoplePlace() {
  return (
    <Switch>
      <Route path="/new">
        <NewPerson />
      </Route>
      <Route path="/import">
        <ImportPeople />
      </Route>
      <Route path="/:id/edit">{({ id }) => <EditPerson key={id} id={id} />}</Route>
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
