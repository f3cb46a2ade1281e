/** The Chromium host: main under Node in a child process, the window in installed Chromium, both driven from here. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium, HOW_TO_INSTALL } from '../../../scripts/lib/chromium-binary.js';
import { hostCommand, mainScript, REPOSITORY } from '../../../scripts/lib/host-command.js';
import type { HostCommands, HostMessage } from '../../host/control.js';
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

const NOT_INHERITED = ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'NODE_OPTIONS'];

/** The app gets a home and a temp folder inside its own test folder, so that nothing it writes is overlooked. */
function environment(options: LaunchOptions): NodeJS.ProcessEnv {
  const home = join(options.userDataDir, 'home');
  const temp = join(options.userDataDir, 'tmp');
  mkdirSync(home, { recursive: true });
  mkdirSync(temp, { recursive: true });
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !NOT_INHERITED.includes(name)),
  );
  return {
    ...inherited,
    HOME: home,
    CHROMIUM: findChromium(),
    // Chromium and the single-instance lock put sockets there, whose paths may not be longer than 108 bytes.
    ...(temp.length < 55 ? { STEADING_HOST_TMPDIR: temp } : {}),
    ...options.env,
  };
}

function start(options: LaunchOptions, withChannel: boolean): ChildProcess {
  mkdirSync(options.userDataDir, { recursive: true });
  const { command, args } = hostCommand([`--user-data-dir=${options.userDataDir}`, ...(options.args ?? [])]);
  return spawn(command, args, {
    cwd: REPOSITORY,
    env: environment(options),
    stdio: withChannel ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'],
  });
}

const isAppPage = (page: Page): boolean =>
  !page.isClosed() && /^https:\/\/[^/]+\.internal\//.test(page.url());

export class ChromiumHost implements AppHost {
  readonly kind = 'chromium';
  private readonly waiting = new Map<
    number,
    { resolve: (value: never) => void; reject: (error: Error) => void }
  >();
  private readonly crashedPages = new WeakSet<Page>();
  private readonly end: Promise<number | null>;
  private requests = 0;
  private text = '';
  private currentPage: Page | undefined;
  private browser: Browser | undefined;
  private browserPid = 0;

  private constructor(
    private readonly child: ChildProcess,
    private readonly options: LaunchOptions,
  ) {
    child.stdout?.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
    this.end = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
    void this.end.then((code) => {
      for (const { reject } of this.waiting.values())
        reject(new Error(`main ended (${String(code)})\n${this.text}`));
      this.waiting.clear();
    });
    child.on('message', (message: HostMessage) => {
      if (message.type !== 'answer') return;
      const request = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.error !== undefined) request?.reject(new Error(message.error));
      else request?.resolve(message.value as never);
    });
  }

  static async launch(options: LaunchOptions): Promise<ChromiumHost> {
    if (!existsSync(mainScript())) {
      throw new Error('The app is not built: build first (npx electron-vite build)');
    }
    if (!findChromium()) throw new Error(HOW_TO_INSTALL);
    const host = new ChromiumHost(start(options, true), options);
    try {
      await host.connect();
    } catch (error) {
      host.child.kill('SIGKILL');
      throw error;
    }
    return host;
  }

  private async connect(): Promise<void> {
    const ready = await Promise.race([
      new Promise<Extract<HostMessage, { type: 'ready' }>>((resolve) => {
        this.child.on('message', (message: HostMessage) => {
          if (message.type === 'ready') resolve(message);
        });
      }),
      this.end.then((code) => {
        throw new Error(`main ended (${String(code)}) before it opened a window\n${this.text}`);
      }),
      sleep(60_000).then(() => {
        throw new Error(`main opened no window within 60 s\n${this.text}`);
      }),
    ]);
    this.browserPid = ready.browserPid;
    // noDefaults: downloads, focus and media stay as the host set them. isLocal: files are given by path.
    this.browser = await chromium.connectOverCDP(`http://127.0.0.1:${ready.port}`, {
      noDefaults: true,
      isLocal: true,
    });
    await this.livePage();
  }

  get page(): Page {
    if (!this.currentPage) throw new Error('The app has no page yet');
    return this.currentPage;
  }

  get userDataDir(): string {
    return this.options.userDataDir;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  async livePage(): Promise<Page> {
    const context = this.browser?.contexts()[0];
    if (!context) throw new Error('Not connected to the browser');
    const page = await waitFor(
      () =>
        `the app's page; open: ${
          context
            .pages()
            .map((open) => open.url())
            .join(', ') || 'none'
        }\n${this.text}`,
      () => context.pages().find((open) => isAppPage(open) && !this.crashedPages.has(open)),
    );
    if (page !== this.currentPage) {
      page.once('crash', () => this.crashedPages.add(page));
      this.currentPage = page;
    }
    await page.waitForLoadState('load');
    return page;
  }

  private ask<Name extends keyof HostCommands>(
    command: Name,
    parameters: HostCommands[Name]['parameters'],
  ): Promise<HostCommands[Name]['result']> {
    const id = ++this.requests;
    return new Promise((resolve, reject) => {
      if (!this.child.connected) {
        reject(new Error(`main has ended\n${this.text}`));
        return;
      }
      this.waiting.set(id, { resolve, reject });
      this.child.send({ id, command, parameters });
    });
  }

  answerDialog(answer: DialogAnswer): Promise<void> {
    return this.ask('answerDialog', answer);
  }

  emitPower(event: PowerEvent): Promise<void> {
    return this.ask('emitPower', event);
  }

  setIdle(seconds: number): Promise<void> {
    return this.ask('setIdle', seconds);
  }

  clickMenu(id: string): Promise<void> {
    return this.ask('clickMenu', id);
  }

  window(action: WindowAction): Promise<void> {
    return this.ask('window', action);
  }

  state(): Promise<HostState> {
    return this.ask('state', undefined);
  }

  log(): Promise<HostLog> {
    return this.ask('log', undefined);
  }

  clearLog(): Promise<void> {
    return this.ask('clearLog', undefined);
  }

  async secondInstance(): Promise<SecondStart> {
    const second = start(this.options, false);
    let output = '';
    second.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    second.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const late = setTimeout(() => second.kill('SIGKILL'), 20_000);
    const exitCode = await new Promise<number | null>((resolve) => second.once('exit', resolve));
    clearTimeout(late);
    return { exitCode, output };
  }

  async crash(): Promise<void> {
    if (!this.isRunning()) return;
    this.child.kill('SIGKILL');
    this.killBrowser();
    await this.end;
    await this.waitForBrowserEnd();
  }

  async quit(): Promise<number | null> {
    if (!this.isRunning()) return await this.end;
    await this.ask('quit', undefined).catch(() => undefined);
    const hung = setTimeout(() => this.child.kill('SIGKILL'), 20_000);
    const code = await this.end;
    clearTimeout(hung);
    await this.waitForBrowserEnd();
    return code;
  }

  exited(): Promise<number | null> {
    return this.end;
  }

  isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  output(): string {
    return this.text;
  }

  private killBrowser(): void {
    try {
      process.kill(this.browserPid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }

  /** Its profile may only be opened again, or deleted, once it has let go of it. */
  private async waitForBrowserEnd(): Promise<void> {
    const isAlive = (): boolean => {
      try {
        process.kill(this.browserPid, 0);
        return !existsSync('/proc') || existsSync(`/proc/${this.browserPid}/exe`);
      } catch {
        return false;
      }
    };
    for (let tries = 0; tries < 200 && isAlive(); tries += 1) await sleep(25);
    if (isAlive()) this.killBrowser();
    await this.browser?.close().catch(() => undefined);
  }
}
