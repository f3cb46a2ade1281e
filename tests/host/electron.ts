/**
 * The `electron` module as main sees it in the Chromium host. A name that is not exported here fails at import, a
 * member that is not provided fails when it is touched; both say which.
 */
import { app } from './app.js';
import { BrowserWindow } from './browser-window.js';
import { listenForCommands } from './control.js';
import { dialog } from './dialog.js';
import { ipcMain } from './ipc-main.js';
import { Menu } from './menu.js';
import { nativeTheme } from './native-theme.js';
import { powerMonitor } from './power-monitor.js';
import { defaultSession, type Session } from './session.js';
import { clipboard, ClipboardItem, Notification, protocol, safeStorage, shell } from './small-modules.js';
import { strict } from './strict.js';

/** One session: the product opens no partition. */
const session: { readonly defaultSession: Session } = strict('session', { defaultSession });

export {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
};

const electron: object = strict('electron', {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
});

// `import electron from 'electron'` is part of the surface.
export default electron;

/** For register.mjs alone; not part of the surface. */
export const announceReady = (): void => app.hostAnnounceReady();

listenForCommands();
