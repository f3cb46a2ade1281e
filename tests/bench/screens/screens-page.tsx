/** How long the two screens of supervision take on a large service. `window.benchScreens` is what the harness calls. */
import { createRoot } from 'react-dom/client';
import { supervisionCoverageAsOf } from '@shared/supervision/coverage';
import type { RecordId } from '@shared/kernel/ids';
import type { RecordValue } from '@shared/records/registry';
import type { Write } from '@shared/vault/vault-api';
import { PeoplePlace } from '../../../renderer/features/people';
import { SupervisionPlace } from '../../../renderer/features/supervision';
import { createBenchClient, must, passphrase } from '../pages/bench-client.js';
import { personIdOf } from '../data/records.js';
import { benchService, teamAsOf, teamMember, teamSession, type TeamSize } from '../data/team.js';
import { onScreen, shown, type Shown } from './on-screen.js';
import { Places, type BenchPlace } from './places.js';
import { drawRaw, rawRows } from './raw-list.js';

export interface ScreenFigures {
  readonly people: number;
  readonly sessions: number;
  /** From "unlocked" to the first screenful of people, and to the whole list. */
  readonly peopleMs: number;
  readonly peopleWholeMs: number;
  readonly peopleRows: number;
  readonly coverageMs: number;
  readonly coverageWholeMs: number;
  readonly coverageRows: number;
  /** The part of coverage that is arithmetic alone, and the raw pass beside it. */
  readonly coveragePassMs: number;
  readonly rawPassMs: number;
  /** The raw pass, and its rows on the screen. */
  readonly rawListMs: number;
  /** The same screens once more: what moving between them costs. */
  readonly peopleAgainMs: number;
  readonly coverageAgainMs: number;
}

export interface BenchScreens {
  build(size: TeamSize): Promise<void>;
  open(): Promise<ScreenFigures>;
}

declare global {
  interface Window {
    benchScreens?: BenchScreens;
  }
}

const batch = 500;
const rowsOfPeople = 'ul[aria-label="People in post"] > li';
const rowsOfCoverage = 'table tbody tr';
const service = 'a0'.repeat(16) as RecordId;

window.benchScreens = {
  build: async (size) => {
    const client = await createBenchClient();
    must(await client.create(passphrase));
    const team = Array.from({ length: size.people }, (_, index) =>
      put({ kind: 'person', id: personIdOf(size.seed, index), value: teamMember(index) }),
    );
    must(await client.commit([put({ kind: 'service', id: service, value: benchService }), ...team]));
    for (let from = 0; from < size.sessions; from += batch) {
      const count = Math.min(batch, size.sessions - from);
      const part = Array.from({ length: count }, (_, index) => teamSession(size, from + index));
      must(await client.commit(part.map(({ id, value }) => put({ kind: 'supervision-session', id, value }))));
    }
    must(await client.care.compact(true));
    await client.lock();
  },
  open: async () => {
    const client = await createBenchClient();
    const root = createRoot(document.querySelector('#root')!);
    window.location.hash = '#/people';
    // As the app does: the screen is asked for as soon as the lists are there, while the rest is still being checked.
    const opened = new Promise<Shown>((resolve) => {
      const stop = client.subscribeState(() => {
        if (client.state() !== 'unlocked') return;
        stop();
        resolve(
          shown(rowsOfPeople, client.records('person').length, () => {
            root.render(<Places client={client} places={places} />);
          }),
        );
      });
    });
    must(await client.unlock(passphrase));
    const people = client.records('person');
    const firstPeople = await opened;
    const firstCoverage = await goTo('#/supervision', rowsOfCoverage, people.length);
    const peopleAgain = await goTo('#/people', rowsOfPeople, people.length);
    const coverageAgain = await goTo('#/supervision', rowsOfCoverage, people.length);

    const sessions = client.records('supervision-session');
    const data = { people, sessions, asOf: teamAsOf };
    const [rawPassMs, rows] = timed(() => rawRows(data));
    const [coveragePassMs] = timed(() =>
      supervisionCoverageAsOf({
        ...data,
        absences: client.records('absence'),
        groupSessions: client.records('group-session'),
        intervalDays: benchService.supervisionIntervalDays,
      }),
    );
    root.unmount();
    const start = performance.now();
    drawRaw(document.querySelector('#plain')!, rows);
    await onScreen('#plain li', rows.length);
    const rawListMs = rawPassMs + performance.now() - start;
    await client.lock();
    return {
      people: people.length,
      sessions: sessions.length,
      peopleMs: firstPeople.firstMs,
      peopleWholeMs: firstPeople.wholeMs,
      peopleRows: firstPeople.rows,
      coverageMs: firstCoverage.firstMs,
      coverageWholeMs: firstCoverage.wholeMs,
      coverageRows: firstCoverage.rows,
      coveragePassMs,
      rawPassMs,
      rawListMs,
      peopleAgainMs: peopleAgain.firstMs,
      coverageAgainMs: coverageAgain.firstMs,
    };
  },
};

type NewRecord = {
  readonly [K in 'person' | 'service' | 'supervision-session']: {
    readonly kind: K;
    readonly id: RecordId;
    readonly value: RecordValue<K>;
  };
}['person' | 'service' | 'supervision-session'];

const put = (record: NewRecord): Write => ({ type: 'put', baseRevision: 0, ...record });

function goTo(hash: string, selector: string, all: number): Promise<Shown> {
  return shown(selector, all, () => {
    window.location.hash = hash;
  });
}

function timed<T>(work: () => T): readonly [ms: number, value: T] {
  const start = performance.now();
  const value = work();
  return [performance.now() - start, value];
}

const places: readonly BenchPlace[] = [
  { root: 'people', name: 'People', place: <PeoplePlace /> },
  { root: 'supervision', name: 'Supervision', place: <SupervisionPlace /> },
];
