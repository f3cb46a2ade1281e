/** How long Incidents takes with many open plans, and the quick start. `window.benchIncidents` is what the harness calls. */
import { createRoot } from 'react-dom/client';
import { planLines } from '@shared/event-plans/step-order';
import type { RecordId } from '@shared/kernel/ids';
import { IncidentsPlace } from '../../../renderer/features/incidents';
import { TodayPlace } from '../../../renderer/features/today';
import { personIdOf } from '../data/records.js';
import { teamPlan } from '../data/plans.js';
import { benchService, teamAsOf, teamMember, teamSession } from '../data/team.js';
import { createBenchClient, must, passphrase } from '../pages/bench-client.js';
import { onScreen, shown, type Shown } from '../screens/on-screen.js';
import { Places, type BenchPlace } from '../screens/places.js';
import { quickStart, type QuickStart } from './quick-start.js';

export interface VaultSize {
  readonly seed: number;
  readonly people: number;
  readonly plans: number;
  readonly sessions: number;
}

export interface IncidentFigures {
  readonly plans: number;
  readonly steps: number;
  /** From "unlocked" to what needs somebody on Today, then to the first plans of the list. */
  readonly todayMs: number;
  readonly incidentsMs: number;
  readonly incidentRows: number;
  readonly todayAgainMs: number;
  /** To the first steps of the present month. */
  readonly monthMs: number;
  readonly monthRows: number;
  /** The order of the list alone: arithmetic over every step. */
  readonly orderMs: number;
}

export interface QuickFigures extends QuickStart {
  /** In the vault before the plan was made, and the steps of the plan. */
  readonly records: number;
  readonly steps: number;
}

export interface BenchIncidents {
  build(size: VaultSize): Promise<void>;
  open(): Promise<IncidentFigures>;
  /** One plan by the quick start; it is removed again, so that each round finds the same vault. */
  start(): Promise<QuickFigures>;
}

declare global {
  interface Window {
    benchIncidents?: BenchIncidents;
  }
}

const batch = 100;
const sessionBatch = 500;
const rowsOfToday = 'main section li a';
const rowsOfIncidents = 'ul[aria-label="Open plans"] > li';
const rowsOfMonth = 'main table td li';
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
        value: teamPlan(size, from + index),
      }));
      must(await client.commit(part));
    }
    for (let from = 0; from < size.sessions; from += sessionBatch) {
      const part = Array.from({ length: Math.min(sessionBatch, size.sessions - from) }, (_, index) => ({
        type: 'put' as const,
        baseRevision: 0,
        kind: 'supervision-session' as const,
        ...teamSession(size, from + index),
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
    const month = await go('#/incidents/month', rowsOfMonth);
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
      monthMs: month.firstMs,
      monthRows: month.rows,
      orderMs,
    };
  },
  start: async () => {
    const client = await createBenchClient();
    const root = createRoot(document.querySelector('#root')!);
    window.location.hash = '#/incidents';
    must(await client.unlock(passphrase));
    root.render(<Places client={client} places={places} />);
    await onScreen('main h1', 1);
    const before = new Set(client.records('event-plan').map(({ id }) => id));
    const records = countedKinds.reduce((sum, kind) => sum + client.records(kind).length, 0);
    const figures = await quickStart();
    const made = client.records('event-plan').find(({ id }) => !before.has(id));
    root.unmount();
    for (const { kind, id, revision } of [...(made === undefined ? [] : [made]), ...client.records('draft')])
      must(await client.remove(kind, id, revision));
    await client.lock();
    return { ...figures, records, steps: made?.value.steps.length ?? 0 };
  },
};

/** Everything that `build` writes. */
const countedKinds = ['service', 'person', 'event-plan', 'supervision-session'] as const;

const places: readonly BenchPlace[] = [
  { root: 'today', name: 'Today', place: <TodayPlace /> },
  { root: 'incidents', name: 'Incidents', place: <IncidentsPlace /> },
];
