import { describe, expect, test } from 'vitest';
import { createSessionState } from '../../../electron/services/session-state';
import { installPageRenewal } from '../../../electron/shell/renew-page';
import { createWaitingTimer, turn } from './waiting-timer';

const filesMs = 5_000;
const goneMs = 2_000;

function setup(options: { readonly pid?: number; readonly mayKill?: boolean } = {}) {
  const { pid = 4711, mayKill = true } = options;
  const session = createSessionState();
  const timer = createWaitingTimer();
  const log: string[] = [];
  let gone: (event: unknown, details: { reason: string }) => void = () => undefined;
  let endCalls: () => void = () => undefined;
  let calls = Promise.resolve();
  let isDestroyed = false;
  let isLoadRefused = false;
  const renewal = installPageRenewal({
    window: {
      isDestroyed: () => isDestroyed,
      loadURL: (url) => {
        log.push(`load ${url}`);
        return isLoadRefused ? Promise.reject(new Error('ERR_FAILED')) : Promise.resolve();
      },
    },
    contents: {
      on: (_event, listener) => (gone = listener),
      getOSProcessId: () => pid,
      forcefullyCrashRenderer: () => log.push('crash'),
    },
    session,
    timer,
    startUrl: 'app://local/index.html',
    kill: (target) => {
      if (!mayKill) throw new Error('EPERM');
      log.push(`kill ${String(target)}`);
    },
    callsSettled: () => calls,
  });
  return {
    session,
    timer,
    log,
    renewal,
    gone: (reason: string) => {
      gone({}, { reason });
    },
    beginCalls: () => {
      calls = new Promise((resolve) => {
        endCalls = resolve;
      });
    },
    endCalls: () => {
      endCalls();
    },
    destroy: () => {
      isDestroyed = true;
    },
    refuseLoads: () => {
      isLoadRefused = true;
    },
  };
}

const load = 'load app://local/index.html';

describe('a new page after a lock', () => {
  test('the process is killed, and when it has gone the start page is loaded', async () => {
    const { session, log, gone } = setup();
    session.set('unlocked');
    session.set('locked');
    await turn();
    expect(log).toEqual(['kill 4711']);
    gone('killed');
    await turn();
    expect(log).toEqual(['kill 4711', load]);
  });

  test('a page that was never open is left as it is', async () => {
    const { session, log } = setup();
    session.set('locked');
    await turn();
    expect(log).toEqual([]);
  });

  test('the new page’s own word that it is locked does not end it again; the next lock does', async () => {
    const { session, log, gone } = setup();
    session.set('unlocked');
    session.set('locked');
    await turn();
    gone('killed');
    session.set('locked');
    await turn();
    expect(log).toEqual(['kill 4711', load]);
    session.set('unlocked');
    session.set('locked');
    await turn();
    gone('killed');
    expect(log).toEqual(['kill 4711', load, 'kill 4711', load]);
  });

  test('what the page asked for is waited for, for five seconds at most', async () => {
    const first = setup();
    first.beginCalls();
    first.session.set('unlocked');
    first.session.set('locked');
    await turn();
    expect(first.log).toEqual([]);
    first.endCalls();
    await turn();
    expect(first.log).toEqual(['kill 4711']);

    const second = setup();
    second.beginCalls();
    second.session.set('unlocked');
    second.session.set('locked');
    await second.timer.pass(filesMs);
    expect(second.log).toEqual(['kill 4711']);
  });

  test.each([
    ['no process id', { pid: 0 }],
    ['the system does not let us', { mayKill: false }],
  ])('Electron’s own way where there is no other: %s', async (_name, options) => {
    const { log, renewal } = setup(options);
    renewal.renew();
    await turn();
    expect(log).toEqual(['crash']);
  });

  test('a process that is still there after two seconds is crashed', async () => {
    const { log, timer, renewal } = setup();
    renewal.renew();
    renewal.renew();
    await turn();
    await timer.pass(goneMs);
    expect(log).toEqual(['kill 4711', 'crash']);
  });

  test('a page that died by itself is locked for main, and comes again', () => {
    const { session, log, gone } = setup();
    session.set('unlocked');
    gone('oom');
    expect(session.current()).toBe('locked');
    expect(log).toEqual([load]);
  });

  test('nothing is loaded into a window that closes or has gone', async () => {
    const closing = setup();
    closing.session.set('unlocked');
    closing.renewal.stop();
    closing.session.set('locked');
    await turn();
    closing.gone('killed');
    expect(closing.log).toEqual([]);

    const destroyed = setup();
    destroyed.session.set('unlocked');
    destroyed.destroy();
    destroyed.session.set('locked');
    await turn();
    destroyed.gone('clean-exit');
    expect(destroyed.log).toEqual([]);
  });

  test('a load that is cut short is no defect', async () => {
    const { log, renewal, refuseLoads } = setup();
    refuseLoads();
    renewal.load();
    await turn();
    expect(log).toEqual([load]);
  });
});
