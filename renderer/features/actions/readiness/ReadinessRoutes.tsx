import { Redirect, Route, Switch } from 'wouter';
import { useRecord } from '../../../vault';
import { HistoryPage } from '../../../records/history/HistoryPage';
import { AreaPage } from './AreaPage';
import { BlockerPage } from './BlockerForm';
import { EditCheckPage, NewCheckPage } from './CheckForm';
import { CheckPage } from './CheckPage';
import { FinishPage } from './FinishPage';
import { ReadinessPage } from './ReadinessPage';
import { checkHref, readinessCrumbs } from './readiness-crumbs';

/** Readiness for trauma-informed practice, as pages of Actions. */
export function ReadinessRoutes() {
  return (
    <Switch>
      <Route path="/readiness/new">
        <NewCheckPage />
      </Route>
      <Route path="/readiness/:id/edit">{({ id }) => <EditCheckPage key={id} id={id} />}</Route>
      <Route path="/readiness/:id/finish">{({ id }) => <FinishPage key={id} id={id} />}</Route>
      <Route path="/readiness/:id/history">{({ id }) => <CheckHistory key={id} id={id} />}</Route>
      <Route path="/readiness/:id/areas/:area">
        {({ id, area }) => <AreaPage key={id} id={id} area={area} />}
      </Route>
      <Route path="/readiness/:id/blockers/new/:area?">
        {({ id, area = '' }) => <BlockerPage key={`${id} new`} id={id} blockerId={null} area={area} />}
      </Route>
      <Route path="/readiness/:id/blockers/:blocker">
        {({ id, blocker }) => <BlockerPage key={`${id} ${blocker}`} id={id} blockerId={blocker} area="" />}
      </Route>
      <Route path="/readiness/:id">{({ id }) => <CheckPage key={id} id={id} />}</Route>
      <Route>
        <ReadinessPage />
      </Route>
    </Switch>
  );
}

/** A finished check is closed: no older version of it is brought back. */
function CheckHistory({ id }: { readonly id: string }) {
  const check = useRecord('readiness-check', id)?.value;
  if (check !== undefined && check.finalisedOn !== null) return <Redirect to={`/readiness/${id}`} replace />;
  return (
    <HistoryPage
      kind="readiness-check"
      id={id}
      crumbs={[...readinessCrumbs, { label: 'Check', href: checkHref(id) }]}
    />
  );
}
