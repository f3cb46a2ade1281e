/** The survey's door to the app. What only the survey file needs (sealing, QR) is no part of it. */
export { mountForm } from './form';
export type { FilledForm, FormContent } from './form-content';
export { buildSurveyFile } from './survey-file';
export { loadSurveyPage, type SurveyPage } from './survey-page';
