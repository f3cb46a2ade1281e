/** Today and Incidents with many open plans. */
import { stepsEach } from '../data/plans.js';
import type { IncidentFigures } from '../incidents/incidents-page.js';
import { measureRounds, type MeasureScreens } from './screen-rounds.js';

/** What issue 5 asks for. */
export const plansSize = { people: 200, plans: 400 } as const;

export async function measureIncidents(options: MeasureScreens): Promise<readonly IncidentFigures[]> {
  options.say(`Building incidents (${plansSize.plans} plans of ${stepsEach} steps)...`);
  return measureRounds<IncidentFigures>(options, {
    name: 'incidents',
    build: (page) =>
      page.evaluate((size) => window.benchIncidents!.build(size), { seed: options.seed, ...plansSize }),
    open: (page) => page.evaluate(() => window.benchIncidents!.open()),
    isRight: ({ plans, steps, incidentRows }) =>
      plans === plansSize.plans && steps === plansSize.plans * stepsEach && incidentRows > 0,
  });
}
