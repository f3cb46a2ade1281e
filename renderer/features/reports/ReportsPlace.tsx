import { lazy } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { HistoryPage } from '../../records/history/HistoryPage';
import { GivenForm } from './given/GivenForm';
import { GivenPage } from './given/GivenPage';
import { ReportsList } from './ReportsList';

const Compose = lazy(async () => ({ default: (await import('./compose/ComposePage')).ComposePage }));
const Rows = lazy(async () => ({ default: (await import('./rows/RowsPage')).RowsPage }));
const ServiceBundle = lazy(async () => ({
  default: (await import('./bundle/ServiceBundlePage')).ServiceBundlePage,
}));
const Together = lazy(async () => ({ default: (await import('./together/TogetherPage')).TogetherPage }));

const crumbs = [
  { label: 'Reports', href: '/reports' },
  { label: 'Given out elsewhere', href: '/reports/given' },
];

export function ReportsPlace() {
  return (
    <Switch>
      <Route path="/make/service-bundle">
        <ServiceBundle />
      </Route>
      <Route path="/make/:kind/:template">
        {({ kind, template }) => <Compose kind={kind} template={template} />}
      </Route>
      <Route path="/make/:kind">{({ kind }) => <Compose kind={kind} template={null} />}</Route>
      <Route path="/board-summary">
        <Redirect to="/make/board-summary" replace />
      </Route>
      <Route path="/given/new">
        <GivenForm id={null} />
      </Route>
      <Route path="/given/:id/history">
        {({ id }) => <HistoryPage key={id} kind="given-figure" id={id} crumbs={crumbs} />}
      </Route>
      <Route path="/given/:id">{({ id }) => <GivenForm key={id} id={id} />}</Route>
      <Route path="/given">
        <GivenPage />
      </Route>
      <Route path="/rows">
        <Rows />
      </Route>
      <Route path="/together">
        <Together />
      </Route>
      <Route>
        <ReportsList />
      </Route>
    </Switch>
  );
}
