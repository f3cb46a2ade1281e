import { describe, expect, test } from 'vitest';
import type { PreventableEvent } from '../../../electron/ports';
import { type LockReason, startIdleLock } from '../../../electron/services/idle-lock';
import { createSessionState, type LockState } from '../../../electron/services/session-state';
import { installQuitFlow } from '../../../electron/shell/quit-flow';

const minute = 60_000;

function setupIdle(state: LockState = 'unlocked', settings = { idleMinutes: 5, lockOnMinimise: false }) {
  const session = createSessionState();
  const events = new Map<string, () => void>();
  const reasons: LockReason[] = [];
  const now = { wall: 1_000_000, monotonic: 5_000 };
  const system = { idle: 0, state: 'active' };
  let poll: () => void = () => undefined;
  let isRunning = true;
  let every = 0;
  let minimise: () => void = () => undefined;
  const stop = startIdleLock({
    window: { on: (_event, listener) => (minimise = listener) },
    settings: () => settings,
    power: {
      getSystemIdleTime: () => system.idle,
      getSystemIdleState: () => system.state,
      on: (event, listener) => events.set(event, listener),
    },
    clocks: { wall: () => now.wall, monotonic: () => now.monotonic },
    timer: {
      every(ms, task) {
        every = ms;
        poll = task;
        return () => {
          isRunning = false;
        };
      },
      wait: () => Promise.resolve(),
    },
    session,
    requestLock: (reason) => reasons.push(reason),
  });
  session.set(state);
  const pass = (wall: number, monotonic = wall): void => {
    now.wall += wall;
    now.monotonic += monotonic;
    poll();
  };
  return {
    session,
    events,
    reasons,
    system,
    settings,
    pass,
    stop,
    minimise: () => {
      minimise();
    },
    every: () => every,
    isRunning: () => isRunning,
  };
}

describe('idle lock', () => {
  test('polls each 5 s and asks at 300 s, not before', () => {
    const { reasons, system, pass, every, stop, isRunning } = setupIdle();
    expect(every()).toBe(5_000);
    system.idle = 299;
    pass(5_000);
    expect(reasons).toEqual([]);
    system.idle = 300;
    pass(5_000);
    expect(reasons).toEqual(['idle']);
    stop();
    expect(isRunning()).toBe(false);
  });

  test('has nothing to do while locked, but asks when the page has not said anything', () => {
    const locked = setupIdle('locked');
    locked.system.idle = 999;
    locked.pass(5_000);
    expect(locked.reasons).toEqual([]);
    const unknown = setupIdle('unknown');
    unknown.system.idle = 999;
    unknown.pass(5_000);
    expect(unknown.reasons).toEqual(['idle']);
  });

  test('asks again until the page has locked', () => {
    const { reasons, session, system, pass } = setupIdle();
    system.idle = 400;
    pass(5_000);
    pass(5_000);
    session.set('locked');
    pass(5_000);
    expect(reasons).toEqual(['idle', 'idle']);
  });

  test.each([
    ['suspend', 'suspend'],
    ['lock-screen', 'os-lock'],
    ['user-did-resign-active', 'os-lock'],
  ] as const)('%s asks at once, whatever main believes', (event, reason) => {
    for (const state of ['locked', 'unlocked', 'unknown'] as const) {
      const { events, reasons } = setupIdle(state);
      events.get(event)?.();
      expect(reasons).toEqual([reason]);
    }
  });

  test.each([
    ['slept, steady clock stopped', 3_600_000, 5_000],
    ['slept, steady clock ran on', 3_600_000, 3_600_000],
    ['clock turned back', -3_600_000, 5_000],
    ['clock turned back a year', -365 * 24 * 3_600_000, 5_000],
    ['clock turned on a year', 365 * 24 * 3_600_000, 5_000],
    ['just over the limit', 35_001, 5_000],
  ])('a jump asks: %s', (_name, wall, monotonic) => {
    const { reasons, pass } = setupIdle();
    pass(wall, monotonic);
    expect(reasons).toEqual(['suspend']);
    pass(5_000);
    expect(reasons).toEqual(['suspend']);
  });

  test('a late poll or a small correction of the clock does not', () => {
    const { reasons, pass } = setupIdle();
    pass(30_000);
    pass(20_000, 5_000);
    expect(reasons).toEqual([]);
  });

  test.each([
    [1, 59, 60],
    [15, 899, 900],
  ])('after %i minutes, where that is set, and as soon as it is set', (idleMinutes, before, at) => {
    const { reasons, system, settings, pass } = setupIdle();
    settings.idleMinutes = idleMinutes;
    system.idle = before;
    pass(5_000);
    expect(reasons).toEqual([]);
    system.idle = at;
    pass(5_000);
    expect(reasons).toEqual(['idle']);
  });

  test.each([0, -1, 16, 1e9, Number.NaN, Infinity])(
    'a broken setting (%d) is five minutes',
    (idleMinutes) => {
      const { reasons, system, pass } = setupIdle('unlocked', { idleMinutes, lockOnMinimise: false });
      system.idle = 299;
      pass(5_000);
      expect(reasons).toEqual([]);
      system.idle = 300;
      pass(5_000);
      expect(reasons).toEqual(['idle']);
    },
  );

  test('a window made small asks where that is wished, and only then', () => {
    const { reasons, settings, minimise } = setupIdle();
    minimise();
    expect(reasons).toEqual([]);
    settings.lockOnMinimise = true;
    minimise();
    expect(reasons).toEqual(['minimise']);
  });

  test('eight hours after it was opened it asks, however busy somebody is', () => {
    const { reasons, session, pass } = setupIdle('locked');
    for (let passed = 0; passed < 600; passed += 1) pass(minute / 2);
    session.set('unlocked');
    for (let passed = 0; passed < 8 * 120 - 1; passed += 1) pass(minute / 2);
    expect(reasons).toEqual([]);
    pass(minute / 2);
    expect(reasons).toEqual(['time-up']);
    session.set('locked');
    session.set('unlocked');
    pass(minute / 2);
    expect(reasons).toEqual(['time-up']);
  });

  test('a locked screen that sent no event (Linux) is found by the poll', () => {
    const { reasons, system, pass } = setupIdle();
    system.state = 'locked';
    pass(5_000);
    expect(reasons).toEqual(['os-lock']);
  });
});

describe('quit flow', () => {
  function setupQuit(state: LockState) {
    const session = createSessionState();
    session.set(state);
    const log: string[] = [];
    const waits: { ms: number; end: () => void }[] = [];
    let close: (event: PreventableEvent) => void = () => undefined;
    let settle: () => void = () => undefined;
    const settled = new Promise<void>((resolve) => {
      settle = resolve;
    });
    installQuitFlow({
      window: {
        on: (_event, listener) => (close = listener),
        isDestroyed: () => false,
        destroy: () => log.push('destroy'),
      },
      session,
      timer: {
        every: () => () => undefined,
        wait: (ms) => new Promise((resolve) => waits.push({ ms, end: resolve })),
      },
      requestLock: (reason) => log.push(`lock ${reason}`),
      filesSettled: () => settled,
      clearClipboard: () => {
        log.push('clipboard cleared');
        return Promise.resolve();
      },
      stopRenewal: () => log.push('no new page'),
    });
    const pressClose = (): void => {
      close({ preventDefault: () => log.push('prevented') });
    };
    return {
      session,
      log,
      waits,
      pressClose,
      settle: () => {
        settle();
      },
    };
  }
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  test('asks the page to lock, waits for it and for the files, then closes', async () => {
    const { session, log, pressClose, settle } = setupQuit('unlocked');
    pressClose();
    pressClose();
    await turn();
    expect(log).toEqual(['prevented', 'no new page', 'lock quit', 'prevented']);
    session.set('locked');
    await turn();
    expect(log).not.toContain('destroy');
    settle();
    await turn();
    expect(log.at(-1)).toBe('destroy');
    expect(log.at(-2)).toBe('clipboard cleared');
    expect(log.filter((line) => line === 'lock quit')).toHaveLength(1);
  });

  test('a page that does not answer gets three seconds', async () => {
    const { log, waits, pressClose, settle } = setupQuit('unlocked');
    settle();
    pressClose();
    await turn();
    expect(waits[0]?.ms).toBe(3_000);
    expect(log).not.toContain('destroy');
    waits[0]?.end();
    await turn();
    expect(log.at(-1)).toBe('destroy');
  });

  test('a locked vault closes without asking', async () => {
    const { log, pressClose, settle } = setupQuit('locked');
    settle();
    pressClose();
    await turn();
    expect(log).toEqual(['prevented', 'no new page', 'clipboard cleared', 'destroy']);
  });
});
