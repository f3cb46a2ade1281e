import { Route, Switch } from 'wouter';
import { HeardPage } from './heard/HeardPage';
import { EditMeasurePage, NewMeasurePage } from './measures/ComposerPage';
import { MeasurePage, OwnMeasurePage } from './measures/MeasurePage';
import { MeasuresPage } from './measures/MeasuresPage';
import { BlankPlanPage } from './plans/BlankPlanPage';
import { SharedPlanPage } from './plans/SharedPlanPage';
import { PlansPage } from './plans/PlansPage';
import { AnswerSheetPage } from './replies/AnswerSheetPage';
import { HandOverPage } from './replies/HandOverPage';
import { LetterPage } from './replies/LetterPage';
import { PaperPage } from './replies/PaperPage';
import { SurveyPage } from './replies/SurveyPage';
import { TablePage } from './replies/TablePage';
import { EditRoundPage } from './EditRound';
import { NewRoundPage } from './RoundForm';
import { RoundPage } from './RoundPage';
import { WellbeingHome } from './WellbeingHome';

/** Rounds of a measure: open, enter, close, and read against the locked baseline. And what people share of their plans. */
export function WellbeingPlace() {
  return (
    <Switch>
      <Route path="/new/:measure?">{({ measure }) => <NewRoundPage key={measure} measure={measure} />}</Route>
      <Route path="/measures">
        <MeasuresPage />
      </Route>
      <Route path="/measures/new/:from?">{({ from }) => <NewMeasurePage key={from} from={from} />}</Route>
      <Route path="/measures/own/:id">{({ id }) => <OwnMeasurePage recordId={id} />}</Route>
      <Route path="/measures/own/:id/edit">{({ id }) => <EditMeasurePage recordId={id} />}</Route>
      <Route path="/measures/:id">{({ id }) => <MeasurePage id={id} />}</Route>
      <Route path="/rounds/:id/edit">{({ id }) => <EditRoundPage id={id} />}</Route>
      <Route path="/rounds/:id/survey">{({ id }) => <SurveyPage id={id} />}</Route>
      <Route path="/rounds/:id/letter">{({ id }) => <LetterPage id={id} />}</Route>
      <Route path="/rounds/:id/hand-over">{({ id }) => <HandOverPage id={id} />}</Route>
      <Route path="/rounds/:id/paper/sheet">{({ id }) => <AnswerSheetPage id={id} />}</Route>
      <Route path="/rounds/:id/paper">{({ id }) => <PaperPage id={id} />}</Route>
      <Route path="/rounds/:id/table">{({ id }) => <TablePage id={id} />}</Route>
      <Route path="/rounds/:id/heard">{({ id }) => <HeardPage id={id} />}</Route>
      <Route path="/rounds/:id">{({ id }) => <RoundPage id={id} />}</Route>
      <Route path="/plans">
        <PlansPage />
      </Route>
      <Route path="/plans/blank">
        <BlankPlanPage />
      </Route>
      <Route path="/plans/:id">{({ id }) => <SharedPlanPage id={id} />}</Route>
      <Route>
        <WellbeingHome />
      </Route>
    </Switch>
  );
}
