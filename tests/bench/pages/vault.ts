/** Ours: the app's vault client and worker; the files are main's own service, in the bench's Node process. */
import type { Write } from '@shared/vault/vault-api';
import { personDefaults } from '@shared/records/person/person';
import type { VaultClient } from '../../../renderer/vault/client';
import type { Contender } from '../contender.js';
import { peopleCount, personIdOf, recordsOf, type BenchRecord } from '../data/records.js';
import { createBenchClient, must, passphrase } from './bench-client.js';

const batch = 500;
/** As many as the palette asks for. */
const hits = 20;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function createVaultContender(): Contender {
  return {
    build: async ({ seed, records }) => {
      const client = await createBenchClient();
      must(await client.create(passphrase));
      must(await client.commit(Array.from({ length: peopleCount }, (_, index) => personWrite(seed, index))));
      for (let from = 0; from < records; from += batch) {
        const part = recordsOf(seed, from, Math.min(records, from + batch));
        must(await client.commit([...part].map(recordWrite)));
      }
      // What the app does by itself in a quiet moment: everything into a checkpoint and the cache's segments.
      must(await client.care.compact(true));
      await client.lock();
    },
    open: async () => {
      const client = await createBenchClient();
      const start = performance.now();
      let useful: number | null = null;
      client.subscribeState(() => {
        if (client.state() !== 'unlocked' || useful !== null) return;
        // People, dates and what is due: every list of the first screen is there.
        if (client.records('supervision-session').length > 0 && client.records('person').length > 0)
          useful = performance.now() - start;
      });
      must(await client.unlock(passphrase));
      // The vault has been read to its end, checked, and answers searches.
      const open = performance.now() - start;
      return {
        marks: { useful: useful ?? open, open },
        bytes: null,
        records: () => wholeSessions(client),
        save: async (record) => void must(await client.commit([recordWrite(record)])),
        search: async (query) => must(await client.search(query, hits)).hits.length,
        indexed: async () => {
          // No words: it only says how far it is.
          while (!must(await client.search('', 1)).isComplete) await pause(20);
        },
        close: () => client.lock(),
      };
    },
  };
}

/** In parts, so that proving it does not take more memory than the app ever would. */
async function wholeSessions(client: VaultClient): Promise<readonly BenchRecord[]> {
  const ids = client.records('supervision-session').map(({ id }) => id);
  const whole: BenchRecord[] = [];
  for (let from = 0; from < ids.length; from += batch)
    whole.push(...must(await client.whole('supervision-session', ids.slice(from, from + batch))));
  return whole;
}

function recordWrite({ id, value }: BenchRecord): Write {
  return { type: 'put', kind: 'supervision-session', id, baseRevision: 0, value };
}

function personWrite(seed: number, index: number): Write {
  const value = {
    name: `Made-up Person ${index + 1}`,
    payrollNumber: '',
    role: 'Practitioner',
    team: 'Outreach',
    site: '',
    engagement: 'staff',
    contract: 'permanent',
    weeklyHours: 35,
    startDate: '2016-04-04',
    lastDay: null,
    leavingReason: '',
    frontFacing: true,
    exposure: 'frequent',
    supervisionIntervalDays: null,
    ...personDefaults,
  };
  return { type: 'put', kind: 'person', id: personIdOf(seed, index), baseRevision: 0, value };
}
