import { Route, Switch } from 'wouter';
import { HistoryPage } from '../../../records/history/HistoryPage';
import { issueCrumbs } from './issue-crumbs';
import { EditIssuePage, NewIssuePage } from './IssueForm';
import { IssuePage } from './IssuePage';
import { IssuesPage } from './IssuesPage';
import { PaperPage } from './PaperPage';
import { ReplyPage } from './ReplyForm';

/** What is outside our control, as pages of Workforce. */
export function IssueRoutes() {
  return (
    <Switch>
      <Route path="/outside/new">
        <NewIssuePage />
      </Route>
      <Route path="/outside/:id/edit">{({ id }) => <EditIssuePage key={id} id={id} />}</Route>
      <Route path="/outside/:id/replies/new">
        {({ id }) => <ReplyPage key={id} id={id} replyId={null} />}
      </Route>
      <Route path="/outside/:id/replies/:reply">
        {({ id, reply }) => <ReplyPage key={id} id={id} replyId={reply} />}
      </Route>
      <Route path="/outside/:id/paper">{({ id }) => <PaperPage key={id} id={id} />}</Route>
      <Route path="/outside/:id/history">
        {({ id }) => (
          <HistoryPage
            key={id}
            kind="outside-issue"
            id={id}
            crumbs={[...issueCrumbs, { label: 'Issue', href: `~/workforce/outside/${id}` }]}
          />
        )}
      </Route>
      <Route path="/outside/:id">{({ id }) => <IssuePage key={id} id={id} />}</Route>
      <Route>
        <IssuesPage />
      </Route>
    </Switch>
  );
}
