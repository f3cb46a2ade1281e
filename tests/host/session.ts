/** session.defaultSession: the policies that main sets, kept so that the browser module can ask for them. */
import { clearStorage } from './browser.js';
import { log } from './log.js';
import { toChromium } from './schemes.js';
import { strict, StrictEmitter } from './strict.js';
import { webRequest } from './web-request.js';

type PermissionDetails = {
  requestingUrl: string;
  requestingOrigin?: string;
  isMainFrame: boolean;
  [key: string]: unknown;
};
type RequestHandler = (
  webContents: unknown,
  permission: string,
  callback: (granted: boolean) => void,
  details: PermissionDetails,
) => void;
type CheckHandler = (
  webContents: unknown,
  permission: string,
  origin: string,
  details: PermissionDetails,
) => boolean;

export class Session extends StrictEmitter {
  readonly webRequest = webRequest;
  private permissionRequestHandler: RequestHandler | undefined;
  private permissionCheckHandler: CheckHandler | undefined;

  constructor() {
    super('session', ['will-download', 'spellcheck-dictionary-download-begin', 'select-hid-device']);
  }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.permissionRequestHandler = handler ?? undefined;
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.permissionCheckHandler = handler ?? undefined;
  }

  setDevicePermissionHandler(handler: unknown): void {
    log.effects.push(`setDevicePermissionHandler ${handler ? 'set' : 'cleared'}`);
  }

  setDisplayMediaRequestHandler(handler: unknown): void {
    log.effects.push(`setDisplayMediaRequestHandler ${handler ? 'set' : 'cleared'}`);
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    log.effects.push(`setSpellCheckerEnabled ${enabled}`);
  }

  setSpellCheckerLanguages(languages: readonly string[]): void {
    log.effects.push(`setSpellCheckerLanguages ${languages.join(',')}`);
  }

  setSpellCheckerDictionaryDownloadURL(url: string): void {
    log.effects.push(`setSpellCheckerDictionaryDownloadURL ${url}`);
  }

  setDownloadPath(path: string): void {
    log.effects.push(`setDownloadPath ${path}`);
  }

  /** Recorded, not obeyed: the trap proxy must stay the only way out. */
  setProxy(config: object): Promise<void> {
    log.effects.push(`setProxy ${JSON.stringify(config)}`);
    return Promise.resolve();
  }

  async clearStorageData(options: { origin: string; storages: readonly string[] }): Promise<void> {
    const known: Readonly<Record<string, string>> = { indexdb: 'indexeddb', filesystem: 'file_systems' };
    const storages = options.storages.map((storage) => known[storage]);
    if (storages.includes(undefined)) throw new Error('clearStorageData: a storage that is not implemented');
    log.effects.push(`clearStorageData ${options.origin} ${options.storages.join(',')}`);
    await clearStorage(
      toChromium(options.origin).replace(/\/$/, ''),
      storages.flatMap((storage) => storage ?? []),
    );
  }

  clearCache(): Promise<void> {
    return this.done('clearCache');
  }

  clearHostResolverCache(): Promise<void> {
    return this.done('clearHostResolverCache');
  }

  clearAuthCache(): Promise<void> {
    return this.done('clearAuthCache');
  }

  clearCodeCaches(): Promise<void> {
    return this.done('clearCodeCaches');
  }

  closeAllConnections(): Promise<void> {
    return this.done('closeAllConnections');
  }

  disableNetworkEmulation(): void {
    log.effects.push('disableNetworkEmulation');
  }

  enableNetworkEmulation(options: object): void {
    log.effects.push(`enableNetworkEmulation ${JSON.stringify(options)}`);
  }

  private done(name: string): Promise<void> {
    log.effects.push(name);
    return Promise.resolve();
  }

  /** Main's answer for one permission. Without a handler Electron grants everything, so its absence is an error. */
  async hostDecidesPermission(
    webContents: unknown,
    permission: string,
    url: string,
    origin: string,
  ): Promise<boolean> {
    const { permissionRequestHandler: ask, permissionCheckHandler: check } = this;
    if (!ask) {
      throw new Error(
        'Main loaded a page without session.setPermissionRequestHandler: Electron would grant every permission.',
      );
    }
    const details = { requestingUrl: url, requestingOrigin: origin, isMainFrame: true };
    if (check && !check(webContents, permission, origin, details)) return false;
    return await new Promise<boolean>((resolve) => {
      const deadline = setTimeout(() => resolve(false), 2_000);
      ask(
        webContents,
        permission,
        (granted) => {
          clearTimeout(deadline);
          resolve(granted);
        },
        details,
      );
    });
  }
}

export const defaultSession: Session = strict('session', new Session());
