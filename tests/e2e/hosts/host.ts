/** What a spec may do with the running app, whichever host it runs in. */
import type { Page } from '@playwright/test';
import type { HostState, WindowAction } from '../../host/control.js';
import type { DialogAnswer } from '../../host/dialog.js';
import type { HostLog } from '../../host/log.js';
import type { PowerEvent } from '../../host/power-monitor.js';

export type { DialogAnswer, HostLog, HostState, PowerEvent, WindowAction };

export interface LaunchOptions {
  readonly userDataDir: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Further command line for main. */
  readonly args?: readonly string[];
}

export interface SecondStart {
  readonly exitCode: number | null;
  readonly output: string;
}

export interface AppHost {
  readonly kind: 'chromium' | 'electron';
  readonly userDataDir: string;
  /** The window's page. After main has replaced the window (lock, renderer crash) it is the new one: see `livePage`. */
  readonly page: Page;
  /** Main's process id. */
  readonly pid: number;
  /** Waits for an open, loaded page of the product, and makes it `page`. */
  livePage(): Promise<Page>;
  /** Queues the answer to the next dialog of its kind. Without one, a dialog is cancelled. */
  answerDialog(answer: DialogAnswer): Promise<void>;
  emitPower(event: PowerEvent): Promise<void>;
  setIdle(seconds: number): Promise<void>;
  clickMenu(id: string): Promise<void>;
  /** What the person or the system does to the window from outside the page. */
  window(action: WindowAction): Promise<void>;
  secondInstance(): Promise<SecondStart>;
  state(): Promise<HostState>;
  log(): Promise<HostLog>;
  clearLog(): Promise<void>;
  /** SIGKILL to main and the browser, at once. */
  crash(): Promise<void>;
  /** Asks main to quit and waits for its end. */
  quit(): Promise<number | null>;
  /** Resolves when main has ended by itself. */
  exited(): Promise<number | null>;
  isRunning(): boolean;
  /** Everything main wrote to stdout and stderr. */
  output(): string;
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Waits until `probe` gives something, or throws with `what`. */
export async function waitFor<T>(
  what: () => string,
  probe: () => T | undefined,
  milliseconds = 20_000,
): Promise<T> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const found = probe();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`Timed out waiting for ${what()}`);
    await sleep(25);
  }
}
