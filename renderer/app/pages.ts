/**
 * Every page that is there whatever the vault holds, with the words to find it by. The palette is made of it, and
 * tests/unit/ui/pages.test.ts holds it against the pages that the walks of the app visit.
 */
import type { PlaceId } from './places';

export interface AppPage {
  readonly path: string;
  readonly label: string;
  /** A form that makes something new: it is something to do rather than somewhere to go. */
  readonly does?: true;
  /** Other words to find it by. */
  readonly also?: string;
}

export const pagesByPlace = {
  today: [{ path: '/habits', label: 'My own habits', also: 'looking after yourself leave lunch hours' }],
  people: [
    { path: '/new', label: 'Add a person', does: true },
    { path: '/import', label: 'Bring in people from a spreadsheet', does: true, also: 'csv excel import' },
    { path: '/merge', label: 'Here twice', also: 'duplicates merge' },
    { path: '/requests', label: 'Requests for a copy', also: 'subject access sar data' },
    { path: '/requests/new', label: 'Note a request for a copy', does: true },
    { path: '/team/conversations', label: 'Team conversations', also: 'team life log' },
    { path: '/team/conversations/new', label: 'Record a team conversation', does: true },
    { path: '/team/said', label: 'You said, we did', also: 'feedback board' },
    { path: '/team/training', label: 'Training plan', also: 'wellbeing first' },
    { path: '/team/training/new', label: 'Start a training plan', does: true },
  ],
  supervision: [
    { path: '/new', label: 'Record supervision', does: true },
    { path: '/sessions', label: 'All sessions' },
    { path: '/import', label: 'Bring in sessions', does: true, also: 'csv excel import' },
    { path: '/access', label: 'Who can reach supervision', also: 'access neither' },
    { path: '/assignments', label: 'Who supervises whom' },
    { path: '/assignments/new', label: 'Name a supervisor', does: true },
    { path: '/agreements', label: 'Supervision agreements', also: 'contract' },
    { path: '/agreements/new', label: 'New supervision agreement', does: true },
    { path: '/facilitators', label: 'Supervisors', also: 'facilitators register training' },
    { path: '/facilitators/new', label: 'Add a supervisor', does: true },
    { path: '/groups', label: 'Reflective groups' },
    { path: '/groups/new', label: 'New reflective group', does: true },
  ],
  incidents: [
    { path: '/new', label: 'New incident plan', does: true },
    { path: '/month', label: 'Month of incident plans', also: 'calendar' },
    { path: '/exposure', label: 'Events per person' },
    { path: '/ready', label: 'Ready plan' },
    { path: '/ready/edit', label: 'Change the ready plan', does: true },
    { path: '/templates', label: 'Plan templates' },
    { path: '/rehearsal', label: 'Rehearsal', also: 'drill practise' },
  ],
  wellbeing: [
    { path: '/new', label: 'New wellbeing round', does: true, also: 'survey questionnaire' },
    { path: '/measures', label: 'Measures', also: 'instruments licence' },
    { path: '/measures/new', label: 'Compose a measure', does: true },
    { path: '/plans', label: 'Wellbeing Plans' },
    { path: '/plans/blank', label: 'A blank Wellbeing Plan', also: 'paper print' },
  ],
  workforce: [
    { path: '/teams', label: 'Teams side by side' },
    { path: '/together', label: 'Two figures side by side' },
    { path: '/staying', label: 'How long people stay', also: 'retention' },
    { path: '/notes', label: 'Notes on the figures', also: 'context' },
    { path: '/absences', label: 'Away from work', also: 'sickness' },
    { path: '/absences/new', label: 'Log an absence', does: true, also: 'sick leave' },
    { path: '/by-hand', label: 'Figures by hand' },
    { path: '/posts', label: 'Vacancies', also: 'posts' },
    { path: '/posts/new', label: 'Add a vacancy', does: true },
    { path: '/outside', label: 'Outside our control' },
    { path: '/outside/new', label: 'Raise an issue outside our control', does: true, also: 'risk escalate' },
    { path: '/policies', label: 'Policy reviews' },
    { path: '/policies/new', label: 'Add a policy review', does: true },
    { path: '/bring-in', label: 'Bring in figures', also: 'csv excel import' },
    { path: '/bring-in/people', label: 'Bring in a staff list', does: true, also: 'csv excel import' },
    { path: '/bring-in/leavers', label: 'Bring in leavers', does: true, also: 'csv excel import' },
    { path: '/bring-in/absences', label: 'Bring in absences', does: true, also: 'csv excel import' },
    { path: '/bring-in/caseload', label: 'Bring in caseloads', does: true, also: 'csv excel import' },
    { path: '/bring-in/establishment', label: 'Bring in funded posts', does: true, also: 'csv excel import' },
    {
      path: '/bring-in/practice-time',
      label: 'Bring in time to practise',
      does: true,
      also: 'csv excel import',
    },
    { path: '/brought-in', label: 'What was brought in', also: 'imports' },
    { path: '/figures/incidents', label: 'Days between incidents' },
  ],
  actions: [
    { path: '/new', label: 'New action', does: true },
    { path: '/readiness', label: 'Readiness for trauma-informed practice', also: 'assessment areas rating' },
    { path: '/readiness/new', label: 'Start a readiness check', does: true },
  ],
  spaces: [
    { path: '/new', label: 'Add a site', does: true },
    { path: '/resources', label: 'Soothing boxes and other resources', also: 'inventory restock' },
    { path: '/resources/new', label: 'Add a resource', does: true, also: 'soothing box' },
    { path: '/settings', label: 'Pictures of rooms', also: 'photos' },
  ],
  reports: [
    { path: '/rows', label: 'Rows, one a person' },
    { path: '/together', label: 'Services together', also: 'bundles' },
    { path: '/given', label: 'Figures given out elsewhere' },
    { path: '/given/new', label: 'Add a figure given out elsewhere', does: true },
  ],
  settings: [
    { path: '/passphrase', label: 'Change the passphrase', also: 'password' },
    { path: '/recovery-kit', label: 'Make a new recovery kit', also: 'code key' },
    { path: '/backups', label: 'Backups' },
    { path: '/backups/prove', label: 'Prove a backup', also: 'test restore' },
    { path: '/deleted', label: 'Deleted items', also: 'bin restore undo' },
    { path: '/keeping', label: 'Keeping and erasing', also: 'retention' },
    { path: '/keeping/destroyed', label: 'Destruction log' },
    { path: '/safety', label: 'Safety check', also: 'damage disk' },
    { path: '/log', label: 'Activity log', also: 'audit' },
    { path: '/reminders', label: 'Reminders and calendar', also: 'notifications quiet hours' },
    { path: '/leaving', label: 'What may leave', also: 'disclosure small numbers' },
  ],
  help: [
    { path: '/keyboard', label: 'Keyboard', also: 'keys shortcuts chords' },
    { path: '/all', label: 'All help pages', also: 'print manual' },
  ],
} as const satisfies Record<PlaceId, readonly AppPage[]>;
