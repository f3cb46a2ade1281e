/** What the form is made of, and what it hands back. The same in the survey file and on the laptop that goes round. */
import type { FinishWords, FormPart } from '@shared/survey/form-words';
import type { SurveyForm } from '@shared/survey/survey-form';

export type FormContent = Pick<SurveyForm, 'wording' | 'split' | 'serviceName' | 'closesOn' | 'isValidated'>;

export interface FilledForm {
  /** Item 1 first; null = left out. Whoever gets it wipes it (`fill`) when it is sealed. */
  readonly answers: (number | null)[];
  /** Place among the split's options, the first is 0; null = left out, or the form has none. */
  readonly split: number | null;
}

export interface FormDeps {
  /** What stands before the questions. */
  readonly about: readonly FormPart[];
  readonly finish: FinishWords;
  /** Whether its heading gets the focus at once: a file that was just opened begins at the top anyway. */
  readonly takesFocus: boolean;
  /** Once. By then the form has forgotten the answers and is out of the page: they are the caller's to wipe. */
  readonly onDone: (filled: FilledForm) => void;
}

export interface MountedForm {
  hasAnswers(): boolean;
  /** Forgets the answers and takes the form out of the page. A second call does nothing. */
  unmount(): void;
}
