/** electron.app: life cycle in Electron's order, paths, the single-instance lock. */
import { closeBrowser } from './browser.js';
import { windowHooks, windows } from './browser-window.js';
import { errorText, log } from './log.js';
import { getPath, setPath } from './paths.js';
import { appName, appRoot, appVersion } from './settings.js';
import { firstInstanceTold, holdsLock, releaseLock, takeLock } from './single-instance.js';
import { createEvent, strict, StrictEmitter } from './strict.js';

/** From `activate` on: never sent by the host. */
const EVENTS = [
  'ready',
  'before-quit',
  'will-quit',
  'quit',
  'window-all-closed',
  'second-instance',
  'web-contents-created',
  'browser-window-created',
  'activate',
  'child-process-gone',
  'render-process-gone',
  'certificate-error',
  'select-client-certificate',
  'login',
  'open-file',
  'open-url',
  'session-created',
  'browser-window-focus',
  'browser-window-blur',
];

export class App extends StrictEmitter {
  readonly isPackaged = process.env['STEADING_HOST_PACKAGED'] === '1';
  name = appName;
  /** Recorded, not passed on: main's switches must not open a way around the trap proxy. */
  readonly commandLine = strict('commandLine', {
    appendSwitch: (name: string, value = ''): void => {
      log.effects.push(`switch --${name}${value && `=${value}`}`);
    },
    appendArgument: (value: string): void => {
      log.effects.push(`argument ${value}`);
    },
    hasSwitch: (name: string): boolean =>
      process.argv.some((argument) => argument.split('=')[0] === `--${name}`),
    getSwitchValue: (name: string): string =>
      process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '',
  });
  private isAppReady = false;
  private isQuitting = false;
  private isExiting = false;
  private resolveReady: () => void = () => undefined;
  private readonly ready = new Promise<void>((resolve) => {
    this.resolveReady = resolve;
  });

  constructor() {
    super('app', EVENTS);
  }

  hostAnnounceReady(): void {
    if (this.isAppReady || this.isExiting) return;
    this.isAppReady = true;
    this.emit('ready', createEvent(), {});
    this.resolveReady();
  }

  whenReady(): Promise<void> {
    return this.ready;
  }

  isReady(): boolean {
    return this.isAppReady;
  }

  getVersion(): string {
    return appVersion;
  }

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.name = name;
  }

  getAppPath(): string {
    return appRoot;
  }

  getPath(name: string): string {
    return getPath(name);
  }

  setPath(name: string, path: string): void {
    setPath(name, path);
  }

  getLocale(): string {
    return (process.env['LANG'] ?? 'en-GB').split('.')[0]?.replace('_', '-') ?? 'en-GB';
  }

  setAppUserModelId(id: string): void {
    log.effects.push(`setAppUserModelId ${id}`);
  }

  enableSandbox(): void {
    if (this.isAppReady) throw new Error('app.enableSandbox() can only be called before app is ready');
    log.effects.push('enableSandbox');
  }

  disableHardwareAcceleration(): void {
    log.effects.push('disableHardwareAcceleration');
  }

  focus(): void {
    for (const window of windows) window.focus();
  }

  requestSingleInstanceLock(): boolean {
    return takeLock(getPath('userData'), ({ argv, workingDirectory }) => {
      this.emit('second-instance', createEvent(), argv, workingDirectory, null);
    });
  }

  hasSingleInstanceLock(): boolean {
    return holdsLock();
  }

  releaseSingleInstanceLock(): void {
    releaseLock();
  }

  /** before-quit → each window's close → will-quit → quit; any of the first three may stop it. */
  quit(): void {
    if (this.isQuitting || this.isExiting) return;
    const beforeQuit = createEvent();
    this.emit('before-quit', beforeQuit);
    if (beforeQuit.defaultPrevented) return;
    this.isQuitting = true;
    for (const window of [...windows]) {
      window.close();
      if (!window.isDestroyed()) {
        this.isQuitting = false;
        return;
      }
    }
    const willQuit = createEvent();
    this.emit('will-quit', willQuit);
    if (willQuit.defaultPrevented) {
      this.isQuitting = false;
      return;
    }
    this.exit(0);
  }

  exit(code = 0): void {
    if (this.isExiting) return;
    this.isExiting = true;
    this.emit('quit', createEvent(), code);
    for (const window of [...windows]) window.destroy();
    void Promise.all([closeBrowser(), firstInstanceTold()])
      .catch((error: unknown) => process.stderr.write(`Chromium host: ${errorText(error)}\n`))
      .finally(() => {
        releaseLock();
        process.exit(code);
      });
  }

  hostAllWindowsClosed(): void {
    if (this.isQuitting || this.isExiting) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }
}

export const app: App = strict('app', new App());

windowHooks.created = (window) => {
  app.emit('web-contents-created', createEvent(), window.webContents);
  app.emit('browser-window-created', createEvent(), window);
};
windowHooks.allClosed = () => app.hostAllWindowsClosed();

/** A polite end; a main that will not come to one is ended all the same. */
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => {
    app.quit();
    setTimeout(() => app.exit(0), 5_000).unref();
  });
}
