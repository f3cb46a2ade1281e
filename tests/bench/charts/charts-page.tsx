/** How long ten years of weeks take to draw, to draw anew and to walk, beside the same points as one plain path. */
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { ChartSpec } from '@shared/charts/chart-spec';
import type { LocalDate } from '@shared/kernel/local-date';
import { Chart } from '../../../renderer/charts';
import { TodayProvider } from '../../../renderer/platform';
import { ToastProvider } from '../../../renderer/ui';
import { VaultProvider, type VaultClient } from '../../../renderer/vault';
import { tenYears } from '../../../scripts/screens-harness/specs.js';
import { onScreen } from '../screens/on-screen.js';

export interface ChartFigures {
  readonly points: number;
  readonly firstMs: number;
  /** Other figures in the same chart. */
  readonly redrawMs: number;
  /** One press of an arrow key, until the tip of the next point is there. */
  readonly walkMs: number;
  /** One path and no more, drawn anew. */
  readonly rawMs: number;
}

declare global {
  interface Window {
    benchCharts?: { open(): Promise<ChartFigures> };
  }
}

const redraws = 8;
const steps = 20;
// A chart asks for the vault only when something is to leave it.
const noVault = {} as VaultClient;

function show(root: ReturnType<typeof createRoot>, spec: ChartSpec): void {
  flushSync(() => {
    root.render(
      <VaultProvider client={noVault}>
        <TodayProvider asOf={'2026-04-08' as LocalDate}>
          <ToastProvider>
            <Chart spec={spec} />
          </ToastProvider>
        </TodayProvider>
      </VaultProvider>,
    );
  });
}

const middle = (times: readonly number[]): number =>
  [...times].sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0;

async function timed(work: () => void, shown: () => boolean = () => true): Promise<number> {
  const start = performance.now();
  work();
  do await onScreen('body', 1);
  while (!shown());
  return performance.now() - start;
}

function plainPath(spec: ChartSpec): string {
  const values = spec.series[0]?.values ?? [];
  const points = values.map(
    (value, at) => `${at === 0 ? 'M' : 'L'}${48 + at * 1.5},${280 - (value ?? 0) * 2600}`,
  );
  return `<svg width="960" height="300"><path d="${points.join('')}" fill="none" stroke="currentColor" /></svg>`;
}

const lineOf = (): string | null => document.querySelector('.recharts-line-curve')?.getAttribute('d') ?? null;
const tipOf = (): string | null =>
  document.querySelector('.recharts-tooltip-wrapper [role="status"] strong')?.textContent ?? null;

window.benchCharts = {
  open: async () => {
    const specs = Array.from({ length: redraws + 1 }, (_, seed) => tenYears(seed + 1));
    const [first, ...others] = specs;
    const root = createRoot(document.querySelector('#root')!);
    const firstMs = await timed(
      () => {
        show(root, first!);
      },
      () => lineOf() !== null,
    );
    const redrawMs: number[] = [];
    for (const spec of others) {
      const before = lineOf();
      redrawMs.push(
        await timed(
          () => {
            show(root, spec);
          },
          () => lineOf() !== before,
        ),
      );
    }
    const plot = document.querySelector<SVGSVGElement>('[role="application"]')!;
    plot.focus();
    await onScreen('body', 1);
    const walkMs: number[] = [];
    for (let step = 0; step < steps; step += 1) {
      const before = tipOf();
      walkMs.push(
        await timed(
          () => {
            plot.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
          },
          () => tipOf() !== before,
        ),
      );
    }
    root.unmount();
    const plain = document.querySelector('#plain')!;
    const rawMs: number[] = [];
    for (const spec of others) {
      rawMs.push(
        await timed(() => {
          plain.innerHTML = plainPath(spec);
        }),
      );
    }
    plain.innerHTML = '';
    return {
      points: first!.x.points.length,
      firstMs,
      redrawMs: middle(redrawMs),
      walkMs: middle(walkMs),
      rawMs: middle(rawMs),
    };
  },
};
