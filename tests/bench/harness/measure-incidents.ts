/** Incidents with many open plans; and the quick start in a vault just made and in one that holds a great deal. */
import { join } from 'node:path';
import { stepsEach } from '../data/plans.js';
import type { IncidentFigures, QuickFigures, VaultSize } from '../incidents/incidents-page.js';
import { measureRounds, type MeasureScreens } from './screen-rounds.js';

/** What issue 5 asks for. */
export const plansSize = { people: 200, plans: 400, sessions: 0 } as const;
const newSize = { people: 0, plans: 0, sessions: 0 } as const;
const fullSize = { people: 200, plans: 400, sessions: 49_399 } as const;
export const recordsOf = ({ people, plans, sessions }: Omit<VaultSize, 'seed'>): number =>
  people + plans + sessions + 1;

export interface IncidentRun {
  readonly plans: readonly IncidentFigures[];
  readonly quickInNew: readonly QuickFigures[];
  readonly quickInFull: readonly QuickFigures[];
}

export const noIncidentRun: IncidentRun = { plans: [], quickInNew: [], quickInFull: [] };

export async function measureIncidents(options: MeasureScreens): Promise<IncidentRun> {
  options.say(`Building incidents (${plansSize.plans} plans of ${stepsEach} steps)...`);
  const plans = await measureRounds<IncidentFigures>(options, {
    name: 'incidents',
    build: (page) =>
      page.evaluate((size) => window.benchIncidents!.build(size), { seed: options.seed, ...plansSize }),
    open: (page) => page.evaluate(() => window.benchIncidents!.open()),
    isRight: ({ plans: count, steps, incidentRows, monthRows }) =>
      count === plansSize.plans && steps === plansSize.plans * stepsEach && incidentRows > 0 && monthRows > 0,
  });
  return {
    plans,
    quickInNew: await measureQuickStart(options, 'new', newSize),
    quickInFull: await measureQuickStart(options, 'full', fullSize),
  };
}

async function measureQuickStart(
  options: MeasureScreens,
  folder: string,
  size: Omit<VaultSize, 'seed'>,
): Promise<readonly QuickFigures[]> {
  options.say(`Building a vault of ${recordsOf(size)} records for the quick start...`);
  return measureRounds<QuickFigures>(
    { ...options, folder: join(options.folder, folder) },
    {
      name: 'incidents',
      build: (page) =>
        page.evaluate((asked) => window.benchIncidents!.build(asked), { seed: options.seed, ...size }),
      open: (page) => page.evaluate(() => window.benchIncidents!.start()),
      isRight: ({ records, steps }) => records === recordsOf(size) && steps > 0,
    },
  );
}
