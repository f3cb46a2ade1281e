/** The child process's channel, over which tests and scripts drive the host. */
import { app } from './app.js';
import { windows } from './browser-window.js';
import type { DialogAnswer } from './dialog.js';
import { queueDialogAnswer } from './dialog.js';
import { errorText, type HostLog, log } from './log.js';
import { clickMenu } from './menu.js';
import { type PowerEvent, powerMonitor } from './power-monitor.js';
import { clipboard } from './small-modules.js';

export type WindowAction = 'minimize' | 'restore' | 'close' | 'crash-renderer' | 'blur' | 'focus';

export interface HostState {
  readonly windows: readonly {
    id: number;
    url: string;
    title: string;
    visible: boolean;
    minimized: boolean;
  }[];
  readonly clipboard: string;
  /** Pictures on the clipboard. */
  readonly pictures: number;
}

/** Command name → what it takes and what it gives back. */
export interface HostCommands {
  log: { parameters: undefined; result: HostLog };
  clearLog: { parameters: undefined; result: undefined };
  state: { parameters: undefined; result: HostState };
  answerDialog: { parameters: DialogAnswer; result: undefined };
  emitPower: { parameters: PowerEvent; result: undefined };
  setIdle: { parameters: number; result: undefined };
  clickMenu: { parameters: string; result: undefined };
  window: { parameters: WindowAction; result: undefined };
  quit: { parameters: undefined; result: undefined };
}

export type HostRequest = {
  [Name in keyof HostCommands]: { id: number; command: Name; parameters: HostCommands[Name]['parameters'] };
}[keyof HostCommands];

export type HostMessage =
  | { readonly type: 'ready'; readonly port: number; readonly browserPid: number }
  | { readonly type: 'answer'; readonly id: number; readonly value?: unknown; readonly error?: string };

function act(action: WindowAction): void {
  const window = [...windows][0];
  if (!window) throw new Error('No window is open');
  if (action === 'crash-renderer') window.webContents.hostCrashRenderer();
  else window[action]();
}

function run(request: HostRequest): unknown {
  switch (request.command) {
    case 'log':
      return log;
    case 'clearLog':
      for (const entries of Object.values(log) as unknown[][]) entries.length = 0;
      return undefined;
    case 'state':
      return {
        windows: [...windows].map((window) => ({
          id: window.id,
          url: window.webContents.getURL(),
          title: window.getTitle(),
          visible: window.isVisible(),
          minimized: window.isMinimized(),
        })),
        clipboard: clipboard.hostText(),
        pictures: clipboard.hostPictures(),
      } satisfies HostState;
    case 'answerDialog':
      queueDialogAnswer(request.parameters);
      return undefined;
    case 'emitPower':
      powerMonitor.hostEmit(request.parameters);
      return undefined;
    case 'setIdle':
      powerMonitor.hostSetIdle(request.parameters);
      return undefined;
    case 'clickMenu':
      clickMenu(request.parameters, [...windows][0]);
      return undefined;
    case 'window':
      act(request.parameters);
      return undefined;
    case 'quit':
      app.quit();
      return undefined;
  }
}

export function listenForCommands(): void {
  if (!process.send) return;
  const send = (message: HostMessage): void =>
    void process.send?.(message, undefined, undefined, () => undefined);
  process.on('message', (request: HostRequest) => {
    try {
      send({ type: 'answer', id: request.id, value: run(request) });
    } catch (error) {
      send({ type: 'answer', id: request.id, error: errorText(error) });
    }
  });
  // The test has gone: nobody will ever end this host.
  process.on('disconnect', () => app.exit(1));
}
