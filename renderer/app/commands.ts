/** What can be asked for from the menu bar, the keyboard and the palette alike: one table of commands and their keys. */
import type { MenuCommand } from '@shared/ipc/contract';

/** A command leads to a page, or the shell does it. */
const routeByCommand: Partial<Record<MenuCommand, string>> = {
  today: '/today',
  people: '/people',
  supervision: '/supervision',
  incidents: '/incidents',
  wellbeing: '/wellbeing',
  workforce: '/workforce',
  actions: '/actions',
  spaces: '/spaces',
  reports: '/reports',
  settings: '/settings',
  keyboard: '/help/keyboard',
  'new-supervision': '/supervision/new',
  'new-incident': '/incidents/new',
};

export function routeOf(command: MenuCommand): string | undefined {
  return routeByCommand[command];
}

export interface CommandKeys {
  readonly command: MenuCommand;
  /** With Ctrl, which is Cmd on a Mac: "Ctrl Shift S". */
  readonly keys: string;
  readonly label: string;
}

export const commandKeys: readonly CommandKeys[] = [
  { command: 'find', keys: 'Ctrl K', label: 'Find anything' },
  { command: 'find-here', keys: 'Ctrl F', label: 'Find on this page' },
  { command: 'new', keys: 'Ctrl N', label: 'Open the New menu' },
  { command: 'new-supervision', keys: 'Ctrl Shift S', label: 'New supervision record' },
  { command: 'new-incident', keys: 'Ctrl Shift N', label: 'New incident plan' },
  { command: 'today', keys: 'Ctrl 1', label: 'Go to Today' },
  { command: 'people', keys: 'Ctrl 2', label: 'Go to People' },
  { command: 'supervision', keys: 'Ctrl 3', label: 'Go to Supervision' },
  { command: 'incidents', keys: 'Ctrl 4', label: 'Go to Incidents' },
  { command: 'wellbeing', keys: 'Ctrl 5', label: 'Go to Wellbeing' },
  { command: 'workforce', keys: 'Ctrl 6', label: 'Go to Workforce' },
  { command: 'actions', keys: 'Ctrl 7', label: 'Go to Actions' },
  { command: 'spaces', keys: 'Ctrl 8', label: 'Go to Spaces' },
  { command: 'reports', keys: 'Ctrl 9', label: 'Go to Reports' },
  { command: 'settings', keys: 'Ctrl ,', label: 'Open Settings' },
  { command: 'save-now', keys: 'Ctrl S', label: 'Keep what is typed, now' },
  { command: 'print', keys: 'Ctrl P', label: 'Print this page, where it can be printed' },
  { command: 'export', keys: 'Ctrl E', label: 'Save this page as a file, or go to Reports' },
  { command: 'lock', keys: 'Ctrl L', label: 'Lock' },
  { command: 'curtain', keys: 'Ctrl Shift H', label: 'Hide the screen' },
  { command: 'help', keys: 'F1', label: 'Help for this page' },
];

const keysByCommand = new Map<MenuCommand, string>(commandKeys.map(({ command, keys }) => [command, keys]));

export function keysOf(command: MenuCommand): string | undefined {
  return keysByCommand.get(command);
}

export interface Chord {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** As the table writes it. The digit row counts by its place: on a French keyboard it types other signs. */
function keyName(chord: Chord): string {
  return /^Digit([0-9])$/.exec(chord.code)?.[1] ?? chord.key.toUpperCase();
}

/** The command of a chord, or null. Cmd on a Mac, Ctrl elsewhere; with Alt it is somebody else's. */
export function commandOf(chord: Chord, isMac: boolean): MenuCommand | null {
  if (chord.altKey) return null;
  const isMod = isMac ? chord.metaKey && !chord.ctrlKey : chord.ctrlKey && !chord.metaKey;
  if (!isMod && (chord.ctrlKey || chord.metaKey)) return null;
  const pressed = [isMod ? 'Ctrl' : '', chord.shiftKey ? 'Shift' : '', keyName(chord)];
  const keys = pressed.filter((part) => part !== '').join(' ');
  return commandKeys.find((each) => each.keys === keys)?.command ?? null;
}
