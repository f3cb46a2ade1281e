import { Route, Switch } from 'wouter';
import { BoardSummaryPage } from './BoardSummaryPage';
import { ReportsList } from './ReportsList';

export function ReportsPlace() {
  return (
    <Switch>
      <Route path="/board-summary">
        <BoardSummaryPage />
      </Route>
      <Route>
        <ReportsList />
      </Route>
    </Switch>
  );
}
