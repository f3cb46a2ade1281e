/** How long Today and Incidents take with many open plans. `window.benchIncidents` is what the harness calls. */
import { createRoot } from 'react-dom/client';
import { planLines } from '@shared/event-plans/step-order';
import type { RecordId } from '@shared/kernel/ids';
import { IncidentsPlace } from '../../../renderer/features/incidents';
import { TodayPlace } from '../../../renderer/features/today';
import { personIdOf } from '../data/records.js';
import { teamPlan } from '../data/plans.js';
import { benchService, teamAsOf, teamMember } from '../data/team.js';
import { createBenchClient, must, passphrase } from '../pages/bench-client.js';
import { shown, type Shown } from '../screens/on-screen.js';
import { Places, type BenchPlace } from '../screens/places.js';

export interface PlansSize {
  readonly seed: number;
  readonly people: number;
  readonly plans: number;
}

export interface IncidentFigures {
  readonly plans: number;
  readonly steps: number;
  /** From "unlocked" to what needs somebody on Today, then to the first plans of the list. */
  readonly todayMs: number;
  readonly incidentsMs: number;
  readonly incidentRows: number;
  readonly todayAgainMs: number;
  /** The order of the list alone: arithmetic over every step. */
  readonly orderMs: number;
}

export interface BenchIncidents {
  build(size: PlansSize): Promise<void>;
  open(): Promise<IncidentFigures>;
}

declare global {
  interface Window {
    benchIncidents?: BenchIncidents;
  }
}

const batch = 100;
const rowsOfToday = 'main section li a';
const rowsOfIncidents = 'ul[aria-label="Open plans"] > li';
const service = 'a0'.repeat(16) as RecordId;
const planIdOf = (index: number): RecordId => `b${(index + 1).toString(16).padStart(31, '0')}` as RecordId;

window.benchIncidents = {
  build: async (size) => {
    const client = await createBenchClient();
    must(await client.create(passphrase));
    must(
      await client.commit([
        { type: 'put', baseRevision: 0, kind: 'service', id: service, value: benchService },
        ...Array.from({ length: size.people }, (_, index) => ({
          type: 'put' as const,
          baseRevision: 0,
          kind: 'person' as const,
          id: personIdOf(size.seed, index),
          value: teamMember(index),
        })),
      ]),
    );
    for (let from = 0; from < size.plans; from += batch) {
      const part = Array.from({ length: Math.min(batch, size.plans - from) }, (_, index) => ({
        type: 'put' as const,
        baseRevision: 0,
        kind: 'event-plan' as const,
        id: planIdOf(from + index),
        value: teamPlan({ ...size, sessions: 0 }, from + index),
      }));
      must(await client.commit(part));
    }
    must(await client.care.compact(true));
    await client.lock();
  },
  open: async () => {
    const client = await createBenchClient();
    const root = createRoot(document.querySelector('#root')!);
    window.location.hash = '#/today';
    const opened = new Promise<Shown>((resolve) => {
      const stop = client.subscribeState(() => {
        if (client.state() !== 'unlocked') return;
        stop();
        resolve(
          shown(rowsOfToday, 1, () => {
            root.render(<Places client={client} places={places} />);
          }),
        );
      });
    });
    must(await client.unlock(passphrase));
    const today = await opened;
    const go = (hash: string, rows: string) =>
      shown(rows, 1, () => {
        window.location.hash = hash;
      });
    const incidents = await go('#/incidents', rowsOfIncidents);
    const todayAgain = await go('#/today', rowsOfToday);
    const plans = client.records('event-plan');
    const start = performance.now();
    planLines(plans, teamAsOf);
    const orderMs = performance.now() - start;
    root.unmount();
    await client.lock();
    return {
      plans: plans.length,
      steps: plans.reduce((sum, { value }) => sum + value.steps.length, 0),
      todayMs: today.firstMs,
      incidentsMs: incidents.firstMs,
      incidentRows: incidents.rows,
      todayAgainMs: todayAgain.firstMs,
      orderMs,
    };
  },
};

const places: readonly BenchPlace[] = [
  { root: 'today', name: 'Today', place: <TodayPlace /> },
  { root: 'incidents', name: 'Incidents', place: <IncidentsPlace /> },
];
