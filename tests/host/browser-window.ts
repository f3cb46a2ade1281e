/** BrowserWindow: state, events and the checks that keep an insecure window from passing unseen. */
import { join } from 'node:path';
import { log } from './log.js';
import { getPath } from './paths.js';
import { createEvent, refuseUnknownOptions, strict, StrictEmitter } from './strict.js';
import { WebContents } from './web-contents.js';

export const windows = new Set<BrowserWindow>();

export interface WebPreferences {
  readonly preload?: string;
  readonly sandbox?: boolean;
  readonly contextIsolation?: boolean;
  readonly nodeIntegration?: boolean;
  readonly nodeIntegrationInWorker?: boolean;
  readonly nodeIntegrationInSubFrames?: boolean;
  readonly webSecurity?: boolean;
  readonly webviewTag?: boolean;
  readonly [name: string]: unknown;
}

export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly show?: boolean;
  readonly title?: string;
  readonly webPreferences?: WebPreferences;
  readonly [name: string]: unknown;
}

const OPTIONS =
  `width height minWidth minHeight maxWidth maxHeight x y center useContentSize show title icon backgroundColor
   autoHideMenuBar darkTheme resizable maximizable minimizable closable fullscreenable paintWhenInitiallyHidden
   webPreferences`.split(/\s+/);
const WEB_PREFERENCES =
  `preload sandbox contextIsolation nodeIntegration nodeIntegrationInWorker nodeIntegrationInSubFrames webSecurity
   webviewTag devTools spellcheck navigateOnDragDrop safeDialogs safeDialogsMessage disableDialogs autoplayPolicy
   allowRunningInsecureContent experimentalFeatures enableBlinkFeatures disableBlinkFeatures v8CacheOptions plugins
   backgroundThrottling images javascript webgl textAreasAreResizable defaultEncoding minimumFontSize zoomFactor
   scrollBounce enableWebSQL enableDeprecatedPaste`.split(/\s+/);
const EVENTS =
  `close closed minimize restore show hide focus blur ready-to-show maximize unmaximize resize resized move moved
   enter-full-screen leave-full-screen unresponsive responsive page-title-updated session-end query-session-end
   always-on-top-changed app-command`.split(/\s+/);

/** The host only models a sandboxed, isolated window: any other would behave differently in Electron. */
function requireSecureWindow(preferences: WebPreferences): void {
  const wrong = [
    preferences.sandbox === false && 'sandbox: false',
    preferences.contextIsolation === false && 'contextIsolation: false',
    preferences.nodeIntegration && 'nodeIntegration: true',
    preferences.nodeIntegrationInWorker && 'nodeIntegrationInWorker: true',
    preferences.nodeIntegrationInSubFrames && 'nodeIntegrationInSubFrames: true',
    preferences.webviewTag && 'webviewTag: true',
    preferences.webSecurity === false && 'webSecurity: false',
  ].filter(Boolean);
  if (wrong.length > 0) throw new Error(`The Chromium host refuses a window with ${wrong.join(', ')}`);
}

/** Set by app.ts, which needs windows as much as windows need it. */
export const windowHooks: { created: (window: BrowserWindow) => void; allClosed: () => void } = {
  created: () => undefined,
  allClosed: () => undefined,
};

export class HostBrowserWindow extends StrictEmitter {
  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return windows.has(contents.window) ? contents.window : null;
  }

  static fromId(id: number): BrowserWindow | null {
    return [...windows].find((window) => window.id === id) ?? null;
  }

  static getFocusedWindow(): BrowserWindow | null {
    return [...windows].find((window) => window.isVisible() && !window.isMinimized()) ?? null;
  }

  readonly id: number;
  readonly webContents: WebContents;
  private title: string;
  private isShown: boolean;
  private isSmall = false;
  private isGone = false;
  private wasReady = false;
  private readonly size: { width: number; height: number };

  constructor(options: WindowOptions = {}) {
    super('BrowserWindow', EVENTS);
    const preferences = options.webPreferences ?? {};
    refuseUnknownOptions('BrowserWindow', options, OPTIONS);
    refuseUnknownOptions('webPreferences', preferences, WEB_PREFERENCES);
    requireSecureWindow(preferences);
    log.windows.push(JSON.parse(JSON.stringify(options)));
    this.title = options.title ?? '';
    this.isShown = options.show !== false;
    this.size = { width: options.width ?? 800, height: options.height ?? 600 };
    const self = strict('BrowserWindow', this);
    const profile = (): string => join(getPath('userData'), 'chromium');
    this.webContents = strict('webContents', new WebContents(self, preferences.preload, profile, this.size));
    this.id = this.webContents.id;
    windows.add(self);
    windowHooks.created(self);
    return self;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  emitReadyToShow(): void {
    if (this.wasReady) return;
    this.wasReady = true;
    this.emit('ready-to-show');
  }

  show(): void {
    this.isShown = true;
    this.webContents.focus();
    this.emit('show');
  }

  showInactive(): void {
    this.isShown = true;
    this.emit('show');
  }

  hide(): void {
    this.isShown = false;
    this.emit('hide');
  }

  focus(): void {
    this.webContents.focus();
    this.emit('focus');
  }

  blur(): void {
    this.emit('blur');
  }

  isFocused(): boolean {
    return this.isShown && !this.isSmall;
  }

  isVisible(): boolean {
    return this.isShown;
  }

  minimize(): void {
    this.isSmall = true;
    this.emit('minimize');
  }

  restore(): void {
    this.isSmall = false;
    this.webContents.focus();
    this.emit('restore');
  }

  isMinimized(): boolean {
    return this.isSmall;
  }

  maximize(): void {
    log.effects.push('maximize');
  }

  isMaximized(): boolean {
    return false;
  }

  isFullScreen(): boolean {
    return false;
  }

  setContentProtection(enabled: boolean): void {
    log.effects.push(`setContentProtection ${enabled}`);
  }

  setBackgroundColor(colour: string): void {
    log.effects.push(`setBackgroundColor ${colour}`);
  }

  setMenuBarVisibility(visible: boolean): void {
    log.effects.push(`setMenuBarVisibility ${visible}`);
  }

  setSkipTaskbar(skip: boolean): void {
    log.effects.push(`setSkipTaskbar ${skip}`);
  }

  removeMenu(): void {
    log.effects.push('removeMenu');
  }

  setTitle(title: string): void {
    this.title = title;
  }

  getTitle(): string {
    return this.title;
  }

  getBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 0, y: 0, ...this.size };
  }

  getSize(): [number, number] {
    return [this.size.width, this.size.height];
  }

  close(): void {
    if (this.isGone) return;
    const event = createEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.isGone) return;
    this.isGone = true;
    this.webContents.dispose();
    this.forget();
  }

  isDestroyed(): boolean {
    return this.isGone;
  }

  /** The person closed Chromium's window. Main hears it in Electron's order, but cannot hold it open. */
  closedByBrowser(): void {
    if (this.isGone) return;
    this.emit('close', createEvent());
    this.isGone = true;
    this.forget();
  }

  private forget(): void {
    for (const window of windows) if (window.id === this.id) windows.delete(window);
    this.emit('closed');
    if (windows.size === 0) windowHooks.allClosed();
  }
}

export type BrowserWindow = HostBrowserWindow;
export const BrowserWindow: typeof HostBrowserWindow = strict('BrowserWindow', HostBrowserWindow);
