import { useEffect } from 'react';
import { Route, Switch, useSearch } from 'wouter';
import { isRecordId } from '@shared/kernel/ids';
import { HistoryPage } from '../../records/history/HistoryPage';
import { useGo } from '../../ui';
import { AccessPage } from './access/AccessPage';
import { EditAssignment, NewAssignment } from './access/AssignmentPages';
import { AssignmentsPage } from './access/AssignmentsPage';
import { EditAgreement, NewAgreement } from './agreements/AgreementFormPages';
import { AgreementPage } from './agreements/AgreementPage';
import { AgreementsPage } from './agreements/AgreementsPage';
import { CoveragePage } from './CoveragePage';
import { EditFacilitator, NewFacilitator } from './facilitators/FacilitatorForm';
import { FacilitatorPage } from './facilitators/FacilitatorPage';
import { FacilitatorsPage } from './facilitators/FacilitatorsPage';
import { EditSession, NewSession } from './EditSession';
import { GroupRoutes } from './groups/GroupRoutes';
import { ImportSupervision } from './ImportSupervision';
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
      <Route path="/access">
        <AccessPage />
      </Route>
      <Route path="/assignments">
        <AssignmentsPage />
      </Route>
      <Route path="/assignments/new">
        <NewAssignment personId={null} />
      </Route>
      <Route path="/assignments/new/:personId">
        {({ personId }) => <NewAssignment key={personId} personId={personId} />}
      </Route>
      <Route path="/assignments/new/:personId/:kind">
        {({ personId, kind }) => <NewAssignment key={`${personId}${kind}`} personId={personId} kind={kind} />}
      </Route>
      <Route path="/assignments/:id/edit">{({ id }) => <EditAssignment key={id} id={id} />}</Route>
      <Route path="/assignments/:id/history">
        {({ id }) => (
          <HistoryPage
            key={id}
            kind="supervision-assignment"
            id={id}
            crumbs={[
              { label: 'Supervision', href: '~/supervision' },
              { label: 'Who supervises', href: `~/supervision/assignments/${id}/edit` },
            ]}
          />
        )}
      </Route>
      <Route path="/agreements">
        <AgreementsPage />
      </Route>
      <Route path="/agreements/new">
        <NewAgreement personId={null} />
      </Route>
      <Route path="/agreements/new/:personId">
        {({ personId }) => <NewAgreement key={personId} personId={personId} />}
      </Route>
      <Route path="/agreements/:id/edit">{({ id }) => <EditAgreement key={id} id={id} />}</Route>
      <Route path="/agreements/:id/history">
        {({ id }) => (
          <HistoryPage
            key={id}
            kind="agreement"
            id={id}
            crumbs={[
              { label: 'Supervision', href: '~/supervision' },
              { label: 'Agreement', href: `~/supervision/agreements/${id}` },
            ]}
          />
        )}
      </Route>
      <Route path="/agreements/:id">{({ id }) => <AgreementPage key={id} id={id} />}</Route>
      <Route path="/facilitators">
        <FacilitatorsPage />
      </Route>
      <Route path="/facilitators/new">
        <NewFacilitator />
      </Route>
      <Route path="/facilitators/:id/edit">{({ id }) => <EditFacilitator key={id} id={id} />}</Route>
      <Route path="/facilitators/:id/history">
        {({ id }) => (
          <HistoryPage
            key={id}
            kind="facilitator"
            id={id}
            crumbs={[
              { label: 'Supervision', href: '~/supervision' },
              { label: 'Supervisor', href: `~/supervision/facilitators/${id}` },
            ]}
          />
        )}
      </Route>
      <Route path="/facilitators/:id">{({ id }) => <FacilitatorPage key={id} id={id} />}</Route>
      <Route path="/groups/*?">
        <GroupRoutes />
      </Route>
      <Route path="/sittings/*?">
        <GroupRoutes />
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
