/** Help, offline: one page a task, in a file for each place. */
import type { HelpPage } from './help-page';
import { actionsHelp } from './pages/actions';
import { habitsHelp } from './pages/habits';
import { incidentsHelp } from './pages/incidents';
import { keysHelp } from './pages/keys';
import { peopleHelp } from './pages/people';
import { readinessHelp } from './pages/readiness';
import { reportsHelp } from './pages/reports';
import { safetyHelp } from './pages/safety';
import { spacesHelp } from './pages/spaces';
import { supervisionHelp } from './pages/supervision';
import { settingsHelp } from './pages/settings';
import { teamLifeHelp } from './pages/team-life';
import { todayHelp } from './pages/today';
import { wellbeingHelp } from './pages/wellbeing';
import { workforceHelp } from './pages/workforce';

export const helpPages: readonly HelpPage[] = [
  ...todayHelp,
  ...peopleHelp,
  ...teamLifeHelp,
  ...supervisionHelp,
  ...incidentsHelp,
  ...wellbeingHelp,
  ...workforceHelp,
  ...actionsHelp,
  ...readinessHelp,
  ...spacesHelp,
  ...reportsHelp,
  ...habitsHelp,
  ...safetyHelp,
  ...settingsHelp,
  ...keysHelp,
];
