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
  return { ...setup, recoveryCode };
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
