/** People and coverage of a large service. */
import type { TeamSize } from '../data/team.js';
import type { ScreenFigures } from '../screens/screens-page.js';
import { measureRounds, type MeasureScreens } from './screen-rounds.js';

/** What issue 4 asks for. */
export const screenSize = { people: 500, sessions: 20_000 } as const;

export async function measureScreens(options: MeasureScreens): Promise<readonly ScreenFigures[]> {
  const size: TeamSize = { seed: options.seed, ...screenSize };
  options.say(`Building screens (${size.people} people, ${size.sessions} sessions)...`);
  return measureRounds<ScreenFigures>(options, {
    name: 'screens',
    build: (page) => page.evaluate((asked) => window.benchScreens!.build(asked), size),
    open: (page) => page.evaluate(() => window.benchScreens!.open()),
    isRight: ({ people, sessions, peopleRows, coverageRows }) =>
      people === size.people && sessions === size.sessions && peopleRows > 0 && coverageRows > 0,
  });
}
