/** Composition root of the main process: takes Electron's objects and hands them to the parts. */
import { createHmac, randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
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
  session as electronSession,
  shell,
} from 'electron';
import { bindHandlers } from './ipc/bind-handlers';
import { createAppHandlers } from './ipc/handlers/app-handlers';
import { createBackupHandlers } from './ipc/handlers/backup-handlers';
import { createFileHandlers } from './ipc/handlers/file-handlers';
import { createNoticeHandlers } from './ipc/handlers/notice-handlers';
import { createSessionHandlers } from './ipc/handlers/session-handlers';
import { createVaultHandlers } from './ipc/handlers/vault-handlers';
import { createPush } from './ipc/push';
import { createRefusals } from './ipc/refusals';
import type { ClocksPort, TimerPort } from './ports';
import { appInfo } from './services/app-info';
import { createBackups } from './services/backups';
import { createClipboardGuard } from './services/clipboard-guard';
import { startIdleLock } from './services/idle-lock';
import { createLockAuthority } from './services/lock-authority';
import { createNotices } from './services/notices';
import { createPageDialogs } from './services/page-dialogs';
import { createPreferences, preferenceFields } from './services/preferences';
import { createProcesses } from './services/processes';
import { createSaveFile } from './services/save-file';
import { createSavePdf } from './services/save-pdf';
import { createSessionState } from './services/session-state';
import { createUnlockTries } from './services/unlock-tries';
import { localUserData } from './services/user-data';
import { createVaultFiles } from './services/vault-files';
import {
  appOrigin,
  appScheme,
  appSchemePrivileges,
  createAppSchemeHandler,
  startUrl,
} from './shell/app-scheme';
import { chromiumSwitches, closeContents, closeSession } from './shell/close-doors';
import { menuTemplate } from './shell/menu-template';
import { installQuitFlow } from './shell/quit-flow';
import { installPageRenewal } from './shell/renew-page';
import { refusalWords, refusedSwitch } from './shell/start-switches';
import { paperColour, windowOptions } from './shell/window-options';

const { platform, env } = process;

// Before anything is written. Crash reports are never started: a dump would hold what was on screen.
const userData = localUserData({
  platform,
  localAppData: env['LOCALAPPDATA'],
  home: app.getPath('home'),
  appName: app.getName(),
  argv: process.argv,
});
if (userData !== null) {
  app.setPath('userData', userData);
  app.setPath('sessionData', userData);
}

// A variable of the environment can set the first of them without naming it on the command line.
if (app.isPackaged && (refusedSwitch(process.argv) !== null || app.commandLine.hasSwitch('no-sandbox'))) {
  dialog.showErrorBox('Steading did not start', refusalWords(env['APPIMAGE'] !== undefined));
  app.exit(1);
} else if (app.requestSingleInstanceLock()) {
  for (const [name, value] of chromiumSwitches) app.commandLine.appendSwitch(name, value);
  protocol.registerSchemesAsPrivileged([appSchemePrivileges]);
  if (app.isPackaged) tellDefectsInWords();
  void app.whenReady().then(start);
} else {
  app.quit();
}

/** Electron's own box would show a stack with paths. Nothing is lost: what was "Saved" is in the journal. */
function tellDefectsInWords(): void {
  const stop = (): void => {
    dialog.showErrorBox(
      'Steading had to close',
      'Everything marked as saved is safe. Start Steading again to carry on.',
    );
    app.exit(1);
  };
  process.on('uncaughtException', stop);
  process.on('unhandledRejection', stop);
}

function start(): void {
  const timer: TimerPort = {
    every(ms, task) {
      const handle = setInterval(task, ms);
      return () => {
        clearInterval(handle);
      };
    },
    wait: (ms) => wait(ms),
  };
  const clocks: ClocksPort = { wall: () => Date.now(), monotonic: () => performance.now() };

  protocol.handle(
    appScheme,
    createAppSchemeHandler({
      root: join(import.meta.dirname, '../renderer'),
      assets: fs,
      createNonce: () => randomBytes(16).toString('base64'),
    }),
  );
  closeSession(electronSession.defaultSession);
  app.on('web-contents-created', (_event, contents) => {
    closeContents(contents);
  });

  const session = createSessionState();
  const window = new BrowserWindow(
    windowOptions({
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      isPackaged: app.isPackaged,
      isDark: nativeTheme.shouldUseDarkColors,
    }),
  );
  const comeForward = (): void => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  const push = createPush(() => window);
  const preferences = createPreferences({
    files: fs,
    folder: app.getPath('userData'),
    fields: preferenceFields,
  });
  void preferences.load();
  const clipboardKey = randomBytes(32);
  const pngType = 'image/png';
  const clipboardGuard = createClipboardGuard({
    clipboard: {
      readText: () => clipboard.readText(),
      writeText: (text) => clipboard.writeText(text),
      readImage: async () => {
        const items = await clipboard.read();
        const item = items.find(({ types }) => types.includes(pngType));
        if (item === undefined) return null;
        return new Uint8Array(await (await item.getType(pngType)).arrayBuffer());
      },
      writeImage: (png) =>
        clipboard.write([
          new ClipboardItem({ [pngType]: new Blob([new Uint8Array(png)], { type: pngType }) }),
        ]),
      clear: () => {
        clipboard.clear();
      },
    },
    timer,
    session,
    hash: (copied) => createHmac('sha256', clipboardKey).update(copied).digest('base64'),
  });

  const dialogs = createPageDialogs({
    session,
    askWhereToSave: (options) => dialog.showSaveDialog(window, options),
    askWhatToOpen: (options) => dialog.showOpenDialog(window, options),
    tell: (message, detail) =>
      dialog.showMessageBox(window, { type: 'info', message, detail, buttons: ['Close'], noLink: true }),
  });

  const vaultFiles = createVaultFiles({
    files: fs,
    processes: createProcesses(clocks),
    monotonic: () => clocks.monotonic(),
    timer,
    userData: app.getPath('userData'),
    appData: app.getPath('appData'),
    onLow: () => {
      push('disk.low', {});
    },
  });
  const cloudRoots = [env['OneDrive'], env['OneDriveCommercial'], env['OneDriveConsumer']].filter(
    (root) => root !== undefined,
  );
  const backups = createBackups({
    files: fs,
    userData: app.getPath('userData'),
    documents: app.getPath('documents'),
    cloudRoots,
    askWhatToOpen: dialogs.askWhatToOpen,
    now: () => clocks.wall(),
    createMark: () => randomBytes(16).toString('hex'),
  });
  const saveFile = createSaveFile({
    files: fs,
    askWhereToSave: dialogs.askWhereToSave,
    showInFolder: (path) => {
      shell.showItemInFolder(path);
    },
    documents: app.getPath('documents'),
  });
  const savePdf = createSavePdf({ printPage: (options) => window.webContents.printToPDF(options), saveFile });
  /** Held, or the system's message would be collected before it is clicked. */
  let shown: Notification | null = null;
  const notices = createNotices({
    session,
    day: () => new Date(clocks.wall()).toDateString(),
    show: (text) => {
      if (!Notification.isSupported()) return;
      shown?.close();
      shown = new Notification({ title: 'Steading', body: text, silent: true });
      shown.on('click', comeForward);
      shown.show();
    },
  });
  const info = appInfo({
    version: app.getVersion(),
    platform,
    userData: app.getPath('userData'),
    cloudRoots,
  });
  const refusals = createRefusals();
  const calls = bindHandlers({
    ipcMain,
    trustedOrigin: appOrigin,
    refusals,
    handlers: {
      ...createAppHandlers(info, refusals),
      ...createVaultHandlers({
        ...vaultFiles,
        // Both vaults' quick copies: nothing is in them that the files do not hold.
        clearCache: () =>
          electronSession.defaultSession.clearStorageData({
            origin: appOrigin,
            storages: ['indexdb', 'filesystem'],
          }),
      }),
      ...createBackupHandlers(backups),
      ...createFileHandlers(saveFile, savePdf),
      ...createNoticeHandlers(notices),
      ...createSessionHandlers({
        session,
        tries: createUnlockTries(clocks),
        preferences,
        clipboard: clipboardGuard,
      }),
    },
  });
  const renewal = installPageRenewal({
    window,
    contents: window.webContents,
    session,
    timer,
    startUrl,
    kill: (pid) => process.kill(pid, 'SIGKILL'),
    callsSettled: () => calls.settled(),
  });
  const requestLock = createLockAuthority({
    push,
    session,
    timer,
    endPage: () => {
      renewal.renew();
    },
  });

  const showMenu = (): void => {
    const template = menuTemplate({
      platform,
      isPackaged: app.isPackaged,
      isUnlocked: session.current() === 'unlocked',
      send: (command) => {
        push('menu.command', { command });
      },
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  showMenu();
  session.subscribe(showMenu);

  startIdleLock({
    power: powerMonitor,
    window,
    clocks,
    timer,
    session,
    requestLock,
    settings: () => preferences.current(),
  });

  if (platform === 'win32') window.setContentProtection(true);
  window.once('ready-to-show', () => {
    window.show();
  });
  // The page's own title names the place it shows; the window's stays neutral.
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(paperColour(nativeTheme.shouldUseDarkColors));
  });
  // Windows is signing out or shutting down: there is no waiting, but the draft gets its chance.
  window.on('query-session-end', () => {
    requestLock('quit');
  });
  const filesSettled = async (): Promise<void> => {
    await Promise.all([vaultFiles.settled(), backups.settled()]);
  };
  installQuitFlow({
    window,
    session,
    timer,
    requestLock,
    filesSettled,
    clearClipboard: () => clipboardGuard.clear(),
    stopRenewal: () => {
      renewal.stop();
    },
  });

  app.on('second-instance', comeForward);
  app.on('window-all-closed', () => {
    app.quit();
  });
  renewal.load();
}
