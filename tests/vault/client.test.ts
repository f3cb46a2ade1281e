import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createVaultClient, type VaultClient } from '../../renderer/vault/client';
import { createDraftKeeper } from '../../renderer/vault/draft-keeper';
import { createMemoryFiles } from '../support/vault-files';
import { at, must, passphrase, putOf, testId } from '../support/vault-kit';
import { createFakeWorkers } from '../support/vault-worker';

const open: VaultClient[] = [];

function setupClient() {
  const files = createMemoryFiles();
  const workers = createFakeWorkers(new IDBFactory());
  let now = at;
  const client = createVaultClient({
    name: 'main',
    files,
    clock: { now: () => (now += 1) },
    createWorker: workers.createWorker,
  });
  open.push(client);
  return { client, files, workers };
}

async function setupUnlocked() {
  const setup = setupClient();
  const { recoveryCode } = must(await setup.client.create(passphrase));
  // The log's first entry is written on the side: what a test does next comes behind it.
  must(await setup.client.care.note([]));
  return { ...setup, recoveryCode };
}

/** A checkpoint, and what is made of it in the background; then locked. */
async function withOutlines(client: VaultClient): Promise<void> {
  must(await client.care.compact(true));
  await vi.waitFor(
    async () => {
      // The worker of tests cannot be ended half way: it has to have made them.
      await new Promise((resolve) => setTimeout(resolve, 300));
      await client.lock();
      let isEarly = false;
      const stop = client.subscribeState(() => {
        isEarly ||= client.state() === 'unlocked' && !client.isSettled();
      });
      must(await client.unlock(passphrase));
      stop();
      expect(isEarly).toBe(true);
    },
    { timeout: 10_000 },
  );
  await client.lock();
}

/** A client whose worker's answers can be kept back on their way, from the one after `count` on. */
async function setupHeld() {
  const workers = createFakeWorkers(new IDBFactory());
  let passing = Infinity;
  let tellHeld = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    tellHeld = resolve;
  });
  const kept: (() => void)[] = [];
  const createWorker = (): Worker => {
    const worker = workers.createWorker();
    const listen = worker.addEventListener.bind(worker) as (
      type: string,
      listener: (event: Event) => void,
    ) => void;
    worker.addEventListener = (type: string, listener: unknown) => {
      const hear = listener as (event: Event) => void;
      listen(type, (event) => {
        passing -= 1;
        if (passing >= 0) {
          hear(event);
          return;
        }
        kept.push(() => {
          hear(event);
        });
        tellHeld();
      });
    };
    return worker;
  };
  const client = createVaultClient({
    name: 'main',
    files: createMemoryFiles(),
    clock: { now: () => at },
    createWorker,
  });
  open.push(client);
  must(await client.create(passphrase));
  const answers = {
    held,
    holdAfter: (count: number) => {
      passing = count;
    },
    release: () => {
      passing = Infinity;
      for (const hear of kept.splice(0)) hear();
    },
  };
  return { client, workers, answers };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.lock()));
});

describe('the client', () => {
  it('goes from absent to unlocked and says each step', async () => {
    const { client } = setupClient();
    const states: string[] = [];
    client.subscribeState(() => states.push(client.state()));
    expect(client.state()).toBe('locked');
    must(await client.inspect());
    must(await client.create(passphrase));
    await client.lock();
    expect(await client.unlock('wrong')).toEqual({ ok: false, error: { tag: 'WrongPassphrase' } });
    must(await client.unlock(passphrase));
    expect(states).toEqual(['absent', 'unlocked', 'locked', 'unlocking', 'locked', 'unlocking', 'unlocked']);
  });

  it('says absent again when there is nothing to unlock', async () => {
    const { client } = setupClient();
    expect((await client.unlock(passphrase)).ok).toBe(false);
    expect(client.state()).toBe('absent');
  });

  it('shows its lists before everything has been read, and says when it has', async () => {
    const { client } = await setupUnlocked();
    must(await client.commit([putOf(1), putOf(2)]));
    await withOutlines(client);
    const told: unknown[] = [];
    client.subscribeState(() => {
      told.push([client.state(), client.isSettled(), client.records('caseload-count').length]);
    });
    must(await client.unlock(passphrase));
    expect(told.slice(0, 3)).toEqual([
      ['unlocking', false, 0],
      ['unlocked', false, 2],
      ['unlocked', true, 2],
    ]);
    await client.lock();
    expect([client.isSettled(), client.records('caseload-count')]).toEqual([false, []]);
  });

  it('closes again, empty and with the reason, when the rest cannot be read', async () => {
    const { client, files } = await setupUnlocked();
    must(await client.commit([putOf(1), putOf(2)]));
    await withOutlines(client);
    must(await client.unlock(passphrase));
    must(await client.commit([putOf(3)]));
    await client.lock();
    // An unfinished last write, on a disk that does not let it be moved aside.
    const last = files.disk.paths().findLast((path) => path.includes('/journal/seg-')) ?? '';
    files.disk.put(last, new Uint8Array([...(files.disk.bytesOf(last) ?? []), 1, 2, 3]));
    files.failNext('cutTail', { tag: 'WriteFailed', code: 'EIO' });
    const told: unknown[] = [];
    client.subscribeState(() => {
      told.push([client.state(), client.records('caseload-count').length]);
    });
    const refused = await client.unlock(passphrase);
    expect(refused.ok).toBe(false);
    expect(told).toEqual([
      ['unlocking', 0],
      ['unlocked', 3],
      ['locked', 0],
    ]);
    expect(client.unlockFailure()).toEqual(refused.ok ? null : refused.error);
    must(await client.unlock(passphrase));
    expect([client.unlockFailure(), client.records('caseload-count').length]).toEqual([null, 3]);
  });

  it('is asked again while it is open, and a wrong one changes nothing but the log', async () => {
    const { client, workers } = await setupUnlocked();
    must(await client.commit([putOf(1)]));
    expect(await client.confirmPassphrase('not these words')).toEqual({
      ok: false,
      error: { tag: 'WrongPassphrase' },
    });
    expect(await client.confirmPassphrase('')).toEqual({ ok: false, error: { tag: 'WrongPassphrase' } });
    expect(await client.confirmPassphrase(passphrase)).toEqual({ ok: true, value: undefined });
    expect(client.state()).toBe('unlocked');
    expect(client.records('caseload-count')).toHaveLength(1);
    must(await client.commit([putOf(1, 1, 8)]));
    const { entries } = must(await client.care.auditLog());
    expect(entries.filter(({ event }) => event === 'unlock-refused')).toMatchObject([{ count: 1 }]);
    expect(entries.filter(({ event }) => event === 'unlock')).toEqual([]);
    await client.lock();
    const { made } = workers;
    expect(await client.confirmPassphrase(passphrase)).toEqual({ ok: false, error: { tag: 'VaultLocked' } });
    expect(workers.made).toBe(made);
  });

  it('refuses an empty passphrase and one over 10,000 characters', async () => {
    const { client } = setupClient();
    for (const text of ['', 'x'.repeat(10_001)]) {
      expect(await client.create(text)).toEqual({ ok: false, error: { tag: 'WrongPassphrase' } });
    }
  });

  it('shows a save as soon as it is answered, and the same array until something changes', async () => {
    const { client } = await setupUnlocked();
    const heard: string[] = [];
    client.subscribe('caseload-count', () => heard.push('caseload-count'));
    client.subscribe('person', () => heard.push('person'));
    const empty = client.records('caseload-count');
    expect(client.records('caseload-count')).toBe(empty);
    must(await client.commit([putOf(1, 0, 3)]));
    const [first] = client.records('caseload-count');
    expect(first).toMatchObject({ id: testId(1), revision: 1, value: { openCases: 3 } });
    expect(client.lastSavedAt()).toBe(first?.savedAt);
    const snapshot = client.records('caseload-count');
    const saved = must(await client.put('draft', { form: 'person', recordId: null, title: '', fields: {} }));
    expect(saved.revision).toBe(1);
    expect(client.records('caseload-count')).toBe(snapshot);
    must(await client.remove('caseload-count', testId(1), 1));
    expect(client.records('caseload-count')).toEqual([]);
    expect(heard).toEqual(['caseload-count', 'caseload-count']);
  });

  it('has everything back after lock and unlock, by passphrase or code, in a fresh worker', async () => {
    const { client, workers, recoveryCode } = await setupUnlocked();
    must(await client.commit([putOf(1), putOf(2)]));
    await client.lock();
    expect(client.records('caseload-count')).toEqual([]);
    expect(client.lastSavedAt()).toBeNull();
    expect([workers.made, workers.terminated]).toEqual([1, 1]);
    must(await client.unlock(passphrase));
    expect(workers.made).toBe(2);
    expect(client.records('caseload-count')).toHaveLength(2);
    await client.lock();
    must(await client.unlockWithRecoveryCode(` ${recoveryCode.toLowerCase()} `));
    expect(client.records('caseload-count')).toHaveLength(2);
    must(await client.setPassphrase('another'));
    await client.lock();
    expect((await client.unlock(passphrase)).ok).toBe(false);
    must(await client.unlock('another'));
  });

  it('flushes before it locks, but waits no longer than half a second', async () => {
    const { client } = await setupUnlocked();
    client.beforeLock(async () => {
      must(await client.commit([putOf(1)]));
    });
    client.beforeLock(() => new Promise<never>(() => undefined));
    client.beforeLock(() => Promise.reject(new Error('a form that broke')));
    const cleared = vi.fn();
    client.clearOnLock(cleared);
    const start = performance.now();
    await Promise.all([client.lock(), client.lock()]);
    expect(performance.now() - start).toBeLessThan(1200);
    expect(cleared).toHaveBeenCalledTimes(1);
    must(await client.unlock(passphrase));
    expect(client.records('caseload-count')).toHaveLength(1);
  });

  it('lets a draft end that is still being written when the content goes, and one that waits behind it', async () => {
    const { client, files } = await setupUnlocked();
    const keeper = createDraftKeeper(client, 'person', null, { name: '' });
    client.beforeLock(keeper.flush);
    const append = files.appendFrame;
    files.appendFrame = async (...request) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      return append(...request);
    };
    keeper.note('', { name: 'A' });
    void keeper.flush();
    await new Promise((resolve) => setTimeout(resolve, 20));
    keeper.note('', { name: 'A moment before sleep' });
    const start = performance.now();
    let hiddenAfter = Infinity;
    client.subscribeState(() => {
      if (client.state() === 'locked') hiddenAfter = performance.now() - start;
    });
    const locking = client.lock();
    await new Promise((resolve) => setTimeout(resolve, 550));
    expect(client.state()).toBe('locked');
    expect(await client.commit([putOf(1)])).toEqual({ ok: false, error: { tag: 'VaultLocked' } });
    await locking;
    expect(hiddenAfter).toBeLessThan(900);
    expect(performance.now() - start).toBeLessThan(2900);
    expect(client.records('draft')).toEqual([]);
    expect(client.lastSavedAt()).toBeNull();
    files.appendFrame = append;
    must(await client.unlock(passphrase));
    expect(client.records('draft').map(({ value }) => value.fields)).toEqual([
      { name: 'A moment before sleep' },
    ]);
  });

  it('shows nothing that arrives after lock, and opens no session for it', async () => {
    const { client, workers, answers } = await setupHeld();
    answers.holdAfter(1);
    const saving = client.commit([putOf(1)]);
    await answers.held;
    const locking = client.lock();
    await vi.waitFor(() => expect(client.state()).toBe('locked'));
    answers.release();
    expect((await saving).ok).toBe(true);
    expect(client.records('caseload-count')).toEqual([]);
    expect(client.lastSavedAt()).toBeNull();
    await locking;
    expect(client.records('caseload-count')).toEqual([]);
    expect([workers.made, workers.terminated]).toEqual([1, 1]);
  });

  it('refuses to save while locked', async () => {
    const { client } = await setupUnlocked();
    await client.lock();
    const locked = { ok: false, error: { tag: 'VaultLocked' } };
    expect(await client.commit([putOf(1)])).toEqual(locked);
    expect(await client.setPassphrase('x')).toEqual(locked);
    expect(await client.replaceRecoveryCode()).toEqual(locked);
  });

  it('locks when another process wrote to the journal', async () => {
    const { client, files, workers } = await setupUnlocked();
    must(await client.commit([putOf(1)]));
    files.journal = Uint8Array.from([...files.journal, 9]);
    expect(await client.commit([putOf(2)])).toMatchObject({ ok: false });
    expect(client.state()).toBe('locked');
    expect(client.records('caseload-count')).toEqual([]);
    expect(workers.terminated).toBe(1);
    must(await client.unlock(passphrase));
    expect(client.records('caseload-count')).toHaveLength(1);
  });

  it('locks on a defect in the worker, in a call and outside one, and nobody waits for ever', async () => {
    const { client, files, workers } = await setupUnlocked();
    files.crashAfterNextAppend();
    expect((await client.commit([putOf(1)])).ok).toBe(false);
    expect(client.state()).toBe('locked');
    must(await client.unlock(passphrase));
    files.appendFrame = () => new Promise(() => undefined);
    const waiting = client.commit([putOf(2)]);
    workers.crash();
    expect(await waiting).toEqual({ ok: false, error: { tag: 'VaultLocked' } });
    expect(client.state()).toBe('locked');
  });

  it('stays open on a full disk', async () => {
    const { client, files } = await setupUnlocked();
    files.failNextAppend({ tag: 'DiskFull' });
    expect(await client.commit([putOf(1)])).toEqual({ ok: false, error: { tag: 'StorageFull' } });
    expect(client.state()).toBe('unlocked');
    must(await client.commit([putOf(1)]));
  });
});

describe('a draft', () => {
  it('is sealed while typing, never conflicts with itself, comes back, and is gone when cleared', async () => {
    const { client } = await setupUnlocked();
    const keeper = createDraftKeeper(client, 'supervision', null, { note: '' });
    expect(keeper.restored).toBeNull();
    keeper.note('Supervision with Ailsa', { note: '' });
    await keeper.flush();
    expect(client.records('draft')).toEqual([]);
    const flushes: Promise<void>[] = [];
    for (const note of ['H', 'Ha', 'Hal', 'Half', 'Half a thought']) {
      keeper.note('Supervision with Ailsa', { note });
      flushes.push(keeper.flush());
    }
    await Promise.all(flushes);
    expect(client.records('draft')).toHaveLength(1);
    expect(client.records('draft')[0]?.value).toEqual({
      form: 'supervision',
      recordId: null,
      title: 'Supervision with Ailsa',
      fields: { note: 'Half a thought' },
    });
    expect(keeper.savedAt()).toBe(client.records('draft')[0]?.savedAt);
    client.beforeLock(keeper.flush);
    keeper.note('Supervision with Ailsa', { note: 'Half a thought more' });
    await client.lock();
    must(await client.unlock(passphrase));
    const again = createDraftKeeper(client, 'supervision', null, { note: '' });
    expect(again.restored).toEqual({ note: 'Half a thought more' });
    expect(createDraftKeeper(client, 'supervision', testId(1), {}).restored).toBeNull();
    expect(createDraftKeeper(client, 'incident', null, {}).restored).toBeNull();
    again.note('', { note: 'changed' });
    await again.clear();
    await again.flush();
    expect(client.records('draft')).toEqual([]);
    expect(again.savedAt()).toBeNull();
    again.note('', { note: 'typed after' });
    await again.flush();
    expect(client.records('draft')).toHaveLength(1);
  });

  it('leaves a draft alone that the form refused, whatever is typed, saved or thrown away', async () => {
    const { client } = await setupUnlocked();
    const formFor = (person: string) =>
      createDraftKeeper(
        client,
        'supervision',
        null,
        { person, note: '' },
        ({ value }) => value.fields['person'] === person,
      );
    const notes = () => client.records('draft').map(({ value }) => value.fields['note']);
    const ailsa = formFor('Ailsa');
    ailsa.note('', { person: 'Ailsa', note: 'Half a thought' });
    await ailsa.flush();

    const bryce = formFor('Bryce');
    expect(bryce.restored).toBeNull();
    expect(bryce.savedAt()).toBeNull();
    bryce.note('', { person: 'Bryce', note: '' });
    await bryce.flush();
    expect(notes()).toEqual(['Half a thought']);
    bryce.note('', { person: 'Bryce', note: 'Another' });
    await bryce.flush();
    expect(notes()).toEqual(['Half a thought', 'Another']);
    bryce.note('', { person: 'Bryce', note: '' });
    await bryce.flush();
    expect(notes()).toEqual(['Half a thought']);
    bryce.note('', { person: 'Bryce', note: 'Once more' });
    await bryce.flush();
    await bryce.clear();
    expect(notes()).toEqual(['Half a thought']);
    expect(formFor('Ailsa').restored).toEqual({ person: 'Ailsa', note: 'Half a thought' });
  });

  it('is not saved again when it is only opened', async () => {
    const { client } = await setupUnlocked();
    const fields = { title: '', body: '' };
    const first = createDraftKeeper(client, 'supervision', null, fields);
    first.note('', { title: 'B', body: 'A' });
    await first.flush();
    const again = createDraftKeeper(client, 'supervision', null, fields);
    again.note('', { title: 'B', body: 'A' });
    await again.flush();
    expect(client.records('draft')[0]?.revision).toBe(1);
  });

  it('of answers that were cleared is not sealed again when the form goes', async () => {
    const { client } = await setupUnlocked();
    const empty = { answers: [null, null] };
    const keeper = createDraftKeeper(client, 'wave', testId(1), empty);
    keeper.note('', { answers: [3, null] });
    await keeper.flush();
    keeper.note('', empty);
    await keeper.flush();
    expect(client.records('draft')).toEqual([]);
    keeper.note('', { answers: [4, null] });
    // The round is closed: first the form goes, then the draft is cleared.
    await Promise.all([keeper.flush(), keeper.clear()]);
    await keeper.flush();
    expect(client.records('draft')).toEqual([]);
  });

  it('is taken away when everything typed is taken back', async () => {
    const { client } = await setupUnlocked();
    const keeper = createDraftKeeper(client, 'person', null, { name: '' });
    keeper.note('New person', { name: 'A' });
    await keeper.flush();
    expect(client.records('draft')).toHaveLength(1);
    keeper.note('New person', { name: '' });
    await keeper.flush();
    expect(client.records('draft')).toEqual([]);
  });

  it('gives a form that is opened again at once what was typed last, while that is still being saved', async () => {
    const { client } = await setupUnlocked();
    const left = createDraftKeeper(client, 'person', null, { name: '' });
    left.note('New person', { name: 'A' });
    await left.flush();
    left.note('New person', { name: 'Ab' });
    const saving = left.flush();
    // The save has to have begun, as it has when the form goes and the next one comes.
    await Promise.resolve();
    const again = createDraftKeeper(client, 'person', null, { name: '' });
    expect(client.records('draft')[0]?.value.fields).toEqual({ name: 'A' });
    expect(again.restored).toEqual({ name: 'Ab' });
    again.note('New person', { name: 'Abc' });
    await Promise.all([saving, again.flush()]);
    expect(client.records('draft').map(({ value }) => value.fields)).toEqual([{ name: 'Abc' }]);
    expect(createDraftKeeper(client, 'person', null, { name: '' }).restored).toEqual({ name: 'Abc' });
  });

  it('saves by itself a second after the last change', async () => {
    const { client } = await setupUnlocked();
    const keeper = createDraftKeeper(client, 'person', null, { name: '' });
    const told = new Promise<void>((resolve) => {
      keeper.subscribe(resolve);
    });
    keeper.note('New person', { name: 'A' });
    await told;
    expect(client.records('draft')[0]?.value.fields).toEqual({ name: 'A' });
  });

  it('keeps trying after a full disk, and after another form took it away', async () => {
    const { client, files } = await setupUnlocked();
    const keeper = createDraftKeeper(client, 'person', null, { name: '' });
    keeper.note('', { name: 'A' });
    files.failNextAppend({ tag: 'DiskFull' });
    await keeper.flush();
    expect(client.records('draft')).toEqual([]);
    await keeper.flush();
    const [draft] = client.records('draft');
    must(await client.remove('draft', draft?.id ?? testId(0), 1));
    keeper.note('', { name: 'AB' });
    await keeper.flush();
    await keeper.flush();
    expect(client.records('draft').map((record) => record.value.fields)).toEqual([{ name: 'AB' }]);
  });
});
