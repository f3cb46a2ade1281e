/** One chart on paper, by the name in the address: what `npm run screens` takes pictures of. No part of the app. */
import { createRoot } from 'react-dom/client';
import type { LocalDate } from '@shared/kernel/local-date';
import { Chart, SmallMultiples, StackedCharts } from '../../renderer/charts';
import { TodayProvider } from '../../renderer/platform';
import { ToastProvider, VisuallyHidden } from '../../renderer/ui';
import { VaultProvider, type VaultClient } from '../../renderer/vault';
import { singleNames } from './names.js';
import { single, smallCharts, stackedCharts, tenYears } from './specs.js';

function Shown({ name }: { readonly name: string }) {
  if (name === 'small-multiples') {
    return <SmallMultiples charts={smallCharts()} label="Sickness by team" headingLevel={2} />;
  }
  if (name === 'stacked') {
    return <StackedCharts charts={stackedCharts()} label="Caseload and sickness" headingLevel={2} />;
  }
  const known = singleNames.find((each) => each === name);
  const spec = name === 'ten-years' ? tenYears(77) : known && single[known]();
  return spec === undefined ? <p>No chart of this name</p> : <Chart spec={spec} headingLevel={2} />;
}

const name = window.location.hash.slice(1);
// Nothing is saved from this page: a chart asks for the vault only when something is to leave it.
const noVault = {} as VaultClient;
createRoot(document.querySelector('#root')!).render(
  <main style={{ padding: 24, background: 'var(--card)' }}>
    <VaultProvider client={noVault}>
      <TodayProvider asOf={'2026-04-08' as LocalDate}>
        <ToastProvider>
          <VisuallyHidden>
            <h1>Charts</h1>
          </VisuallyHidden>
          <Shown name={name} />
        </ToastProvider>
      </TodayProvider>
    </VaultProvider>
  </main>,
);
