import { Route, Switch } from 'wouter';
import { AbsenceFormPage } from './AbsenceForm';
import { AbsencesPage } from './AbsencesPage';
import { ByHandPage } from './by-hand/ByHandPage';
import { BringInPage, BringInTargetPage } from './BringIn';
import { BroughtInPage } from './brought-in/BroughtInPage';
import { EditNotePage } from './notes/NoteForm';
import { NotesPage } from './notes/NotesPage';
import { StayingPage } from './staying/StayingPage';
import { TeamsPage } from './teams/TeamsPage';
import { TogetherPage } from './together/TogetherPage';
import { FigurePage } from './figure/FigurePage';
import { IncidentGapsPage } from './figure/IncidentGapsPage';
import { IssueRoutes } from './outside/IssueRoutes';
import { PolicyRoutes } from './policies/PolicyRoutes';
import { PostRoutes } from './posts/PostRoutes';
import { WorkforceOverview } from './WorkforceOverview';

/** Who is in post, who left, who is away, and what the figures mean. */
export function WorkforcePlace() {
  return (
    <Switch>
      <Route path="/bring-in">
        <BringInPage />
      </Route>
      <Route path="/bring-in/:target">{({ target }) => <BringInTargetPage id={target} />}</Route>
      <Route path="/brought-in">
        <BroughtInPage />
      </Route>
      <Route path="/absences">
        <AbsencesPage />
      </Route>
      <Route path="/absences/new">
        <AbsenceFormPage id={null} />
      </Route>
      <Route path="/absences/:id">{({ id }) => <AbsenceFormPage id={id} />}</Route>
      <Route path="/teams">
        <TeamsPage />
      </Route>
      <Route path="/together">
        <TogetherPage />
      </Route>
      <Route path="/staying">
        <StayingPage />
      </Route>
      <Route path="/notes">
        <NotesPage />
      </Route>
      <Route path="/notes/:id">{({ id }) => <EditNotePage id={id} />}</Route>
      <Route path="/figures/incidents">
        <IncidentGapsPage />
      </Route>
      <Route path="/figures/:measure">{({ measure }) => <FigurePage id={measure} />}</Route>
      <Route path="/by-hand">
        <ByHandPage />
      </Route>
      <Route path="/posts/*?">
        <PostRoutes />
      </Route>
      <Route path="/outside/*?">
        <IssueRoutes />
      </Route>
      <Route path="/policies/*?">
        <PolicyRoutes />
      </Route>
      <Route>
        <WorkforceOverview />
      </Route>
    </Switch>
  );
}
