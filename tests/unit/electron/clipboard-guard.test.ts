import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createClipboardGuard } from '../../../electron/services/clipboard-guard';
import { createSessionState } from '../../../electron/services/session-state';
import { createWaitingTimer, turn } from './waiting-timer';

const keepMs = 60_000;
const settleMs = 150;

function setup() {
  const session = createSessionState();
  session.set('unlocked');
  const timer = createWaitingTimer();
  const system: { text: string; image: Uint8Array | null; reads: number; isDead: boolean } = {
    text: 'shopping list',
    image: null,
    reads: 0,
    isDead: false,
  };
  const guard = createClipboardGuard({
    clipboard: {
      readText: () => {
        system.reads += 1;
        return system.isDead ? Promise.reject(new Error('no clipboard')) : Promise.resolve(system.text);
      },
      writeText: (text) => {
        system.text = text;
        return Promise.resolve();
      },
      readImage: () =>
        system.isDead ? Promise.reject(new Error('no clipboard')) : Promise.resolve(system.image),
      // As systems do: a picture is kept in a form of the system's own.
      writeImage: (png) => {
        system.text = '';
        system.image = Uint8Array.from([...png, 7]);
        return Promise.resolve();
      },
      clear: () => {
        system.text = '';
        system.image = null;
      },
    },
    timer,
    session,
    hash: (copied) => createHmac('sha256', 'key').update(copied).digest('base64'),
  });
  /** The copy key: the page is heard first, the system a moment later. */
  const copy = async (text: string): Promise<void> => {
    const done = guard.copied();
    system.text = text;
    await timer.pass(settleMs);
    await done;
  };
  return { session, timer, system, guard, copy };
}

describe('clipboard', () => {
  test('what the app put there goes after a minute', async () => {
    const { guard, timer, system } = setup();
    await guard.write('page TypeError');
    expect(system.text).toBe('page TypeError');
    await timer.pass(keepMs);
    expect(system.text).toBe('');
  });

  test('so does what the person copied in the page', async () => {
    const { copy, timer, system } = setup();
    await copy('Ottoline Quendale');
    expect(system.text).toBe('Ottoline Quendale');
    await timer.pass(keepMs);
    expect(system.text).toBe('');
  });

  test('somebody else’s text stays, and is not looked at without a reason', async () => {
    const { guard, copy, session, timer, system } = setup();
    session.set('locked');
    await guard.clear();
    expect(system).toMatchObject({ text: 'shopping list', reads: 0 });
    await copy('Ottoline Quendale');
    system.text = 'shopping list';
    await timer.pass(keepMs);
    await guard.clear();
    expect(system.text).toBe('shopping list');
  });

  test('a picture goes after a minute and with the lock, and another picture stays', async () => {
    const { guard, session, timer, system } = setup();
    await guard.writeImage(Uint8Array.of(1, 2, 3));
    expect(system.image).toEqual(Uint8Array.of(1, 2, 3, 7));
    await timer.pass(keepMs);
    expect(system.image).toBeNull();
    await guard.writeImage(Uint8Array.of(1, 2, 3));
    session.set('locked');
    await turn();
    expect(system.image).toBeNull();
    session.set('unlocked');
    await guard.writeImage(Uint8Array.of(1, 2, 3));
    system.image = Uint8Array.of(9);
    system.text = 'shopping list';
    await timer.pass(keepMs);
    await guard.clear();
    expect(system.image).toEqual(Uint8Array.of(9));
    expect(system.text).toBe('shopping list');
  });

  test('words that were copied after a picture have a minute of their own', async () => {
    const { guard, timer, system } = setup();
    await guard.writeImage(Uint8Array.of(1));
    await guard.write('words');
    system.image = null;
    await timer.pass(keepMs, 1);
    expect(system.text).toBe('words');
    await timer.pass(keepMs);
    expect(system.text).toBe('');
  });

  test.each(['lock', 'quit'])('goes at once: %s', async (when) => {
    const { guard, copy, session, system } = setup();
    await copy('Ottoline Quendale');
    if (when === 'lock') session.set('locked');
    else await guard.clear();
    await turn();
    expect(system.text).toBe('');
  });

  test('also when the lock comes before the copy was looked at', async () => {
    const { guard, session, timer, system } = setup();
    const copied = guard.copied();
    system.text = 'Ottoline Quendale';
    session.set('locked');
    await turn();
    expect(system.text).toBe('');
    system.text = 'shopping list';
    await timer.pass(settleMs);
    await copied;
    await timer.pass(keepMs);
    expect(system.text).toBe('shopping list');
  });

  test('a newer copy has a minute of its own', async () => {
    const { guard, timer, system } = setup();
    await guard.write('first');
    await guard.write('second');
    await timer.pass(keepMs, 1);
    expect(system.text).toBe('second');
    await timer.pass(keepMs);
    expect(system.text).toBe('');
  });

  test('a clipboard that does not answer stops nothing', async () => {
    const { guard, copy, session, system } = setup();
    system.isDead = true;
    await copy('Ottoline Quendale');
    session.set('locked');
    await guard.clear();
    system.isDead = false;
    expect(system.text).toBe('Ottoline Quendale');
  });
});
