import { describe, expect, test } from 'vitest';
import { createLockAuthority } from '../../../electron/services/lock-authority';
import { createSessionState, type LockState } from '../../../electron/services/session-state';
import { createWaitingTimer } from './waiting-timer';

const pageMs = 3_000;

function setup(state: LockState) {
  const session = createSessionState();
  session.set(state);
  const log: string[] = [];
  const timer = createWaitingTimer();
  const request = createLockAuthority({
    push: (channel, message) => log.push(`${channel} ${JSON.stringify(message)}`),
    session,
    timer,
    endPage: () => log.push('page ended'),
  });
  return { session, log, timer, request };
}

describe('main has the last word', () => {
  test('a page that locks in time is left to itself', async () => {
    const { session, log, timer, request } = setup('unlocked');
    request('idle');
    session.set('locked');
    await timer.pass(pageMs);
    expect(log).toEqual(['lock.requested {"reason":"idle"}']);
  });

  test.each(['unlocked', 'unknown'] as const)('a page that says nothing (%s) is ended', async (state) => {
    const { session, log, timer, request } = setup(state);
    request('suspend');
    expect(session.current()).toBe(state);
    await timer.pass(pageMs);
    expect(session.current()).toBe('locked');
    expect(log).toEqual(['lock.requested {"reason":"suspend"}', 'page ended']);
  });

  test('asked again and again, it ends the page once', async () => {
    const { log, timer, request } = setup('unlocked');
    for (let times = 0; times < 3; times += 1) request('idle');
    await timer.pass(pageMs);
    expect(log.filter((line) => line === 'page ended')).toHaveLength(1);
    expect(log).toHaveLength(4);
  });

  test('a page that locked, and was opened again within the time, stays', async () => {
    const { session, log, timer, request } = setup('unlocked');
    request('os-lock');
    session.set('locked');
    session.set('unlocked');
    await timer.pass(pageMs);
    expect(log).not.toContain('page ended');
    expect(session.current()).toBe('unlocked');
  });

  test('what is locked already is asked, in case main is wrong, and never ended', async () => {
    const { log, timer, request } = setup('locked');
    request('suspend');
    await timer.pass(pageMs);
    expect(log).toEqual(['lock.requested {"reason":"suspend"}']);
  });

  test('the next page is told that the time was up, and only then', () => {
    const { session, request } = setup('unlocked');
    request('time-up');
    expect(session.resume().isTimeUp).toBe(true);
    session.set('locked');
    request('suspend');
    expect(session.resume().isTimeUp).toBe(true);
    session.set('unlocked');
    request('idle');
    expect(session.resume().isTimeUp).toBe(false);
  });
});
