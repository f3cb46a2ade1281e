/** Imports in a real vault: what each commit carries, and what taking one back leaves. */
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, it } from 'vitest';
import type { ImportPlan } from '@shared/import/target';
import { canTakeBack, importsOf } from '@shared/import/runs';
import type { RecordId } from '@shared/kernel/ids';
import { err, ok } from '@shared/kernel/result';
import { readWritten } from '@shared/records/import-run/written';
import { personKind } from '@shared/records/person/person';
import type { KindName, RecordValue } from '@shared/records/registry';
import { planErasure } from '@shared/retention/redact';
import { createVaultClient, type VaultClient } from '../../renderer/vault/client';
import { commitPlan, type CommittedImport } from '../../renderer/records/import/commit-plan';
import { mappingWrites, staleRunWrites } from '../../renderer/records/import/import-record';
import { takeBackImport, type TakeBackVault } from '../../renderer/records/import/take-back';
import { takenBackText } from '../../renderer/records/import/take-back-words';
import { createMemoryFiles } from '../support/vault-files';
import { at, must, passphrase, testId } from '../support/vault-kit';
import { createFakeWorkers } from '../support/vault-worker';

const open: VaultClient[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.lock()));
});

async function setupClient(): Promise<VaultClient> {
  let now = at;
  const client = createVaultClient({
    name: 'main',
    files: createMemoryFiles(),
    clock: { now: () => (now += 1) },
    createWorker: createFakeWorkers(new IDBFactory()).createWorker,
  });
  open.push(client);
  must(await client.create(passphrase));
  return client;
}

const count = (person: number, openCases: number): RecordValue<'caseload-count'> => ({
  personId: testId(person),
  month: '2026-03' as never,
  openCases,
});

function planOf<K extends KindName>(
  created: readonly RecordValue<K>[],
  changed: ImportPlan<K>['changed'] = [],
): ImportPlan<K> {
  return {
    created: created.map((value, row) => ({ row, value })),
    changed,
    unchanged: 0,
    repeated: 0,
    repeats: [],
    rows: created.length + changed.length,
    problems: [],
    problemRows: 2,
    notes: {},
  };
}

const headOf = (target: string) => ({ target, at, fileName: 'list.csv', leftOut: 2 });

async function bringIn<K extends KindName>(
  client: Pick<VaultClient, 'commit'>,
  kind: K,
  plan: ImportPlan<K>,
  options: { readonly maxBytes?: number; readonly earlier?: CommittedImport } = {},
) {
  const planned = { kind, plan, head: headOf('any'), earlier: options.earlier ?? null, also: [] };
  return commitPlan(client, planned, undefined, options.maxBytes);
}

/** Two counts that are there, and a plan that changes both and adds three. */
async function setupImported() {
  const client = await setupClient();
  const first = must(await client.put('caseload-count', count(1, 10)));
  const second = must(await client.put('caseload-count', count(2, 20)));
  const change = (id: RecordId, person: number, before: number) => ({
    row: 0,
    id,
    baseRevision: 1,
    before: count(person, before),
    value: count(person, before + 5),
  });
  const plan = planOf<'caseload-count'>(
    [count(3, 30), count(4, 40), count(5, 50)],
    [change(first.id, 1, 10), change(second.id, 2, 20)],
  );
  const { committed, error } = await bringIn(client, 'caseload-count', plan);
  expect(error).toBeNull();
  return { client, first, second, committed };
}

const casesIn = (client: VaultClient): number[] =>
  client
    .records('caseload-count')
    .map(({ value }) => value.openCases)
    .sort((left, right) => left - right);

const nothingStayed = { changedSince: 0, neededByOthers: 0, tooOld: 0, gone: 0, left: 0 };

describe('an import', () => {
  it('is one commit together with what it wrote, so that a crash leaves both or neither', async () => {
    const { client, committed } = await setupImported();
    expect(committed).toMatchObject({ parts: 1, created: 3, changed: 2 });
    const [run, ...others] = client.records('import-run');
    expect(others).toEqual([]);
    expect(run?.value).toMatchObject({ created: 3, changed: 2, leftOut: 2, takenBack: null });
    // The list never holds the ids.
    expect(run?.value).not.toHaveProperty('written');
    const [whole] = must(await client.whole('import-run', [run?.id ?? testId(0)]));
    const written = readWritten(whole?.value.written ?? '');
    const standing = new Map(client.records('caseload-count').map((record) => [record.id, record]));
    expect(written).toHaveLength(5);
    for (const { id, revision, people } of written) {
      expect(standing.get(id)?.revision).toBe(revision);
      expect(people).toEqual([standing.get(id)?.value.personId]);
    }
    const refused: Pick<VaultClient, 'commit'> = {
      commit: (writes) => client.commit(writes.map((write) => ({ ...write, baseRevision: 7 }))),
    };
    const again = await bringIn(refused, 'caseload-count', planOf<'caseload-count'>([count(6, 60)]));
    expect(again.error).toMatchObject({ tag: 'RevisionConflict' });
    expect([client.records('import-run').length, casesIn(client)]).toEqual([1, [15, 25, 30, 40, 50]]);
  });

  it('goes back whole: what was new to Deleted items, what was changed to what it was', async () => {
    const { client, committed } = await setupImported();
    const { takenBack, error } = must(await takeBackImport(client, committed.runId, { now: at }));
    expect(error).toBeNull();
    expect(takenBack).toEqual({ at, removed: 3, returned: 2, ...nothingStayed });
    expect(casesIn(client)).toEqual([10, 20]);
    expect(must(await client.care.removed()).map(({ kind }) => kind)).toEqual(
      Array.from({ length: 3 }, () => 'caseload-count'),
    );
    const [brought] = importsOf(client.records('import-run'));
    expect(brought === undefined ? null : canTakeBack(brought)).toBe(false);
    const again = must(await takeBackImport(client, committed.runId, { now: at }));
    expect(again.takenBack).toEqual(takenBack);
    expect(casesIn(client)).toEqual([10, 20]);
  });

  it('goes back after the journal was tidied and the vault was opened anew', async () => {
    const { client, committed } = await setupImported();
    must(await client.care.compact(true));
    await client.lock();
    must(await client.unlock(passphrase));
    must(await takeBackImport(client, committed.runId, { now: at }));
    expect(casesIn(client)).toEqual([10, 20]);
  });

  it('leaves what somebody changed or deleted since, and says how many', async () => {
    const { client, first, committed } = await setupImported();
    must(await client.put('caseload-count', count(1, 99), { id: first.id, revision: 2 }));
    const added = client.records('caseload-count').find(({ value }) => value.openCases === 40);
    must(await client.remove('caseload-count', added?.id ?? testId(0), 1));
    const { takenBack } = must(await takeBackImport(client, committed.runId, { now: at }));
    expect(takenBack).toEqual({ ...nothingStayed, at, removed: 2, returned: 1, changedSince: 1, gone: 1 });
    expect(casesIn(client)).toEqual([20, 99]);
    expect(takenBackText(takenBack, { one: 'figure', many: 'figures' })).toBe(
      '3 figures were taken back. 1 figure stays: changed since the import. 1 figure had been deleted meanwhile.',
    );
  });

  it('leaves a changed record whose earlier version is no longer kept', async () => {
    const { client, committed } = await setupImported();
    const later: TakeBackVault = {
      ...client,
      care: { earlierVersions: () => Promise.resolve(ok([])) },
    };
    const { takenBack } = must(await takeBackImport(later, committed.runId, { now: at }));
    expect(takenBack).toEqual({ ...nothingStayed, at, removed: 3, returned: 0, tooOld: 2 });
    expect(casesIn(client)).toEqual([15, 25]);
  });

  it('of people leaves those whom other records are about, until those are gone', async () => {
    const client = await setupClient();
    const [example] = personKind.examples;
    if (example === undefined) throw new Error('A person is needed');
    const plan = planOf<'person'>([
      { ...example, name: 'Una Test', payrollNumber: '1' },
      { ...example, name: 'Otto Test', payrollNumber: '2' },
    ]);
    const people = await bringIn(client, 'person', plan);
    const [una] = client.records('person').filter(({ value }) => value.name === 'Una Test');
    const about = { ...count(1, 3), personId: una?.id ?? testId(0) };
    const figures = await bringIn(client, 'caseload-count', planOf<'caseload-count'>([about]));
    const first = must(await takeBackImport(client, people.committed.runId, { now: at }));
    expect(first.takenBack).toMatchObject({ removed: 1, neededByOthers: 1, left: 1 });
    expect(client.records('person').map(({ value }) => value.name)).toEqual(['Una Test']);
    must(await takeBackImport(client, figures.committed.runId, { now: at }));
    const [brought] = importsOf(client.records('import-run')).filter(({ of }) => of === 'person');
    expect(brought === undefined ? null : canTakeBack(brought)).toBe(true);
    const second = must(await takeBackImport(client, people.committed.runId, { now: at }));
    expect(second.takenBack).toEqual({ ...nothingStayed, at, removed: 2, returned: 0 });
    expect(client.records('person')).toEqual([]);
  });

  it('in several commits is one import, and a stop on the way back can be gone on from', async () => {
    const client = await setupClient();
    const values = Array.from({ length: 7 }, (_, index) => count(index + 1, index));
    const { committed } = await bringIn(client, 'caseload-count', planOf<'caseload-count'>(values), {
      maxBytes: 1600,
    });
    expect(committed.parts).toBeGreaterThan(1);
    const runs = client.records('import-run');
    expect(runs).toHaveLength(committed.parts);
    expect(importsOf(runs)).toMatchObject([{ created: 7, changed: 0, leftOut: 2 }]);
    let commits = 0;
    const full: TakeBackVault = {
      ...client,
      commit: (writes) => {
        commits += 1;
        return commits > 2 ? Promise.resolve(err({ tag: 'StorageFull' } as const)) : client.commit(writes);
      },
    };
    const stopped = must(await takeBackImport(full, committed.runId, { now: at, maxBytes: 400 }));
    expect(stopped.error).toEqual({ tag: 'StorageFull' });
    expect(stopped.takenBack).toMatchObject({ removed: 4, left: 3 });
    expect(client.records('caseload-count')).toHaveLength(3);
    const [brought] = importsOf(client.records('import-run'));
    expect(brought === undefined ? null : canTakeBack(brought)).toBe(true);
    const rest = must(await takeBackImport(client, committed.runId, { now: at }));
    expect(rest.takenBack).toEqual({ ...nothingStayed, at, removed: 7, returned: 0 });
    expect(client.records('caseload-count')).toEqual([]);
  });

  it('that was refused half way and brought in again goes back to what was there before the first part', async () => {
    const { client, first, committed } = await setupImported();
    const change = {
      row: 0,
      id: first.id,
      baseRevision: 2,
      before: count(1, 15),
      value: count(1, 77),
    };
    const later = await bringIn(client, 'caseload-count', planOf<'caseload-count'>([], [change]), {
      earlier: committed,
    });
    expect(later.committed).toMatchObject({ runId: committed.runId, parts: 2, created: 3, changed: 3 });
    must(await takeBackImport(client, committed.runId, { now: at }));
    expect(casesIn(client)).toEqual([10, 20]);
  });

  it('keeps no id of an erased person, nor of what was about them', async () => {
    const { client } = await setupImported();
    const [run] = must(
      await client.whole(
        'import-run',
        client.records('import-run').map(({ id }) => id),
      ),
    );
    if (run === undefined) throw new Error('The import has a record');
    const gone = readWritten(run.value.written).find(({ people }) => people.includes(testId(3)));
    const plan = planErasure({ personId: testId(3), name: null, records: [run] });
    const [write] = plan.writes;
    const left = JSON.stringify(write);
    expect(write?.kind).toBe('import-run');
    expect(left).not.toContain(testId(3));
    expect(left).not.toContain(gone?.id);
    expect(left).toContain(testId(4));
    // Of somebody who is not in it, nothing changes.
    expect(planErasure({ personId: testId(9), name: null, records: [run] }).writes).toEqual([]);
  });

  it('of 40,000 rows is one import, and goes back in one frame', async () => {
    const client = await setupClient();
    const values = Array.from({ length: 40_000 }, (_, index) => count(index % 500, index % 50));
    let commits = 0;
    const counted: TakeBackVault = {
      ...client,
      commit: (writes) => {
        commits += 1;
        return client.commit(writes);
      },
    };
    const { committed, error } = await bringIn(counted, 'caseload-count', planOf<'caseload-count'>(values));
    expect([error, commits, committed.created]).toEqual([null, 16, 40_000]);
    expect(importsOf(client.records('import-run'))).toMatchObject([{ created: 40_000 }]);
    const { takenBack } = must(await takeBackImport(counted, committed.runId, { now: at }));
    expect([commits, takenBack.removed]).toEqual([17, 40_000]);
    expect(client.records('caseload-count')).toEqual([]);
  }, 120_000);
});

describe('what is remembered beside', () => {
  const columns = [
    { key: 'payrollNumber', label: 'Payroll number', isRequired: true, synonyms: [] },
    { key: 'openCases', label: 'Open cases', isRequired: true, synonyms: [] },
  ];
  const confirmed = {
    targetId: 'caseload',
    columns,
    headings: ['Pers. ref', 'Fälle'],
    mapping: { payrollNumber: 0, openCases: 1 },
    dateOrder: 'day-first' as const,
    sheet: '',
    on: '2026-03-03' as never,
  };

  it('one choice of columns for the same headings, however often the file comes', async () => {
    const client = await setupClient();
    must(await client.commit(mappingWrites(client, confirmed)));
    must(
      await client.commit(
        mappingWrites(client, {
          ...confirmed,
          headings: ['Fälle', 'Pers. ref'],
          mapping: { payrollNumber: 1, openCases: 0 },
          on: '2026-04-03' as never,
        }),
      ),
    );
    must(await client.commit(mappingWrites(client, { ...confirmed, headings: ['Pers. ref', 'Cases'] })));
    expect(client.records('import-mapping').map(({ value }) => [value.headings, value.savedOn])).toEqual([
      [['falle', 'pers reference'], '2026-04-03'],
      [['pers reference', 'cases'], '2026-03-03'],
    ]);
    // A file without a heading row: its first person is not kept.
    expect(mappingWrites(client, { ...confirmed, headings: ['Una Test', '01/02/2024'] })).toEqual([]);
  });

  it('imports of the last 24 months', async () => {
    const { client } = await setupImported();
    const months = (number: number): number => at + number * 31 * 24 * 3600 * 1000;
    expect(staleRunWrites(client, months(23))).toEqual([]);
    expect(staleRunWrites(client, months(25))).toMatchObject([{ type: 'remove', kind: 'import-run' }]);
  });
});
