import { Redirect, Route, Switch } from 'wouter';
import { HistoryPage } from '../../../records/history/HistoryPage';
import { EditConversationPage, NewConversationPage } from './conversations/ConversationForm';
import { ConversationPage } from './conversations/ConversationPage';
import { ConversationsPage } from './conversations/ConversationsPage';
import { conversationCrumbs, trainingCrumbs } from './crumbs';
import { SaidPage } from './said/SaidPage';
import { EditPlanPage, NewPlanPage } from './training/PlanForm';
import { PlanPage } from './training/PlanPage';
import { TrainingPage } from './training/TrainingPage';

/** What the team talks about, what came of it, and what it learns. */
export function TeamRoutes() {
  return (
    <Switch>
      <Route path="/team/conversations">
        <ConversationsPage />
      </Route>
      <Route path="/team/conversations/new">
        <NewConversationPage />
      </Route>
      <Route path="/team/conversations/:id/edit">
        {({ id }) => <EditConversationPage key={id} id={id} />}
      </Route>
      <Route path="/team/conversations/:id/history">
        {({ id }) => (
          <HistoryPage
            key={id}
            kind="conversation"
            id={id}
            crumbs={[
              ...conversationCrumbs,
              { label: 'Conversation', href: `~/people/team/conversations/${id}` },
            ]}
          />
        )}
      </Route>
      <Route path="/team/conversations/:id">{({ id }) => <ConversationPage key={id} id={id} />}</Route>
      <Route path="/team/said">
        <SaidPage />
      </Route>
      <Route path="/team/training">
        <TrainingPage />
      </Route>
      <Route path="/team/training/new">
        <NewPlanPage />
      </Route>
      <Route path="/team/training/:id/edit">{({ id }) => <EditPlanPage key={id} id={id} />}</Route>
      <Route path="/team/training/:id/history">
        {({ id }) => (
          <HistoryPage
            key={id}
            kind="training-plan"
            id={id}
            crumbs={[...trainingCrumbs, { label: 'Plan', href: `~/people/team/training/${id}` }]}
          />
        )}
      </Route>
      <Route path="/team/training/:id">{({ id }) => <PlanPage key={id} id={id} />}</Route>
      <Route>
        <Redirect to="/team/conversations" />
      </Route>
    </Switch>
  );
}
