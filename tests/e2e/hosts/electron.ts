/** The real thing, where Electron's binary is installed: the same specs through Playwright's `_electron`. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronBinary } from '../../../scripts/lib/electron-binary.js';
import { REPOSITORY } from '../../../scripts/lib/host-command.js';
import type {
  AppHost,
  DialogAnswer,
  HostLog,
  HostState,
  LaunchOptions,
  PowerEvent,
  SecondStart,
  WindowAction,
} from './host.js';
import { sleep, waitFor } from './host.js';

function emptyLog(): HostLog {
  return {
    network: [],
    chromiumOwn: [],
    blocked: [],
    requests: [],
    dialogs: [],
    cspViolations: [],
    console: [],
    pageErrors: [],
    shown: [],
    permissions: [],
    downloads: [],
    effects: [],
    windows: [],
    hostErrors: [],
  };
}

/** In main, next to the product: dialogs answered from a queue, and the answers given. */
interface MainSide {
  answers: DialogAnswer[];
  dialogs: HostLog['dialogs'];
  shown: string[];
}

const sandboxSwitches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export class ElectronHost implements AppHost {
  readonly kind = 'electron';
  private text = '';
  private record = emptyLog();
  private currentPage: Page | undefined;
  private readonly crashedPages = new WeakSet<Page>();
  private readonly end: Promise<number | null>;

  private constructor(
    private readonly application: ElectronApplication,
    private readonly options: LaunchOptions,
    private readonly binary: string,
  ) {
    const child = application.process();
    child.stdout?.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
    this.end = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
    const context = application.context();
    context.on('request', (request) => this.record.requests.push(request.url()));
    context.on('requestfailed', (request) =>
      this.record.blocked.push(`${request.method()} ${request.url()}`),
    );
    context.on('requestfinished', (request) => {
      if (/^(https?|wss?|ftp):/.test(request.url()))
        this.record.network.push(`${request.method()} ${request.url()}`);
    });
    application.on('window', (page) => this.watch(page));
    for (const page of application.windows()) this.watch(page);
  }

  static async launch(options: LaunchOptions): Promise<ElectronHost> {
    const binary = electronBinary();
    if (!binary) throw new Error('Electron is not installed here (node_modules/electron/dist is missing)');
    mkdirSync(options.userDataDir, { recursive: true });
    const application = await _electron.launch({
      executablePath: binary,
      args: [
        ...sandboxSwitches,
        REPOSITORY,
        `--user-data-dir=${options.userDataDir}`,
        ...(options.args ?? []),
      ],
      env: { ...(process.env as Record<string, string>), ...options.env },
    });
    const host = new ElectronHost(application, options, binary);
    await host.prepareMain();
    await host.livePage();
    return host;
  }

  private watch(page: Page): void {
    page.on('console', (message) => {
      const text = message.text();
      this.record.console.push({ source: message.worker() ? 'worker' : 'page', level: message.type(), text });
      if (/Content Security Policy/i.test(text)) {
        const directive = /"([a-z-]+)(?: [^"]*)?"/.exec(text)?.[1] ?? 'unknown';
        this.record.cspViolations.push({
          directive,
          blocked: '',
          document: page.url(),
          sample: text.slice(0, 300),
        });
      }
    });
    page.on('pageerror', (error) => this.record.pageErrors.push(`${error.name}: ${error.message}`));
    page.once('crash', () => this.crashedPages.add(page));
  }

  private async prepareMain(): Promise<void> {
    await this.application.evaluate(({ app, BrowserWindow, dialog, shell }) => {
      // Playwright cannot go on with a page whose process was killed, which is what main does after each lock. As in
      // the Chromium host the page is led away instead, to an address that has a process of its own.
      const leadAway = (contents: Electron.WebContents): void => {
        Object.defineProperty(contents, 'getOSProcessId', { value: () => 0 });
        Object.defineProperty(contents, 'forcefullyCrashRenderer', {
          value: () => {
            void contents.loadURL('about:blank').then(() => {
              contents.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 });
            });
          },
        });
      };
      for (const window of BrowserWindow.getAllWindows()) leadAway(window.webContents);
      app.on('web-contents-created', (_event, contents) => {
        leadAway(contents);
      });
      const side: MainSide = { answers: [], dialogs: [], shown: [] };
      (globalThis as unknown as { steadingTest: MainSide }).steadingTest = side;
      const take = (kind: DialogAnswer['kind']): DialogAnswer | undefined => {
        const at = side.answers.findIndex((answer) => answer.kind === kind);
        return at < 0 ? undefined : side.answers.splice(at, 1)[0];
      };
      const replace = (
        name: string,
        kind: DialogAnswer['kind'],
        toAnswer: (given?: DialogAnswer) => unknown,
      ): void => {
        Object.defineProperty(dialog, name, {
          value: (...parameters: unknown[]) => {
            const options = parameters.length > 1 ? parameters[1] : parameters[0];
            const given = take(kind);
            const answer = toAnswer(given);
            side.dialogs.push({ kind, options, answer, answered: given !== undefined });
            const afterMs = given?.kind === 'message' ? 0 : (given?.afterMs ?? 0);
            return new Promise((resolve) => setTimeout(resolve, afterMs, answer));
          },
        });
      };
      replace('showSaveDialog', 'save', (given) => {
        const filePath = given?.kind === 'save' ? given.filePath : null;
        return { canceled: filePath === null, filePath: filePath ?? '' };
      });
      replace('showOpenDialog', 'open', (given) => {
        const filePaths = given?.kind === 'open' ? given.filePaths : null;
        return { canceled: filePaths === null, filePaths: filePaths ?? [] };
      });
      replace('showMessageBox', 'message', (given) => ({
        response: given?.kind === 'message' ? given.response : 0,
        checkboxChecked: given?.kind === 'message' ? (given.checkboxChecked ?? false) : false,
      }));
      Object.defineProperty(shell, 'showItemInFolder', {
        value: (path: string) => void side.shown.push(path),
      });
    });
  }

  get page(): Page {
    if (!this.currentPage) throw new Error('The app has no page yet');
    return this.currentPage;
  }

  get userDataDir(): string {
    return this.options.userDataDir;
  }

  get pid(): number {
    return this.application.process().pid ?? 0;
  }

  async livePage(): Promise<Page> {
    const page = await waitFor(
      () => `the app's page\n${this.text}`,
      () =>
        this.application
          .windows()
          .find(
            (open) => !open.isClosed() && open.url().startsWith('app://') && !this.crashedPages.has(open),
          ),
    );
    this.currentPage = page;
    await page.waitForLoadState('load');
    return page;
  }

  async answerDialog(answer: DialogAnswer): Promise<void> {
    await this.application.evaluate((_electronModule, given) => {
      (globalThis as unknown as { steadingTest: MainSide }).steadingTest.answers.push(given);
    }, answer);
  }

  async emitPower(event: PowerEvent): Promise<void> {
    await this.application.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
  }

  async setIdle(seconds: number): Promise<void> {
    await this.application.evaluate(({ powerMonitor }, idle) => {
      Object.defineProperty(powerMonitor, 'getSystemIdleTime', { value: () => idle, configurable: true });
      Object.defineProperty(powerMonitor, 'getSystemIdleState', {
        value: (threshold: number) => (idle >= threshold ? 'idle' : 'active'),
        configurable: true,
      });
    }, seconds);
  }

  async clickMenu(id: string): Promise<void> {
    await this.application.evaluate(({ Menu }, itemId) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(itemId);
      if (!item) throw new Error(`No menu item with the id '${itemId}'`);
      item.click();
    }, id);
  }

  async window(action: WindowAction): Promise<void> {
    await this.application.evaluate(({ BrowserWindow }, name) => {
      const window = BrowserWindow.getAllWindows()[0];
      if (!window) throw new Error('No window is open');
      if (name === 'crash-renderer') {
        const { prototype } = window.webContents.constructor as unknown as {
          prototype: typeof window.webContents;
        };
        prototype.forcefullyCrashRenderer.call(window.webContents);
      } else window[name]();
    }, action);
  }

  async secondInstance(): Promise<SecondStart> {
    const second = spawn(
      this.binary,
      [
        ...sandboxSwitches,
        REPOSITORY,
        `--user-data-dir=${this.options.userDataDir}`,
        ...(this.options.args ?? []),
      ],
      { env: { ...process.env, ...this.options.env }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let output = '';
    second.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    second.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const exitCode = await new Promise<number | null>((resolve) => second.once('exit', resolve));
    return { exitCode, output };
  }

  async state(): Promise<HostState> {
    return await this.application.evaluate(async ({ BrowserWindow, clipboard }) => ({
      windows: BrowserWindow.getAllWindows().map((window) => ({
        id: window.id,
        url: window.webContents.getURL(),
        title: window.getTitle(),
        visible: window.isVisible(),
        minimized: window.isMinimized(),
      })),
      clipboard: await clipboard.readText(),
      pictures: (await clipboard.read()).filter(({ types }) => types.includes('image/png')).length,
    }));
  }

  async log(): Promise<HostLog> {
    const { dialogs, shown } = await this.application.evaluate(
      () => (globalThis as unknown as { steadingTest: MainSide }).steadingTest,
    );
    return { ...this.record, dialogs, shown };
  }

  async clearLog(): Promise<void> {
    this.record = emptyLog();
    await this.application.evaluate(() => {
      const side = (globalThis as unknown as { steadingTest: MainSide }).steadingTest;
      side.dialogs.length = 0;
      side.shown.length = 0;
    });
  }

  async crash(): Promise<void> {
    this.application.process().kill('SIGKILL');
    await this.end;
    await sleep(200); // its children notice and end by themselves
  }

  async quit(): Promise<number | null> {
    await this.application.evaluate(({ app }) => app.quit()).catch(() => undefined);
    const hung = setTimeout(() => this.application.process().kill('SIGKILL'), 20_000);
    const code = await this.end;
    clearTimeout(hung);
    return code;
  }

  exited(): Promise<number | null> {
    return this.end;
  }

  isRunning(): boolean {
    const { exitCode, signalCode } = this.application.process();
    return exitCode === null && signalCode === null;
  }

  output(): string {
    return this.text;
  }
}
