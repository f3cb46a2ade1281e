/** The menus: system roles for what the system knows, our commands for the rest. Each sends one push. */
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '@shared/ipc/contract';

export interface MenuDeps {
  readonly platform: string;
  readonly isPackaged: boolean;
  /** Commands that need the vault are greyed out while it is shut. */
  readonly isUnlocked: boolean;
  readonly send: (command: MenuCommand) => void;
}

const places = [
  ['today', 'Today'],
  ['people', 'People'],
  ['supervision', 'Supervision'],
  ['incidents', 'Incidents'],
  ['wellbeing', 'Wellbeing'],
  ['workforce', 'Workforce'],
  ['actions', 'Actions'],
  ['spaces', 'Spaces'],
  ['reports', 'Reports'],
] as const satisfies readonly (readonly [MenuCommand, string])[];

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** Item ids are the command names. */
export function menuTemplate(deps: MenuDeps): MenuItemConstructorOptions[] {
  const isMac = deps.platform === 'darwin';
  const item = (command: MenuCommand, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => {
      deps.send(command);
    },
  });
  const vaultItem = (
    command: MenuCommand,
    label: string,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    ...item(command, label, accelerator),
    enabled: deps.isUnlocked,
  });
  const settings = vaultItem('settings', 'Settings', 'CmdOrCtrl+,');

  const appMenu: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      separator,
      settings,
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
  const fileMenu: MenuItemConstructorOptions = {
    label: '&File',
    submenu: [
      vaultItem('new', 'New…', 'CmdOrCtrl+N'),
      vaultItem('new-supervision', 'New supervision', 'CmdOrCtrl+Shift+S'),
      vaultItem('new-incident', 'New incident plan', 'CmdOrCtrl+Shift+N'),
      separator,
      vaultItem('save-now', 'Save now', 'CmdOrCtrl+S'),
      vaultItem('print', 'Print', 'CmdOrCtrl+P'),
      vaultItem('export', 'Save as a file', 'CmdOrCtrl+E'),
      separator,
      ...(isMac ? [] : [settings, separator]),
      vaultItem('lock', 'Lock', 'CmdOrCtrl+L'),
      separator,
      { role: isMac ? 'close' : 'quit' },
    ],
  };
  const editMenu: MenuItemConstructorOptions = {
    label: '&Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'delete' },
      { role: 'selectAll' },
      separator,
      vaultItem('find', 'Find anything', 'CmdOrCtrl+K'),
      vaultItem('find-here', 'Find on this page', 'CmdOrCtrl+F'),
    ],
  };
  const goMenu: MenuItemConstructorOptions = {
    label: '&Go',
    submenu: places.map(([command, label], index) =>
      vaultItem(command, label, `CmdOrCtrl+${String(index + 1)}`),
    ),
  };
  const viewMenu: MenuItemConstructorOptions = {
    label: '&View',
    submenu: [
      item('curtain', 'Hide screen', 'CmdOrCtrl+Shift+H'),
      vaultItem('share-safe', 'Names or roles on Today'),
      separator,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      // The same key without Shift.
      { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' },
      ...(deps.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
    ],
  };
  const helpMenu: MenuItemConstructorOptions = {
    role: 'help',
    label: '&Help',
    submenu: [
      item('help', 'Steading help', 'F1'),
      vaultItem('keyboard', 'Keyboard'),
      ...(isMac ? [] : [separator, { role: 'about' as const }]),
    ],
  };
  return [
    ...(isMac ? [appMenu] : []),
    fileMenu,
    editMenu,
    goMenu,
    viewMenu,
    ...(isMac ? [{ role: 'windowMenu' as const }] : []),
    helpMenu,
  ];
}
