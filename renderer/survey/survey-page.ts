/** Script and style that every survey file carries. A third of a megabyte and more: fetched when a file is made. */
export interface SurveyPage {
  readonly script: string;
  readonly style: string;
}

export async function loadSurveyPage(): Promise<SurveyPage> {
  const { script, style } = await import('virtual:survey-page');
  return { script, style };
}
