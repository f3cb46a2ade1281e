/** The hand-over as the page asks for it: the real client and vault, and what is left in the page's memory. */
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, expect, it } from 'vitest';
import { recordKinds } from '@shared/records/registry';
import type { OwnPlan } from '@shared/vault/owner-plans';
import { createVaultClient, type VaultClient } from '../../renderer/vault/client';
import { day } from '../unit/retention/support';
import { createMemoryFiles } from '../support/vault-files';
import { at, must, passphrase, testId } from '../support/vault-kit';
import { createFakeWorkers } from '../support/vault-worker';

const open: VaultClient[] = [];
const owner = testId(501);
const mine = 'kelp otter granite';
const today = day('2026-06-01');

async function setupUnlocked() {
  const workers = createFakeWorkers(new IDBFactory());
  const client = createVaultClient({
    name: 'main',
    files: createMemoryFiles(),
    clock: { now: () => at },
    createWorker: workers.createWorker,
  });
  open.push(client);
  must(await client.create(passphrase));
  const [person] = recordKinds.person.examples;
  if (person === undefined) throw new Error('No example');
  must(await client.put('person', person));
  return client;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.lock()));
});

it('leaves nothing of the vault in the page, and lets nothing in until it was locked', async () => {
  const client = await setupUnlocked();
  let cleared = 0;
  client.clearOnLock(() => {
    cleared += 1;
  });
  expect(client.records('person')).toHaveLength(1);
  must(await client.plans.handOver(owner));
  expect(client.records('person')).toEqual([]);
  expect(cleared).toBe(1);
  expect(client.state()).toBe('unlocked');
  const locked = { ok: false, error: { tag: 'VaultLocked' } };
  expect(await client.whole('person', [testId(1)])).toEqual(locked);
  expect(await client.search('a', 5)).toEqual(locked);
  expect(await client.confirmPassphrase(passphrase)).toEqual(locked);
  expect(await client.care.auditLog()).toEqual(locked);
  await client.lock();
  must(await client.unlock(passphrase));
  expect(client.records('person')).toHaveLength(1);
});

it('seals what the owner typed while the vault locks', async () => {
  const client = await setupUnlocked();
  must(await client.plans.handOver(owner));
  const begun = must(await client.plans.begin(mine, today));
  const typed: OwnPlan = { ...begun, content: { ...begun.content, sections: { review: 'Typed last' } } };
  client.beforeLock(async () => {
    await client.plans.save(typed, today);
  });
  await client.lock();
  must(await client.unlock(passphrase));
  expect(client.records('draft')).toEqual([]);
  must(await client.plans.handOver(owner));
  expect(must(await client.plans.open(mine, today)).content).toEqual(typed.content);
  expect(await client.plans.open('', today)).toMatchObject({ error: { tag: 'WrongPassphrase' } });
});

it('the screens follow when what was shared comes to its end', async () => {
  const client = await setupUnlocked();
  must(await client.plans.handOver(owner));
  const begun = must(await client.plans.begin(mine, today));
  const shared = [{ sectionId: 'review', text: 'In June', until: today } as const];
  must(await client.plans.save({ ...begun, shared }, today));
  await client.lock();
  must(await client.unlock(passphrase));
  expect(client.records('wellbeing-plan')[0]?.value.shared).toEqual(shared);
  must(await client.plans.dropExpired(today));
  expect(client.records('wellbeing-plan')[0]?.value.shared).toEqual(shared);
  must(await client.plans.dropExpired(day('2026-06-02')));
  expect(client.records('wellbeing-plan')[0]?.value.shared).toEqual([]);
});
