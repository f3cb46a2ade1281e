/** What can be asked for from the menu bar, the keyboard and the palette alike. */
import type { MenuCommand } from '@shared/ipc/contract';

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
  help: '/help',
  'new-supervision': '/supervision/new',
  'new-incident': '/incidents/new',
};

export function routeOf(command: MenuCommand): string | undefined {
  return routeByCommand[command];
}

const placeCommands = [
  'today',
  'people',
  'supervision',
  'incidents',
  'wellbeing',
  'workforce',
  'actions',
  'spaces',
  'reports',
] as const satisfies readonly MenuCommand[];

export interface Chord {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** The command of a chord, or null. Cmd on a Mac, Ctrl elsewhere; with Alt it is somebody else's. */
export function commandOf(chord: Chord, isMac: boolean): MenuCommand | null {
  if (chord.altKey) return null;
  const isPlain = !chord.ctrlKey && !chord.metaKey && !chord.shiftKey;
  if (chord.key === 'F1' && isPlain) return 'help';
  const hasMod = isMac ? chord.metaKey && !chord.ctrlKey : chord.ctrlKey && !chord.metaKey;
  if (!hasMod) return null;
  const key = chord.key.toLowerCase();
  if (chord.shiftKey) {
    if (key === 'h') return 'curtain';
    if (key === 's') return 'new-supervision';
    if (key === 'n') return 'new-incident';
    return null;
  }
  if (key === 'k') return 'find';
  if (key === 'l') return 'lock';
  if (key === ',') return 'settings';
  const digit = /^Digit([1-9])$/.exec(chord.code)?.[1] ?? /^[1-9]$/.exec(chord.key)?.[0];
  return digit === undefined ? null : (placeCommands[Number(digit) - 1] ?? null);
}
