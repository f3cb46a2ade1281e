import { useEffect } from 'react';
import { Route, Switch, useSearch } from 'wouter';
import { isRecordId } from '@shared/kernel/ids';
import { HistoryPage } from '../../records/history/HistoryPage';
import { useGo } from '../../ui';
import { CoveragePage } from './CoveragePage';
import { ImportSupervision } from './ImportSupervision';
import { EditSession, NewSession } from './SessionForm';
import { SessionPage } from './SessionPage';
import { SessionsPage } from './SessionsPage';

/** Links may say who it is for as `?person=ID`; it becomes part of the route, so that it does not stick to later ones. */
function NewForSomeone() {
  const person = new URLSearchParams(useSearch()).get('person');
  const go = useGo();
  const isKnown = person !== null && isRecordId(person);
  useEffect(() => {
    if (isKnown) go(`~/supervision/new/${person}?`);
  });
  return isKnown ? null : <NewSession personId={null} />;
}

export function SupervisionPlace() {
  return (
    <Switch>
      <Route path="/new">
        <NewForSomeone />
      </Route>
      <Route path="/new/:personId">
        {({ personId }) => <NewSession key={personId} personId={personId} />}
      </Route>
      <Route path="/drafts/:draftId">
        {({ draftId }) => <NewSession key={draftId} personId={null} draftId={draftId} />}
      </Route>
      <Route path="/import">
        <ImportSupervision />
      </Route>
      <Route path="/sessions">
        <SessionsPage />
      </Route>
      <Route path="/:id/edit">{({ id }) => <EditSession key={id} id={id} />}</Route>
      <Route path="/:id/history">
        {({ id }) => (
          <HistoryPage
            key={id}
            kind="supervision-session"
            id={id}
            crumbs={[
              { label: 'Supervision', href: '~/supervision' },
              { label: 'Record', href: `~/supervision/${id}` },
            ]}
          />
        )}
      </Route>
      <Route path="/:id">{({ id }) => <SessionPage key={id} id={id} />}</Route>
      <Route>
        <CoveragePage />
      </Route>
    </Switch>
  );
}
