/**
 * A stand-in for the `electron` module that writes down every call, so that a test can look at what the built
 * bundles really ask of Electron: options, handlers, switches, in their order. Members that nothing is known of
 * answer with another recorder.
 */

export interface Call {
  /** Where it was made, e.g. `session.defaultSession.setPermissionRequestHandler` or `new BrowserWindow`. */
  readonly path: string;
  readonly args: readonly unknown[];
}

/** What the members answer that the bundles rely on; functions are called and written down. */
export type Answers = Readonly<Record<string, unknown>>;

export interface RecordedElectron {
  readonly module: Readonly<Record<string, unknown>>;
  readonly calls: readonly Call[];
  /** Every member that was read, called or not. */
  readonly touched: ReadonlySet<string>;
  /** A recorder of the same book, for an object that Electron would hand to a listener. */
  readonly object: (path: string) => unknown;
}

/** The modules that Electron has in main, and those of a preload. */
export const electronModules = [
  'app',
  'autoUpdater',
  'BaseWindow',
  'BrowserView',
  'BrowserWindow',
  'clipboard',
  'ClipboardItem',
  'contentTracing',
  'contextBridge',
  'crashReporter',
  'desktopCapturer',
  'dialog',
  'globalShortcut',
  'ipcMain',
  'ipcRenderer',
  'Menu',
  'MenuItem',
  'MessageChannelMain',
  'nativeImage',
  'nativeTheme',
  'net',
  'netLog',
  'Notification',
  'powerMonitor',
  'powerSaveBlocker',
  'protocol',
  'safeStorage',
  'screen',
  'session',
  'shell',
  'systemPreferences',
  'Tray',
  'utilityProcess',
  'View',
  'webContents',
  'WebContentsView',
  'webFrame',
  'webFrameMain',
  'webUtils',
] as const;

export function recordElectron(answers: Answers): RecordedElectron {
  const calls: Call[] = [];
  const touched = new Set<string>();
  const known = new Map<string, unknown>();

  const answer = (path: string, args: readonly unknown[], fallback: string): unknown => {
    calls.push({ path, args });
    const own = answers[path];
    return typeof own === 'function'
      ? (own as (...all: readonly unknown[]) => unknown)(...args)
      : object(fallback);
  };

  function object(path: string): unknown {
    const found = known.get(path);
    if (found !== undefined) return found;
    const made: unknown = new Proxy(function standIn() {}, {
      get(_target, key) {
        // A recorder is no promise and has no primitive value.
        if (typeof key === 'symbol' || key === 'then') return undefined;
        const inner = `${path}.${key}`;
        touched.add(inner);
        return inner in answers && typeof answers[inner] !== 'function' ? answers[inner] : object(inner);
      },
      has: () => true,
      apply: (_target, _self, args: unknown[]) => answer(path, args, `${path}()`),
      construct: (_target, args: unknown[]) => answer(`new ${path}`, args, `new ${path}`) as object,
    });
    known.set(path, made);
    return made;
  }

  return {
    module: Object.fromEntries(electronModules.map((name) => [name, object(name)])),
    calls,
    touched,
    object,
  };
}
