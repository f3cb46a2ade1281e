/** One window's page: the preload's world, messages both ways, and the events that main's policies hang on. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, CDPSession, ConsoleMessage, Page } from 'playwright-core';
import { createCodec } from './bridge/codec.js';
import type { FromPreload, ToPreload } from './bridge/isolated-world.js';
import { type Bridge, createBridge, ISOLATED_WORLD, MARK_WORLD, markSource } from './bridge/source.js';
import { browser, contentsByPage, isFreshPage, pagesBeingOpened, rendererProcesses } from './browser.js';
import type { BrowserWindow } from './browser-window.js';
import { invokeHandler, ipcMain } from './ipc-main.js';
import { errorText, log, trace } from './log.js';
import { pressAccelerator } from './menu.js';
import { nativeTheme } from './native-theme.js';
import { clipboard } from './small-modules.js';
import { type PdfOptions, printToPdf } from './pdf.js';
import { applyPermissions } from './permissions.js';
import { originOf, toApp, toChromium } from './schemes.js';
import { defaultSession } from './session.js';
import { headed, marked } from './settings.js';
import { createEvent, strict, StrictEmitter } from './strict.js';
import { watchWorkers } from './worker-watch.js';

type WindowOpenHandler = (details: {
  url: string;
  frameName: string;
  features: string;
  disposition: string;
}) => {
  action: 'allow' | 'deny';
};

/** The last six are never sent by the host: nothing that happens in it would cause them. */
const EVENTS = [
  'will-navigate',
  'will-frame-navigate',
  'render-process-gone',
  'before-input-event',
  'context-menu',
  'console-message',
  'preload-error',
  'dom-ready',
  'did-finish-load',
  'did-fail-load',
  'did-navigate',
  'destroyed',
  'will-attach-webview',
  'will-redirect',
  'will-prevent-unload',
  'did-create-window',
  'unresponsive',
  'responsive',
];

const codec = createCodec();
let windowCount = 0;

/** Pages kept for the next window, in headed mode, where closing the last one would end Chromium. */
const spare: Page[] = [];

export class WebContents extends StrictEmitter {
  readonly id = ++windowCount;
  readonly session = defaultSession;
  readonly mainFrame: { readonly url: string; readonly origin: string };
  page: Page | undefined;
  private cdp: CDPSession | undefined;
  private bridge: Bridge | undefined;
  private contextId: number | undefined;
  private undelivered: ToPreload[] = [];
  private windowOpenHandler: WindowOpenHandler | undefined;
  private loadingUrl: string | undefined;
  private readonly requestedByPage = new Set<string>();
  private isCrashed = false;
  private attached: Promise<void> | undefined;

  constructor(
    readonly window: BrowserWindow,
    private readonly preloadPath: string | undefined,
    private readonly profile: () => string,
    private readonly size: { width: number; height: number },
  ) {
    super('webContents', EVENTS);
    const url = (): string => this.getURL();
    this.mainFrame = strict('webFrameMain', {
      get url() {
        return url();
      },
      get origin() {
        return originOf(url());
      },
    });
  }

  getURL(): string {
    const url = this.page?.url() ?? '';
    return url === 'about:blank' || url === 'data:text/html,' ? '' : toApp(url);
  }

  isDestroyed(): boolean {
    return this.window.isDestroyed();
  }

  isCrashedByHost(): boolean {
    return this.isCrashed;
  }

  isLoading(): boolean {
    return this.loadingUrl !== undefined;
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpenHandler = handler;
  }

  /**
   * Did the page ask for this navigation, rather than main (loadURL) or the test (page.reload)? Electron sends
   * `will-navigate` for the first alone. Only a reload can be the test's: any other navigation is taken for the page's.
   */
  async isNavigatingItself(url: string): Promise<boolean> {
    if (this.loadingUrl === url) return false;
    if (url !== this.getURL().replace(/#.*$/, '')) return true; // a request carries no fragment
    for (let tries = 0; tries < 5 && !this.requestedByPage.has(url); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10)); // the page's own word may come after its request
    }
    return this.requestedByPage.delete(url);
  }

  // --- loading -------------------------------------------------------------------------------------------------------
  async loadURL(url: string): Promise<void> {
    await this.withPage(url, (page) => page.goto(toChromium(url)));
  }

  reload(): void {
    const url = this.getURL() || this.lastUrl;
    if (!url) return;
    this.withPage(url, (page) => (this.getURL() === url ? page.reload() : page.goto(toChromium(url)))).catch(
      (error: unknown) => log.hostErrors.push(`reload: ${errorText(error)}`),
    );
  }

  reloadIgnoringCache(): void {
    this.reload();
  }

  private lastUrl: string | undefined;

  private async withPage(url: string, go: (page: Page) => Promise<unknown>): Promise<void> {
    this.lastUrl = url;
    if (this.isCrashed) this.attached = undefined;
    await (this.attached ??= this.attach());
    const { page, cdp } = this;
    if (!page || !cdp) throw new Error('the window has no page');
    this.loadingUrl = url;
    try {
      await applyPermissions(cdp, this, url);
      await go(page);
      trace(`loaded ${url}`);
    } catch (error) {
      if (this.isDestroyed()) return; // Electron aborts the load; nobody is left to hear of it
      this.emit('did-fail-load', createEvent(), -2, errorText(error), url, true);
      throw new Error(`ERR_FAILED (-2) loading '${url}': ${errorText(error)}`);
    } finally {
      if (this.loadingUrl === url) this.loadingUrl = undefined;
    }
  }

  private async takePage(context: BrowserContext): Promise<Page> {
    const fresh =
      spare.pop() ?? context.pages().find((page) => !contentsByPage.has(page) && isFreshPage(page));
    if (fresh) return fresh;
    pagesBeingOpened.count += 1;
    try {
      return await context.newPage();
    } finally {
      pagesBeingOpened.count -= 1;
    }
  }

  private async attach(): Promise<void> {
    const context = await browser(this.profile(), this.size);
    const previous = this.page;
    const page = await this.takePage(context);
    contentsByPage.set(page, this);
    this.page = page;
    this.isCrashed = false;
    this.contextId = undefined;
    if (previous) {
      contentsByPage.delete(previous);
      void previous.close().catch(() => undefined);
    }
    const bridge = (this.bridge = createBridge(
      this.preloadPath ? readFileSync(this.preloadPath, 'utf8') : undefined,
    ));
    const cdp = (this.cdp = await context.newCDPSession(page));
    this.listenToPage(page);
    await this.listenToProtocol(cdp, page, bridge);
    if (nativeTheme.themeSource !== 'system')
      await page.emulateMedia({ colorScheme: nativeTheme.themeSource });
    trace('page attached');
  }

  private listenToPage(page: Page): void {
    const isCurrent = (): boolean => this.page === page && !this.isDestroyed();
    // Listening keeps Playwright from answering alert() and confirm() itself; the test, or the person, does.
    page.on('dialog', () => undefined);
    page.on('console', (message) => this.recordConsole(message));
    page.on('pageerror', (error) => log.pageErrors.push(errorText(error)));
    page.on('download', (download) => {
      const url = toApp(download.url());
      const event = createEvent();
      const item = strict('downloadItem', {
        getURL: () => url,
        getFilename: () => download.suggestedFilename(),
        getMimeType: () => '',
        getTotalBytes: () => 0,
        setSavePath: () => undefined,
        cancel: () => event.preventDefault(),
      });
      defaultSession.emit('will-download', event, item, this);
      // Chromium was told to deny every download. One that main lets pass is still refused, and is an error.
      log.downloads.push({ url, prevented: event.defaultPrevented });
      if (event.defaultPrevented) log.blocked.push(`DOWNLOAD ${url}`);
      else log.hostErrors.push(`main let a download pass: ${url}`);
    });
    page.on('domcontentloaded', () => {
      if (!isCurrent() || isFreshPage(page)) return;
      this.emit('dom-ready', createEvent());
      this.window.emitReadyToShow();
    });
    page.on('load', () => {
      if (isCurrent() && !isFreshPage(page)) this.emit('did-finish-load', createEvent());
    });
    page.on('crash', () => {
      if (!isCurrent()) return;
      this.isCrashed = true;
      this.contextId = undefined;
      this.emit('render-process-gone', createEvent(), { reason: 'crashed', exitCode: 133 });
    });
    page.on('close', () => {
      if (isCurrent()) this.window.closedByBrowser();
      contentsByPage.delete(page);
    });
  }

  private recordConsole(message: ConsoleMessage): void {
    log.console.push({
      source: message.worker() ? 'worker' : 'page',
      level: message.type(),
      text: message.text(),
    });
    this.emit('console-message', createEvent({ level: message.type(), message: message.text() }));
  }

  private async listenToProtocol(cdp: CDPSession, page: Page, bridge: Bridge): Promise<void> {
    const { frameTree } = await cdp.send('Page.getFrameTree');
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      const facts = context.auxData as { type?: string; frameId?: string } | undefined;
      if (context.name !== ISOLATED_WORLD || facts?.frameId !== frameTree.frame.id) return;
      this.contextId = context.id;
      const waiting = this.undelivered.splice(0);
      for (const message of waiting) this.deliver(message);
    });
    cdp.on('Page.frameRequestedNavigation', ({ frameId, url }) => {
      if (frameId === frameTree.frame.id) this.requestedByPage.add(toApp(url));
    });
    cdp.on('Runtime.executionContextsCleared', () => {
      this.requestedByPage.clear();
      this.contextId = undefined;
    });
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== bridge.bindingName) return;
      void this.receive(codec.decode(payload) as FromPreload, executionContextId);
    });
    // The handshake ends at the trap proxy; this names the socket and its page.
    cdp.on('Network.webSocketCreated', ({ url }) => log.blocked.push(`WEBSOCKET ${url}`));
    cdp.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      const details = {
        url: toApp(url),
        frameName: windowName,
        features: windowFeatures.join(','),
        disposition: 'new-window',
      };
      const action = this.windowOpenHandler?.(details).action ?? 'allow';
      log.blocked.push(`WINDOW ${details.url}`);
      if (action === 'allow') log.hostErrors.push(`main let a window open: ${details.url}`);
    });
    await watchWorkers(cdp);
    await cdp.send('Runtime.enable');
    await cdp.send('Page.enable');
    await cdp.send('Network.enable');
    await cdp.send('Emulation.setFocusEmulationEnabled', { enabled: !headed });
    await cdp.send('Runtime.addBinding', { name: bridge.bindingName, executionContextName: ISOLATED_WORLD });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: bridge.mainWorldSource });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: bridge.isolatedWorldSource,
      worldName: ISOLATED_WORLD,
    });
    if (marked) {
      await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: markSource, worldName: MARK_WORLD });
    }
  }

  // --- messages ------------------------------------------------------------------------------------------------------
  private async receive(message: FromPreload, contextId: number): Promise<void> {
    const url = toApp(message.href);
    switch (message.kind) {
      case 'csp': {
        const { directive, blocked, sample } = message;
        log.cspViolations.push({ directive, blocked, document: url, sample });
        return;
      }
      case 'preload-error':
        log.hostErrors.push(`preload: ${message.message}`);
        this.emit('preload-error', createEvent(), this.preloadPath, new Error(message.message));
        return;
      case 'key': {
        // Too late to stop the page from seeing the key, which Electron's event could; the accelerator still works.
        const event = createEvent();
        this.emit('before-input-event', event, message.input);
        if (!event.defaultPrevented) pressAccelerator(message.input, this.window);
        return;
      }
      case 'copy':
        clipboard.hostCopied(message.text);
        return;
      case 'context-menu':
        this.emit('context-menu', createEvent(), message.parameters);
        return;
      case 'send':
      case 'invoke': {
        const origin = message.origin === 'null' ? 'null' : originOf(toApp(`${message.origin}/`));
        const senderFrame = strict('webFrameMain', {
          url,
          origin,
          parent: null,
          top: this.mainFrame,
          routingId: 1,
          processId: 1,
        });
        const event = { sender: this, senderFrame, frameId: 1, processId: 1, type: 'frame' };
        if (message.kind === 'send') {
          ipcMain.emit(message.channel, event, ...message.parameters);
          return;
        }
        const answer = await invokeHandler(message.channel, event, message.parameters);
        this.deliver({ kind: 'result', id: message.id, ...answer }, contextId);
      }
    }
  }

  send(channel: string, ...parameters: unknown[]): void {
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed');
    const message: ToPreload = { kind: 'push', channel, parameters };
    codec.encode(message); // throws here, at the caller, if it cannot be cloned
    if (this.contextId === undefined) this.undelivered.push(message);
    else this.deliver(message);
  }

  private deliver(message: ToPreload, contextId = this.contextId): void {
    const { cdp, bridge } = this;
    if (!cdp || !bridge || contextId === undefined) return;
    let text: string;
    try {
      text = codec.encode(message);
    } catch (error) {
      text = codec.encode({ ...message, ok: false, value: errorText(error) });
    }
    const expression = `${bridge.deliverName}(${JSON.stringify(text)})`;
    cdp.send('Runtime.evaluate', { contextId, expression }).then(
      ({ exceptionDetails }) => {
        if (exceptionDetails) {
          log.pageErrors.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
        }
      },
      (error: unknown) => {
        // The page has moved on or closed; Electron drops such a message too.
        trace(`not delivered: ${errorText(error)}`);
      },
    );
  }

  // --- the rest ------------------------------------------------------------------------------------------------------
  async printToPDF(options: PdfOptions = {}): Promise<Buffer> {
    if (!this.cdp) throw new Error('printToPDF: no page is loaded');
    return await printToPdf(this.cdp, options);
  }

  focus(): void {
    if (headed) void this.page?.bringToFront().catch(() => undefined);
  }

  isDevToolsOpened(): boolean {
    return false;
  }

  closeDevTools(): void {
    // None are open.
  }

  setIgnoreMenuShortcuts(ignore: boolean): void {
    log.effects.push(`setIgnoreMenuShortcuts ${ignore}`);
  }

  setZoomFactor(factor: number): void {
    log.effects.push(`setZoomFactor ${factor}`);
  }

  setVisualZoomLevelLimits(minimum: number, maximum: number): Promise<void> {
    log.effects.push(`setVisualZoomLevelLimits ${minimum} ${maximum}`);
    return Promise.resolve();
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    log.effects.push(`setWebRTCIPHandlingPolicy ${policy}`);
  }

  /** DevTools does not say which process a page has, so main has to take Electron's own way of ending it. */
  getOSProcessId(): number {
    return 0;
  }

  /**
   * Ends the renderer process and says so, as Electron does. Playwright cannot go on with a page that has crashed, so
   * the page is led to an address of no site, which gets a process of its own, and the old one is seen to end. One
   * that hangs cannot be left, while DevTools looks on: it is killed, and with it the one that Chromium has in reserve.
   */
  forcefullyCrashRenderer(): void {
    this.leaveProcess().catch(async (error: unknown) => {
      trace(`the renderer did not end by itself: ${errorText(error)}`);
      for (const pid of await rendererProcesses()) process.kill(pid, 'SIGKILL');
    });
  }

  private async leaveProcess(): Promise<void> {
    const { page } = this;
    if (!page) return;
    const before = await rendererProcesses();
    await page.goto('about:blank', { timeout: 1_500 });
    for (let tries = 0; ; tries += 1) {
      const now = await rendererProcesses();
      if (before.some((pid) => !now.includes(pid))) break;
      if (tries === 200) throw new Error('the old process is still there');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    if (this.page !== page || this.isDestroyed()) return;
    this.emit('render-process-gone', createEvent(), { reason: 'killed', exitCode: 9 });
  }

  /** What a fault, or the system, does to a renderer. `render-process-gone` follows. */
  hostCrashRenderer(): void {
    void this.cdp?.send('Page.crash').catch(() => undefined);
  }

  /** The window is gone: its page, and with it its renderer process, goes too. */
  dispose(): void {
    const { page } = this;
    this.page = undefined;
    this.emit('destroyed');
    if (!page || page.isClosed()) return;
    contentsByPage.delete(page);
    if (headed && contentsByPage.size === 0) {
      spare.push(page);
      void page.goto('about:blank').catch(() => undefined);
    } else void page.close().catch(() => undefined);
  }
}
